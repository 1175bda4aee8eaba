import { Shelf, readProperties } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { isQuoteNote, quoteOrNothing } from '../../seek';
import { isSensed, readSenseState, takeRule, waitingOf, type QuoteEntry } from '..';
import { keyOfEntry } from './entry-key';

/** All quote notes of the vault, parsed and kept in step. */
export class QuoteShelf {
  readonly #shelf: Shelf<QuoteEntry | undefined>;
  #filling: Promise<void> | undefined;

  constructor(private readonly edge: Edge) {
    const { notes } = edge;
    this.#shelf = new Shelf<QuoteEntry | undefined>(notes, {
      belongs: (path) => isQuoteNote(notes.properties(path), edge.settings().properties),
      read: ({ path }, text) => this.#readThrough(path, text),
    });
    edge.onNote((event) => void this.#shelf.follow(event));
    let reading = this.#reading();
    edge.onSettings(() => {
      if (this.#filling === undefined || reading === this.#reading()) return;
      reading = this.#reading();
      this.#filling = this.#shelf.fill(breathing());
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
    const rule = takeRule(this.edge.settings());
    const { names } = rule;
    const properties = readProperties(text);
    if (!properties.ok || !isQuoteNote(properties.value, names)) return undefined;
    const quote = quoteOrNothing(text, names);
    if (quote === undefined) return undefined;
    return { path, quote, state: readSenseState(text, properties.value, rule) };
  }

  // The settings that decide how a note is read; typing in any other one reads nothing again.
  #reading(): string {
    const { properties, sense } = this.edge.settings();
    return JSON.stringify([properties, sense.takeSection]);
  }

  // What every list asks of every quote is worked out here, where time is taken in small slices.
  #readThrough(path: string, text: string): QuoteEntry | undefined {
    const entry = this.read(path, text);
    if (entry === undefined) return undefined;
    isSensed(entry, this.edge.settings().sense.leastOwnWords);
    waitingOf(entry);
    keyOfEntry(entry);
    return entry;
  }
}
