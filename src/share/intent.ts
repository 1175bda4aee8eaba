import { dayOf, readDay, type Day } from '../base';
import { readAudiences, type Audience, type Recipient } from './audience';
import type { Standing } from './channels';
import { planKey, type SharePlan } from './plan';

/**
 * That a plan is being carried out, kept on this device from before the channel acts until the ledger says so. What is
 * found after a restart was interrupted in between. Of the text that goes out it holds nothing but a digest.
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
  /** The same of the words that stood there before; absent where nothing did. */
  readonly stood?: string;
  /** Whether its channel was asked to act: before that, nothing can have gone out. An earlier build did not tell. */
  readonly begun?: boolean;
  /** Whether the user was told that it did go out: what is left is to record it. */
  readonly told?: true;
  /** Whether the ledger had the same line already, so that it cannot tell what became of this one. */
  readonly again?: true;
  readonly withoutTake?: string;
  readonly early?: string;
}

/** Whose words stand in a place. */
export type Whose = 'own' | 'earlier' | 'another';

/** The intent of a plan that is about to be carried out; `digest` and `stood` where a channel keeps things. `others` are kept already. */
export function intentOf(plan: SharePlan, at: Date, others: readonly ShareIntent[], { digest, stood }: Pick<ShareIntent, 'digest' | 'stood'> = {}): ShareIntent {
  const { path, audience, recipients, channel, key, withoutTake, early } = plan;
  let id = planKey(plan, at);
  for (let number = 2; others.some((other) => other.id === id); number++) id = `${planKey(plan, at)}\n${String(number)}`;
  return { id, path, day: dayOf(at), audience, recipients, channel, key, begun: false, ...present({ digest, stood, withoutTake, early }) };
}

/** What a channel keeps, or what goes by it, for an audience. */
type Item = Pick<ShareIntent, 'key' | 'channel' | 'audience'>;

/** Whether two are of one thing that a channel keeps, or that goes by it, for the same audience. */
export function isSameItem(left: Item, right: Item): boolean {
  return left.key === right.key && left.channel === right.channel && left.audience === right.audience;
}

/** Whether the outgoing words of an intent are others than those that stood there before. */
export function isNews({ digest, stood }: ShareIntent): boolean {
  return digest === undefined || digest !== stood;
}

/**
 * Whose words stand where those of an intent were to go: its own or those from before it, also where somebody changed them
 * since, or another version's, as of another device.
 */
export function whoseStands({ digest, stood }: ShareIntent, standing: Standing): Whose {
  const whose = (found: string | undefined): Whose | undefined => (found === undefined ? undefined : found === digest ? 'own' : found === stood ? 'earlier' : undefined);
  return whose(standing.digest) ?? whose(standing.changedFrom) ?? 'another';
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
  return { id, path, day, audience, channel, key, recipients, ...present({ digest: text('digest'), stood: text('stood'), withoutTake: text('withoutTake'), early: text('early') }), ...(fields['again'] === true ? { again: true } : {}), ...(fields['told'] === true ? { told: true } : {}), ...(typeof fields['begun'] === 'boolean' ? { begun: fields['begun'] } : {}) };
}

type Optional = 'digest' | 'stood' | 'withoutTake' | 'early';

function present(fields: Partial<Readonly<Record<Optional, string | undefined>>>): Pick<ShareIntent, Optional> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function readRecipients(kept: unknown): Recipient[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || typeof one.name !== 'string') return [];
    return [{ name: one.name, ...('path' in one && typeof one.path === 'string' ? { path: one.path } : {}) }];
  });
}
