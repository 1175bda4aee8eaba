import type { VaultIndex } from '../vault/vault-index';
import type { ReadNote } from '../read/read-note';
import { titleOf } from '../read/read-note';
import { type Steps, atOnce } from '../steps';
import type { NoteKind } from '../types';
import type { ByteReader, ByteWriter } from './bytes';

/** Notes per segment: small enough to rewrite in milliseconds, large enough that a dictionary pays off. */
export const SEGMENT_SIZE = 512;
const NOTES_A_STEP = 16;

const KINDS: readonly NoteKind[] = ['note', 'daily', 'index', 'template', 'drawing'];

/** A note as a segment holds it. */
export interface KeptNote {
  readonly note: number;
  readonly path: string;
  readonly mtime: number;
  readonly ctime: number;
  readonly read: ReadNote;
}

/** Numbers of few bits for texts that occur often: the commonest first. */
class TextPlaces {
  private readonly counts = new Map<string, number>();
  private places = new Map<string, number>();

  count(text: string): void {
    this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
  }

  inOrder(): string[] {
    const texts = [...this.counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
    this.places = new Map(texts.map((text, place) => [text, place]));
    return texts;
  }

  of(text: string): number {
    return this.places.get(text) as number;
  }
}

/** Larger than any term's number. */
const BEYOND_TERMS = 2 ** 31;

/** The same for terms, in arrays: a segment has some ten thousand of them. */
class TermPlaces {
  private readonly counts: Int32Array;
  private readonly met: number[] = [];

  constructor(terms: number) {
    this.counts = new Int32Array(terms);
  }

  count(terms: Iterable<number>): void {
    for (const term of terms) {
      if (this.counts[term] === 0) this.met.push(term);
      this.counts[term] = (this.counts[term] as number) + 1;
    }
  }

  /** The terms, commonest first; from now on `of` gives places. Sorted as plain numbers, which is ten times faster than by a comparison. */
  inOrder(): readonly number[] {
    const keys = Float64Array.from(this.met, (term) => term - (this.counts[term] as number) * BEYOND_TERMS).sort();
    const inOrder = Array.from(keys, (key) => key + Math.ceil(-key / BEYOND_TERMS) * BEYOND_TERMS);
    inOrder.forEach((term, place) => { this.counts[term] = place; });
    return inOrder;
  }

  of(term: number): number {
    return this.counts[term] as number;
  }
}

/** Writes notes with a dictionary of their own, so that a segment can be read without any other. */
export function writeNotes(index: VaultIndex, notes: readonly number[], out: ByteWriter): void {
  atOnce(writingNotes(index, notes, out));
}

/** The same in steps. What is written is how the notes are at the first step; nobody else may use the writer until the last. */
export function* writingNotes(index: VaultIndex, notes: readonly number[], out: ByteWriter): Steps {
  const kept = notes.map((note) => ({ note, entry: index.entry(note), read: index.readAgain(note) }));
  const terms = new TermPlaces(index.lexicon.size);
  const texts = new TextPlaces();
  yield;
  for (const [at, { read }] of kept.entries()) {
    if (at % NOTES_A_STEP === NOTES_A_STEP - 1) yield;
    terms.count(read.terms);
    for (const { target, anchor } of read.links) {
      texts.count(target);
      terms.count(anchor);
    }
    for (const tag of read.tags) texts.count(tag);
    texts.count(read.type);
  }
  yield;
  const termList = terms.inOrder();
  yield;
  out.number(kept.reduce((sum, { read }) => sum + read.terms.length, 0));
  out.number(termList.length);
  for (const term of termList) out.hash(index.lexicon.hashOfTerm(term));
  const textList = texts.inOrder();
  out.number(textList.length);
  for (const text of textList) out.text(text);
  out.number(kept.length);
  for (const [at, { note, entry, read }] of kept.entries()) {
    if (at % NOTES_A_STEP === 0) yield;
    out.number(note);
    out.text(entry.path);
    out.number(Math.max(0, Math.round(entry.mtime)));
    out.number(Math.max(0, Math.round(entry.ctime)));
    writeNote(read, terms, texts, out);
  }
}

function writeNote(read: ReadNote, terms: TermPlaces, texts: TextPlaces, out: ByteWriter): void {
  out.byte(KINDS.indexOf(read.kind) | (read.drawing ? 128 : 0));
  out.byte(read.language);
  out.number(read.length);
  out.number(texts.of(read.type));
  out.number(read.aliases.length);
  for (const alias of read.aliases) out.text(alias);
  out.number(read.tags.length);
  for (const tag of read.tags) out.number(texts.of(tag));
  out.number(read.links.length);
  for (const { target, anchor } of read.links) {
    out.number(texts.of(target));
    out.number(anchor.length);
    for (const term of anchor) out.number(terms.of(term));
  }
  writeTerms(read, terms, out);
}

/** Places in rising order, as steps from one to the next, each with its byte. */
function writeTerms(read: ReadNote, terms: TermPlaces, out: ByteWriter): void {
  const inOrder = read.terms.map((term, at) => terms.of(term) * 256 + (read.codes[at] as number)).sort();
  out.number(inOrder.length);
  let before = 0;
  for (const packed of inOrder) {
    const place = packed >>> 8;
    out.number(place - before);
    out.byte(packed & 255);
    before = place;
  }
}

/**
 * Reads what `writeNotes` wrote, in steps; gives terms the numbers of this index. `expect` hears how many terms the notes have,
 * `take` gets each note, whose terms stand in room lent by the arena and are gone unless they are kept at once.
 */
export function* readingNotes(index: VaultIndex, from: ByteReader, expect: (terms: number) => void, take: (note: KeptNote) => void): Steps {
  expect(from.number());
  const terms = new Int32Array(from.number());
  for (let at = 0; at < terms.length; at++) terms[at] = index.lexicon.termOfHash(from.hash());
  yield;
  const texts = readList(from, () => from.text());
  for (let left = from.number(); left > 0; left--) {
    const note = from.number();
    const path = from.text();
    take({ note, path, mtime: from.number(), ctime: from.number(), read: readNote(index, path, terms, texts, from) });
    if (left % NOTES_A_STEP === 0) yield;
  }
}

const NONE: readonly never[] = [];

/** A list as the writer leaves it: how many, then each. */
function readList<T>(from: ByteReader, read: () => T): readonly T[] {
  let left = from.number();
  if (left === 0) return NONE;
  const list: T[] = [];
  for (; left > 0; left--) list.push(read());
  return list;
}

function readNote(index: VaultIndex, path: string, terms: Int32Array, texts: readonly string[], from: ByteReader): ReadNote {
  const flags = from.byte();
  const language = from.byte();
  const length = from.number();
  const type = texts[from.number()] ?? '';
  const text = (): string => texts[from.number()] ?? '';
  const term = (): number => terms[from.number()] as number;
  const aliases = readList(from, () => from.text());
  const tags = readList(from, text);
  const links = readList(from, () => ({ target: text(), anchor: readList(from, term) }));
  const count = from.number();
  const { terms: noteTerms, codes } = index.arena.lend(count);
  from.steps(terms, noteTerms, codes);
  return { title: titleOf(path), aliases, terms: noteTerms, codes, length, language, drawing: (flags & 128) !== 0, links, tags, type, kind: KINDS[flags & 127] ?? 'note' };
}
