import { setIcon } from 'obsidian';
import { readProperties } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { PLACE_MARK, isQuoteNote, makeQuote, textKey, type FoundQuote } from '../../seek';
import { words } from '../../words';
import { isSensed, waitingOf, type FoundEntry, type QuoteEntry, type Waiting } from '..';
import type { FoundShelf } from './found-shelf';
import type { QuoteShelf } from './quote-shelf';
import { ReadQuotes } from './read-quotes';
import type { TakeDesk } from './take-desk';

// Longer notes have no marks.
const LONGEST = 2_000_000;
const ENOUGH_LETTERS = 60;

/** What the marks ask of the rooms. */
interface MarkNeeds {
  readonly edge: Edge;
  readonly quotes: QuoteShelf;
  readonly found: FoundShelf;
  readonly desk: TakeDesk;
  /** Whether all quotes are known. */
  readonly isReady: () => boolean;
  /** Whether a note's ledger names anybody. */
  readonly isShared: (path: string) => boolean;
  /** Calls `listener` when takes or ledgers changed. */
  readonly onChange: (listener: () => void) => () => void;
}

/** A quote that is shown somewhere: made sense of or not, and opened from there. */
interface MarkedQuote {
  /** Which quote it is. */
  readonly id: string;
  readonly sensed: boolean;
  readonly shared: boolean;
  readonly open: () => void;
}

/** Knows which quotes of a note have a mark: a quote note's own, those with a quote note, and those that wait in other notes. */
export class QuoteMarks {
  readonly #read = new ReadQuotes(() => void this.#tell());
  readonly #byKey = new WeakMap<readonly FoundEntry[], ReadonlyMap<string, FoundEntry>>();
  readonly #listeners = new Set<() => void>();
  #telling = 0;
  #said: { readonly text: string; readonly quote: boolean } | undefined;

  constructor(readonly needs: MarkNeeds) {
    needs.edge.plugin.register(needs.onChange(() => void this.#tell()));
  }

  /** The quotes of a note's text that may have a mark, in order; undefined while a long note is being read. */
  quotesIn(path: string, text: string): readonly FoundQuote[] | undefined {
    const { quotes, found } = this.needs;
    const isOfQuote = quotes.get(path) !== undefined || this.#saysQuote(text);
    if (text.length > LONGEST || (!isOfQuote && found.of(path).length === 0 && !text.includes(PLACE_MARK))) return [];
    const all = this.#read.of(path, text);
    return isOfQuote ? all?.slice(0, 1) : all;
  }

  /** Those that begin in the lines from `first` to `last`, counted from 0. */
  quotesInLines(path: string, text: string, first: number, last: number): readonly FoundQuote[] | undefined {
    const all = this.quotesIn(path, text);
    return all === undefined || all.length === 0 ? all : this.#read.inLines(path, all, first, last);
  }

  /** Calls `listener` when marks may stand otherwise; the returned function ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // A long note in reading view has thousands of marks. Whoever tells later tells everybody.
  async #tell(): Promise<void> {
    const turn = ++this.#telling;
    const breathe = breathing();
    for (const listener of [...this.#listeners]) {
      if (turn !== this.#telling) return;
      if (this.#listeners.has(listener)) listener();
      await breathe();
    }
  }

  /** How a quote stands now; undefined when it has no mark. */
  of(path: string, quote?: FoundQuote): MarkedQuote | undefined {
    const { quotes, desk, edge, isShared } = this.needs;
    const target = quotes.get(path) !== undefined ? path : quote?.quoteNote === undefined ? undefined : edge.notes.resolve(quote.quoteNote, path);
    const entry = target === undefined ? undefined : quotes.get(target);
    if (entry !== undefined) return { id: entry.path, sensed: this.#isSensed(entry), shared: isShared(entry.path), open: () => void desk.open(entry.path) };
    const waiting = quote === undefined ? undefined : this.#waiting(path, quote);
    return waiting === undefined ? undefined : { id: waiting.id, sensed: false, shared: false, open: () => void desk.openWaiting(waiting) };
  }

  /** Whether words that are shown are the quote of the note at `path`. The editor does not always tell where a block stands. */
  isQuoteOf(path: string, shown: string): boolean {
    return showsWords(shown, this.needs.quotes.get(path)?.quote.text ?? '');
  }

  // A note that was made a moment ago is shown before any list knows of it.
  #saysQuote(text: string): boolean {
    if (this.#said?.text !== text) {
      const properties = readProperties(text);
      this.#said = { text, quote: properties.ok && isQuoteNote(properties.value, this.needs.edge.settings().properties) };
    }
    return this.#said.quote;
  }

  #isSensed(entry: QuoteEntry): boolean {
    return isSensed(entry, this.needs.edge.settings().sense.leastOwnWords);
  }

  #waiting(path: string, quote: FoundQuote): Waiting | undefined {
    const made = makeQuote({ ...quote, captured: '' });
    const key = made.ok ? textKey(made.value) : undefined;
    const entries = this.needs.found.of(path);
    const byKey = this.#byKey.get(entries) ?? new Map(entries.map((entry) => [entry.key, entry]));
    this.#byKey.set(entries, byKey);
    const found = key === undefined ? undefined : byKey.get(key);
    return found === undefined ? undefined : waitingOf(found);
  }
}

/** Draws the mark's button into an element, and gives it back. */
export function drawMark(container: HTMLElement, mark: MarkedQuote): HTMLElement {
  const label = words.sense.mark(mark.sensed, mark.shared);
  const button = container.createEl('button', { cls: 'sss-quote-mark clickable-icon', attr: { type: 'button', 'aria-label': label, 'data-sensed': String(mark.sensed), 'data-shared': String(mark.shared) } });
  setIcon(button.createSpan({ attr: { 'aria-hidden': 'true' } }), mark.sensed ? 'lightbulb' : 'lightbulb-off');
  if (mark.shared) setIcon(button.createSpan({ attr: { 'aria-hidden': 'true' } }), 'send');
  button.addEventListener('click', (event) => {
    // A callout would fold, and the editor would put its cursor there.
    event.preventDefault();
    event.stopPropagation();
    mark.open();
  });
  return button;
}

/** Whether a text that is shown holds the first words of a Markdown text. */
export function showsWords(shown: string, markdown: string): boolean {
  const letters = lettersOf(markdown.replace(/\]\([^)]*\)/g, '')).slice(0, ENOUGH_LETTERS);
  return letters !== '' && lettersOf(shown).includes(letters);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
