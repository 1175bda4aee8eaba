import type { WrittenLink } from '../read/scan';
import { type Steps, atOnce } from '../steps';
import type { NoteEntry, VaultIndex } from '../vault/vault-index';
import type { ByteWriter } from './bytes';
import { DRAWING, KINDS } from './note-kinds';
import { TermPlaces, TextPlaces } from './places';

/** Notes of a record that are written, or read, in one step. */
export const NOTES_A_STEP = 16;

/** A note as it is at the first step of writing. */
interface Copy {
  readonly entry: NoteEntry;
  readonly tags: readonly string[];
  readonly links: readonly WrittenLink[];
  readonly terms: Int32Array;
  readonly codes: Uint8Array;
}

/** Writes notes with a dictionary of their own, so that they can be read without any other record. */
export function writeNotes(index: VaultIndex, notes: readonly number[], out: ByteWriter): void {
  atOnce(writingNotes(index, notes, out));
}

/**
 * The same in steps. What is written is how the notes are at the first step; nobody else may use the writer until the last.
 *
 * The record: how many terms all notes have · the dictionary of terms, as hashes, commonest first · the dictionary of texts · each
 * note without its terms · for each note the places of its terms in the dictionary, rising, as steps from one to the next ·
 * the byte of each term, in the same order.
 */
export function* writingNotes(index: VaultIndex, notes: readonly number[], out: ByteWriter): Steps {
  const copies = notes.map((note) => copyOf(index, index.entry(note)));
  const terms = new TermPlaces(index.lexicon.size);
  const texts = new TextPlaces();
  yield;
  for (const [at, { entry, tags, links, terms: own }] of copies.entries()) {
    if (at % NOTES_A_STEP === NOTES_A_STEP - 1) yield;
    terms.count(own);
    for (const { target, anchor } of links) {
      texts.count(target);
      terms.count(anchor);
    }
    for (const tag of tags) texts.count(tag);
    texts.count(entry.type);
  }
  yield;
  const termList = terms.inOrder();
  yield;
  const total = copies.reduce((sum, { entry }) => sum + entry.count, 0);
  out.number(total);
  out.number(termList.length);
  for (const term of termList) out.hash(index.lexicon.hashOfTerm(term));
  const textList = texts.inOrder();
  out.number(textList.length);
  for (const text of textList) out.text(text);
  out.number(copies.length);
  for (const [at, copy] of copies.entries()) {
    if (at % NOTES_A_STEP === 0) yield;
    writeFacts(copy, terms, texts, out);
  }
  const codes = new Uint8Array(total);
  let written = 0;
  for (const [at, copy] of copies.entries()) {
    if (at % NOTES_A_STEP === 0) yield;
    written = writeTerms(copy, terms, codes, written, out);
  }
  out.bytes(codes);
}

function copyOf(index: VaultIndex, entry: NoteEntry): Copy {
  return { entry, tags: entry.tags.map((tag) => index.tagName(tag)), links: index.graph.keptLinks(entry.note), ...index.arena.list(entry.start, entry.count) };
}

function writeFacts({ entry, tags, links, terms: { length: count } }: Copy, terms: TermPlaces, texts: TextPlaces, out: ByteWriter): void {
  out.number(entry.note);
  out.text(entry.path);
  out.number(Math.max(0, Math.round(entry.mtime)));
  out.number(Math.max(0, Math.round(entry.ctime)));
  out.byte(KINDS.indexOf(entry.kind) | (entry.drawing ? DRAWING : 0));
  out.byte(entry.language);
  out.number(entry.length);
  out.number(texts.of(entry.type));
  out.number(entry.aliases.length);
  for (const alias of entry.aliases) out.text(alias);
  out.number(tags.length);
  for (const tag of tags) out.number(texts.of(tag));
  out.number(links.length);
  for (const { target, anchor } of links) {
    out.number(texts.of(target));
    out.number(anchor.length);
    for (const term of anchor) out.number(terms.of(term));
  }
  out.number(count);
}

/** Writes the places of a note's terms and puts their bytes into `codes` from `written` on; returns where the next go. */
function writeTerms(copy: Copy, places: TermPlaces, codes: Uint8Array, written: number, out: ByteWriter): number {
  const inOrder = Uint32Array.from(copy.terms, (term, at) => places.of(term) * 256 + (copy.codes[at] as number)).sort();
  let before = 0;
  let next = written;
  for (const packed of inOrder) {
    const place = packed >>> 8;
    out.number(place - before);
    codes[next++] = packed & 255;
    before = place;
  }
  return next;
}
