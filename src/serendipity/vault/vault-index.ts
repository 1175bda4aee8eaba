import { LANGUAGES } from '../read/languages';
import { Lexicon } from '../read/lexicon';
import { type NoteFacts, NoteReader, type ReadNote, type ScannedNote } from '../read/read-note';
import { type Steps, atOnce } from '../steps';
import type { NoteKind, NoteText } from '../types';
import { Column, TermArena } from './arena';
import { LinkGraph } from './link-graph';
import { detached, folderOf } from './names';
import { Postings, type TermList, type TermPlace } from './postings';
import { Rarity } from './rarity';
import { STEPS, thinned } from './thinning';

/** What is known of one note beside its terms and links. */
export interface NoteEntry extends TermList {
  path: string;
  title: string;
  readonly aliases: readonly string[];
  /** A millisecond off for a note that is to be read again (`doubted`). */
  mtime: number;
  readonly ctime: number;
  kind: NoteKind;
  readonly type: string;
  folder: string;
  /** Numbers of its tags. */
  readonly tags: readonly number[];
  /** Words of the body that count. */
  readonly length: number;
  readonly language: number;
  readonly drawing: boolean;
  start: number;
}

/** Most notes have neither; a list for each would fill memory with empty ones. */
const NO_NUMBERS: readonly number[] = [];
const NO_TEXTS: readonly string[] = [];
const FEWEST_PENDING = 4096;
const TERMS_A_STEP = 50_000;
const NOTES_A_STEP = 2_000;
const COMMON_LANGUAGE = 0.1;

/** A time that is not the note's, and yet says how old it is: filters and reasons go by it until the note is read again. */
const doubted = (mtime: number): number => (mtime > 0 ? mtime - 1 : 1);

/**
 * The notes of a vault with their terms, links and tags, always up to date. Terms are found through `postings` for settled
 * notes and by walking the lists of the `pending` ones, of which there are few: one edit costs the same in any vault.
 */
export class VaultIndex {
  readonly lexicon = new Lexicon();
  readonly arena = new TermArena();
  readonly graph = new LinkGraph();
  readonly entries: (NoteEntry | undefined)[] = [];
  /** In how many notes a term stands. */
  readonly documentFrequency = new Column();
  readonly tagFrequency = new Column();
  /** How many notes are written in each language. */
  private readonly notesOfLanguage = LANGUAGES.map(() => 0);
  /** Words in the body of each settled note; -1 for numbers that are pending or empty. */
  readonly settledLengths = new Column(-1);
  /** Terms of each note. */
  readonly termCounts = new Column();
  postings = Postings.empty;
  readonly pending = new Set<number>();
  /** Changes with every change of the notes; for caches. */
  revision = 0;
  /** Hears the number of every note that came, changed or went. */
  changed: (note: number) => void = () => undefined;
  private readonly reader = new NoteReader(this.lexicon);
  private readonly numberOfPath = new Map<string, number>();
  private readonly numberOfTag = new Map<string, number>();
  private readonly tagNames: string[] = [];
  private readonly folders = new Map<string, string>();
  private readonly free: number[] = [];
  private readonly rarity = new Rarity();
  private totalLength = 0;
  /** Counts folds, so that one in steps notices another. */
  private folds = 0;
  /** How many terms a note may keep; fewer when the memory cap was reached. */
  private mostTerms = Infinity;

  /** `memoryCap` in bytes bounds what is held in typed arrays, as far as thinning terms allows. */
  constructor(readonly memoryCap = Infinity) {}

  get count(): number {
    return this.numberOfPath.size;
  }

  /** Mean number of words per note; at least 1. */
  get meanLength(): number {
    return this.count === 0 ? 1 : Math.max(1, this.totalLength / this.count);
  }

  private countLanguage(language: number, change: number): void {
    this.notesOfLanguage[language] = (this.notesOfLanguage[language] ?? 0) + change;
  }

  /** The languages that a good part of the vault is written in. */
  get commonLanguages(): number[] {
    return LANGUAGES.flatMap((_, language) => ((this.notesOfLanguage[language] ?? 0) > this.count * COMMON_LANGUAGE ? [language] : []));
  }

  noteAt(path: string): number | undefined {
    return this.numberOfPath.get(path);
  }

  /** The inverse document frequency of terms in 0, 1, … notes. */
  get rarities(): Float64Array {
    return this.rarity.table(this.count);
  }

  /** How rare a term is: its inverse document frequency. */
  idf(term: number): number {
    return this.rarities[this.documentFrequency.get(term)] as number;
  }

  /** The same for all terms, for tight loops; valid until the next change of the notes. */
  get rarityOfTerms(): Float64Array {
    return this.rarity.ofTerms(this.revision, this.count, this.documentFrequency.values, this.lexicon.size);
  }

  /** How rare a tag is. */
  tagIdf(tag: number): number {
    return this.rarities[this.tagFrequency.get(tag)] as number;
  }

  entry(note: number): NoteEntry {
    const entry = this.entries[note];
    if (entry === undefined) throw new Error(`The index has no note ${note}.`);
    return entry;
  }

