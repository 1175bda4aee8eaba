import { indexedKey, readCopy, type CommonsCopy } from './commons-copy';
import type { SharedFiles } from './shared-files';

/** A copy, and where it lies. */
export interface FoundCopy {
  readonly path: string;
  readonly copy: CommonsCopy;
}

// How many files are asked for at once: few enough that reading them through takes a moment.
const SLICE = 16;

/**
 * Finds copies by the id in them, for others may rename and move them within their folder. A commons may hold thousands: of
 * the files whose id the app's index tells only the right one is read, and of the others each version once, in slices.
 */
export class CopySearch {
  /** By path: the id in a file, empty where it has none, and in which version of the file it was read. */
  readonly #read = new Map<string, { readonly version: string | undefined; readonly key: string }>();
  readonly #reading = new Map<string, Promise<CommonsCopy | undefined>>();

  constructor(private readonly files: SharedFiles) {}

  /** The copy with a key in a folder; undefined when there is none, or when the answer is not wanted any more. */
  async find(folder: string, key: string, isWanted: () => boolean = () => true): Promise<FoundCopy | undefined> {
    const keys = this.files.list(folder).filter((path) => path.endsWith('.md')).map((path) => ({ path, key: this.#keyOf(path) }));
    const paths = (wanted: string | undefined): string[] => keys.filter((one) => one.key === wanted).map(({ path }) => path);
    for (const path of paths(key)) {
      const copy = await this.#copyAt(path);
      if (copy?.key === key) return { path, copy };
    }
    const unknown = paths(undefined);
    for (let at = 0; at < unknown.length && isWanted(); at += SLICE) {
      const read = await Promise.all(unknown.slice(at, at + SLICE).map(async (path) => ({ path, copy: await this.#copyAt(path) })));
      for (const { path, copy } of read) if (copy?.key === key) return { path, copy };
    }
    return undefined;
  }

  #keyOf(path: string): string | undefined {
    const read = this.#read.get(path);
    return indexedKey(this.files.properties(path)) ?? (read?.version === this.files.version(path) ? read?.key : undefined);
  }

  // The share window may be looking while a share begins to.
  #copyAt(path: string): Promise<CommonsCopy | undefined> {
    const reading = this.#reading.get(path) ?? this.#readAt(path).finally(() => this.#reading.delete(path));
    this.#reading.set(path, reading);
    return reading;
  }

  async #readAt(path: string): Promise<CommonsCopy | undefined> {
    const [version, text] = [this.files.version(path), await this.files.read(path)];
    const copy = text === undefined ? undefined : readCopy(text);
    this.#read.set(path, { version, key: copy?.key ?? '' });
    return copy;
  }
}
