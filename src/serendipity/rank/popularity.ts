import type { VaultIndex } from '../vault/vault-index';
import { partOfLift } from './places';
import type { Question } from './question';

/** Notes are told apart by the order of magnitude (to base 2) of the links that lead to them … */
const RANKS_TO = 10;
/** … and notes that ask by that of the links they have. */
const RANKS_FROM = 5;
/** So many made-up links, spread as notes are, stand beside the real ones; and, spread as all links are, beside those of each rank that asks. */
const PRIOR = 10;
const PRIOR_OF_RANK = 20;
const LEAST = 1e-4;
/** Lifts beyond e^±4 say no more. */
const MOST_LIFT = 4;

/** The value of each rank of the note that is found, for each rank of the asking one: `values[from * RANKS_TO + to]`. */
type RankLifts = Float64Array;

function rankOf(links: number, ranks: number): number {
  return Math.min(ranks - 1, 31 - Math.clz32(1 + links));
}

/** How many notes are of each rank, and how many links lead to it from each; a link is not counted among those its own ends have. */
function count(index: VaultIndex): { readonly notes: Float64Array; readonly links: Float64Array } {
  const { graph } = index;
  const notes = new Float64Array(RANKS_TO);
  const links = new Float64Array(RANKS_FROM * RANKS_TO);
  for (const note of index.numbers()) {
    const rank = rankOf(graph.inDegree(note), RANKS_TO);
    notes[rank] = (notes[rank] as number) + 1;
    const out = graph.degree(note) - graph.inDegree(note);
    const row = rankOf(Math.max(0, out - 1), RANKS_FROM) * RANKS_TO;
    graph.eachOut(note, (target) => {
      const cell = row + rankOf(graph.inDegree(target) - 1, RANKS_TO);
      links[cell] = (links[cell] as number) + 1;
    });
  }
  return { notes, links };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function liftsOf(index: VaultIndex): RankLifts {
  const { notes, links } = count(index);
  const shares = notes.map((number) => number / Math.max(1, index.count));
  const all = sum(links);
  const expected = shares.map((share, to) => {
    let number = PRIOR * share;
    for (let from = 0; from < RANKS_FROM; from++) number += links[from * RANKS_TO + to] as number;
    return number / (all + PRIOR);
  });
  return links.map((number, cell) => {
    const to = cell % RANKS_TO;
    const row = links.subarray(cell - to, cell - to + RANKS_TO);
    const share = (number + PRIOR_OF_RANK * (expected[to] as number)) / (sum(row) + PRIOR_OF_RANK);
    return partOfLift(Math.log((share + LEAST) / ((shares[to] as number) + LEAST)), MOST_LIFT);
  });
}

const known = new WeakMap<VaultIndex, { readonly revision: number; readonly lifts: RankLifts }>();

/**
 * How likely, by the habits of the vault, a note with so many links as the asking one links to a note to which so many lead:
 * ½ as likely as by chance, 0 to 1. Some people link to what is well known, others to notes that have no link yet, and overviews do what
 * short notes do not. Additive smoothing in two steps: a rank with few links is taken to be like the whole vault. Counted once for
 * each revision of the notes, in one pass over the links.
 */
export function popularityFrom(index: VaultIndex, { targets }: Question): (note: number) => number {
  const before = known.get(index);
  const lifts = before?.revision === index.revision ? before.lifts : liftsOf(index);
  if (lifts !== before?.lifts) known.set(index, { revision: index.revision, lifts });
  const row = rankOf(targets.size, RANKS_FROM) * RANKS_TO;
  return (note) => lifts[row + rankOf(index.graph.inDegree(note), RANKS_TO)] as number;
}
