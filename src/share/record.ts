import { dayOf, ok, type Day } from '../base';
import type { Audience, Recipient } from './audience';
import type { Asked, Receipt, ShareChannel } from './channels';
import { parcelOf, type SharePlan } from './plan';
import type { ShareIntent } from './intent';

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
  /** Why it went to the network first. */
  readonly early?: string;
  readonly [carriedOut]: true;
}

/** A record, and what the user has to know or do now. */
export interface Outcome {
  readonly record: ShareRecord;
  readonly advice?: string;
}

/**
 * Carries out a plan by its channel. When the channel fails or asks, nothing was shared and nothing is recorded; `insist`
 * is the user's yes to its question.
 */
export async function carryOut(plan: SharePlan, channel: ShareChannel, at: Date, { to = [], insist = false }: { to?: readonly string[]; insist?: boolean } = {}): Promise<Asked<Outcome>> {
  const sent = await channel.send(parcelOf(plan, at, to), insist);
  if (!sent.ok) return sent;
  const { path, audience, recipients, withoutTake, early } = plan;
  const record = recorded({ path, audience, recipients, channel: channel.id, day: dayOf(at), ...(withoutTake === undefined ? {} : { withoutTake }), ...(early === undefined ? {} : { early }) }, sent.value);
  return ok(sent.value.advice === undefined ? { record } : { record, advice: sent.value.advice });
}

/** The record of a plan that went out before the app was closed, as the channel or the user says. */
export function recordAfterwards(intent: ShareIntent, receipt: Receipt): ShareRecord {
  const { path, day, audience, recipients, channel, withoutTake, early } = intent;
  return recorded({ path, day, audience, recipients, channel, ...(withoutTake === undefined ? {} : { withoutTake }), ...(early === undefined ? {} : { early }) }, receipt);
}

function recorded(parts: Omit<ShareRecord, 'address' | typeof carriedOut>, { address }: Receipt): ShareRecord {
  return { ...parts, ...(address === undefined ? {} : { address }) } as ShareRecord;
}
