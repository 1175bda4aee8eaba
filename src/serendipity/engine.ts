import { NameSearch } from './vault/name-search';
import { VaultIndex } from './vault/vault-index';
import { Keeper } from './keep/keeper';
import { WorkSpace } from './rank/work-space';
import { Sparker } from './rank/spark';
import { explainAbsence, suggest } from './rank/suggest';
import { type Breathe, atOnce, withPauses } from './steps';
import type {
  Absence, Engine, EngineOptions, EngineSize, LoadReport, NameMatch, NoteText, Query, SegmentStore, Spark, SparkQuery, Suggestion,
} from './types';

/** Brings index, ranking and keeping together; each does its own work. */
class VaultEngine implements Engine {
  private readonly index: VaultIndex;
  private readonly space = new WorkSpace();
  private readonly names: NameSearch;
  private readonly sparker: Sparker;
  private readonly keeper: Keeper;

  constructor({ vault = '', memoryCap = Infinity }: EngineOptions) {
    this.index = new VaultIndex(memoryCap);
    this.names = new NameSearch(this.index);
    this.sparker = new Sparker(this.index);
    this.keeper = new Keeper(this.index, vault);
    this.index.changed = (note) => this.keeper.changed(note);
  }

  put(note: NoteText): void {
    this.index.put(note);
  }

  remove(path: string): void {
    this.index.remove(path);
  }

  rename(from: string, to: string): void {
    this.index.rename(from, to);
  }

  has(path: string): boolean {
    return this.index.noteAt(path) !== undefined;
  }

  *notes(): IterableIterator<{ readonly path: string; readonly mtime: number }> {
    for (const note of this.index.numbers()) {
      const { path, mtime } = this.index.entry(note);
      yield { path, mtime };
    }
  }

  suggest(query: Query): Suggestion[] {
    return suggest(this.index, query, this.space);
  }

  sparks(query: SparkQuery): Spark[] {
    return atOnce(this.sparker.sparks(query));
  }

  sparksGently(query: SparkQuery, breathe: Breathe): Promise<Spark[]> {
    return withPauses(this.sparker.sparks(query), breathe);
  }

  explainAbsence(path: string, query: Query): Absence[] {
    return explainAbsence(this.index, path, query, this.space);
  }

  findNames(typed: string, limit: number): NameMatch[] {
    return this.names.find(typed, limit);
  }

  get needsSettling(): boolean {
    return this.index.isUnsettled;
  }

  settle(): void {
    this.index.settle();
  }

  settleGently(breathe: Breathe): Promise<void> {
    return withPauses(this.index.settling(), breathe);
  }

  size(): EngineSize {
    const { count, graph, lexicon, bytes, pending, thinnedTo, isThinnest } = this.index;
    return { notes: count, links: graph.size, terms: lexicon.size, bytes, pending: pending.size, thinnedTo: thinnedTo === Infinity ? undefined : thinnedTo, isThinnest };
  }

  save(store: SegmentStore, breathe?: Breathe): Promise<void> {
    return this.keeper.save(store, breathe);
  }

  async load(store: SegmentStore, breathe?: Breathe): Promise<LoadReport> {
    if (this.index.count > 0) throw new Error('A cache can only be taken into an empty index.');
    return this.keeper.load(store, breathe);
  }
}

/** A fresh, empty engine. */
export function createEngine(options: EngineOptions = {}): Engine {
  return new VaultEngine(options);
}
