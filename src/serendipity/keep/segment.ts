import type { VaultIndex } from '../vault/vault-index';
import type { ReadNote } from '../read/read-note';
import { titleOf } from '../read/read-note';
import type { NoteKind } from '../types';
import type { ByteReader, ByteWriter } from './bytes';

/** Notes per segment: small enough to rewrite in milliseconds, large enough that a dictionary pays off. */
export const SEGMENT_SIZE = 512;

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

  /** The terms, commonest first; from now on `of` gives places. */
  inOrder(): readonly number[] {
    this.met.sort((a, b) => (this.counts[b] as number) - (this.counts[a] as number));
    this.met.forEach((term, place) => { this.counts[term] = place; });
    return this.met;
  }

  of(term: number): number {
    return this.counts[term] as number;
  }
}

/** Writes notes with a dictionary of their own, so that a segment can be read without any other. */
export function writeNotes(index: VaultIndex, notes: readonly number[], out: ByteWriter): void {
  const kept = notes.map((note) => ({ note, entry: index.entry(note), read: index.readAgain(note) }));
  const terms = new TermPlaces(index.lexicon.size);
  const texts = new TextPlaces();
  for (const { read } of kept) {
    terms.count(read.terms);
    for (const { target, anchor } of read.links) {
      texts.count(target);
      terms.count(anchor);
    }
    for (const tag of read.tags) texts.count(tag);
    texts.count(read.type);
  }
  const termList = terms.inOrder();
  out.number(termList.length);
  for (const term of termList) out.hash(index.lexicon.hashOfTerm(term));
  const textList = texts.inOrder();
  out.number(textList.length);
  for (const text of textList) out.text(text);
  out.number(kept.length);
  for (const { note, entry, read } of kept) {
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

/** Reads what `writeNotes` wrote; gives terms the numbers of this index. */
export function readNotes(index: VaultIndex, from: ByteReader): KeptNote[] {
  const terms = new Int32Array(from.number());
  for (let at = 0; at < terms.length; at++) terms[at] = index.lexicon.termOfHash(from.hash());
  const texts = readList(from, () => from.text());
  return readList(from, () => {
    const note = from.number();
    const path = from.text();
    return { note, path, mtime: from.number(), ctime: from.number(), read: readNote(path, terms, texts, from) };
  });
}

/** A list as the writer leaves it: how many, then each. */
function readList<T>(from: ByteReader, read: () => T): T[] {
  const list: T[] = [];
  for (let left = from.number(); left > 0; left--) list.push(read());
  return list;
}

function readNote(path: string, terms: Int32Array, texts: readonly string[], from: ByteReader): ReadNote {
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
  const noteTerms = new Int32Array(count);
  const codes = new Uint8Array(count);
  let place = 0;
  for (let at = 0; at < count; at++) {
    place += from.number();
    noteTerms[at] = terms[place] as number;
    codes[at] = from.byte();
  }
  return { title: titleOf(path), aliases, terms: noteTerms, codes, length, language, drawing: (flags & 128) !== 0, links, tags, type, kind: KINDS[flags & 127] ?? 'note' };
}
