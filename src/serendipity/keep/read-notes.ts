import { type NoteFacts, titleOf } from '../read/read-note';
import type { Steps } from '../steps';
import type { TermPlace } from '../vault/postings';
import type { VaultIndex } from '../vault/vault-index';
import type { ByteReader } from './bytes';
import type { KeptTexts } from './kept-texts';
import { DRAWING, KINDS } from './note-kinds';
import { NOTES_A_STEP } from './write-notes';

const NONE: readonly never[] = [];

/** The dictionaries of a record in the numbers of this index. */
interface Dictionaries {
  readonly terms: Int32Array;
  readonly texts: KeptTexts;
  /** Which link a text is, or -1 while nobody asked. */
  readonly links: Int32Array;
}

/**
 * Reads what `writingNotes` wrote into an index, in steps, each note at its number. What is counted once a record
 * is not counted once a note: half of the time to read a note is spent on its terms.
 */
export function* readingNotes(index: VaultIndex, from: ByteReader): Steps {
  const total = from.number();
  const terms = new Int32Array(from.number());
  for (let at = 0; at < terms.length; at++) terms[at] = index.lexicon.termOfHash(from.hash());
  yield;
  const texts = from.texts();
  const dictionaries = { terms, texts, links: new Int32Array(texts.count).fill(-1) };
  yield;
  const places: TermPlace[] = [];
  for (let left = from.number(); left > 0; left--) {
    if (places.length % NOTES_A_STEP === 0) yield;
    places.push(readNote(index, dictionaries, from));
  }
  yield* readingTerms(index, terms, places, from.last(total), from);
}

/** Puts the terms of all notes, with their bytes, where the notes expect them. */
function* readingTerms(index: VaultIndex, terms: Int32Array, places: readonly TermPlace[], codes: Uint8Array, from: ByteReader): Steps {
  const heads = terms.map((term) => term << 8);
  const frequencies = new Int32Array(terms.length);
  let read = 0;
  for (const [at, { start, count }] of places.entries()) {
    if (at % NOTES_A_STEP === 0) yield;
    from.steps(heads, frequencies, index.arena.view(start, count), codes.subarray(read, read + count));
    read += count;
  }
  index.documentFrequency.addEach(terms, frequencies, index.lexicon.size);
}

/** A list as the writer leaves it: how many, then each. */
function readList<T>(from: ByteReader, read: () => T): readonly T[] {
  let left = from.number();
  if (left === 0) return NONE;
  const list: T[] = [];
  for (; left > 0; left--) list.push(read());
  return list;
}

/** Reads all of a note but its terms; returns where they are to stand. */
function readNote(index: VaultIndex, { terms, texts, links }: Dictionaries, from: ByteReader): TermPlace {
  const note = from.number();
  const path = from.text();
  const mtime = from.number();
  const ctime = from.number();
  const flags = from.byte();
  const language = from.byte();
  const length = from.number();
  const type = texts.text(from.number());
  const aliases = readList(from, () => from.text());
  const tags = readList(from, () => texts.text(from.number()));
  const anchors: (readonly number[])[] = [];
  const targets = readList(from, () => {
    const link = linkAt(index, texts, links, from.number());
    anchors.push(readList(from, () => terms[from.number()] as number));
    return link;
  });
  const count = from.number();
  const place = { start: index.arena.lend(count), count };
  const facts: NoteFacts = { title: titleOf(path), aliases, length, language, drawing: (flags & DRAWING) !== 0, tags, type, kind: KINDS[flags & ~DRAWING] ?? 'note' };
  index.restore(note, path, mtime, ctime, facts, place);
  index.graph.placeLinks(note, targets, anchors);
  return place;
}

/** The number that the graph has for a text; asked for once a record. */
function linkAt(index: VaultIndex, texts: KeptTexts, links: Int32Array, place: number): number {
  const known = links[place] as number;
  return known < 0 ? (links[place] = index.graph.numberOfKept(texts, place)) : known;
}
