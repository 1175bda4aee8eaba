import { fail, ok, type Result } from '../../../src/base';
import { readProperties, type Properties } from '../../../src/note';
import { clipboardChannel, commonsChannel, emailChannel, feedChannel, shareSheetChannel, type Outgoing, type Parcel, type ShareChannel, type SharedFiles } from '../../../src/share';

/** Files in memory; `broken` lets every write fail. */
export class MemoryFiles implements SharedFiles {
  readonly kept = new Map<string, string>();
  /** What the app's index takes for a file's text where it lags behind; null where it does not know the file yet. */
  readonly indexed = new Map<string, string | null>();
  /** The files that were read, in turn. */
  readonly wereRead: string[] = [];
  broken = false;

  list(folder: string): readonly string[] {
    return [...this.kept.keys()].filter((path) => path.slice(0, path.lastIndexOf('/')) === folder);
  }

  properties(path: string): Properties | undefined {
    const known = this.indexed.has(path) ? this.indexed.get(path) : this.kept.get(path);
    if (typeof known !== 'string') return undefined;
    const read = readProperties(known);
    return read.ok ? read.value : {};
  }

  version(path: string): string | undefined {
    return this.kept.get(path);
  }

  read(path: string): Promise<string | undefined> {
    this.wereRead.push(path);
    return Promise.resolve(this.kept.get(path));
  }

  write(path: string, text: string): Promise<Result<void>> {
    if (this.broken) return Promise.resolve(fail('The disk is full.'));
    this.kept.set(path, text);
    return Promise.resolve(ok(undefined));
  }
}

/** A channel on a bench: what it sent can be read, and the system it needs can be broken. */
export interface ChannelBench {
  readonly channel: ShareChannel;
  /** Everything that left so far, as one text. */
  readonly sent: () => string;
  /** From now on the system refuses. */
  readonly breakDown: () => void;
  readonly files?: MemoryFiles;
}

export function parcel(parts: Partial<Parcel> = {}): Parcel {
  return {
    key: '0f3k2m9qz7a1b', audience: 'network', title: 'A title & more', author: 'Harold Jarche', source: 'https://jarche.com/why', to: [],
    outgoing: { text: 'Own words of mine.\n\nSecond part.', html: '<p>Own words of <em>mine</em>.</p>' }, at: new Date('2026-11-22T09:12:00Z'), ...parts,
  };
}

function systemBench(make: (act: (text: string) => Result<void>) => ShareChannel): ChannelBench {
  const sent: string[] = [];
  let works = true;
  const channel = make((text) => {
    if (!works) return fail('The system refuses.');
    sent.push(text);
    return ok(undefined);
  });
  return { channel, sent: () => sent.join('\n'), breakDown: () => void (works = false) };
}

function filesBench(make: (files: SharedFiles) => ShareChannel): ChannelBench {
  const files = new MemoryFiles();
  return { channel: make(files), files, sent: () => [...files.kept].map(([path, text]) => `${path}\n${text}`).join('\n'), breakDown: () => void (files.broken = true) };
}

const clipboardOn = (act: (text: string) => Result<void>) => ({ write: ({ text, html }: Outgoing) => Promise.resolve(act(html === undefined ? text : `${text}\n${html}`)) });

/** Every channel of the product, each on a bench of its own. A new channel is added here and has to pass the contract. */
export const BENCHES: Readonly<Record<string, () => ChannelBench>> = {
  clipboard: () => systemBench((act) => clipboardChannel(clipboardOn(act))),
  'share sheet': () => systemBench((act) => shareSheetChannel({ open: ({ title, text }) => Promise.resolve(act(`${title}\n${text}`)) })),
  'e-mail': () => systemBench((act) => emailChannel({ open: (address) => act(decodeURIComponent(address)) }, clipboardOn(act))),
  feed: () => filesBench((files) => feedChannel(files, () => ({ folder: 'Feeds', base: '', title: 'Mine', author: 'Ann', most: 50, language: 'en' }))),
  commons: () => filesBench((files) => commonsChannel(files, () => ({ folder: 'Commons', by: 'Ann', licence: 'CC BY 4.0' }))),
};
