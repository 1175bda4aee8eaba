import type { VaultIndex } from '../vault/vault-index';
import { COUNT_BITS, COUNT_OF, IN_HEADING, IN_TAG, IN_TITLE } from '../read/tally';
import { Sums } from './sums';
import { TEXT } from './weights';

/** What a term's byte counts in the note that is found. */
const FOUND_COUNT = Float64Array.from(
  { length: 256 },
  (_, code) => (COUNT_OF[code & COUNT_BITS] as number) + (code & IN_TITLE ? TEXT.title : 0) + (code & IN_HEADING ? TEXT.heading : 0) + (code & IN_TAG ? TEXT.tag : 0),
);

/**
 * The likeness of every note to weighted terms: BM25F (Robertson, Zaragoza, Taylor 2004; one length for all fields),
 * summed over postings (up to a bound: in a huge vault the commonest terms are left out) for settled notes and over the notes' own lists for pending ones, in the same order of terms.
 */
export function scoreTexts(index: VaultIndex, terms: readonly number[], weights: readonly number[], sums: Sums): void {
  const { postings, pending, entries } = index;
  const mean = index.meanLength;
  const spread = TEXT.k * TEXT.b / mean;
  const floor = TEXT.k * (1 - TEXT.b);
  const gains = terms.map((term, at) => (weights[at] as number) * index.idf(term) * (TEXT.k + 1));
  let room: number = TEXT.postings;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as number;
    const gain = gains[at] as number;
    const frequency = index.documentFrequency.get(term);
    if (frequency > room) {
      gains[at] = 0;
      continue;
    }
    room -= frequency;
    const to = postings.to(term);
    for (let slot = postings.from(term); slot < to; slot++) {
      const note = postings.notes[slot] as number;
      const entry = entries[note];
      if (entry === undefined || (pending.size > 0 && pending.has(note))) continue;
      const count = FOUND_COUNT[postings.codes[slot] as number] as number;
      sums.add(note, (gain * count) / (count + floor + spread * entry.length));
    }
  }
  scorePending(index, terms, gains, floor, spread, sums);
  for (const note of sums.touched()) {
    sums.scale(note, (20 + (entries[note]?.count ?? 0)) ** TEXT.lengthPower / Math.max(1, terms.length));
  }
}

function scorePending(index: VaultIndex, terms: readonly number[], gains: readonly number[], floor: number, spread: number, sums: Sums): void {
  if (index.pending.size === 0) return;
  const { arena, entries } = index;
  const placeOf = new Map(terms.map((term, place) => [term, place]));
  const codes = new Uint8Array(terms.length);
  for (const note of index.pending) {
    const entry = entries[note];
    if (entry === undefined) continue;
    codes.fill(0);
    for (let at = entry.start; at < entry.start + entry.count; at++) {
      const place = placeOf.get(arena.terms[at] as number);
      if (place !== undefined) codes[place] = arena.codes[at] as number;
    }
    for (let place = 0; place < terms.length; place++) {
      if (codes[place] === 0) continue;
      const count = FOUND_COUNT[codes[place] as number] as number;
      sums.add(note, ((gains[place] as number) * count) / (count + floor + spread * entry.length));
    }
  }
}
