import type { PropertyNames } from '../note';
import { SPACES, type Space } from './space';

/** A ready-made base: its file's name and its text. */
export interface BaseFile {
  readonly name: 'contacts' | 'communities' | 'quotes' | 'shares';
  readonly text: string;
}

/** What the views of the bases are called. */
export interface BaseTexts {
  table(base: BaseFile['name']): string;
  /** The picture of the three spaces. */
  readonly spaces: string;
  readonly states: Readonly<Record<'waiting' | 'taken' | 'shared', string>>;
  audience(audience: Space): string;
}

type Sort = readonly [column: string, direction: 'ASC' | 'DESC'];

/** A table: its name, its columns, what it is sorted by, and which notes it shows of those that the base holds. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly sort: Sort;
  readonly filter?: string;
}

/** Bases for contacts by due, communities, quotes by state and shares by audience, with the vault's own property names. */
export function baseFiles(names: PropertyNames, texts: BaseTexts): BaseFile[] {
  const note = (name: string): string => `note.${name}`;
  const is = (type: string): string => `${property(names.type)} == ${quoted(type)}`;
  const [sensed, shared] = [`${property(names.sensed)}.isEmpty()`, `${property(names.shared)}.isEmpty()`];
  const quoteColumns = [names.author, names.via, names.captured, names.sensed, names.shared].map(note);
  const quotes = (name: string, filter?: string): Table => ({ name, columns: quoteColumns, sort: [note(names.captured), 'DESC'], ...(filter === undefined ? {} : { filter }) });
  const due = `if(${property(names.cadence)}, ${property(names.lastContact)} + (duration("1d") * ${property(names.cadence)}))`;
  return [
    {
      name: 'contacts',
      text: baseText([is('contact')], [{ name: texts.table('contacts'), columns: [names.space, names.communities, names.topics, names.lastContact, names.cadence].map(note).concat('formula.due', 'note.email', 'note.org'), sort: ['formula.due', 'ASC'] }], {
        formulas: [`  due: ${quoted(due)}`],
        views: ['  - type: seek-sense-share-spaces', `    name: ${quoted(texts.spaces)}`],
      }),
    },
    { name: 'communities', text: baseText([is('community')], [{ name: texts.table('communities'), columns: [note(names.topics)], sort: [note(names.topics), 'ASC'] }]) },
    { name: 'quotes', text: baseText([is('quote')], [quotes(texts.table('quotes')), quotes(texts.states.waiting, sensed), quotes(texts.states.taken, `!${sensed}`), quotes(texts.states.shared, `!${shared}`)]) },
    { name: 'shares', text: baseText([`!${shared}`], [...SPACES.map((audience) => quotes(texts.audience(audience), `${property(names.shared)}.contains(${quoted(audience)})`))]) },
  ];
}

function baseText(filters: readonly string[], tables: readonly Table[], more: { formulas?: readonly string[]; views?: readonly string[] } = {}): string {
  return [
    'filters:',
    '  and:',
    ...filters.map((filter) => `    - ${quoted(filter)}`),
    ...(more.formulas === undefined ? [] : ['formulas:', ...more.formulas]),
    'views:',
    ...tables.flatMap(tableLines),
    ...(more.views ?? []),
    '',
  ].join('\n');
}

function tableLines({ name, columns, sort: [column, direction], filter }: Table): string[] {
  return [
    '  - type: table',
    `    name: ${quoted(name)}`,
    ...(filter === undefined ? [] : ['    filters:', '      and:', `        - ${quoted(filter)}`]),
    '    order:',
    ...['file.name', ...columns].map((one) => `      - ${quoted(one)}`),
    '    sort:',
    `      - property: ${quoted(column)}`,
    `        direction: ${direction}`,
  ];
}

function property(name: string): string {
  return `note[${quoted(name)}]`;
}

// JSON is YAML, too.
function quoted(text: string): string {
  return JSON.stringify(text);
}
