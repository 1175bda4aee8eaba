/** How close a tie is, in words; the weakest first. */
export const CLOSENESS = ['faint', 'loose', 'steady', 'close'] as const;
type Closeness = (typeof CLOSENESS)[number];

/** From which strength on each word holds (a convention of this product). */
const FROM: Readonly<Record<Closeness, number>> = { faint: 0, loose: 0.12, steady: 0.35, close: 0.6 };

/** The word for a strength between 0 and 1: a figure tells newcomers nothing, and two decimals claim more than is known. */
export function closenessOf(strength: number): Closeness {
  return CLOSENESS.findLast((word) => strength >= FROM[word]) ?? 'faint';
}
