import { inSlices, minuteOf, readDay } from '../../base';
import { Shelf, listProperty, wikilink, type NoteRef } from '../../note';
import { breathing } from '../../obsidian/breathe';
import { excludedFilesOf, onExcludedFiles } from '../../obsidian/excluded-files';
import type { Edge } from '../../obsidian/edge';
import { findingQuotes, isQuoteNote, makeQuote, textKey } from '../../seek';
import { exclusionOf } from '../../serendipity';
import { waitingOf, type FoundEntry } from '..';

// What exporters call the day on which something was highlighted or clipped.
const DAYS = ['captured', 'created', 'date', 'saved'];

/** Quotes that stand in other notes of the folders that the user chose; no other note is read. Kept in step with the notes. */
export class FoundShelf {
  readonly #shelf: Shelf<readonly FoundEntry[]>;
  #filling: Promise<void> | undefined;
  #places = '';
  #isListed: (path: string) => boolean = () => false;

  constructor(private readonly edge: Edge) {
    const { notes } = edge;
    this.#shelf = new Shelf<readonly FoundEntry[]>(notes, {
      belongs: (path) => this.#isListed(path) && !isQuoteNote(notes.properties(path), edge.settings().properties),
      read: (note, text) => this.#read(note, text),
    });
    edge.onNote((event) => void this.#shelf.follow(event));
    edge.onSettings(() => this.#lookAgain());
    onExcludedFiles(edge.app, edge.plugin, () => this.#lookAgain());
  }

  /** Reads the notes of the chosen folders; called once the layout is ready, and by whoever cannot wait for that. */
  ready(): Promise<void> {
    this.#filling ??= this.edge.layoutReady().then(() => {
      this.#choosePlaces();
      return this.#shelf.fill(breathing());
    });
    return this.#filling;
  }

  get isReady(): boolean {
    return this.#shelf.isFilled;
  }

  all(): readonly FoundEntry[] {
    return this.#shelf.all().flat();
  }

  /** Those of one note, in their order. */
  of(path: string): readonly FoundEntry[] {
    return this.#shelf.get(path) ?? [];
  }

  onChange(listener: () => void): () => void {
    return this.#shelf.onChange(listener);
  }

  #lookAgain(): void {
    if (this.#filling !== undefined && this.#choosePlaces()) this.#filling = this.#shelf.fill(breathing());
  }

  // Whether the folders are others than before.
  #choosePlaces(): boolean {
    const { sense, properties } = this.edge.settings();
    const ignored = excludedFilesOf(this.edge.app);
    const places = JSON.stringify([sense.quoteFolders, sense.excludedFolders, ignored, properties.type]);
    if (places === this.#places) return false;
    this.#places = places;
    const isChosen = exclusionOf(sense.quoteFolders, []);
    const isExcluded = exclusionOf(sense.excludedFolders, ignored);
    this.#isListed = (path) => isChosen(path) && !isExcluded(path);
    return true;
  }

  async #read({ path, ctime }: NoteRef, text: string): Promise<readonly FoundEntry[]> {
    const { notes } = this.edge;
    const breathe = breathing();
    const properties = notes.properties(path);
    const day = DAYS.map((name) => readDay(listProperty(properties, name)[0])).find((found) => found !== undefined);
    const captured = day ?? minuteOf(new Date(ctime));
    const foundIn = wikilink(notes.linkName(path, ''));
    const entries = new Map<string, FoundEntry>();
    for (const found of await inSlices(findingQuotes(text), breathe)) {
      await breathe();
      const quote = found.quoteNote === undefined ? makeQuote({ ...found, foundIn, captured }) : undefined;
      if (quote?.ok !== true) continue;
      const key = textKey(quote.value);
      if (entries.has(key)) continue;
      const entry = { path, quote: quote.value, found, key };
      entries.set(key, entry);
      // Worked out here, where time is taken in small slices.
      waitingOf(entry);
    }
    return [...entries.values()];
  }
}
