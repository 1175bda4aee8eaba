import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../../../src/note';
import { makeCard, planContactEdit, planImport, planMerge, readContact, readKnownCard, withCardNews } from '../../../src/ties';

// Contact notes as other plugins keep them: the names of vCards in capitals, each with what kind it is.
const NOTE = `---
N.GN: Ana
N.FN: Lee
FN: Ana B. Lee
NICKNAME: Annie
UID: urn:uuid:019730a76c1c-1234
EMAIL[HOME]: ana@home.example
EMAIL[WORK]: ana@work.example
TEL[1:CELL]: "+1 555"
ADR[HOME].LOCALITY: Turin
ADR[HOME].STREET: Via Po 1
ADR[WORK].COUNTRY: Italy
URL[WORK]: https://ana.example/about
ORG: Acme;Research
ROLE: Cartographer
BDAY: 1979-04-30
VERSION: "4.0"
---
Her words.
`;
const FORMAT = { names: PROPERTY_NAMES, interactionsSection: 'Interactions' };
const RULE = { ...FORMAT, keepLastContact: true };

describe('a contact note of another plugin', () => {
  it('is known by its names, and has its email and page', () => {
    const properties = readProperties(NOTE);
    if (!properties.ok) throw new Error(properties.problem);
    expect(readContact('C/Ana Lee.md', properties.value, NOTE, FORMAT)).toMatchObject({ name: 'Ana Lee', aliases: ['Ana B. Lee', 'Annie'], email: 'ana@home.example', url: 'https://ana.example/about' });
  });

  it('tells an address book everything, and an import nothing new', () => {
    const known = readKnownCard('C/Ana Lee.md', NOTE, PROPERTY_NAMES);
    expect(known).toMatchObject({ emails: ['ana@home.example', 'ana@work.example'], phones: ['+1 555'], addresses: ['Via Po 1, Turin', 'Italy'], org: 'Acme, Research', role: 'Cartographer', birthday: '1979-04-30', otherNames: ['Ana B. Lee', 'Annie'] });
    const plan = planImport([makeCard({ name: 'Ana Lee', uids: ['019730a76c1c-1234'], emails: ['ANA@work.example'], phones: ['+1555'], org: 'Acme' })], [known]);
    expect([plan.rows.map(({ match }) => match?.reason), plan.steps]).toEqual([['uid'], []]);
  });

  it('takes what is new under the names of this vault, and keeps its own lines', () => {
    const names = { ...PROPERTY_NAMES, email: 'e-mail' };
    const written = withCardNews(NOTE, { emails: ['ana@new.example'] }, names);
    expect(written.ok && written.value).toBe(NOTE.replace('VERSION: "4.0"\n', 'VERSION: "4.0"\ne-mail: ana@new.example\n'));
    expect(readKnownCard('C/Ana Lee.md', written.ok ? written.value : '', names).emails).toEqual(['ana@new.example', 'ana@home.example', 'ana@work.example']);
  });
});

describe('properties that have other names in this vault', () => {
  const names = { ...PROPERTY_NAMES, email: 'e-mail', org: 'company', url: 'website' };

  it('are read, edited and merged under these', () => {
    const text = '---\ntype: contact\ne-mail: a@x.example\ncompany: Acme\n---\n';
    const properties = readProperties(text);
    const contact = readContact('P/A.md', properties.ok ? properties.value : {}, text, { ...FORMAT, names });
    expect([contact.email, readKnownCard('P/A.md', text, names).org]).toEqual(['a@x.example', 'Acme']);
    expect(planContactEdit(text, { space: 'network', email: 'b@x.example', url: 'https://a.example' }, contact, names)).toEqual({ ok: true, value: '---\ntype: contact\ne-mail: b@x.example\ncompany: Acme\nwebsite: https://a.example\n---\n' });
    expect(planMerge({ name: 'A', text }, { name: 'A', text: '---\ne-mail: c@x.example\n---\n' }, { ...RULE, names })).toEqual({ ok: true, value: '---\ntype: contact\ne-mail: [a@x.example, c@x.example]\ncompany: Acme\n---\n' });
  });
});
