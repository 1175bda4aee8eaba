import { fail, readDay, wellFormed, withUnixLines, type Day, type Minute, type Result } from '../base';
import { findSection, isPlainList, listProperty, readProperties, selfContained, textProperty, withProperties, type Properties, type PropertyChanges, type PropertyNames } from '../note';
import { quoteOrNothing } from '../seek';
import { words as texts } from '../words';
import { isFullTake, qualityOf } from './quality';
import { takeIn, takePartsOf, withGrownLink, withLatestReplaced, withPartAdded } from './takes';
import { WAYS, readWays, type Way } from './ways';

/** The user's own words on a quote. */
export interface Take {
  readonly text: string;
  readonly ways: readonly Way[];
  /** Who wrote it together with the user: wikilinks or names. */
  readonly coAuthors?: readonly string[];
}

/** A take that another one has followed. */
interface EarlierTake extends Take {
  /** The day of a later take; the first was written on the day of `sensed`. */
  readonly day?: Day;
}

/** Where a quote note stands on its way: what the user made of it so far. */
export interface SenseState {
  /** What the user makes of it now: the latest take. */
  readonly take: Take;
  /** The day of the latest take, when it is not the first. */
  readonly day?: Day;
  /** The takes before it, the oldest first; absent when there are none. */
  readonly earlier?: readonly EarlierTake[];
  readonly sensed?: string;
  /** Not to be asked again before this day. */
  readonly later?: Day;
  /** Let go: kept, but out of the queue. */
  readonly letGo?: Day;
}

/** How the vault writes things down: the names of properties and of the section that holds the take. */
interface TakeFormat {
  readonly names: PropertyNames;
  readonly takeSection: string;
}

/** The same, with what makes a take a full one. */
export interface TakeRule extends TakeFormat {
  /** The least number of own words. */
  readonly leastOwnWords: number;
}

const SECTION_LEVEL = 2;
const DEEPEST = 6;
const DAY_LENGTH = 10;

/** The day of a take: its own, or that of `sensed`, where the first one has none. */
export function dayOfTake({ day, sensed }: { readonly day: Day | undefined; readonly sensed: string | undefined }): string | undefined {
  return day ?? sensed?.slice(0, DAY_LENGTH);
}

/** What a note says of the user's sense-making. */
export function readSenseState(text: string, properties: Properties, format: TakeFormat): SenseState {
  const { names } = format;
  const sensed = textProperty(properties, names.sensed);
  const [later, letGo] = [readDay(properties[names.later]), readDay(properties[names.letGo])];
  return {
    ...takesOf(text, properties, format),
    ...(sensed === undefined ? {} : { sensed }),
    ...(later === undefined ? {} : { later }),
    ...(letGo === undefined ? {} : { letGo }),
  };
}

function takesOf(text: string, properties: Properties, { names, takeSection }: TakeFormat): Pick<SenseState, 'take' | 'day' | 'earlier'> {
  const ways = readWays(listProperty(properties, names.sense));
  const coAuthors = listProperty(properties, names.coAuthors);
  const parts = takePartsOf(takeIn(text, takeSection)).filter(({ text: said, day }) => said !== '' || day !== undefined);
  const latest = parts.at(-1);
  const take = { text: latest?.text ?? '', ways: latest?.ways ?? ways, ...(coAuthors.length === 0 ? {} : { coAuthors }) };
  const named = new Set(parts.flatMap((part) => part.ways ?? []));
  const earlier = parts.slice(0, -1).map((part) => ({
    text: part.text,
    ways: part.ways ?? ways.filter((way) => !named.has(way)),
    ...(part.day === undefined ? {} : { day: part.day }),
  }));
  return { take, ...(latest?.day === undefined ? {} : { day: latest.day }), ...(earlier.length === 0 ? {} : { earlier }) };
}

/**
 * The note with its latest take written. `before` is the take that the writer saw: when the section says something else by
 * now (another device, another window), the new words are added below it and nothing is replaced. `sensed` is the moment
 * since which there is a take that counts: without one it is not written, and what stands there stays.
 */
export function withTake(text: string, take: Take, at: Minute, format: TakeRule, before = ''): Result<string> {
  const { names, takeSection } = format;
  const level = findSection(text, takeSection)?.level ?? SECTION_LEVEL;
  const parts = takePartsOf(takeIn(text, takeSection));
  const latest = parts.at(-1);
  const isLater = latest?.day !== undefined;
  const words = asKept(take.text, isLater ? level + 1 : level);
  const written = withTakeText(text, words, latest?.text ?? '', take, format, withUnixLines(before));
  return withProperties(written, {
    ...sensedOnce(written, parts.some((part) => part.text !== ''), format, at),
    ...(isLater ? waysAdded(text, take.ways, names.sense) : waysWritten(text, take.ways, names.sense)),
    ...coAuthorsWritten(text, take, names.coAuthors),
    [names.later]: undefined,
    [names.letGo]: undefined,
  });
}

