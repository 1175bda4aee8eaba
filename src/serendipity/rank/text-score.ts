import { codeIn, termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import { COUNT_BITS, COUNT_OF, IN_HEADING, IN_TAG, IN_TITLE } from '../read/tally';
import { Sums } from './sums';
import { TEXT } from './weights';

/** What a term's byte counts in the note that is found. */
const FOUND_COUNT = Float64Array.from(
  { length: 256 },
  (_, code) => (COUNT_OF[code & COUNT_BITS] as number) + (code & IN_TITLE ? TEXT.title : 0) + (code & IN_HEADING ? TEXT.heading : 0) + (code & IN_TAG ? TEXT.tag : 0),
);

/** What the length of a note does to its score, by its number of terms. */
const LENGTH_FACTORS = Float64Array.from({ length: 4096 }, (_, count) => (20 + count) ** TEXT.lengthPower);

function lengthFactor(count: number): number {
  return count < LENGTH_FACTORS.length ? (LENGTH_FACTORS[count] as number) : (20 + count) ** TEXT.lengthPower;
}

/** A question prepared for summing: what each term adds at most, and the two halves of the length normalisation. */
interface Formula {
  readonly terms: readonly number[];
  readonly gains: Float64Array;
  readonly floor: number;
  readonly spread: number;
}

/** Terms so common that the bound on postings is passed add nothing. */
function prepare(index: VaultIndex, terms: readonly number[], weights: readonly number[]): Formula {
  let room: number = TEXT.postings;
  const gains = Float64Array.from(terms, (term, at) => {
    const frequency = index.documentFrequency.get(term);
    if (frequency > room) return 0;
    room -= frequency;
    return (weights[at] as number) * index.idf(term) * (TEXT.k + 1);
  });
  return { terms, gains, floor: TEXT.k * (1 - TEXT.b), spread: (TEXT.k * TEXT.b) / index.meanLength };
}

/**
 * The likeness of every note to weighted terms: BM25F (Robertson, Zaragoza, Taylor 2004; one length for all fields), summed
 * over postings for settled notes and over the notes' own lists for pending ones, in the same order of terms, so that both
 * ways give the same number. In a huge vault the commonest terms are left out.
 */
export function scoreTexts(index: VaultIndex, terms: readonly number[], weights: readonly number[], sums: Sums): void {
  const formula = prepare(index, terms, weights);
  scoreSettled(index, formula, sums);
  scorePending(index, formula, sums);
  const counts = index.termCounts.values;
  for (const note of sums.touched()) sums.scale(note, lengthFactor(counts[note] as number));
}

function scoreSettled({ postings, settledLengths }: VaultIndex, { terms, gains, floor, spread }: Formula, sums: Sums): void {
  const lengths = settledLengths.values;
  for (const block of postings.blocks) {
    for (let at = 0; at < terms.length; at++) {
      const gain = gains[at] as number;
      if (gain === 0) continue;
      const to = block.to(terms[at] as number);
      for (let slot = block.from(terms[at] as number); slot < to; slot++) {
        const note = block.first + (block.notes[slot] as number);
        const length = lengths[note] as number;
        if (length < 0) continue;
        const count = FOUND_COUNT[block.codes[slot] as number] as number;
        sums.add(note, (gain * count) / (count + floor + spread * length));
      }
    }
  }
}

function scorePending({ pending, arena, entries, lexicon }: VaultIndex, { terms, gains, floor, spread }: Formula, sums: Sums): void {
  if (pending.size === 0) return;
  // One more than the term's place in the question; 0 for all other terms. A plain array is several times faster than a map here.
  const places = new Uint8Array(lexicon.size);
  terms.forEach((term, place) => { places[term] = place + 1; });
  const codes = new Uint8Array(terms.length);
  for (const note of pending) {
    const entry = entries[note];
    if (entry === undefined) continue;
    codes.fill(0);
    const list = arena.view(entry.start, entry.count);
    for (let at = 0; at < list.length; at++) {
      const packed = list[at] as number;
      const place = places[termIn(packed)] as number;
      if (place > 0) codes[place - 1] = codeIn(packed);
    }
    for (let place = 0; place < terms.length; place++) {
      if (codes[place] === 0) continue;
      const count = FOUND_COUNT[codes[place] as number] as number;
      sums.add(note, ((gains[place] as number) * count) / (count + floor + spread * entry.length));
    }
  }
}
