import { ok, type Day, type Result } from '../base';
import type { Audience, Recipient } from './audience';
import type { ShareChannel } from './channels/channel';
import type { SharePlan } from './plan';

declare const carriedOut: unique symbol;

/** Something that was shared. Only carrying out a plan makes one. */
export interface ShareRecord {
  readonly path: string;
  readonly day: Day;
  readonly audience: Audience;
  readonly recipients: readonly Recipient[];
  readonly channel: string;
  readonly address?: string;
  readonly withoutTake?: string;
  readonly [carriedOut]: true;
}

/** Carries out a plan by its channel. When the channel fails, nothing was shared and nothing is recorded. */
export async function carryOut(plan: SharePlan, channel: ShareChannel, today: Day): Promise<Result<ShareRecord>> {
  const sent = await channel.send(plan.outgoing);
  if (!sent.ok) return sent;
  const { path, audience, recipients, withoutTake } = plan;
  return ok({
    path, day: today, audience, recipients, channel: channel.id,
    ...(sent.value.address === undefined ? {} : { address: sent.value.address }),
    ...(withoutTake === undefined ? {} : { withoutTake }),
  } as ShareRecord);
}
