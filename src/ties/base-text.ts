/** A view of a base: which of its notes it shows, and how. */
export interface BaseView {
  readonly type: string;
  readonly name: string;
  /** Sentences that must all hold. */
  readonly filters?: readonly string[];
  readonly columns?: readonly string[];
  readonly sort?: readonly [property: string, direction: 'ASC' | 'DESC'];
  readonly groupBy?: string;
}

/** A base as it is to be written down. */
interface Base {
  readonly filters?: readonly string[];
  readonly formulas?: Readonly<Record<string, string>>;
  readonly views: readonly BaseView[];
}

/** The text of a `.base` file. Source: the syntax of Bases in Obsidian's help. */
export function baseText({ filters, formulas = {}, views }: Base): string {
  const named = Object.entries(formulas).map(([name, formula]) => `  ${name}: ${quoted(formula)}`);
  return [
    ...filterLines(filters, ''),
    ...(named.length === 0 ? [] : ['formulas:', ...named]),
    'views:',
    ...views.flatMap(viewLines),
    '',
  ].join('\n');
}

function viewLines({ type, name, filters, columns, sort, groupBy }: BaseView): string[] {
  return [
    `  - type: ${type}`,
    `    name: ${quoted(name)}`,
    ...filterLines(filters, '    '),
    ...(groupBy === undefined ? [] : ['    groupBy:', `      property: ${quoted(groupBy)}`, '      direction: ASC']),
    ...(columns === undefined ? [] : ['    order:', ...columns.map((one) => `      - ${quoted(one)}`)]),
    ...(sort === undefined ? [] : ['    sort:', `      - property: ${quoted(sort[0])}`, `        direction: ${sort[1]}`]),
  ];
}

function filterLines(filters: readonly string[] | undefined, indent: string): string[] {
  return filters === undefined ? [] : [`${indent}filters:`, `${indent}  and:`, ...filters.map((filter) => `${indent}    - ${quoted(filter)}`)];
}

/** A note's property in a formula, whatever its name. */
export function property(name: string): string {
  return `note[${quoted(name)}]`;
}

/** A property as a list: in some notes it is one, in others a single word. */
export function list(name: string): string {
  return `list(${property(name)})`;
}

/** A text in a formula and in YAML: JSON is both. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
