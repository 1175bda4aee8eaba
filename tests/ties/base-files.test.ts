import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROPERTY_NAMES } from '../../src/note';
import { baseFiles } from '../../src/ties';

describe('the ready bases', () => {
  it('are sound YAML, with the names that the properties have in this vault', () => {
    const files = baseFiles({ ...PROPERTY_NAMES, type: 'kind: of', space: 'Raum' }, (name) => `"${name}"`, 'Three spaces');
    expect(files.map(({ name }) => name)).toEqual(['contacts', 'communities', 'quotes']);
    const contacts = parse(files[0]?.text ?? '') as { filters: { and: string[] }; views: { type: string; name: string; order?: string[] }[] };
    expect(contacts.filters.and).toEqual(['note["kind: of"] == "contact"']);
    expect(contacts.views.map(({ type, name }) => [type, name])).toEqual([['table', '"contacts"'], ['seek-sense-share-spaces', 'Three spaces']]);
    expect(contacts.views[0]?.order?.slice(0, 2)).toEqual(['file.name', 'note.Raum']);
  });
});
