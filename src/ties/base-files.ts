import type { PropertyNames } from '../note';

/** A ready-made base: its file's name and its text. */
export interface BaseFile {
  readonly name: 'contacts' | 'communities' | 'quotes';
  readonly text: string;
}

/** Bases for contacts, communities and quotes, with the vault's own property names. `viewName` names each one's table, `spacesName` the picture. */
export function baseFiles(names: PropertyNames, viewName: (base: BaseFile['name']) => string, spacesName: string): BaseFile[] {
  const base = (name: BaseFile['name'], type: string, columns: readonly string[], sort: readonly [string, 'ASC' | 'DESC'], extra: readonly string[] = []): BaseFile => ({
    name,
    text: [
      'filters:',
      '  and:',
      `    - ${quoted(`${property(names.type)} == ${quoted(type)}`)}`,
      'views:',
      '  - type: table',
      `    name: ${quoted(viewName(name))}`,
      '    order:',
      ...['file.name', ...columns.map((column) => `note.${column}`)].map((column) => `      - ${quoted(column)}`),
      '    sort:',
      `      - property: ${quoted(`note.${sort[0]}`)}`,
      `        direction: ${sort[1]}`,
      ...extra,
      '',
    ].join('\n'),
  });
  return [
    base('contacts', 'contact', [names.space, names.communities, names.topics, names.lastContact, names.cadence, 'email', 'org'], [names.lastContact, 'ASC'], ['  - type: seek-sense-share-spaces', `    name: ${quoted(spacesName)}`]),
    base('communities', 'community', [names.topics], [names.topics, 'ASC']),
    base('quotes', 'quote', [names.author, names.via, names.captured, names.sensed, names.shared], [names.captured, 'DESC']),
  ];
}

function property(name: string): string {
  return `note[${quoted(name)}]`;
}

// JSON is YAML, too.
function quoted(text: string): string {
  return JSON.stringify(text);
}
