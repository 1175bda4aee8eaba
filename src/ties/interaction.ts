import { onOneLine, readDay, wellFormed, type Day } from '../base';
import { findSection, linesOf, shownName, type Line } from '../note';

/** Which way something went: from them to the user, or from the user to them. */
export const DIRECTIONS = ['received', 'gave'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Something that happened between the user and a person. */
export interface Interaction {
  readonly day: Day;
  /** Absent when the line does not say. */
  readonly direction?: Direction;
  /** Whether the user introduced this person to somebody, whom `what` names: a way of giving. */
  readonly introduced?: true;
  /** What it was, in the user's words, with links; one line. */
  readonly what: string;
}

/** An interaction where it stands: its line, and what comes before its day (indentation and bullet). */
export interface InteractionLine {
  readonly interaction: Interaction;
  readonly line: Line;
  readonly lead: string;
}

const ITEM = /^(\s*[-*+][ \t]+)(?:\[.\][ \t]+)?(.*)$/;
// A day may be a link to its daily note, and may be followed by a time.
const LINKED_DAY = /^\[\[(?:[^\]|]*\/)?(\d{4}-\d{2}-\d{2})(?:[#|][^\]]*)?\]\]/;
const PLAIN_DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?(?=$|[\s,:·–—-])/;
const BETWEEN = /^\s*[·•,:–—-]\s+|^\s+/;
const DIRECTION = /^(received|gave|given)(?=$|[\s,:·•–—-])/i;
// Only with a mark or a link after it: "introduced me to Joan" is a gift of theirs, in the user's words.
const INTRODUCED = /^introduced(?:\s*[·•:–—-]\s+|\s+(?=\[\[))/i;
const AFTER_DIRECTION = /^\s*(?:[·•,:–—-](?=\s|$))?\s*/;

/** The line of an interaction as it stands in a note, without its bullet. */
export function interactionText({ day, direction, introduced, what }: Interaction): string {
  const told = onOneLine(wellFormed(what));
  const way = introduced === true && told !== '' ? 'introduced' : direction;
  const head = way === undefined ? day : `${day} ${way}`;
  if (told === '') return head;
  return way === undefined ? `${head} ${told}` : `${head} · ${told}`;
}

/** Reads one line of a note; undefined when it is not a list item that begins with a day. Words it does not know are kept. */
export function readInteraction(line: string): { interaction: Interaction; lead: string } | undefined {
  const [, lead, text] = ITEM.exec(line) ?? [];
  if (lead === undefined || text === undefined) return undefined;
  const dated = LINKED_DAY.exec(text) ?? PLAIN_DAY.exec(text);
  const day = readDay(dated?.[1]);
  if (dated === null || day === undefined) return undefined;
  const rest = text.slice(dated[0].length).replace(BETWEEN, '');
  const introduced = INTRODUCED.exec(rest)?.[0];
  if (introduced !== undefined) return { lead, interaction: { day, direction: 'gave', introduced: true, what: rest.slice(introduced.length).trim() } };
  const word = DIRECTION.exec(rest)?.[1];
  if (word === undefined) return { lead, interaction: { day, what: rest.trim() } };
  const what = rest.slice(word.length).replace(AFTER_DIRECTION, '').trim();
  return { lead, interaction: { day, direction: word.toLowerCase() === 'received' ? 'received' : 'gave', what } };
}

/** The interactions of a note with their places, as listed below the heading (before its first subheading). */
export function interactionLinesOf(text: string, heading: string): InteractionLine[] {
  const section = findSection(text, heading);
  if (section === undefined) return [];
  return linesOf(text)
    .filter((line) => line.setting === 'prose' && line.from >= section.bodyFrom && line.to <= section.ownTo)
    .flatMap((line) => {
      const read = readInteraction(line.text);
      return read === undefined ? [] : [{ ...read, line }];
    });
}

/** The interactions listed in a note, in the note's order. */
export function interactionsOf(text: string, heading: string): Interaction[] {
  return interactionLinesOf(text, heading).map(({ interaction }) => interaction);
}

/** Whether two entries tell the same. */
export function isSameInteraction(left: Interaction, right: Interaction): boolean {
  return interactionText(left) === interactionText(right);
}

/** An interaction's words as a reader sees them: links show their label or the note's name. */
export function shownWhat({ what }: Pick<Interaction, 'what'> & Partial<Interaction>): string {
  return what
    .replace(/!?\[\[([^\]]+)\]\]/g, (link: string) => shownName(link.replace(/^!/, '')))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
}
