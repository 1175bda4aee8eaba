import { StateEffect, type Extension, type Range } from '@codemirror/state';
import { Decoration, ViewPlugin, WidgetType, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { debounce, editorInfoField, editorLivePreviewField } from 'obsidian';
import { drawMark, type QuoteMarks } from './quote-marks';

const PAUSE = 500;
const looked = StateEffect.define<null>();

/** Puts marks behind the first lines of quotes, and behind marked words, in Live Preview. While somebody types they only move along; what is in view is looked at when the keys rest. */
export function markEditedQuotes(marks: QuoteMarks): void {
  const { plugin } = marks.needs.edge;
  const held: Held = { marks };
  plugin.register(() => delete held.marks);
  plugin.registerEditorExtension(extensionFor(held));
}

interface Held {
  marks?: QuoteMarks;
}

// In a scope of its own: an editor in the background may keep an extension that is switched off, and all in its scope.
function extensionFor(held: Held): Extension {
  return ViewPlugin.define((view) => new EditorMarks(view, held), { decorations: (value) => value.decorations });
}

class EditorMarks {
  decorations: DecorationSet = Decoration.none;
  readonly #look: { (): void; cancel(): unknown };
  #end: (() => void) | undefined;

  constructor(view: EditorView, private readonly held: Held) {
    this.#look = debounce(() => view.dispatch({ effects: looked.of(null) }), PAUSE, true);
    this.#end = held.marks?.onChange(() => this.#look());
    this.#look();
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) {
      this.decorations = this.decorations.map(update.changes);
      this.#look();
    } else if (update.viewportChanged) this.#look();
    if (update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(looked)))) this.decorations = this.#inView(update.view);
  }

  destroy(): void {
    this.#look.cancel();
    this.#end?.();
    this.#end = undefined;
    // What is drawn leads to the rooms.
    this.decorations = Decoration.none;
  }

  #inView(view: EditorView): DecorationSet {
    const { state, viewport } = view;
    const path = state.field(editorInfoField, false)?.file?.path;
    const { marks } = this.held;
    if (marks === undefined || path === undefined || state.field(editorLivePreviewField, false) !== true) return Decoration.none;
    const quotes = marks.quotesIn(path, state.doc.toString());
    // A long note is being read: what stands there moved along so far.
    if (quotes === undefined) return this.decorations;
    const drawn: Range<Decoration>[] = [];
    for (const quote of quotes) {
      if (quote.from < viewport.from || quote.from > viewport.to) continue;
      const mark = marks.of(path, quote);
      const at = quote.isInline === true ? quote.to : state.doc.lineAt(quote.from).to;
      if (mark !== undefined) drawn.push(Decoration.widget({ widget: new MarkWidget(mark), side: 1 }).range(at));
    }
    // Words marked within a quote have their place before the end of its line: sorted by place, not by beginning.
    return Decoration.set(drawn, true);
  }
}

class MarkWidget extends WidgetType {
  constructor(private readonly mark: NonNullable<ReturnType<QuoteMarks['of']>>) {
    super();
  }

  override eq(other: MarkWidget): boolean {
    return other.mark.sensed === this.mark.sensed && other.mark.shared === this.mark.shared && other.mark.id === this.mark.id;
  }

  override toDOM(): HTMLElement {
    return drawMark(createSpan(), this.mark);
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
