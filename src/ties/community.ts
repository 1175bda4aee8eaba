import { entriesOf, fileNameFor, listProperty, nameOf, propertyHas, type Properties, type PropertyNames } from '../note';
import { contactName } from './contact-note';

/** One community of practice, as its note tells. */
export interface Community {
  readonly path: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
}

const COMMUNITY = 'community';

/** Whether a note describes a community. */
export function isCommunityNote(properties: Properties, names: PropertyNames): boolean {
  return propertyHas(properties, names.type, COMMUNITY);
}

/** Reads a community from its note's properties. */
export function readCommunity(path: string, properties: Properties, names: PropertyNames): Community {
  return { path, name: nameOf(path), aliases: listProperty(properties, 'aliases'), topics: listProperty(properties, names.topics) };
}

/** Writes the note of a new community, and says how its file should be called. */
export function writeCommunity(typed: string, names: PropertyNames, unnamed: string): { fileName: string; text: string } {
  const name = contactName(typed);
  const fileName = fileNameFor(name, unnamed);
  const aliases = fileName === name || name === '' ? undefined : [name];
  return { fileName, text: `---\n${entriesOf({ [names.type]: COMMUNITY, aliases })}---\n` };
}
