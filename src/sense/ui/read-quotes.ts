import { inSlices } from '../../base';
import { breathing } from '../../obsidian/breathe';
import { findingQuotes, foundQuotesOf, type FoundQuote } from '../../seek';

// Up to here a note is read while its piece is drawn; a longer one is read in slices.
const AT_ONCE = 20_000;
// More notes than are on view at once.
const REMEMBERED = 12;

/** A note's text with its quotes, once they are read, and where its lines start, once that was asked. */
interface Read {
  readonly text: string;
  readonly found?: readonly FoundQuote[];
  starts?: readonly number[];
}

/** The quotes in the texts of the notes that are on view, each text read once. */
export class ReadQuotes {
  readonly #read = new Map<string, Read>();

  /** `whenRead` is called when a long text was read. */
  constructor(private readonly whenRead: () => void) {}

  /** The quotes of a text, in order; undefined while a long one is being read. */
  of(path: string, text: string): readonly FoundQuote[] | undefined {
    if (this.#read.get(path)?.text !== text) this.#look(path, text);
    return this.#read.get(path)?.found;
  }

  /** Those of `quotes`, which stand in this text in order, that begin in the lines from `first` to `last`, counted from 0. */
  inLines(path: string, quotes: readonly FoundQuote[], first: number, last: number): readonly FoundQuote[] {
    const read = this.#read.get(path);
    if (read === undefined) return quotes;
    const starts = (read.starts ??= startsOf(read.text));
    const [from, to] = [starts[first] ?? read.text.length, starts[last + 1] ?? read.text.length + 1];
    return quotes.slice(firstFrom(quotes, from), firstFrom(quotes, to));
  }

  #look(path: string, text: string): void {
    const isShort = text.length <= AT_ONCE;
    this.#read.delete(path);
    this.#read.set(path, isShort ? { text, found: foundQuotesOf(text) } : { text });
    for (const oldest of [...this.#read.keys()].slice(0, -REMEMBERED)) this.#read.delete(oldest);
    if (!isShort) void this.#readInSlices(path, text);
  }

  async #readInSlices(path: string, text: string): Promise<void> {
    const found = await inSlices(findingQuotes(text), breathing());
    if (this.#read.get(path)?.text !== text) return;
    this.#read.set(path, { text, found });
    this.whenRead();
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

// The place of the first quote that begins at an offset or behind it.
function firstFrom(quotes: readonly FoundQuote[], offset: number): number {
  let [low, high] = [0, quotes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.from ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
