import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROPERTY_NAMES } from '../../src/note';
import { baseFiles, type ContactRule } from '../../src/ties';

interface Base {
  filters?: { and: string[] };
  formulas?: Record<string, string>;
  views: { type: string; name: string; order?: string[]; filters?: { and: string[] }; sort?: { property: string; direction: string }[]; groupBy?: { property: string; direction: string } }[];
}

const RULE: ContactRule = { names: { ...PROPERTY_NAMES, type: 'kind of', space: 'Raum' }, folder: 'People', folderCounts: false, tag: '' };

function base(name: string, rule: ContactRule = RULE): Base {
  const files = baseFiles(rule, {
    table: (one) => `"${one}"`, dueNow: 'Due', members: 'Members', spaces: 'Three spaces', roles: 'Roles', states: { waiting: 'W', letGo: 'L', taken: 'T', shared: 'S' }, audience: (audience) => audience.toUpperCase(),
  });
  return parse(files.find((file) => file.name === name)?.text ?? '') as Base;
}

describe('the ready bases', () => {
  it('are sound YAML, with the names that the properties have in this vault', () => {
    expect(base('contacts').filters?.and).toEqual(['list(note["kind of"]).contains("contact")', 'note["archived"].isEmpty()']);
    expect(base('contacts').views.map(({ type, name }) => [type, name])).toEqual([['table', '"contacts"'], ['table', 'Due'], ['seek-sense-share-spaces', 'Three spaces']]);
    expect(base('contacts').views[0]?.order?.slice(0, 3)).toEqual(['file.name', 'formula.due', 'note.Raum']);
  });

  it('know contacts as the vault does: by tag and folder, too', () => {
    expect(base('contacts', { ...RULE, tag: '#person', folderCounts: true }).filters?.and[0]).toBe(
      'list(note["kind of"]).contains("contact") || (file.hasTag("person") && !list(note["kind of"]).contains("quote") && !list(note["kind of"]).contains("community")) || (file.inFolder("People") && file.ext == "md" && note["kind of"].isEmpty())',
    );
    expect(base('contacts', { ...RULE, folder: '/', folderCounts: true }).filters?.and[0]).toBe('list(note["kind of"]).contains("contact")');
  });

  it('sort contacts by when they are due; who was put off is not due now', () => {
    expect(base('contacts').formulas).toEqual({
      since: 'if(note["last-contact"], note["last-contact"], note["met"])',
      due: 'if(note["cadence"] && formula.since, formula.since + (duration("1d") * number(note["cadence"])))',
    });
    expect(base('contacts').views[0]?.sort).toEqual([{ property: 'formula.due', direction: 'ASC' }]);
    expect(base('contacts').views[1]?.filters?.and).toEqual(['formula.due <= today()', 'note["snooze-until"].isEmpty() || note["snooze-until"] <= today()']);
  });

  it('show communities and who belongs to them', () => {
    expect(base('communities').filters).toBeUndefined();
    expect(base('communities').views.map(({ type, filters, groupBy }) => [type, filters?.and.length, groupBy?.property])).toEqual([['table', 1, undefined], ['table', 2, 'note.communities'], ['seek-sense-share-spaces', 2, undefined]]);
  });

  it('show quotes by state and shares by audience', () => {
    expect(base('quotes').formulas?.['state']).toBe('if(!note["shared"].isEmpty(), "S", if(!note["sensed"].isEmpty(), "T", if(!note["let-go"].isEmpty(), "L", "W")))');
    expect(base('quotes').views.map(({ name, groupBy, filters }) => [name, groupBy?.property ?? filters?.and[0]])).toEqual([['"quotes"', 'formula.state'], ['W', 'note["sensed"].isEmpty()'], ['T', '!note["sensed"].isEmpty()'], ['S', '!note["shared"].isEmpty()'], ['Roles', undefined]]);
    expect(base('shares').views.map(({ name, filters }) => [name, filters?.and[0]])).toEqual(['network', 'community', 'team'].map((audience) => [audience.toUpperCase(), `list(note["shared"]).contains("${audience}")`]));
  });
});
