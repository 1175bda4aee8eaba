import { dayOf, readDay, type Day } from '../base';
import { readAudiences, type Audience, type Recipient } from './audience';
import { planKey, type SharePlan } from './plan';

/**
 * That a plan is being carried out, kept on this device from before the channel acts until the ledger says so. What is
 * found after a restart was interrupted in between. Holds nothing of the text but a digest.
 */
export interface ShareIntent {
  /** Tells two intents apart. */
  readonly id: string;
  readonly path: string;
  readonly day: Day;
  readonly audience: Audience;
  readonly recipients: readonly Recipient[];
  readonly channel: string;
  readonly key: string;
  /** What its channel would know the outgoing words by, once they stand there; absent where a channel keeps nothing. */
  readonly digest?: string;
  readonly withoutTake?: string;
  readonly early?: string;
}

/** The intent of a plan that is about to be carried out. */
export function intentOf(plan: SharePlan, at: Date, digest?: string): ShareIntent {
  const { path, audience, recipients, channel, key, withoutTake, early } = plan;
  return { id: planKey(plan, at), path, day: dayOf(at), audience, recipients, channel, key, ...given({ digest, withoutTake, early }) };
}

/** Reads the intents that a device kept; what is none is left out. */
export function readIntents(kept: unknown): ShareIntent[] {
  return Array.isArray(kept) ? kept.flatMap((one) => readIntent(one) ?? []) : [];
}

function readIntent(kept: unknown): ShareIntent | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const fields = kept as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => (typeof fields[name] === 'string' ? fields[name] : undefined);
  const [id, path, channel, key, day, [audience]] = [text('id'), text('path'), text('channel'), text('key'), readDay(fields['day']), readAudiences([text('audience') ?? ''])];
  if (id === undefined || path === undefined || channel === undefined || key === undefined || day === undefined || audience === undefined) return undefined;
  const recipients = readRecipients(fields['recipients']);
  return { id, path, day, audience, channel, key, recipients, ...given({ digest: text('digest'), withoutTake: text('withoutTake'), early: text('early') }) };
}

function given(fields: Readonly<Record<'digest' | 'withoutTake' | 'early', string | undefined>>): Pick<ShareIntent, 'digest' | 'withoutTake' | 'early'> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function readRecipients(kept: unknown): Recipient[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || typeof one.name !== 'string') return [];
    return [{ name: one.name, ...('path' in one && typeof one.path === 'string' ? { path: one.path } : {}) }];
  });
}
