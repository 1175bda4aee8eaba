import { words } from '../../words';
import type { LedgerEntry, ShareChannel, SharePlan } from '..';

/** What the composer tells of an earlier share. */
export interface SharedBefore {
  readonly sentence: string;
  /** Whether what is shared now takes the place of what stands there. */
  readonly isUpdate: boolean;
}

/**
 * Whether something was shared before the way a plan says, by a note's share history and by what its channel keeps. Changes
 * nothing; where the channel has to look long, it stops once nobody wants to know any more.
 */
export async function sharedBefore(ledger: readonly LedgerEntry[], { audience, channel: id, recipients, key }: SharePlan, channel: ShareChannel, isWanted: () => boolean): Promise<SharedBefore | undefined> {
  const standing = ledger.filter((entry) => entry.withdrawn === undefined && entry.audience === audience);
  const there = channel.keeping === undefined ? undefined : standing.find((entry) => entry.channel === id);
  const shown = words.share.channels[id] ?? id;
  if (there !== undefined) return { sentence: words.share.alreadyThere(there.day, shown), isUpdate: true };
  // As from another note with the same quote, or from another device whose history is not here yet.
  if ((await channel.keeping?.find(key, audience, isWanted)) !== undefined) return { sentence: words.share.standsAlready(shown), isUpdate: true };
  const names = recipients.map(({ name }) => name).sort().join('\n');
  const same = standing.filter((entry) => entry.channel === id && [...entry.recipients].sort().join('\n') === names).at(-1);
  return same === undefined ? undefined : { sentence: words.share.sharedBefore(same.day, shown), isUpdate: false };
}
