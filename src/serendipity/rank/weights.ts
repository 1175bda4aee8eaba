/**
 * The one table of learned and measured numbers. `npm run bench:learn` fits `BLEND` again; the others come from a flat optimum
 * (docs/adr/016-ranking.md), so their last digit does not matter.
 */
export const TEXT = {
  /** BM25 (Robertson, Walker): saturation and length. */
  k: 2.5,
  b: 0.9,
  /** How much more than a word of the body a word counts elsewhere, in the note that is found. */
  title: 3,
  heading: 0.5,
  tag: 0.5,
  /** … and in the note that asks. */
  askTitle: 2,
  askHeading: 1.5,
  askTag: 1,
  /** So many of the asking note's terms are looked for, and so many postings are read for them at most, rarest terms first. */
  terms: 120,
  postings: 200_000,
  /** The score of a note with n terms is multiplied by (20 + n)^lengthPower. */
  lengthPower: -0.1,
} as const;

/** Text-seeded personalised PageRank. */
export const WALK = { seeds: 100, seedShare: 0.55, damping: 0.5, rounds: 3, leastMass: 2e-4 } as const;

/** How many notes get a look, by text, by the walk, and by shared neighbours; and how many of those get the closer look at all their terms. */
export const CANDIDATES = { text: 300, walk: 250, common: 100, closer: 150 } as const;

/**
 * What a score is made of, each between 0 and 1.
 * `text`: likeness of the texts · `walk`: text-seeded PageRank · `names`: share of the note's names that stands in the asking one ·
 * `named`: share of the asking note's name that stands in the note · `covered`: share of the note's terms that stands in the asking
 * one · `anchors`: words of links to the note that stand there · `rare`: shared terms that hardly any other note has ·
 * `common`: shared neighbours · `beside`: what other notes link to right beside what the asking note links to · `popular`: how much likelier than by chance such a note links to one with so many links ·
 * `brief`: few words · `tags`, `place`: shared tags, nearness of folders ·
 * `habit`: how much likelier than by chance notes of the one folder link to notes of the other.
 */
export const PARTS = ['text', 'walk', 'names', 'named', 'covered', 'anchors', 'rare', 'common', 'beside', 'popular', 'brief', 'tags', 'place', 'habit'] as const;
export type Part = (typeof PARTS)[number];

/** What each part weighs. */
export const BLEND: Readonly<Record<Part, number>> = {
  text: 0.2, walk: 6, names: 1.3, named: 0.6, covered: 0.5, anchors: 0.3, rare: 0.4, common: 0.2, beside: 0.9, popular: 2.2, brief: 1.4, tags: 0.25, place: 0.2, habit: 4.7,
};

/**
 * Where the slider stands unless moved; and what it is worth at full surprise, as the likelihood of a link, to show a note that is elsewhere (by the
 * square of the slider, so a quarter of that at its middle), for a question of so many terms or more.
 */
export const DEFAULT_SURPRISE = 0.5;
export const SURPRISE_WORTH = 0.09;
export const TERMS_FOR_SURPRISE = 30;
