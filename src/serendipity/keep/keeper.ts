import type { VaultIndex } from '../vault/vault-index';
import { type Breathe, type Steps, withPauses } from '../steps';
import type { LoadReport, SegmentStore } from '../types';
import { ByteReader, ByteWriter } from './bytes';
import { sealed, unsealed } from './seal';
import { readingNotes } from './read-notes';
import { writeNotes, writingNotes } from './write-notes';

const HEADER = 'header';
/** Notes per segment: small enough to rewrite in milliseconds, large enough that a dictionary pays off. */
const SEGMENT_SIZE = 512;
/** So many edited notes are kept one by one before their segments are written anew. */
const MOST_DELTAS = 128;
const SEGMENTS_PER_WRITE = 4;
const READ_AHEAD = 3;

/** What the cache says of itself: whose it is, and how many terms its notes keep at most, because of which memory cap in bytes. */
interface Header {
  readonly vault: string;
  readonly thinnedTo: number;
  readonly memoryCap: number;
}

// No bound is kept as 0.
const bounded = (value: number): number => (value === Infinity ? 0 : Math.floor(value));
const unbounded = (value: number): number => (value === 0 ? Infinity : value);

const segmentKey = (segment: number): string => `segment/${segment}`;
const deltaKey = (note: number): string => `delta/${note}`;

/**
 * Keeps an index in a store and reads it back. Every note has its place (its number); a segment holds the notes of 512 places,
 * a delta the note of one, and a delta counts more than the segment. Each write is one transaction, so whatever moment
 * the app dies at, what is stored is a state the index once had, note by note; the caller compares modification times.
 */
export class Keeper {
  private readonly dirty = new Set<number>();
  private readonly deltas = new Set<number>();
  private readonly written = new Set<string>();
  private readonly torn: number[] = [];
  private isFresh = true;
  /** How many terms notes keep at most, as the stored header has it. */
  private keptThinning = Infinity;
  private readonly out = new ByteWriter();
  private saving: Promise<void> = Promise.resolve();

  constructor(private readonly index: VaultIndex, private readonly vault: string) {}

  /** Hears of every note that came, changed or went. */
  changed(note: number): void {
    this.dirty.add(note);
  }

  /** Writes what changed; one save waits for the other. */
  save(store: SegmentStore, breathe?: Breathe): Promise<void> {
    const saved = this.saving.then(() => this.saveNow(store, breathe));
    this.saving = saved.catch(() => undefined);
    return saved;
  }

  private async saveNow(store: SegmentStore, breathe: Breathe | undefined): Promise<void> {
    this.out.take(); // what a failed save may have left
    if (this.isFresh) await this.begin(store);
    await this.saveNotes(store, breathe);
    // Only now are the notes stored that were full again, or doubted.
    if (this.index.thinnedTo !== this.keptThinning) await this.saveHeader(store, []);
  }

  private async saveNotes(store: SegmentStore, breathe: Breathe | undefined): Promise<void> {
    const notes = [...this.dirty];
    if (notes.length === 0) return;
    const isFew = this.deltas.size + notes.length <= MOST_DELTAS && notes.every((note) => this.written.has(segmentKey(this.segmentOf(note))));
    if (isFew) await this.saveDeltas(store, notes);
    else await this.saveSegments(store, new Set([...notes, ...this.deltas].map((note) => this.segmentOf(note))), breathe);
  }

  private segmentOf(note: number): number {
    return Math.floor(note / SEGMENT_SIZE);
  }

  /** Clears what an earlier index left, and says whose cache this is. */
  private async begin(store: SegmentStore): Promise<void> {
    const stale = (await store.keys()).filter((key) => key !== HEADER && !this.written.has(key) && !this.isDelta(key));
    await this.saveHeader(store, stale);
    this.isFresh = false;
  }

  private async saveHeader(store: SegmentStore, stale: readonly string[]): Promise<void> {
    const { thinnedTo, memoryCap } = this.index;
    this.out.text(this.vault);
    this.out.number(bounded(thinnedTo));
    this.out.number(bounded(memoryCap));
    await store.write(new Map([[HEADER, sealed(this.out.take())]]), stale);
    this.keptThinning = thinnedTo;
  }

  private readHeader(content: Uint8Array): Header {
    const from = new ByteReader(content);
    return { vault: from.text(), thinnedTo: unbounded(from.number()), memoryCap: unbounded(from.number()) };
  }

  /** Under the same cap or a lower one the index goes on as it was thinned; under a higher one, what may be thinned is to be read again. */
  private fitToCap({ thinnedTo, memoryCap }: Header): void {
    this.keptThinning = thinnedTo;
    if (thinnedTo === Infinity) return;
    if (this.index.memoryCap <= memoryCap) {
      this.index.thinTo(thinnedTo);
      return;
    }
    const notes = [...this.index.numbers()].filter((note) => this.index.entry(note).count >= thinnedTo);
    this.index.doubt(notes);
    for (const note of notes) this.dirty.add(note);
  }

  private isDelta(key: string): boolean {
    return key.startsWith('delta/') && this.deltas.has(Number(key.slice('delta/'.length)));
  }

