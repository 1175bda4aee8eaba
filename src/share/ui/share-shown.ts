import { words } from '../../words';
import type { LedgerEntry } from '..';

/** A share on one line: when, with whom, by which way, and what became of it. */
export function shareShown({ day, audience, recipients, channel, withoutTake, early, updated, withdrawn, cameBack = [] }: LedgerEntry): string {
  return [
    day, words.share.audiences[audience], ...recipients, words.share.channels[channel] ?? channel,
    ...(withoutTake === undefined ? [] : [`${words.share.withoutTake}${withoutTake === '' ? '' : `: ${withoutTake}`}`]),
    ...(early === undefined || early === '' ? [] : [words.share.straightThere(early)]),
    ...(updated === undefined ? [] : [words.share.updatedOn(updated)]),
    ...(withdrawn === undefined ? [] : [words.share.withdrawnOn(withdrawn)]),
    ...(cameBack.length === 0 ? [] : [words.share.responsesShown(cameBack.length)]),
  ].join(' · ');
}
