import { dayOf, stableId, withUnixLines, type Day } from '../../base';
import { bodyOf, entriesOf, readProperties, textProperty, type Properties } from '../../note';
import { readAudiences, type Audience } from '../audience';
import type { Parcel } from './channel';

/** The value of the property `type` that marks a note as a copy for a group. */
export const COMMONS_TYPE = 'commons';

/** What a copy says of itself: from whom it is, for whom, and what may be done with it. */
export interface CommonsCopy {
  readonly key: string;
  readonly title: string;
  /** Who gave it. */
  readonly by?: string;
  /** Whose words are quoted in it. */
  readonly author?: string;
  readonly source?: string;
  readonly audience: Audience;
  readonly licence: string;
  readonly shared: Day;
  readonly updated?: Day;
  readonly withdrawn?: Day;
  /** Markdown. */
  readonly text: string;
  /** Whether the file still says what the one who gave it wrote: nobody else changed it. */
  readonly isUntouched: boolean;
  /** Where somebody else changed it: the digest of the version that was given, as the file says. */
  readonly changedFrom?: string;
}

// Fixed names: the notes of a commons are read in many vaults.
const NAMES = { type: 'type', title: 'title', by: 'by', author: 'author', source: 'source', audience: 'audience', licence: 'licence', shared: 'shared-on', updated: 'updated', withdrawn: 'withdrawn', key: 'commons-id', digest: 'commons-digest' } as const;

type Written = Omit<CommonsCopy, 'isUntouched' | 'changedFrom'>;

/** The copy that a parcel becomes. */
export function copyOf({ key, title, author, source, audience, outgoing, at }: Parcel, by: string, licence: string, present: CommonsCopy | undefined): Written {
  const today = dayOf(at);
  return {
    key, title, audience, licence, text: outgoing.text.trim(), shared: present?.shared ?? today,
    ...(by === '' ? {} : { by }), ...(author === undefined ? {} : { author }), ...(source === undefined ? {} : { source }),
    ...(present === undefined || present.text === outgoing.text.trim() ? (present?.updated === undefined ? {} : { updated: present.updated }) : { updated: today }),
  };
}

/** The note of a copy: flat properties, then the text. */
export function writeCopy(copy: Written): string {
  const { key, title, by, author, source, audience, licence, shared, updated, withdrawn, text } = copy;
  const properties = entriesOf({
    [NAMES.type]: COMMONS_TYPE, [NAMES.title]: title, [NAMES.by]: by, [NAMES.author]: author, [NAMES.source]: source, [NAMES.audience]: audience,
    [NAMES.licence]: licence, [NAMES.shared]: shared, [NAMES.updated]: updated, [NAMES.withdrawn]: withdrawn, [NAMES.key]: key, [NAMES.digest]: copyDigest(copy),
  });
  return `---\n${properties}---\n${text.trim()}\n`;
}

/** Reads a note as a copy for a group; undefined when it is none. */
export function readCopy(text: string): CommonsCopy | undefined {
  const read = readProperties(text);
  if (!read.ok || textProperty(read.value, NAMES.type) !== COMMONS_TYPE) return undefined;
  const field = (name: keyof typeof NAMES): string | undefined => textProperty(read.value, NAMES[name]);
  const [key, [audience]] = [field('key'), readAudiences([field('audience') ?? ''])];
  if (key === undefined || audience === undefined) return undefined;
  const copy = {
    key, audience, title: field('title') ?? '', licence: field('licence') ?? '', shared: field('shared') ?? '', text: withUnixLines(bodyOf(text)).trim(),
    ...present(read.value, ['by', 'author', 'source', 'updated', 'withdrawn']),
  };
  const given = field('digest');
  const isUntouched = given === copyDigest(copy);
  return { ...copy, isUntouched, ...(isUntouched || given === undefined ? {} : { changedFrom: given }) };
}

/** The id of a copy, as the index tells of its properties; undefined where it does not know them, or may have read them otherwise. */
export function indexedKey(indexed: Properties | undefined): string | undefined {
  const told: unknown = indexed?.[NAMES.key];
  return typeof told === 'string' ? told.trim() : undefined;
}

function present(properties: Properties, names: readonly (keyof typeof NAMES)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => {
    const value = textProperty(properties, NAMES[name]);
    return value === undefined ? [] : [[name, value]];
  }));
}

/** Tells one version of a copy from another; none of its words can be read from it. */
export function copyDigest({ title, by, author, source, licence, text }: Omit<Written, 'shared' | 'audience' | 'key'>): string {
  return stableId([title, by ?? '', author ?? '', source ?? '', licence, withUnixLines(text).trim()].map((part) => part.trim()).join('\n'));
}
