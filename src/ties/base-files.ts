import type { PropertyNames } from '../note';
import { baseText, list, property, quoted, type BaseView } from './base-text';
import { ARCHIVED, NO_PEOPLE, SNOOZED, ownMarks, type ContactRule } from './contact-note';
import { SPACES, type Space } from './space';

/** A ready-made base: its file's name and its text. */
interface BaseFile {
  readonly name: 'contacts' | 'communities' | 'quotes' | 'shares';
  readonly text: string;
}

/** What the views and states of the bases are called. */
export interface BaseTexts {
  table(base: BaseFile['name']): string;
  readonly dueNow: string;
  readonly members: string;
  /** The pictures of the three spaces and of the roles. */
  readonly spaces: string;
  readonly roles: string;
  readonly states: Readonly<Record<'waiting' | 'letGo' | 'taken' | 'shared', string>>;
  audience(audience: Space): string;
}

/** The kinds of views that are this product's own. */
export const SPACES_VIEW = 'seek-sense-share-spaces';
export const ROLES_VIEW = 'seek-sense-share-roles';

/** Bases for contacts by due, communities, quotes by state and shares by audience, with the vault's own names. */
export function baseFiles(rule: ContactRule, texts: BaseTexts): BaseFile[] {
  return [contacts(rule, texts), communities(rule, texts), quotes(rule.names, texts), shares(rule.names, texts)];
}

const note = (name: string): string => `note.${name}`;
const isEmpty = (name: string): string => `${property(name)}.isEmpty()`;
const ofType = ({ type }: PropertyNames, word: string): string => `${list(type)}.contains(${quoted(word)})`;

/** By what the vault knows a note as a contact, as `isContactNote` does: its type, and where that is set, its tag or its folder. */
function isContact(rule: ContactRule): string {
  const { names } = rule;
  const { tag, folder } = ownMarks(rule);
  return [
    ofType(names, 'contact'),
    ...(tag === '' ? [] : [`(file.hasTag(${quoted(tag)})${NO_PEOPLE.map((other) => ` && !${ofType(names, other)}`).join('')})`]),
    // A base lists every file of the vault, pictures and bases as well.
    ...(folder === '' ? [] : [`(file.inFolder(${quoted(folder)}) && file.ext == "md" && ${isEmpty(names.type)})`]),
  ].join(' || ');
}

/** Bases see properties only: due is the last contact that stands there, or the day one met, and the cadence. */
function contacts(rule: ContactRule, texts: BaseTexts): BaseFile {
  const { names } = rule;
  const columns = [names.space, names.communities, names.topics, names.lastContact, names.cadence].map(note);
  const table = { type: 'table', columns: ['file.name', 'formula.due', ...columns, ...[names.email, names.org].map(note)], sort: ['formula.due', 'ASC'] } as const;
  return {
    name: 'contacts',
    text: baseText({
      filters: [isContact(rule), isEmpty(ARCHIVED)],
      formulas: {
        since: `if(${property(names.lastContact)}, ${property(names.lastContact)}, ${property(names.met)})`,
        due: `if(${property(names.cadence)} && formula.since, formula.since + (duration("1d") * number(${property(names.cadence)})))`,
      },
      views: [
        { ...table, name: texts.table('contacts') },
        { ...table, name: texts.dueNow, filters: ['formula.due <= today()', `${isEmpty(SNOOZED)} || ${property(SNOOZED)} <= today()`] },
        { type: SPACES_VIEW, name: texts.spaces },
      ],
    }),
  };
}

function communities(rule: ContactRule, texts: BaseTexts): BaseFile {
  const { names } = rule;
  const members = [isContact(rule), `!${isEmpty(names.communities)}`];
  return {
    name: 'communities',
    text: baseText({
      views: [
        { type: 'table', name: texts.table('communities'), filters: [ofType(names, 'community')], columns: ['file.name', note(names.topics)], sort: ['file.name', 'ASC'] },
        { type: 'table', name: texts.members, filters: members, columns: ['file.name', note(names.space), note(names.topics)], sort: ['file.name', 'ASC'], groupBy: note(names.communities) },
        { type: SPACES_VIEW, name: texts.spaces, filters: members },
      ],
    }),
  };
}

const quoteColumns = (names: PropertyNames): string[] => ['file.name', ...[names.author, names.via, names.captured, names.sensed, names.shared].map(note)];

function quotes(names: PropertyNames, texts: BaseTexts): BaseFile {
  const [sensed, shared, letGo] = [isEmpty(names.sensed), isEmpty(names.shared), isEmpty(names.letGo)];
  const { waiting, letGo: gone, taken, shared: out } = texts.states;
  const table = { type: 'table', columns: quoteColumns(names), sort: [note(names.captured), 'DESC'] } as const;
  return {
    name: 'quotes',
    text: baseText({
      filters: [ofType(names, 'quote')],
      formulas: { state: `if(!${shared}, ${quoted(out)}, if(!${sensed}, ${quoted(taken)}, if(!${letGo}, ${quoted(gone)}, ${quoted(waiting)})))` },
      views: [
        { ...table, name: texts.table('quotes'), groupBy: 'formula.state' },
        { ...table, name: waiting, filters: [sensed, shared, letGo] },
        { ...table, name: taken, filters: [`!${sensed}`] },
        { ...table, name: out, filters: [`!${shared}`] },
        { type: ROLES_VIEW, name: texts.roles },
      ],
    }),
  };
}

function shares(names: PropertyNames, texts: BaseTexts): BaseFile {
  const audienceView = (audience: Space): BaseView => ({
    type: 'table', name: texts.audience(audience), filters: [`${list(names.shared)}.contains(${quoted(audience)})`], columns: quoteColumns(names), sort: [note(names.captured), 'DESC'],
  });
  return { name: 'shares', text: baseText({ filters: [`!${isEmpty(names.shared)}`], views: SPACES.map(audienceView) }) };
}
