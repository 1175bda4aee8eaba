import { atOnce, dayOf, fail, ok, onOneLine, shortened, stableId, type Day, type Result, type Steps } from '../base';
import { quoteId } from '../seek';
import type { OwnWriting, SensedQuote } from '../sense';
import { words } from '../words';
import { publicSource } from './addresses';
import type { Audience, Recipient } from './audience';
import type { Parcel } from './channels';
import { ownMessage, quoteMessage } from './message';
import type { Outgoing, ShareFormat } from './outgoing';
import type { NotePrivacy } from './privacy';
import { redactDetail, redactingWords } from './redact';
import type { Privacy, Redacted, Redaction } from './redaction';
import { rendering } from './rendering';

declare const planned: unique symbol;

/** What the user chose in the composer. */
export interface ShareChoice {
  /** The note whose ledger will say what went where. */
  readonly path: string;
  readonly audience: Audience;
  readonly recipients: readonly Recipient[];
  readonly format: ShareFormat;
  /** Id of the channel that will carry it. */
  readonly channel: string;
  /** Why it goes to the network though it was nowhere nearer before; empty when the user gave no reason. */
  readonly early?: string;
}

/** A share as it would be carried out: exactly what leaves, to whom, and what stays behind. Making one changes nothing. */
export interface SharePlan extends ShareChoice {
  /** What the item is known by where it goes: equal for the same words going the same way, whatever the note is called. */
  readonly key: string;
  /** For channels that want a title; nothing private. */
  readonly title: string;
  readonly author?: string;
  readonly source?: string;
  readonly outgoing: Outgoing;
  readonly redactions: readonly Redaction[];
  /** The reason, when the quote goes without a take. */
  readonly withoutTake?: string;
  readonly [planned]: true;
}

/** Something that passed the gate. A bare quote is none, so it cannot be planned. */
export type Shareable = SensedQuote | OwnWriting;

const TITLE_LENGTH = 80;
// What is added to the title of a work of which several quotes are shared.
const WORDS_LENGTH = 40;

/**
 * Plans a share. Fails when the note is private itself, when the writing is another note's than the choice says, or when
 * nothing would be left to share. `keptKey` is the key under which an earlier share stands, as the ledger tells; with
 * `isOneOfSeveral` the first words of a quote follow the title of its work.
 */
export function planShare(material: Shareable, choice: ShareChoice, vault: NotePrivacy, keptKey?: string, isOneOfSeveral = false): Result<SharePlan> {
  return atOnce(planning(material, choice, vault, keptKey, isOneOfSeveral));
}

/** The same in steps, for long notes. */
export function* planning(material: Shareable, choice: ShareChoice, vault: NotePrivacy, keptKey?: string, isOneOfSeveral = false): Steps<Result<SharePlan>> {
  if (vault.isPrivate(choice.path)) return fail(words.share.notePrivate);
  if (!('commentary' in material) && material.path !== choice.path) return fail(words.share.anotherNote(material.path, choice.path));
  const privacy = vault.within(choice.path);
  const { text, redactions, identity } = yield* messageOf(material, privacy);
  if (text.trim() === '') return fail(words.share.nothingLeft);
  return ok({
    ...choice,
    key: keptKey ?? stableId(`${identity} ${choice.channel} ${choice.audience}`),
    ...(yield* detailsOf(material, privacy, isOneOfSeveral)),
    outgoing: yield* rendering(choice.format, text), redactions,
    ...('commentary' in material && 'withoutTake' in material.commentary ? { withoutTake: material.commentary.withoutTake } : {}),
  } as SharePlan);
}

/** What a channel is handed of a plan; `to` are addresses for e-mail. */
export function parcelOf(plan: SharePlan, at: Date, to: readonly string[] = []): Parcel {
  const { key, audience, title, author, source, outgoing } = plan;
  return { key, audience, title, to, outgoing, at, ...(author === undefined ? {} : { author }), ...(source === undefined ? {} : { source }) };
}

/** What was chosen for a plan, to make it anew. */
export function choiceOf({ path, audience, recipients, format, channel, early }: SharePlan): ShareChoice {
  return { path, audience, recipients, format, channel, ...(early === undefined ? {} : { early }) };
}

/** Whether of two plans the same leaves, to the letter, to the same place. */
export function leavesTheSame(left: SharePlan, right: SharePlan): boolean {
  const at = new Date(0);
  return left.channel === right.channel && left.withoutTake === right.withoutTake && JSON.stringify(parcelOf(left, at)) === JSON.stringify(parcelOf(right, at));
}

/** Equal for two plans that would put the same line into the ledger on the same day. */
export function planKey(plan: ShareChoice, at: Date | Day): string {
  const day = typeof at === 'string' ? at : dayOf(at);
  return [day, plan.path, plan.audience, plan.channel, ...plan.recipients.map(({ path, name }) => path ?? name).sort()].join('\n');
}

function* messageOf(material: Shareable, privacy: Privacy): Steps<Redacted & { readonly identity: string }> {
  if ('commentary' in material) return { ...(yield* quoteMessage(material, privacy)), identity: quoteId(material) };
  const { text, redactions, said } = yield* ownMessage(material, privacy);
  return { text, redactions, identity: stableId(said) };
}

function* detailsOf(material: Shareable, privacy: Privacy, isOneOfSeveral: boolean): Steps<{ title: string; author?: string; source?: string }> {
  // A name in which something private stood is told by nobody.
  const told = (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    const { text, redactions } = redactDetail(value, privacy);
    return redactions.length > 0 || onOneLine(text) === '' ? undefined : onOneLine(text);
  };
  if (!('commentary' in material)) return { title: told(material.title) ?? words.share.untitled };
  const author = told(material.author);
  const work = told(material.title);
  // Without a title of its own it is called by its first words.
  const said = work === undefined || isOneOfSeveral ? onOneLine((yield* redactingWords(material.text, privacy)).text.replace(/[*_`#>=~]/g, '')) : '';
  const title = work === undefined ? shortened(said, TITLE_LENGTH) : [work, shortened(said, WORDS_LENGTH)].filter((part) => part !== '').join(' – ');
  const source = publicSource(material.source, privacy);
  return { title: title === '' ? words.share.untitled : title, ...(author === undefined ? {} : { author }), ...(source === undefined ? {} : { source }) };
}