  tagName(tag: number): string {
    return this.tagNames[tag] ?? '';
  }

  /** Reads a text as a note of this path would be read, without keeping it. */
  read(path: string, text: string): ReadNote {
    return this.reader.read(path, text);
  }

  tagNumber(tag: string): number {
    const known = this.numberOfTag.get(tag);
    if (known !== undefined) return known;
    const name = detached(tag);
    this.numberOfTag.set(name, this.tagNames.length);
    return this.tagNames.push(name) - 1;
  }

  put({ path, text, mtime, ctime }: NoteText): void {
    const scanned = this.reader.scan(path, text);
    if (this.mostTerms < Infinity) {
      this.keep(path, mtime, ctime, this.reader.withTerms(scanned));
      return;
    }
    const note = this.numberFor(path);
    const count = this.reader.size;
    const start = this.arena.lend(count);
    this.reader.pour(this.arena.view(start, count), this.documentFrequency.reaching(this.lexicon.size));
    this.takeUp(note, path, mtime, ctime, scanned, { start, count });
  }

  /** The number of a path, whose terms are let go of; a free one for a new path. */
  private numberFor(path: string): number {
    const known = this.numberOfPath.get(path);
    if (known !== undefined) this.forgetTerms(known);
    return known ?? this.free.pop() ?? this.entries.length;
  }

  /** Keeps a note that was read before. */
  keep(path: string, mtime: number, ctime: number, read: ReadNote): void {
    const { terms, codes } = thinned(read.terms, read.codes, this.mostTerms, (term) => this.idf(term));
    const note = this.numberFor(path);
    this.documentFrequency.addAll(terms, 1, this.lexicon.size);
    this.takeUp(note, path, mtime, ctime, read, { start: this.arena.append(terms, codes), count: terms.length });
  }

  /**
   * Puts a kept note back at the number it had, which is empty. A note of the same path at another number gives way. Its terms stand in
   * the arena already, and the caller sees to their document frequencies and the note's links. Nothing may be asked until `restored`.
   */
  restore(note: number, path: string, mtime: number, ctime: number, facts: NoteFacts, terms: TermPlace): void {
    const other = this.numberOfPath.get(path);
    if (other !== undefined) this.vacate(other);
    this.enter(note, path, mtime, ctime, facts, terms);
  }

  /** Empties a number, if a note has it. */
  vacate(note: number): void {
    const entry = this.entries[note];
    if (entry !== undefined) this.remove(entry.path);
  }

  /** After the last `restore`: numbers that no note came back to are free. */
  *restored(): Steps {
    this.pending.clear();
    for (let note = 0; note < this.entries.length; note++) {
      this.pending.add(note);
      this.termCounts.set(note, this.entries[note]?.count ?? 0);
    }
    this.revision++;
    this.free.length = 0;
    yield* this.settling();
  }

  private takeUp(note: number, path: string, mtime: number, ctime: number, scanned: ScannedNote, terms: TermPlace): void {
    this.enter(note, path, mtime, ctime, scanned, terms);
    this.graph.setLinks(note, scanned.links);
    this.touch(note);
  }

  private enter(note: number, path: string, mtime: number, ctime: number, facts: NoteFacts, { start, count }: TermPlace): void {
    if (!this.numberOfPath.has(path)) {
      this.numberOfPath.set(path, note);
      this.graph.addNote(note, path);
    }
    const tags = facts.tags.length === 0 ? NO_NUMBERS : facts.tags.map((tag) => this.tagNumber(tag));
    for (const tag of tags) this.tagFrequency.add(tag, 1);
    this.countLanguage(facts.language, 1);
    this.totalLength += facts.length;
    this.entries[note] = {
      note, path, title: facts.title, aliases: facts.aliases.length === 0 ? NO_TEXTS : facts.aliases.map(detached), mtime, ctime, kind: facts.kind, type: detached(facts.type), folder: this.folder(path), tags,
      length: facts.length, language: facts.language, drawing: facts.drawing, start, count,
    };
  }

  /** Notes of one folder share its name, so that it is kept once. */
  private folder(path: string): string {
    const folder = folderOf(path);
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const name = detached(folder);
    this.folders.set(name, name);
    return name;
  }

  private touch(note: number): void {
    this.pending.add(note);
    this.settledLengths.set(note, -1);
    this.termCounts.set(note, this.entries[note]?.count ?? 0);
    this.revision++;
    this.changed(note);
  }

  private forgetTerms(note: number): void {
    const { start, count, tags, length, language } = this.entry(note);
    this.documentFrequency.addAll(this.arena.list(start, count).terms, -1, this.lexicon.size);
    for (const tag of tags) this.tagFrequency.add(tag, -1);
    this.countLanguage(language, -1);
    this.totalLength -= length;
    this.arena.waste += count;
  }

  remove(path: string): void {
    const note = this.numberOfPath.get(path);
    if (note === undefined) return;
    this.forgetTerms(note);
    this.graph.setLinks(note, []);
    this.graph.removeNote(note);
    this.numberOfPath.delete(path);
    this.entries[note] = undefined;
    // Its postings may still stand in the base, so the number must count as pending until the next fold; it is reused then.
    this.touch(note);
  }

