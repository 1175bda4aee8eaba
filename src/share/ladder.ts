import { dayAfter, type Day } from '../base';
import { AUDIENCES, type Audience } from './audience';
import type { LedgerEntry } from './ledger';

/** The next wider audience, and from which day on it is time for it. */
interface NextRung {
  readonly audience: Audience;
  readonly from: Day;
}

/** A ledger as far as the ladder asks: what was taken back reached nobody for good. */
type Climbed = Pick<LedgerEntry, 'day' | 'audience' | 'withdrawn'>;

/** The widest audience a note has reached; undefined while it was shared with nobody. */
export function widestReached(ledger: readonly Climbed[]): Audience | undefined {
  const reached = standing(ledger);
  return [...AUDIENCES].reverse().find((audience) => reached.some((entry) => entry.audience === audience));
}

/**
 * Where a note may go next: `waitDays` after it first reached its widest audience, the next wider one that it is not `kept`
 * from. Undefined at the ends of the ladder.
 */
export function nextRung(ledger: readonly Climbed[], waitDays: number, kept: readonly Audience[] = []): NextRung | undefined {
  const widest = widestReached(ledger);
  const next = widest === undefined ? undefined : AUDIENCES.slice(AUDIENCES.indexOf(widest) + 1).find((audience) => !kept.includes(audience));
  if (next === undefined) return undefined;
  const first = standing(ledger).filter(({ audience }) => audience === widest).map(({ day }) => day).sort()[0] ?? '';
  return { audience: next, from: dayAfter(first, Math.max(0, Math.round(waitDays))) };
}

/**
 * Whether going to `audience` would take an idea to the network that nobody nearer has seen, or saw less than `waitDays`
 * ago. Asked once: a note that is in the network already is not asked about again.
 */
export function isEarly(ledger: readonly Climbed[], audience: Audience, today: Day, waitDays: number): boolean {
  if (audience !== 'network') return false;
  const reached = standing(ledger);
  if (ledger.some((entry) => entry.audience === 'network')) return false;
  const first = reached.map(({ day }) => day).sort()[0];
  return first === undefined || today < dayAfter(first, Math.max(0, Math.round(waitDays)));
}

function standing(ledger: readonly Climbed[]): Climbed[] {
  return ledger.filter(({ withdrawn }) => withdrawn === undefined);
}
