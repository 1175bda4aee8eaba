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

/** Numbers of few bits for what occurs often: the commonest first. */
class Dictionary<T> {
  private readonly counts = new Map<T, number>();
  private places = new Map<T, number>();

  count(value: T): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }

  values(): T[] {
    const inOrder = [...this.counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
    this.places = new Map(inOrder.map((value, place) => [value, place]));
    return inOrder;
  }

  place(value: T): number {
    return this.places.get(value) as number;
  }
}

/** Writes notes with a dictionary of their own, so that a segment can be read without any other. */
export function writeNotes(index: VaultIndex, notes: readonly number[], out: ByteWriter): void {
  const kept = notes.map((note) => ({ note, entry: index.entry(note), read: index.readAgain(note) }));
  const terms = new Dictionary<number>();
  const texts = new Dictionary<string>();
  for (const { read } of kept) {
    for (const term of read.terms) terms.count(term);
    for (const { target, anchor } of read.links) {
      texts.count(target);
      for (const term of anchor) terms.count(term);
    }
    for (const tag of read.tags) texts.count(tag);
    texts.count(read.type);
  }
  const termList = terms.values();
  out.number(termList.length);
  for (const term of termList) out.hash(index.lexicon.hashOfTerm(term));
  const textList = texts.values();
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

function writeNote(read: ReadNote, terms: Dictionary<number>, texts: Dictionary<string>, out: ByteWriter): void {
  out.byte(KINDS.indexOf(read.kind) | (read.drawing ? 128 : 0));
  out.byte(read.language);
  out.number(read.length);
  out.number(texts.place(read.type));
  out.number(read.aliases.length);
  for (const alias of read.aliases) out.text(alias);
  out.number(read.tags.length);
  for (const tag of read.tags) out.number(texts.place(tag));
  out.number(read.links.length);
  for (const { target, anchor } of read.links) {
    out.number(texts.place(target));
    out.number(anchor.length);
    for (const term of anchor) out.number(terms.place(term));
  }
  const inOrder = Array.from(read.terms, (term, at) => terms.place(term) * 256 + (read.codes[at] as number)).sort((a, b) => a - b);
  out.number(inOrder.length);
  let before = 0;
  for (const packed of inOrder) {
    const place = Math.floor(packed / 256);
    out.number(place - before);
    out.byte(packed % 256);
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
