import { atOnce, fail, lettersOnly, ok, onOneLine, shortened, type Result, type Steps } from '../base';
import { endOfFrontmatter, readProperties } from '../note';
import { findingQuotes, foreignPageSign, isAboutAWork, type ForeignSign, type Quote } from '../seek';
import { words } from '../words';
import { withoutOthersWords } from './others-words';
import { countingOwnWords } from './own-words';
import { qualityOf, reasonsAgainst, type Strictness } from './quality';
import type { Take } from './take';

// In characters, of the authors in a sentence.
const NAMED_AT_MOST = 80;
const BLOCKQUOTE = /^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*>/;
// What Obsidian takes for a line and a text when no second `---` follows.
const PROPERTIES_LEFT_OPEN = /^\uFEFF?---[^\S\n]*\n[\w-]+:(?:\s|$)/;

declare const passedTheGate: unique symbol;

/** What the user added before passing a quote on: a take, the reason for going without one, or words that are no full take with what they lack. */
type Commentary = Take | { readonly withoutTake: string } | (Take & { readonly withoutTake: string });

/** A quote that may be passed on. Only the gate makes one: the brand cannot be written anywhere else. */
export interface SensedQuote extends Quote {
  readonly commentary: Commentary;
  readonly [passedTheGate]: true;
}

/** The user's own writing, as far as it is theirs: a note that is more than other people's words. Only the gate makes one. */
export interface OwnWriting {
  readonly path: string;
  readonly title: string;
  /** The note's Markdown, frontmatter included. */
  readonly text: string;
  readonly [passedTheGate]: true;
}

/** A note of the user's as it comes to the gate. */
interface OwnNote {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly isQuoteNote: boolean;
}

/** What the gate asks for. */
export interface GateRule {
  /** The least number of own words that makes a take. */
  readonly leastOwnWords: number;
  /** Whether the user may, knowingly, pass a quote on without a take. */
  readonly mayOverride: boolean;
  /** `require` when absent. */
  readonly strictness?: Strictness;
  /** The name under which the user writes; a page by anybody else is not their own writing. */
  readonly userName?: string;
  /** Other names of theirs, such as the aliases of their own note. */
  readonly userAliases?: readonly string[];
}

/**
 * Lets a quote through when the user has written a take on it: enough own words, no mere echo, no mere phrases. Sharing
 * without sense-making is only noise. Where the gate is switched off, everything goes through, and what lacks is recorded.
 */
export function passGate(quote: Quote, take: Take, rule: GateRule): Result<SensedQuote> {
  const reasons = reasonsAgainst(qualityOf(take.text, quote), rule.leastOwnWords);
  if (reasons.length === 0) return ok({ ...quote, commentary: take } as SensedQuote);
  return rule.strictness === 'off' ? ok(recorded(quote, take, words.sense.gateIsOff)) : fail(reasons.join(' '));
}

/**
 * Lets a quote through as it is after the user has seen what `passGate` says; only where the gate nudges. What lacks is
 * recorded; words that were written go along.
 */
export function passNudged(quote: Quote, take: Take, rule: GateRule): Result<SensedQuote> {
  if (rule.strictness !== 'nudge') return fail(words.sense.nudgeIsOff);
  const quality = qualityOf(take.text, quote);
  const least = Math.max(1, rule.leastOwnWords);
  return ok(recorded(quote, take, quality.own >= least ? words.sense.recordedNotOwn : words.sense.recordedShort(quality.own, least)));
}

/** Lets a quote through without a take, where that is switched on; the reason travels along and is recorded. */
export function overrideGate(quote: Quote, reason: string, rule: GateRule): Result<SensedQuote> {
  if (!rule.mayOverride) return fail(words.sense.overrideIsOff);
  const given = onOneLine(reason);
  if (lettersOnly(given) === '') return fail(words.sense.overrideNeedsReason);
  return ok({ ...quote, commentary: { withoutTake: given } } as SensedQuote);
}

/** Lets the user's own note through: one with own words beyond what it quotes. A quote note goes by `passGate`. */
export function passOwnWriting(note: OwnNote, rule: GateRule): Result<OwnWriting> {
  return atOnce(passingOwnWriting(note, rule));
}

/** The same in steps, for long notes. */
export function* passingOwnWriting(note: OwnNote, rule: GateRule): Steps<Result<OwnWriting>> {
  if (note.isQuoteNote) return fail(words.sense.quoteNoteGoesByGate(note.title));
  // Unread, the properties may say that the note is a quote, or private.
  const problem = problemOfProperties(note.text);
  if (problem !== undefined) return fail(words.sense.cannotTell(note.title, problem));
  // Nobody can tell the words of such a page from those that its reader added.
  const userName = (rule.userName ?? '').trim();
  const foreign = foreignPageSign(note.text, [userName, ...(rule.userAliases ?? [])]);
  if (foreign !== undefined) return fail(sentenceOn(note.title, foreign, userName));
  yield;
  const found = yield* findingQuotes(note.text);
  yield;
  const isOfAWork = isAboutAWork(note.text);
  const others = isOfAWork ? found : found.filter(({ from }) => BLOCKQUOTE.test(note.text.slice(from, from + 100)));
  const left = withoutOthersWords(note.text, found, isOfAWork);
  yield;
  const own = yield* countingOwnWords(left, { text: others.map(({ text }) => text).join('\n') });
  const least = Math.max(1, rule.leastOwnWords);
  if (!(own >= least)) return fail(words.sense.fewOwnWords(note.title, own, least));
  return ok({ path: note.path, title: note.title, text: note.text } as OwnWriting);
}

function recorded(quote: Quote, take: Take, withoutTake: string): SensedQuote {
  const commentary: Commentary = take.text.trim() === '' ? { withoutTake } : { ...take, withoutTake };
  return { ...quote, commentary } as SensedQuote;
}

function sentenceOn(title: string, sign: ForeignSign, userName: string): string {
  if (sign.by === 'tag') return words.sense.foreignPage(title);
  return sign.author === undefined ? words.sense.authorUnknown(title) : words.sense.foreignAuthor(title, shortened(sign.author, NAMED_AT_MOST), userName !== '');
}

function problemOfProperties(text: string): string | undefined {
  const read = readProperties(text);
  if (!read.ok) return read.problem;
  return endOfFrontmatter(text) === 0 && PROPERTIES_LEFT_OPEN.test(text) ? words.sense.propertiesLeftOpen : undefined;
}
