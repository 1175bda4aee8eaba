import { Shelf, readProperties } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { isQuoteNote, quoteOrNothing } from '../../seek';
import { readSenseState, type QuoteEntry } from '..';

/** All quote notes of the vault, parsed and kept in step. */
export class QuoteShelf {
  readonly #shelf: Shelf<QuoteEntry | undefined>;
  #filling: Promise<void> | undefined;

  constructor(private readonly edge: Edge) {
    const { notes } = edge;
    this.#shelf = new Shelf<QuoteEntry | undefined>(notes, {
      belongs: (path) => isQuoteNote(notes.properties(path), edge.settings().properties),
      read: ({ path }, text) => this.read(path, text),
    });
    edge.onNote((event) => void this.#shelf.follow(event));
    edge.onSettings(() => {
      if (this.#filling !== undefined) this.#filling = this.#shelf.fill(breathing());
    });
  }

  /** Reads all quote notes; called once the layout is ready, and by whoever cannot wait for that. */
  ready(): Promise<void> {
    this.#filling ??= this.edge.layoutReady().then(() => this.#shelf.fill(breathing()));
    return this.#filling;
  }

  get isReady(): boolean {
    return this.#shelf.isFilled;
  }

  all(): readonly QuoteEntry[] {
    return this.#shelf.all().filter((entry) => entry !== undefined);
  }

  get(path: string): QuoteEntry | undefined {
    return this.#shelf.get(path);
  }

  onChange(listener: () => void): () => void {
    return this.#shelf.onChange(listener);
  }

  /** Reads one quote note's text; undefined when it is none, or its properties are broken. */
  read(path: string, text: string): QuoteEntry | undefined {
    const { properties: names, sense } = this.edge.settings();
    const properties = readProperties(text);
    if (!properties.ok || !isQuoteNote(properties.value, names)) return undefined;
    const quote = quoteOrNothing(text, names);
    if (quote === undefined) return undefined;
    return { path, quote, state: readSenseState(text, properties.value, { names, takeSection: sense.takeSection }) };
  }
}