  /** Moves a note; links of other notes follow the paths, not the note, as they do in files. */
  rename(from: string, to: string): void {
    const note = this.numberOfPath.get(from);
    if (note === undefined || from === to) return;
    const { mtime, ctime, count } = this.entry(note);
    // With its old name a thinned note loses terms, and could no longer be told from a whole one by their number.
    const changedAt = count < this.mostTerms ? mtime : doubted(mtime);
    const moved = this.reader.renamed(this.readAgain(note), to);
    this.remove(from);
    this.remove(to);
    this.keep(to, changedAt, ctime, moved);
  }

  /** What reading the note gave, put together from the index. */
  readAgain(note: number): ReadNote {
    const { title, aliases, start, count, length, language, drawing, tags, type, kind } = this.entry(note);
    return {
      title, aliases, length, language, drawing, type, kind, ...this.arena.list(start, count),
      links: this.graph.writtenLinks(note), tags: tags.map((tag) => this.tagName(tag)),
    };
  }

  /** How many terms a note keeps at most; infinite until the memory cap was reached. */
  get thinnedTo(): number {
    return this.mostTerms;
  }

  /** Whether notes keep so few terms already that none are dropped for the memory cap any more. */
  get isThinnest(): boolean {
    return this.mostTerms <= Math.min(...STEPS);
  }

  /** Notes to come keep as few terms as those that were taken in from a cache. */
  thinTo(most: number): void {
    this.mostTerms = Math.min(this.mostTerms, most);
  }

  /** Sees to it that whoever compares these notes with the vault reads them again. Until then they answer as they are. */
  doubt(notes: Iterable<number>): void {
    for (const note of notes) {
      const entry = this.entry(note);
      entry.mtime = doubted(entry.mtime);
    }
  }

  get paths(): IterableIterator<string> {
    return this.numberOfPath.keys();
  }

  numbers(): IterableIterator<number> {
    return this.numberOfPath.values();
  }

  /** Whether so many edits wait that a fold pays off. The bound grows with the vault, so that reading a large one folds a few times only. */
  get isUnsettled(): boolean {
    return this.pending.size > Math.max(FEWEST_PENDING, this.entries.length >> 2);
  }

  /** Whether far more wait than that, because nobody made a fold in time. */
  get isOverdue(): boolean {
    return this.pending.size > 2 * Math.max(FEWEST_PENDING, this.entries.length >> 2);
  }

  /** Folds the pending notes into the postings. */
  settle(): void {
    atOnce(this.settling());
  }

  /** The same in steps. Where notes change or a fold is made between two of them, this one is given up, and nothing is lost but time. */
  *settling(): Steps {
    if (this.pending.size === 0) return;
    do yield* this.folding(); while (yield* this.thinningToCap());
  }

  private *folding(): Steps {
    const turn = ++this.folds;
    const { revision } = this;
    const isOvertaken = (): boolean => turn !== this.folds || revision !== this.revision;
    const lists = this.entries.filter((entry): entry is NoteEntry => entry !== undefined);
    if (this.arena.waste * 3 > this.arena.length) yield* this.compacting(lists, isOvertaken);
    if (isOvertaken()) return;
    this.arena.trim();
    const postings = yield* Postings.building(lists, this.arena, this.documentFrequency.values, this.lexicon.size);
    if (isOvertaken()) return;
    this.postings = postings;
    let sinceStep = 0;
    for (const note of this.pending) {
      const entry = this.entries[note];
      if (entry === undefined) this.free.push(note);
      else this.settledLengths.set(note, entry.length);
      this.pending.delete(note);
      if (++sinceStep < NOTES_A_STEP) continue;
      sinceStep = 0;
      yield;
      if (isOvertaken()) return;
    }
  }

  /** Drops the weakest terms of every note, in steps, until the cap is kept; true if anything was dropped. */
  private *thinningToCap(): Steps<boolean> {
    if (this.bytes <= this.memoryCap) return false;
    const next = STEPS.find((step) => step < this.mostTerms);
    if (next === undefined) return false;
    this.mostTerms = next;
    for (const note of [...this.numbers()]) {
      const entry = this.entries[note];
      if (entry === undefined) continue;
      const { path, mtime, ctime, count } = entry;
      if (count <= next) continue;
      this.keep(path, mtime, ctime, this.readAgain(note));
      yield;
    }
    return true;
  }

  /** Moves the lists of terms together, one after another, so that each can be read at any time. */
  private *compacting(lists: readonly NoteEntry[], isOvertaken: () => boolean): Steps {
    let sinceStep = 0;
    for (const entry of this.arena.compacting([...lists].sort((a, b) => a.start - b.start))) {
      if ((sinceStep += entry.count) < TERMS_A_STEP) continue;
      sinceStep = 0;
      yield;
      if (isOvertaken()) return;
    }
  }

  get bytes(): number {
    return this.lexicon.bytes + this.reader.bytes + this.arena.bytes + this.graph.bytes + this.postings.bytes + this.documentFrequency.bytes;
  }
}
