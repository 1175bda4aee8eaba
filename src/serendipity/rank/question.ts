import type { VaultIndex } from '../vault/vault-index';
import { COUNT_BITS, COUNT_OF, IN_HEADING, IN_TAG, IN_TITLE } from '../read/tally';
import { folderOf } from '../vault/names';
import { TEXT } from './weights';

/** What is asked: the terms of a note or a text with their weights, and where it stands in the vault. */
export interface Question {
  /** The asking note, or -1 for a free text. */
  readonly note: number;
  /** Whether it stands in the vault at all; a free text does not. */
  readonly placed: boolean;
  readonly folder: string;
  readonly tags: readonly number[];
  /** What it is written in, as `languageOf` numbers languages. */
  readonly language: number;
  /** The notes it links to. */
  readonly targets: ReadonlySet<number>;
  /** All terms that may be looked for, best first. */
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  /** All terms of the asking note with their bytes. */
  readonly all: Int32Array;
  readonly codes: Uint8Array;
  /** Terms of the template it was filled in from: left out above, and not to be counted in other notes either. */
  readonly boilerplate: ReadonlySet<number>;
}

const NO_TERMS: ReadonlySet<number> = new Set();

/** How much a term counts in the asking note. */
function askedCount(code: number): number {
  return (
    (COUNT_OF[code & COUNT_BITS] as number) + (code & IN_TITLE ? TEXT.askTitle : 0) + (code & IN_HEADING ? TEXT.askHeading : 0) + (code & IN_TAG ? TEXT.askTag : 0)
  );
}

/**
 * The best terms of a note by √tf·idf among those that stand in another note too, and in at most half of all notes.
 * Equal weights are put in the order of the terms' hashes, so that the choice does not depend on the order of edits.
 */
export function bestTerms(index: VaultIndex, all: Int32Array, codes: Uint8Array, own: boolean): { terms: number[]; weights: number[] } {
  const least = own ? 2 : 1;
  const most = Math.max(2, index.count / 2);
  const found: { term: number; weight: number; hash: number }[] = [];
  for (let at = 0; at < all.length; at++) {
    const term = all[at] as number;
    const df = index.documentFrequency.get(term);
    if (df < least || df > most) continue;
    found.push({ term, weight: Math.sqrt(askedCount(codes[at] as number)) * index.idf(term), hash: index.lexicon.hashOfTerm(term) });
  }
  found.sort((a, b) => b.weight - a.weight || a.hash - b.hash);
  const best = found.slice(0, TEXT.terms);
  return { terms: best.map(({ term }) => term), weights: best.map(({ weight }) => weight) };
}

/** The question that a note of the vault asks. */
export function questionOfNote(index: VaultIndex, note: number): Question {
  const { start, count, folder, tags, language } = index.entry(note);
  const { terms: all, codes } = index.arena.list(start, count);
  const targets = new Set<number>();
  index.graph.eachOut(note, (target) => targets.add(target));
  return { note, placed: true, folder, tags, language, targets, all, codes, boilerplate: NO_TERMS, ...bestTerms(index, all, codes, true) };
}

/** The question that a text asks, standing at `path` (known or not) or nowhere ('' as path). */
export function questionOfText(index: VaultIndex, text: string, path: string): Question {
  const read = index.read(path, text);
  const note = index.noteAt(path) ?? -1;
  const folder = folderOf(path);
  const targets = new Set(read.links.map(({ target }) => index.graph.find(target, folder)).filter((target) => target >= 0));
  return { note, placed: path !== '', folder, targets, language: read.language, tags: read.tags.map((tag) => index.tagNumber(tag)), all: read.terms, codes: read.codes, boilerplate: NO_TERMS, ...bestTerms(index, read.terms, read.codes, note >= 0) };
}
