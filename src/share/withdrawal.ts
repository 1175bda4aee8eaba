import { readDay, type Day } from '../base';
import { readAudiences, type Audience } from './audience';
import { isSameItem } from './intent';

/**
 * That something is being taken back, kept on this device from before its channel acts until the ledger says so. What is
 * found after a restart was interrupted in between. Holds nothing of the text.
 */
export interface Withdrawal {
  /** Tells two apart, also when their notes get other names. */
  readonly id: string;
  readonly path: string;
  readonly day: Day;
  readonly audience: Audience;
  readonly channel: string;
  readonly key: string;
}

/** The withdrawal of what a channel keeps under a key for an audience, as the ledger of a note tells of it. */
export function withdrawalOf(parts: Omit<Withdrawal, 'id'>): Withdrawal {
  return { ...parts, id: [parts.path, parts.audience, parts.channel, parts.key].join('\n') };
}

/** Whether two are of one thing, told by the same note. */
export function isSameWithdrawal(left: Withdrawal, right: Withdrawal): boolean {
  return left.path === right.path && isSameItem(left, right);
}

/** Reads the withdrawals that a device kept; what is none is left out. */
export function readWithdrawals(kept: unknown): Withdrawal[] {
  return Array.isArray(kept) ? kept.flatMap((one) => readWithdrawal(one) ?? []) : [];
}

function readWithdrawal(kept: unknown): Withdrawal | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const fields = kept as Readonly<Record<string, unknown>>;
  const [id, path, channel, key, named] = ['id', 'path', 'channel', 'key', 'audience'].map((name) => fields[name]);
  const day = readDay(fields['day']);
  if (typeof id !== 'string' || typeof path !== 'string' || typeof channel !== 'string' || typeof key !== 'string' || typeof named !== 'string' || day === undefined) return undefined;
  const [audience] = readAudiences([named]);
  return audience === undefined ? undefined : { id, path, day, audience, channel, key };
}
