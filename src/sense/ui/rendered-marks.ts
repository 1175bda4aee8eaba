import { MarkdownRenderChild, debounce } from 'obsidian';
import { breathing } from '../../obsidian/breathe';
import type { FoundQuote } from '../../seek';
import { drawMark, showsWords, type QuoteMarks } from './quote-marks';

const REDRAW_PAUSE = 200;
// Places without a quote that may stand before one with a quote, in a list of thousands.
const MOST_BETWEEN = 50;
const PLACES = ':scope > blockquote, :scope > .callout, :scope > ul > li, :scope > ol > li, :scope > p';

/** Puts marks beside the quotes of rendered notes, until the plugin ends. */
export function markRenderedQuotes(marks: QuoteMarks): void {
  const { plugin } = marks.needs.edge;
  const drawn = new Set<SectionMarks>();
  plugin.registerMarkdownPostProcessor((element, context) => {
    const info = context.getSectionInfo(element);
    const places = [...element.querySelectorAll<HTMLElement>(PLACES)];
    if (places.length === 0) return;
    const { sourcePath: path } = context;
    const made = (): RenderedMark[] | undefined => {
      if (!marks.needs.isReady()) return undefined;
      if (info === null) return places.filter((place) => marks.isQuoteOf(path, place.textContent)).slice(0, 1).map((place) => new RenderedMark(place, { marks, path }));
      const here = marks.quotesInLines(path, info.text, info.lineStart, info.lineEnd);
      const marked = here?.some(({ isInline }) => isInline) === true ? [...element.querySelectorAll('mark')].filter((one) => one.closest('blockquote, .callout') === null) : [];
      return here && [...placed(here.filter(({ isInline }) => isInline !== true), places), ...placed(here.filter(({ isInline }) => isInline), marked)]
        .map(([quote, place]) => new RenderedMark(place, { marks, path, quote }));
    };
    const now = made();
    if (now?.length !== 0) context.addChild(new SectionMarks(element, { marks, made, drawn }, now));
  });
  plugin.register(() => {
    for (const section of [...drawn]) section.unload();
  });
}

// Each quote with the place where it is shown; where there are other places, too, such as a reader's own notes, the words tell which. None where they do not.
function placed(quotes: readonly FoundQuote[], places: readonly HTMLElement[]): [FoundQuote, HTMLElement][] {
  if (quotes.length === places.length) return quotes.flatMap((quote, at) => (places[at] === undefined ? [] : [[quote, places[at]]]));
  let next = 0;
  return quotes.flatMap((quote) => {
    const ahead = places.slice(next, next + MOST_BETWEEN);
    const at = ahead.findIndex((place) => showsWords(place.textContent, quote.text));
    const place = ahead[at];
    if (place === undefined) return [];
    next += at + 1;
    return [[quote, place]];
  });
}

interface SectionParts {
  readonly marks: QuoteMarks;
  readonly made: () => readonly RenderedMark[] | undefined;
  /** The sections that are shown; each takes its marks along when it goes. */
  readonly drawn: Set<SectionMarks>;
}

/** The marks of one rendered section, which may be a list of thousands. What is shown before the quotes are known gets its marks once they are. */
class SectionMarks extends MarkdownRenderChild {
  #isOver = false;

  constructor(
    element: HTMLElement,
    private readonly parts: SectionParts,
    private readonly now: readonly RenderedMark[] | undefined,
  ) {
    super(element);
  }

  override onload(): void {
    const { marks, made, drawn } = this.parts;
    drawn.add(this);
    if (this.now !== undefined) return void this.#draw(this.now);
    const end = marks.onChange(() => {
      const ready = made();
      if (ready === undefined) return;
      end();
      void this.#draw(ready);
    });
    this.register(end);
  }

  override onunload(): void {
    this.#isOver = true;
    this.parts.drawn.delete(this);
  }

  async #draw(ready: readonly RenderedMark[]): Promise<void> {
    const breathe = breathing();
    for (const mark of ready) {
      if (this.#isOver) return;
      this.addChild(mark);
      await breathe();
    }
  }
}

interface RenderedMarkParts {
  readonly marks: QuoteMarks;
  readonly path: string;
  /** Absent where a quote note is shown whose lines are not told. */
  readonly quote?: FoundQuote;
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
    const { marks } = this.parts;
    const redraw = debounce(() => this.#draw(), REDRAW_PAUSE);
    this.register(marks.onChange(redraw));
    this.register(() => redraw.cancel());
    this.#draw();
  }

  override onunload(): void {
    this.#button?.remove();
  }

  #draw(): void {
    const { marks, path, quote } = this.parts;
    this.#button?.remove();
    const mark = marks.of(path, quote);
    if (mark === undefined) return void (this.#button = undefined);
    const { containerEl: place } = this;
    this.#button = drawMark(place.querySelector<HTMLElement>(':scope > .callout-title') ?? place, mark);
    if (quote?.isInline === true) place.after(this.#button);
    // Below a highlight stands what its reader noted: the mark belongs to the words above.
    else place.querySelector(':scope > ul, :scope > ol')?.before(this.#button);
  }
}
