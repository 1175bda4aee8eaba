import { indexedKey, readCopy, type CommonsCopy } from './commons-copy';
import { byStanding, type FoundCopy } from './found-copy';
import type { SharedFiles } from './shared-files';

// How many files are asked for at once: few enough that reading them through takes a moment.
const SLICE = 16;

/**
 * Finds copies by the id in them, for others may rename and move them within their folder. A commons may hold thousands: of
 * the files whose id the app's index tells only the right ones are read, and of the others each version once, in slices.
 */
export class CopySearch {
  /** By path: the id in a file, empty where it has none, and in which version of the file it was read. */
  readonly #read = new Map<string, { readonly version: string | undefined; readonly key: string }>();
  readonly #reading = new Map<string, Promise<CommonsCopy | undefined>>();

  constructor(private readonly files: SharedFiles) {}

  /**
   * All copies with a key in a folder, the one that stands for them first: a sync may have left both versions of one file,
   * and two devices may have called theirs differently. Ends early where the answer is not wanted any more.
   */
  async all(folder: string, key: string, isWanted: () => boolean = () => true): Promise<FoundCopy[]> {
    const found: FoundCopy[] = [];
    const mayHave = (path: string): boolean => [key, undefined].includes(this.#keyOf(path));
    const paths = this.files.list(folder).filter((path) => path.endsWith('.md') && mayHave(path));
    for (let at = 0; at < paths.length && isWanted(); at += SLICE) {
      // Another search may have read some of them since.
      const slice = paths.slice(at, at + SLICE).filter(mayHave);
      for (const { path, copy } of await Promise.all(slice.map(async (one) => ({ path: one, copy: await this.#copyAt(one) })))) {
        if (copy?.key === key) found.push({ path, copy });
      }
    }
    return found.sort(byStanding);
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
