import { Shelf, listProperty } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { readLedger, type HistoryEntry } from '..';

/** Everything that was shared, read from the ledgers of all notes whose `shared` property names an audience. */
export class HistoryShelf {
  readonly #shelf: Shelf<readonly HistoryEntry[]>;
  #filling: Promise<void> | undefined;

  constructor(private readonly edge: Edge) {
    const { notes } = edge;
    this.#shelf = new Shelf<readonly HistoryEntry[]>(notes, {
      belongs: (path) => listProperty(notes.properties(path), edge.settings().properties.shared).length > 0,
      read: ({ path }, text) => readLedger(text, edge.settings().share.sharedSection).map((entry) => ({ ...entry, path })),
    });
    edge.onNote((event) => void this.#shelf.follow(event));
  }

  ready(): Promise<void> {
    this.#filling ??= this.edge.layoutReady().then(() => this.#shelf.fill(breathing()));
    return this.#filling;
  }

  get isReady(): boolean {
    return this.#shelf.isFilled;
  }

  /** The latest first. */
  all(): HistoryEntry[] {
    return this.#shelf.all().flat().sort((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : left.path.localeCompare(right.path)));
  }

  isShared(path: string): boolean {
    return (this.#shelf.get(path)?.length ?? 0) > 0;
  }

  /** What was shared of one note. */
  of(path: string): readonly HistoryEntry[] {
    return this.#shelf.get(path) ?? [];
  }

  /** The paths of all notes that were shared. */
  paths(): string[] {
    return [...new Set(this.#shelf.all().flatMap((entries) => entries.slice(0, 1).map(({ path }) => path)))];
  }

  onChange(listener: () => void): () => void {
    return this.#shelf.onChange(listener);
  }
}
