/**
 * The one table of learned numbers. `npm run bench:learn` fits `BLEND` again; the numbers of the text score were measured
 * one by one (docs/adr/010-ranking.md). Every part of the blend is between 0 and 1, so the weights can be compared.
 */
export const TEXT = {
  /** BM25 (Robertson, Walker): saturation and length. */
  k: 2.2,
  b: 0.9,
  /** How much more than a word of the body a word counts elsewhere, in the note that is found. */
  title: 3,
  heading: 0.5,
  tag: 0.5,
  /** … and in the note that asks. */
  askTitle: 2,
  askHeading: 1.5,
  askTag: 1,
  /** So many of the asking note's terms are looked for. */
  terms: 80,
  /** The score of a note with n terms is multiplied by (20 + n)^lengthPower. */
  lengthPower: -0.1,
} as const;

/** Text-seeded personalised PageRank. */
export const WALK = { seeds: 100, seedShare: 0.6, damping: 0.4, rounds: 4 } as const;

/** Names of the parts in the order the ranker computes them. */
export const PARTS = [
  'text', 'textWalk', 'votes', 'walk', 'popular', 'names', 'named', 'anchors', 'common', 'tags', 'folder', 'feedback',
] as const;
export type Part = (typeof PARTS)[number];

export const BLEND: Readonly<Record<Part, number>> = {
  text: 2.77, textWalk: 1.8, votes: 0.81, walk: 0.67, popular: 0.41, names: 0.3, named: 0.3, anchors: 0.3, common: 0.1, tags: 0.1, folder: 0.1, feedback: 0,
};

/** Where the slider stands unless moved, and how many points of score full surprise adds to an unexpected note. */
export const DEFAULT_SURPRISE = 0.5;
export const SURPRISE_BONUS = 1;
