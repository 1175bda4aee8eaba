import type { Way } from '../../sense';
import { AUDIENCES, type Audience } from '../../share';
import { introductionKey, type Activity, type ActivityEvent, type Applied, type Sensed, type Shared } from '../activity';
import type { RoleWeights } from './weights';

/** How roles are computed in this vault. */
export interface RoleRule {
  readonly weights: RoleWeights;
  /** The least number of own words that makes a commentary. */
  readonly leastOwnWords: number;
}

/** What a stretch of time adds up to. */
export interface Measure {
  /** S: what was made of things, each note up to its most. */
  readonly sense: number;
  /** H: what was given to others. */
  readonly share: number;
  /** S on its axis, 0 to 1. */
  readonly x: number;
  /** H on its axis, 0 to 1. */
  readonly y: number;
  /** The user's own acts; what came back is none. */
  readonly events: number;
  /** Commentaries that count, and notes they stand in. */
  readonly commentaries: number;
  readonly notes: number;
  /** Notes that went out, each once for an audience. */
  readonly distinctShares: number;
  /** Exchanges with people: what was given, and conversations. */
  readonly exchanges: number;
  readonly introductions: number;
  /** The spaces in which something was given. */
  readonly spaces: readonly Audience[];
}

/** What one commentary counts: the sum of its ways, and nothing where the gate would ask for more: too few own words, an echo of the quote, set phrases. */
function weightOf(commentary: Sensed | Applied, { weights, leastOwnWords }: RoleRule): number {
  if (!commentary.own.isCommentary(leastOwnWords)) return 0;
  const ways: readonly Way[] = commentary.kind === 'applied' ? ['apply'] : commentary.ways;
  return ways.length === 0 ? weights.noWay : ways.reduce((sum, way) => sum + weights[way], 0);
}

/**
 * Adds up what happened: S = Σ over notes min(most of a note, Σ weights), H = distinct (note, audience) shares + min(most of
 * exchanges, weight · exchanges) + introductions, x = S/(S+half), y = H/(H+half). The formulas are conventions of this product.
 */
export function measureOf(events: readonly ActivityEvent[], rule: RoleRule): Measure {
  const { weights } = rule;
  const byNote = new Map<string, number>();
  const shares = new Set<string>();
  const spaces = new Set<Audience>();
  const introduced = new Set<string>();
  let [commentaries, exchanges, own] = [0, 0, 0];
  for (const event of events) {
    if (event.kind !== 'came-back' && event.kind !== 'introduced') own++;
    if (event.kind === 'sensed' || event.kind === 'applied') {
      const weight = weightOf(event, rule);
      if (event.own.isCommentary(rule.leastOwnWords)) commentaries++;
      if (weight > 0) byNote.set(event.path, (byNote.get(event.path) ?? 0) + weight);
    } else if (event.kind === 'shared') {
      shares.add(`${event.audience} ${event.path}`);
      spaces.add(event.audience);
    } else if (event.kind === 'introduced') {
      introduced.add(introductionKey(event));
      spaces.add(event.space);
    } else if (isExchange(event)) {
      exchanges++;
      spaces.add(event.space);
    }
  }
  const sense = [...byNote.values()].reduce((sum, weight) => sum + Math.min(weights.mostOfNote, weight), 0);
  const share = shares.size + Math.min(weights.mostOfExchanges, weights.exchange * exchanges) + weights.introduction * introduced.size;
  return {
    sense, share, x: onAxis(sense, weights.halfSense), y: onAxis(share, weights.halfShare), events: own + introduced.size, commentaries, notes: byNote.size,
    distinctShares: shares.size, exchanges, introductions: introduced.size, spaces: AUDIENCES.filter((audience) => spaces.has(audience)),
  };
}

// To be given something is no sharing; a conversation is both.
function isExchange(event: ActivityEvent): event is Extract<ActivityEvent, { kind: 'interaction' }> {
  return event.kind === 'interaction' && event.direction !== 'received';
}

function onAxis(value: number, half: number): number {
  return value <= 0 ? 0 : value / (value + Math.max(0, half));
}

/** Whether a note went out without a commentary before it. A note of the user's own speaks for itself. */
export function isBare(share: Shared, activity: Activity, { leastOwnWords }: Pick<RoleRule, 'leastOwnWords'>): boolean {
  if (share.withoutTake) return true;
  if (share.isOwnNote) return false;
  return !activity.ofNote(share.path).some((event) => event.kind === 'sensed' && event.day <= share.day && event.own.isCommentary(leastOwnWords));
}

/** The part of shares that had no commentary before them, 0 to 1; absent when there are too few to tell. */
export function noiseOf(events: readonly ActivityEvent[], activity: Activity, rule: RoleRule): number | undefined {
  const shares = events.filter((event) => event.kind === 'shared');
  if (shares.length < Math.max(1, rule.weights.noiseFrom)) return undefined;
  return shares.filter((share) => isBare(share, activity, rule)).length / shares.length;
}
