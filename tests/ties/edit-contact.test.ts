import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { formOf, planContactEdit, readContact, readContactForm, type Contact, type ContactForm } from '../../src/ties';

const NOTE = '---\n# mine\ntype: contact\nspace: network\ncommunities: ["[[KM Practitioners|KM]]", Bench]\ntopics: [bees]\ncadence: 60 # days\nemail: [a@x.example, b@x.example]\nshoe-size: 38\n---\nMy words.\n\n## Interactions\n- 2026-10-01 gave · x\n';

function read(text: string): Contact {
  const properties = readProperties(text);
  if (!properties.ok) throw new Error(properties.problem);
  return readContact('People/Ana.md', properties.value, text, { names: PROPERTY_NAMES, interactionsSection: 'Interactions' });
}

function edited(change: Partial<ContactForm>, note = NOTE): string {
  const contact = read(note);
  const form = readContactForm({ ...formOf(contact), ...change }, '2026-11-20');
  if (!form.ok) throw new Error(form.problem);
  const planned = planContactEdit(note, { ...form.value, communities: (form.value.communities ?? []).map((name) => `[[${name}]]`) }, contact, PROPERTY_NAMES);
  if (!planned.ok) throw new Error(planned.problem);
  return planned.value;
}

describe('editing a contact', () => {
  it('changes nothing when nothing was changed', () => {
    expect(edited({})).toBe(NOTE);
  });

  it.each<[Partial<ContactForm>, string, string]>([
    [{ space: 'community' }, 'space: network', 'space: community'],
    [{ cadence: '21' }, 'cadence: 60 # days', 'cadence: 21 # days'],
    [{ topics: 'bees, maps' }, 'topics: [bees]', 'topics: [bees, maps]'],
    [{ communities: 'KM, New circle' }, 'communities: ["[[KM Practitioners|KM]]", Bench]', 'communities: ["[[KM Practitioners|KM]]", "[[New circle]]"]'],
    [{ email: 'c@x.example' }, 'email: [a@x.example, b@x.example]', 'email: [c@x.example, b@x.example]'],
  ])('writes what differs, and leaves every other byte: %j', (change, before, after) => {
    expect(edited(change)).toBe(NOTE.replace(before, after));
  });

  it('keeps a name that no file can have as one more other name, once', () => {
    const named = edited({ name: 'Ana/Lee: #2' });
    expect(named).toBe(NOTE.replace('shoe-size: 38\n', 'shoe-size: 38\naliases: ["Ana/Lee: #2"]\n'));
    expect(edited({ name: 'Ana Lee' })).toBe(NOTE);
    expect(edited({ name: 'Ana/Lee: #2' }, named)).toBe(named);
  });

  it('takes away what was emptied', () => {
    expect(read(edited({ topics: '', cadence: '' }))).not.toHaveProperty('cadence');
    expect(read(edited({ topics: '' })).topics).toEqual([]);
  });

  it('does not touch a note with broken properties', () => {
    expect(planContactEdit('---\na: [\n---\n', {}, read(NOTE), PROPERTY_NAMES)).toMatchObject({ ok: false });
  });
});
