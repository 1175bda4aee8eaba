import { readDay } from '../../base';
import { bodyOf, listProperty, nameOf, quoteBlocksOf, readWikilink, sectionsOf, joinedProperty, textProperty, type Properties, type PropertyNames, type Section } from '../../note';
import { readApplied, readSenseState, readWays } from '../../sense';
import { readCameBack, readLedger, withoutLedger } from '../../share';
import { interactionsOf, readPracticeChanges, readSpace, type Interaction, type Space } from '../../ties';
import type { ActivityEvent, Introduced, Sensed } from './event';
import { OwnWords } from './own-words';

/** What a note is, as far as the practice goes. */
export type NoteKind = 'quote' | 'contact' | 'community' | 'other';

/** A note as its events are read from it. */
interface ActivityNote {
  readonly path: string;
  readonly kind: NoteKind;
  readonly properties: Properties;
  readonly text: string;
}

/** How the vault writes down what happened. */
export interface ActivityFormat {
  readonly names: PropertyNames;
  readonly takeSection: string;
  readonly sharedSection: string;
  readonly interactionsSection: string;
  readonly appliedSection: string;
  readonly practiceChangesSection: string;
}

/** Everything that a note tells of the user's practice, in the note's order. The only source: there is no second log. */
export function eventsOfNote(note: ActivityNote, format: ActivityFormat): ActivityEvent[] {
  const sections = sectionReader(note.text);
  const shared = sharedIn(note, sections(format.sharedSection), format);
  return [
    ...(note.kind === 'quote' ? [...capturedIn(note, format), ...takesIn(note, sections(format.takeSection), format)] : []),
    ...(note.kind === 'other' ? writingIn(note, shared, format) : []),
    ...shared,
    ...(note.kind === 'contact' ? interactionsIn(note, sections(format.interactionsSection), format) : []),
    ...(note.kind === 'community' ? readPracticeChanges(sections(format.practiceChangesSection), format.practiceChangesSection).map((one) => ({ kind: 'practice-changed' as const, path: note.path, ...one })) : []),
    ...readApplied(sections(format.appliedSection), format.appliedSection).map((one) => ({ kind: 'applied' as const, path: note.path, ...one, own: new OwnWords(() => ({ own: one.text })) })),
  ];
}

/** Whether a note that is no quote, contact or community has a heading that tells of the practice. */
export function tellsOfPractice(headings: readonly string[], { sharedSection, appliedSection }: ActivityFormat): boolean {
  const wanted = [sharedSection, appliedSection].map(titleKey);
  return headings.some((heading) => wanted.includes(titleKey(heading)));
}

/** Cuts sections out of a text whose headings are looked for once; a missing section is an empty text. */
function sectionReader(text: string): (title: string) => string {
  let sections: readonly Section[] | undefined;
  return (title) => {
    sections ??= sectionsOf(text);
    const found = sections.find((section) => titleKey(section.title) === titleKey(title));
    return found === undefined ? '' : text.slice(found.from, found.to);
  };
}

function titleKey(title: string): string {
  return title.trim().toLocaleLowerCase();
}

function capturedIn({ path, properties }: ActivityNote, { names }: ActivityFormat): ActivityEvent[] {
  const day = readDay(properties[names.captured]);
  const via = joinedProperty(properties, names.via);
  return day === undefined ? [] : [{ kind: 'captured', path, day, ...(via === undefined ? {} : { via }) }];
}

// A take typed by hand has no day: it counts from when the quote was kept.
function takesIn({ path, properties, text }: ActivityNote, section: string, { names, takeSection }: ActivityFormat): ActivityEvent[] {
  if (section === '') return [];
  const { earlier = [], take, day: latestDay } = readSenseState(section, properties, { names, takeSection });
  const first = readDay(properties[names.sensed]) ?? readDay(properties[names.captured]);
  return [...earlier, { ...take, ...(latestDay === undefined ? {} : { day: latestDay }) }].flatMap(({ text: own, ways, day = first }): Sensed[] =>
    own === '' || day === undefined ? [] : [{ kind: 'sensed', path, day, ways, length: own.length, own: new OwnWords(() => ({ own, quoted: quotedIn(text) })) }]);
}

function quotedIn(text: string): string {
  const blocks = quoteBlocksOf(bodyOf(text));
  return (blocks.find(({ callout }) => callout === 'quote') ?? blocks[0])?.text ?? '';
}

/** The user's own writing is a commentary by itself: of the day it says, else of the day on which it first went out. */
function writingIn({ path, properties, text }: ActivityNote, shared: readonly ActivityEvent[], { names, sharedSection }: ActivityFormat): ActivityEvent[] {
  const days = shared.filter(({ kind }) => kind === 'shared').map(({ day }) => day).sort();
  const day = readDay(properties[names.sensed]) ?? days[0];
  if (day === undefined) return [];
  const told = readWays(listProperty(properties, names.sense));
  // Whoever writes for others presents.
  const ways = told.length > 0 || days.length === 0 ? told : (['present'] as const);
  return [{ kind: 'sensed', path, day, ways, length: text.length, own: new OwnWords(() => ({ own: withoutLedger(bodyOf(text), sharedSection) })) }];
}

function sharedIn({ path, kind }: ActivityNote, section: string, { sharedSection }: ActivityFormat): ActivityEvent[] {
  if (section === '') return [];
  const isOwnNote = kind === 'other';
  const shares = readLedger(section, sharedSection).map(({ day, audience, recipients, channel, withoutTake }): ActivityEvent =>
    ({ kind: 'shared', path, day, audience, recipients, channel, withoutTake: withoutTake !== undefined, isOwnNote }));
  const cameBack = readCameBack(section, sharedSection).map(({ day, kind: how, from, text }): ActivityEvent =>
    ({ kind: 'came-back', path, day, how, text, ...(from === undefined ? {} : { from }) }));
  return [...shares, ...cameBack];
}

function interactionsIn({ path, properties }: ActivityNote, section: string, { names, interactionsSection }: ActivityFormat): ActivityEvent[] {
  if (section === '') return [];
  const space = readSpace(textProperty(properties, names.space) ?? listProperty(properties, names.space)[0]);
  const person = nameOf(path);
  return interactionsOf(section, interactionsSection).map((one): ActivityEvent => {
    const { day, direction, what } = one;
    return introductionIn(one, path, person, space) ?? { kind: 'interaction', path, day, person, space, what, ...(direction === undefined ? {} : { direction }) };
  });
}

function introductionIn({ day, introduced, what }: Interaction, path: string, person: string, space: Space): Introduced | undefined {
  if (introduced !== true) return undefined;
  const target = readWikilink(/\[\[[^\]]+\]\]/.exec(what)?.[0] ?? '')?.target;
  const [first = person, second = ''] = [person, target === undefined ? what : nameOf(target)].sort();
  return { kind: 'introduced', path, day, people: [first, second], space };
}
