import { MarkdownRenderChild, debounce, setIcon } from 'obsidian';
import { readProperties } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { foundQuotesOf, isQuoteNote, isSameQuote, makeQuote, type FoundQuote } from '../../seek';
import { words } from '../../words';
import { isSensed, waitingOf, type QuoteEntry, type Waiting } from '..';
import type { FoundShelf } from './found-shelf';
import type { QuoteShelf } from './quote-shelf';
import type { TakeDesk } from './take-desk';

const REDRAW_PAUSE = 200;
// Longer notes are not looked through for every piece that is shown of them.
const LONGEST = 200_000;
const ENOUGH_LETTERS = 60;

/** What the marks ask of the rooms. */
export interface MarkNeeds {
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
  #latest: { readonly text: string; readonly found: readonly FoundQuote[] } | undefined;
  #said: { readonly text: string; readonly quote: boolean } | undefined;

  constructor(readonly needs: MarkNeeds) {}

  /** The quotes of a note's text that may have a mark, in order. */
  quotesIn(path: string, text: string): readonly FoundQuote[] {
    const { quotes, found } = this.needs;
    const isOfQuote = quotes.get(path) !== undefined || this.#saysQuote(text);
    if (text.length > LONGEST || (!isOfQuote && found.of(path).length === 0 && !text.includes('❞'))) return [];
    if (this.#latest?.text !== text) this.#latest = { text, found: foundQuotesOf(text) };
    return isOfQuote ? this.#latest.found.slice(0, 1) : this.#latest.found;
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
    const letters = lettersOf((this.needs.quotes.get(path)?.quote.text ?? '').replace(/\]\([^)]*\)/g, '')).slice(0, ENOUGH_LETTERS);
    return letters !== '' && lettersOf(shown).includes(letters);
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
    const found = made.ok ? this.needs.found.of(path).find((entry) => isSameQuote(entry.quote, made.value)) : undefined;
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

const PLACES = ':scope > blockquote, :scope > .callout, :scope > ul > li, :scope > ol > li, :scope > p';

/** Puts marks beside the quotes of rendered notes, until the plugin ends. */
export function markRenderedQuotes(marks: QuoteMarks): void {
  const { plugin } = marks.needs.edge;
  const drawn = new Set<MarkdownRenderChild>();
  plugin.registerMarkdownPostProcessor((element, context) => {
    const info = context.getSectionInfo(element);
    const places = [...element.querySelectorAll<HTMLElement>(PLACES)];
    if (places.length === 0) return;
    const { sourcePath: path } = context;
    const [from, to] = info === null ? [0, 0] : [offsetOfLine(info.text, info.lineStart), offsetOfLine(info.text, info.lineEnd + 1)];
    const made = (): RenderedMark[] => {
      if (info === null) return places.filter((place) => marks.isQuoteOf(path, place.textContent)).slice(0, 1).map((place) => new RenderedMark(place, { marks, path, drawn }));
      const here = marks.quotesIn(path, info.text).filter((quote) => quote.from >= from && quote.from < to);
      return here.flatMap((quote, at) => {
        const place = here.length === places.length ? places[at] : here.length === 1 ? places[0] : undefined;
        return place === undefined ? [] : [new RenderedMark(place, { marks, path, quote, drawn })];
      });
    };
    if (marks.needs.isReady()) made().forEach((mark) => context.addChild(mark));
    else context.addChild(new LateMarks(element, { marks, made, drawn }));
  });
  plugin.register(() => {
    for (const child of [...drawn]) child.unload();
  });
}

/** What is shown before the quotes are known, as when the app starts, gets its marks once they are. */
class LateMarks extends MarkdownRenderChild {
  constructor(
    element: HTMLElement,
    private readonly parts: { readonly marks: QuoteMarks; readonly made: () => RenderedMark[]; readonly drawn: Set<MarkdownRenderChild> },
  ) {
    super(element);
  }

  override onload(): void {
    const { marks: { needs }, made, drawn } = this.parts;
    drawn.add(this);
    const end = needs.onChange(() => {
      if (!needs.isReady()) return;
      end();
      made().forEach((mark) => this.addChild(mark));
    });
    this.register(end);
  }

  override onunload(): void {
    this.parts.drawn.delete(this);
  }
}

interface RenderedMarkParts {
  readonly marks: QuoteMarks;
  readonly path: string;
  /** Absent where a quote note is shown whose lines are not told. */
  readonly quote?: FoundQuote;
  readonly drawn: Set<MarkdownRenderChild>;
}

/** The mark of one rendered quote; drawn anew when the quote stands otherwise. */
class RenderedMark extends MarkdownRenderChild {
  #button: HTMLElement | undefined;

  constructor(
    place: HTMLElement,
    private readonly parts: RenderedMarkParts,
  ) {
    super(place);
  }

  override onload(): void {
    const { marks, drawn } = this.parts;
    drawn.add(this);
    const redraw = debounce(() => this.#draw(), REDRAW_PAUSE);
    this.register(marks.needs.onChange(redraw));
    this.register(() => redraw.cancel());
    this.#draw();
  }

  override onunload(): void {
    this.parts.drawn.delete(this);
    this.#button?.remove();
  }

  #draw(): void {
    const { marks, path, quote } = this.parts;
    this.#button?.remove();
    const mark = marks.of(path, quote);
    if (mark === undefined) return void (this.#button = undefined);
    this.#button = drawMark(this.containerEl.querySelector<HTMLElement>(':scope > .callout-title') ?? this.containerEl, mark);
    // Below a highlight stands what its reader noted: the mark belongs to the words above.
    this.containerEl.querySelector(':scope > ul, :scope > ol')?.before(this.#button);
  }
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let seen = 0; seen < line; seen++) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return text.length;
    at = newline + 1;
  }
  return at;
}