  private async saveDeltas(store: SegmentStore, notes: readonly number[]): Promise<void> {
    const entries = new Map<string, Uint8Array>();
    for (const note of notes) {
      const isThere = this.index.entries[note] !== undefined;
      this.out.byte(isThere ? 1 : 0);
      this.out.number(note);
      if (isThere) writeNotes(this.index, [note], this.out);
      entries.set(deltaKey(note), sealed(this.out.take()));
      this.dirty.delete(note);
    }
    await this.write(store, entries, [], notes);
    for (const note of notes) this.deltas.add(note);
  }

  private async saveSegments(store: SegmentStore, segments: ReadonlySet<number>, breathe: Breathe | undefined): Promise<void> {
    const inOrder = [...segments].sort((a, b) => a - b);
    for (let at = 0; at < inOrder.length; at += SEGMENTS_PER_WRITE) {
      const entries = new Map<string, Uint8Array>();
      const covered: number[] = [];
      for (const segment of inOrder.slice(at, at + SEGMENTS_PER_WRITE)) {
        const first = segment * SEGMENT_SIZE;
        const notes: number[] = [];
        for (let note = first; note < first + SEGMENT_SIZE; note++) {
          if (this.index.entries[note] !== undefined) notes.push(note);
          if (this.dirty.delete(note) || this.deltas.has(note)) covered.push(note);
        }
        await withPauses(writingNotes(this.index, notes, this.out), breathe);
        await breathe?.();
        entries.set(segmentKey(segment), sealed(this.out.take()));
      }
      const gone = covered.filter((note) => this.deltas.has(note));
      await this.write(store, entries, gone.map(deltaKey), covered);
      for (const note of gone) this.deltas.delete(note);
      for (const key of entries.keys()) this.written.add(key);
    }
  }

  private async write(store: SegmentStore, entries: ReadonlyMap<string, Uint8Array>, deletes: readonly string[], notes: readonly number[]): Promise<void> {
    try {
      // No thinned note is stored under a header that knows nothing of it, whatever moment the app dies at.
      if (this.index.thinnedTo < this.keptThinning) await this.saveHeader(store, []);
      await store.write(entries, deletes);
    } catch (problem) {
      for (const note of notes) this.dirty.add(note);
      throw problem;
    }
  }

  /** Takes in what the store holds: the segments one after another, then the notes edited since. */
  async load(store: SegmentStore, breathe?: Breathe): Promise<LoadReport> {
    const problems: string[] = [];
    const header = await this.content(store, HEADER);
    if (header === undefined) return { notes: 0, problems: (await store.keys()).length === 0 ? [] : ['The cache of the link index has another format or is damaged; it is built anew.'] };
    const about = this.readHeader(header);
    if (about.vault !== this.vault) return { notes: 0, problems: ['The cache of the link index belongs to another vault; it is built anew.'] };
    const keys = await store.keys();
    const inOrder = (prefix: string): string[] => keys.filter((key) => key.startsWith(prefix)).sort((a, b) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)));
    const segments = inOrder('segment/');
    const coming = segments.slice(0, READ_AHEAD).map((key) => this.ahead(store, key));
    for (const [at, key] of segments.entries()) {
      const content = this.sound(key, await coming.shift(), problems);
      const next = segments[at + READ_AHEAD];
      if (next !== undefined) coming.push(this.ahead(store, next));
      if (content === undefined) continue;
      await withPauses(readingNotes(this.index, new ByteReader(content)), breathe);
      this.written.add(key);
    }
    for (const key of inOrder('delta/')) {
      const content = this.sound(key, await this.content(store, key), problems);
      if (content !== undefined) await withPauses(this.takeDelta(content), breathe);
    }
    await withPauses(this.index.restored(), breathe);
    this.dirty.clear();
    this.fitToCap(about);
    for (const note of this.torn) this.dirty.add(note);
    this.torn.length = 0;
    this.isFresh = false;
    return { notes: this.index.count, problems };
  }

  private *takeDelta(content: Uint8Array): Steps {
    const from = new ByteReader(content);
    const isThere = from.byte() === 1;
    const note = from.number();
    this.index.vacate(note);
    this.deltas.add(note);
    if (isThere) yield* readingNotes(this.index, from);
  }

  /** Reads a record while the one before it is taken in. A failure is told when the record's turn comes. */
  private ahead(store: SegmentStore, key: string): Promise<Uint8Array | undefined> {
    const coming = this.content(store, key);
    coming.catch(() => undefined);
    return coming;
  }

  private sound(key: string, content: Uint8Array | undefined, problems: string[]): Uint8Array | undefined {
    if (content !== undefined) return content;
    problems.push(`Part "${key}" of the cached link index is damaged; its notes are read again.`);
    this.replaceSoon(key);
    return undefined;
  }

  /** The next save writes over a damaged record, whether or not notes come back to its places. */
  private replaceSoon(key: string): void {
    const number = Number(key.slice(key.indexOf('/') + 1));
    if (key.startsWith('delta/')) this.deltas.add(number);
    this.torn.push(key.startsWith('delta/') ? number : number * SEGMENT_SIZE);
  }

  private async content(store: SegmentStore, key: string): Promise<Uint8Array | undefined> {
    const record = await store.read(key);
    return record === undefined ? undefined : unsealed(record);
  }
}