/**
 * The note with one take more, dated, below the others, which stay as they are. Written again on the same day it changes
 * nothing. Fails when it says the same as the latest one.
 */
export function withLaterTake(text: string, take: Take, at: Minute, format: TakeRule): Result<string> {
  const { names, takeSection } = format;
  const level = findSection(text, takeSection)?.level ?? SECTION_LEVEL;
  if (level >= DEEPEST) return fail(texts.sense.sectionTooDeep(takeSection));
  const latest = takePartsOf(takeIn(text, takeSection)).at(-1);
  const day = at.slice(0, DAY_LENGTH);
  const words = asKept(take.text, level + 1);
  if (latest?.text === words && latest.day !== day) return fail(texts.sense.sameTake);
  const written = latest?.text === words ? text : withPartAdded(text, takeSection, words, day, take.ways, level);
  return withProperties(written, {
    ...sensedOnce(written, true, format, at),
    ...waysAdded(text, take.ways, names.sense),
    ...coAuthorsWritten(text, take, names.coAuthors),
    [names.later]: undefined,
    [names.letGo]: undefined,
  });
}

/** The note with a link below its latest take to a note that grew of it. */
export function withTakeGrown(text: string, link: string, { takeSection }: TakeFormat): string {
  return withGrownLink(text, takeSection, link, findSection(text, takeSection)?.level ?? SECTION_LEVEL);
}

function asKept(text: string, level: number): string {
  return selfContained(wellFormed(withUnixLines(text)).trim(), level).trim();
}

// From the note as it is written: another device may have added to the take.
function sensedOnce(written: string, hadTake: boolean, { names, takeSection, leastOwnWords }: TakeRule, at: Minute): PropertyChanges {
  const read = readProperties(written);
  const isKnown = hadTake && read.ok && readDay(read.value[names.sensed]) !== undefined;
  const quote = isKnown ? undefined : quoteOrNothing(written, names);
  const isFull = !isKnown && takePartsOf(takeIn(written, takeSection)).some(({ text }) => isFullTake(qualityOf(text, quote), leastOwnWords));
  return isFull ? { [names.sensed]: at } : {};
}

function waysAdded(text: string, ways: readonly Way[], name: string): PropertyChanges {
  const read = readProperties(text);
  const present = read.ok ? readWays(listProperty(read.value, name)) : [];
  return waysWritten(text, WAYS.filter((way) => present.includes(way) || ways.includes(way)), name);
}

// Left alone where nothing was said about them.
function coAuthorsWritten(text: string, { coAuthors }: Take, name: string): PropertyChanges {
  const read = readProperties(text);
  if (coAuthors === undefined || !isPlainList(read.ok ? read.value : {}, name)) return {};
  return { [name]: coAuthors.length === 0 ? undefined : coAuthors };
}

// Ways of the user's own invention stay beside those that can be chosen; what is no list of words is left alone.
function waysWritten(text: string, ways: readonly Way[], name: string): PropertyChanges {
  const read = readProperties(text);
  const properties = read.ok ? read.value : {};
  if (!isPlainList(properties, name)) return {};
  const kept = [...ways, ...listProperty(properties, name).filter((value) => readWays([value]).length === 0)];
  return { [name]: kept.length === 0 ? undefined : kept };
}

function withTakeText(text: string, words: string, present: string, take: Take, { takeSection }: TakeFormat, before: string): string {
  const replaced = (said: string): string => withLatestReplaced(text, takeSection, said, take.ways, SECTION_LEVEL);
  if (present === words) return present === '' ? text : replaced(words);
  if (present === before || present === '') return replaced(words);
  // Saved again, it stands there already.
  if (present.endsWith(`\n\n${words}`)) return text;
  return replaced(`${present}\n\n${words}`);
}

/** The note set aside until a day: the queue asks again then. */
export function withLater(text: string, until: Day, names: PropertyNames): Result<string> {
  return withProperties(text, { [names.later]: until });
}

/** The note let go: it stays as it is and leaves the queue. */
export function withLetGo(text: string, on: Day, names: PropertyNames): Result<string> {
  return withProperties(text, { [names.letGo]: on, [names.later]: undefined });
}

/** A take that changes nothing. */
export const EMPTY_TAKE: Take = { text: '', ways: [] };
