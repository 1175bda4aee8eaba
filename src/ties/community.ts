import type { Day } from '../base';
import { entriesOf, fileNameFor, listProperty, nameOf, propertyHas, type Properties, type PropertyNames } from '../note';
import { contactName } from './contact-note';
import { readPracticeChanges, type PracticeChange } from './practice-changes';

/** One community of practice, as its note tells. */
export interface Community {
  readonly path: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  /** What of the user's practice it changed, in the note's order. */
  readonly practiceChanges: readonly PracticeChange[];
  /** Since when the note is there. */
  readonly made?: Day;
}

const COMMUNITY = 'community';

/** Whether a note describes a community. */
export function isCommunityNote(properties: Properties, names: PropertyNames): boolean {
  return propertyHas(properties, names.type, COMMUNITY);
}

/** Reads a community from its note. `heading` is that of the practice changes. */
export function readCommunity(path: string, properties: Properties, text: string, { names, heading, made }: { names: PropertyNames; heading: string; made?: Day }): Community {
  const community = { path, name: nameOf(path), aliases: listProperty(properties, 'aliases'), topics: listProperty(properties, names.topics), practiceChanges: readPracticeChanges(text, heading) };
  return made === undefined ? community : { ...community, made };
}

/** Writes the note of a new community, and says how its file should be called. */
export function writeCommunity(typed: string, names: PropertyNames, unnamed: string): { fileName: string; text: string } {
  const name = contactName(typed);
  const fileName = fileNameFor(name, unnamed);
  const aliases = fileName === name || name === '' ? undefined : [name];
  return { fileName, text: `---\n${entriesOf({ [names.type]: COMMUNITY, aliases })}---\n` };
}
