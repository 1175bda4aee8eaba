import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROPERTY_NAMES } from '../../src/note';
import { baseFiles } from '../../src/ties';

interface Base {
  filters: { and: string[] };
  formulas?: Record<string, string>;
  views: { type: string; name: string; order?: string[]; filters?: { and: string[] }; sort?: { property: string; direction: string }[] }[];
}

const files = baseFiles({ ...PROPERTY_NAMES, type: 'kind: of', space: 'Raum' }, {
  table: (name) => `"${name}"`, spaces: 'Three spaces', states: { waiting: 'W', taken: 'T', shared: 'S' }, audience: (audience) => audience.toUpperCase(),
});
const base = (name: string): Base => parse(files.find((file) => file.name === name)?.text ?? '') as Base;

describe('the ready bases', () => {
  it('are sound YAML, with the names that the properties have in this vault', () => {
    expect(files.map(({ name }) => name)).toEqual(['contacts', 'communities', 'quotes', 'shares']);
    const contacts = base('contacts');
    expect(contacts.filters.and).toEqual(['note["kind: of"] == "contact"']);
    expect(contacts.views.map(({ type, name }) => [type, name])).toEqual([['table', '"contacts"'], ['seek-sense-share-spaces', 'Three spaces']]);
    expect(contacts.views[0]?.order?.slice(0, 2)).toEqual(['file.name', 'note.Raum']);
  });

  it('sort contacts by when they are due', () => {
    expect(base('contacts').formulas).toEqual({ due: 'if(note["cadence"], note["last-contact"] + (duration("1d") * note["cadence"]))' });
    expect(base('contacts').views[0]?.sort).toEqual([{ property: 'formula.due', direction: 'ASC' }]);
  });

  it('show quotes by state and shares by audience', () => {
    expect(base('quotes').views.map(({ name, filters }) => [name, filters?.and[0]])).toEqual([['"quotes"', undefined], ['W', 'note["sensed"].isEmpty()'], ['T', '!note["sensed"].isEmpty()'], ['S', '!note["shared"].isEmpty()']]);
    expect(base('shares').views.map(({ name, filters }) => [name, filters?.and[0]])).toEqual(['network', 'community', 'team'].map((audience) => [audience.toUpperCase(), `note["shared"].contains("${audience}")`]));
  });
});
