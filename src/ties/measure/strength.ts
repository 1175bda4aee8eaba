import { dayAfter, daysBetween, type Day } from '../../base';
import type { Exchange } from '../exchange';
import { reciprocity } from './reciprocity';

/** How strong a tie is, 0 to 1, and what that is made of; the parts add up to the whole. */
export interface Strength {
  readonly value: number;
  readonly parts: {
    /** How lately: up to .4. */
    readonly recency: number;
    /** How often in twelve months: up to .3. */
    readonly frequency: number;
    /** How much in both directions: up to .2. */
    readonly reciprocity: number;
    /** In how many spaces: up to .1. */
    readonly spaces: number;
  };
  /** What was counted: exchanges in twelve months, and days since the latest contact. */
  readonly counted: { readonly all: number; readonly gave: number; readonly received: number; readonly days?: number; readonly spaces: number };
}

const YEAR = 365;
/** Days after which recency counts half. */
const HALF_LIFE = 90;
/** So many exchanges a year count half of what endlessly many would. */
const HALF_OFTEN = 6;
const MOST_SPACES = 3;
const WEIGHT = { recency: 0.4, frequency: 0.3, reciprocity: 0.2, spaces: 0.1 } as const;

/**
 * The strength of a tie:
 * .4·2^(−days/90) + .3·n/(n+6) + .2·2·min(gave, received)/(gave+received) + .1·min(1, spaces/3), for twelve months.
 * What goes beyond the balance never counts against a tie: where the balanced part alone comes out stronger it is counted
 * alone. Source: the four elements are Mark Granovetter's (The Strength of Weak Ties, 1973: time, intensity, intimacy,
 * reciprocity); the weights are a convention of this product.
 */
export function tieStrength(exchanges: readonly Pick<Exchange, 'day' | 'direction'>[], latest: Day | undefined, spaces: number, today: Day): Strength {
  const since = dayAfter(today, -YEAR);
  let [all, gave, received] = [0, 0, 0];
  for (const { day, direction } of exchanges) {
    if (day <= since || day > today) continue;
    all++;
    if (direction === 'gave') gave++;
    if (direction === 'received') received++;
  }
  const balanced = 2 * Math.min(gave, received);
  const history = [inBoth(all, reciprocity(gave, received)), inBoth(all - gave - received + balanced, balanced === 0 ? 0 : 1)];
  const best = history.reduce((found, one) => (one.frequency + one.reciprocity > found.frequency + found.reciprocity ? one : found));
  const days = latest === undefined || latest > today ? undefined : daysBetween(latest, today);
  const parts = {
    recency: days === undefined ? 0 : WEIGHT.recency * 2 ** (-days / HALF_LIFE),
    ...best,
    spaces: WEIGHT.spaces * Math.min(1, spaces / MOST_SPACES),
  };
  return { value: parts.recency + parts.frequency + parts.reciprocity + parts.spaces, parts, counted: { all, gave, received, spaces, ...(days === undefined ? {} : { days }) } };
}

function inBoth(count: number, balance: number): { frequency: number; reciprocity: number } {
  return { frequency: (WEIGHT.frequency * count) / (count + HALF_OFTEN), reciprocity: WEIGHT.reciprocity * balance };
}
