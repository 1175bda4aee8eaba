import { onOneLine, readDay, wellFormed, withUnixLines, type Day, type Minute, type Result } from '../base';
import { contentOf, findSection, isPlainList, listProperty, readProperties, selfContained, textProperty, withProperties, withSectionText, type Properties, type PropertyChanges, type PropertyNames } from '../note';
import { readWays, type Way } from './ways';

/** The user's own words on a quote. */
export interface Take {
  readonly text: string;
  readonly ways: readonly Way[];
}

/** Where a quote note stands on its way: what the user made of it so far. */
export interface SenseState {
  readonly take: Take;
  readonly sensed?: string;
  /** Not to be asked again before this day. */
  readonly later?: Day;
  /** Let go: kept, but out of the queue. */
  readonly letGo?: Day;
}

/** How the vault writes things down: the names of properties and of the section that holds the take. */
export interface TakeFormat {
  readonly names: PropertyNames;
  readonly takeSection: string;
}

const SECTION_LEVEL = 2;

/** The take in a note's text, its lines ending with `\n`; empty when there is none. */
export function takeIn(text: string, takeSection: string): string {
  const section = findSection(text, takeSection);
  return section === undefined ? '' : withUnixLines(contentOf(text, section));
}

/** What a note says of the user's sense-making. */
export function readSenseState(text: string, properties: Properties, format: TakeFormat): SenseState {
  const { names } = format;
  const sensed = textProperty(properties, names.sensed);
  const [later, letGo] = [readDay(properties[names.later]), readDay(properties[names.letGo])];
  return {
    take: { text: takeIn(text, format.takeSection), ways: readWays(listProperty(properties, names.sense)) },
    ...(sensed === undefined ? {} : { sensed }),
    ...(later === undefined ? {} : { later }),
    ...(letGo === undefined ? {} : { letGo }),
  };
}

/**
 * The note with a take written into its section. `before` is the take that the writer saw: when the section says
 * something else by now (another device, another window), the new take is added below it and nothing is replaced.
 */
export function withTake(text: string, take: Take, at: Minute, format: TakeFormat, before = ''): Result<string> {
  const { names, takeSection } = format;
  const level = findSection(text, takeSection)?.level ?? SECTION_LEVEL;
  const words = selfContained(wellFormed(withUnixLines(take.text)).trim(), level).trim();
  return withProperties(withTakeText(text, words, takeSection, withUnixLines(before)), {
    [names.sensed]: at,
    ...waysWritten(text, take.ways, names.sense),
    [names.later]: undefined,
    [names.letGo]: undefined,
  });
}

// Ways of the user's own invention stay beside those that can be chosen; what is no list of words is left alone.
function waysWritten(text: string, ways: readonly Way[], name: string): PropertyChanges {
  const read = readProperties(text);
  const properties = read.ok ? read.value : {};
  if (!isPlainList(properties, name)) return {};
  const kept = [...ways, ...listProperty(properties, name).filter((value) => readWays([value]).length === 0)];
  return { [name]: kept.length === 0 ? undefined : kept };
}

function withTakeText(text: string, words: string, takeSection: string, before: string): string {
  const present = takeIn(text, takeSection);
  if (present === words) return text;
  if (present === before || present === '') return withSectionText(text, takeSection, words, SECTION_LEVEL);
  // Saved again, it stands there already.
  if (present.endsWith(`\n\n${words}`)) return text;
  return withSectionText(text, takeSection, `${present}\n\n${words}`, SECTION_LEVEL);
}

/** The note set aside until a day: the queue asks again then. */
export function withLater(text: string, until: Day, names: PropertyNames): Result<string> {
  return withProperties(text, { [names.later]: until });
}

/** The note let go: it stays as it is and leaves the queue. */
export function withLetGo(text: string, on: Day, names: PropertyNames): Result<string> {
  return withProperties(text, { [names.letGo]: on, [names.later]: undefined });
}

/** A draft that is worth keeping: something was typed. */
export function isWorthKeeping(draft: Take): boolean {
  return onOneLine(draft.text) !== '' || draft.ways.length > 0;
}

/** A take that changes nothing. */
export const EMPTY_TAKE: Take = { text: '', ways: [] };
