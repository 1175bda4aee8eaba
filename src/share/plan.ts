import { fail, ok, type Day, type Result } from '../base';
import type { OwnWriting, SensedQuote } from '../sense';
import { words } from '../words';
import type { Audience, Recipient } from './audience';
import { asHtml } from './html';
import { ownMessage, quoteMessage } from './message';
import { asPlainText } from './plain-text';
import type { Privacy, Redaction } from './redact';

declare const planned: unique symbol;

/** In which form a text leaves. */
export const SHARE_FORMATS = ['markdown', 'plain', 'html'] as const;
export type ShareFormat = (typeof SHARE_FORMATS)[number];

/** What leaves: always as text, and as HTML beside it where that is the format. */
export interface Outgoing {
  readonly text: string;
  readonly html?: string;
}

/** What the user chose in the composer. */
export interface ShareChoice {
  /** The note whose ledger will say what went where. */
  readonly path: string;
  readonly audience: Audience;
  readonly recipients: readonly Recipient[];
  readonly format: ShareFormat;
  /** Id of the channel that will carry it. */
  readonly channel: string;
}

/** A share as it would be carried out: exactly what leaves, to whom, and what stays behind. Making one changes nothing. */
export interface SharePlan extends ShareChoice {
  readonly outgoing: Outgoing;
  readonly redactions: readonly Redaction[];
  /** The reason, when the quote goes without a take. */
  readonly withoutTake?: string;
  readonly [planned]: true;
}

/** Something that passed the gate. A bare quote is none, so it cannot be planned. */
export type Shareable = SensedQuote | OwnWriting;

/**
 * Plans a share. Fails when the note is private itself or nothing would be left to share.
 * `isPrivateNote` speaks of the note at `choice.path`.
 */
export function planShare(material: Shareable, choice: ShareChoice, privacy: Privacy, isPrivateNote: boolean): Result<SharePlan> {
  if (isPrivateNote) return fail(words.share.notePrivate);
  const { text, redactions } = 'commentary' in material ? quoteMessage(material, privacy) : ownMessage(material, privacy);
  if (text.trim() === '') return fail(words.share.nothingLeft);
  const withoutTake = 'commentary' in material && 'withoutTake' in material.commentary ? { withoutTake: material.commentary.withoutTake } : {};
  return ok({ ...choice, outgoing: outgoingIn(choice.format, text), redactions, ...withoutTake } as SharePlan);
}

/** Equal for two plans that would put the same line into the ledger on the same day. */
export function planKey(plan: SharePlan, day: Day): string {
  return [day, plan.path, plan.audience, plan.channel, ...plan.recipients.map(({ path, name }) => path ?? name).sort()].join('\n');
}

// Rendering a long note takes a while, and the composer plans anew at every choice: the latest rendering is remembered.
let latest: { readonly format: ShareFormat; readonly markdown: string; readonly outgoing: Outgoing } | undefined;

function outgoingIn(format: ShareFormat, markdown: string): Outgoing {
  if (latest?.format !== format || latest.markdown !== markdown) latest = { format, markdown, outgoing: rendered(format, markdown) };
  return latest.outgoing;
}

function rendered(format: ShareFormat, markdown: string): Outgoing {
  if (format === 'markdown') return { text: markdown };
  const text = asPlainText(markdown);
  return format === 'plain' ? { text } : { text, html: asHtml(markdown) };
}
