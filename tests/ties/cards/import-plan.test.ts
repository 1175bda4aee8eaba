import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, fileNameFor, freePath, pathIn } from '../../../src/note';
import { makeCard, planImport, planImportInSteps, readKnownCard, readVcardsInSteps, withCardNews, writeCard, type Card, type ImportChoice, type KnownCard } from '../../../src/ties';

const format = { names: PROPERTY_NAMES, interactionsSection: 'Interactions' };

/** Carries an import out on notes in memory. */
function imported(notes: ReadonlyMap<string, string>, cards: readonly Card[], choices: ReadonlyMap<number, ImportChoice> = new Map()): Map<string, string> {
  const after = new Map(notes);
  for (const step of planImport(cards, knownOf(notes), choices).steps) {
    const path = step.kind === 'merge' ? step.path : freePath(pathIn('People', fileNameFor(step.card.name, 'Unnamed')), (taken) => [...after.keys()].some((one) => one.toLowerCase() === taken.toLowerCase()));
    const written = step.kind === 'merge' ? withCardNews(after.get(path) ?? '', step.news, PROPERTY_NAMES) : writeCard(step.card, path.replace(/^People\/|\.md$/g, ''), format);
    if (!written.ok) throw new Error(written.problem);
    after.set(path, written.value);
  }
  return after;
}

function knownOf(notes: ReadonlyMap<string, string>): KnownCard[] {
  return [...notes].map(([path, text]) => readKnownCard(path, text, PROPERTY_NAMES));
}

const some = <T>(...values: readonly T[]): fc.Arbitrary<T[]> => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });
const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> => fc.option(fc.constantFrom(...values), { nil: undefined });
/** Few values, so that people have much in common. */
const card: fc.Arbitrary<Card> = fc.record({
  name: fc.constantFrom('Ana Lee', 'ana lee', 'Bob Lee', 'Ana Ray', 'Bo', 'A/B: #1 [x]', '', '@Bo', '[[Ana Lee]]', 'CON', '陈玉兰'),
  otherNames: some('Ann', 'Bo', 'Ana Ray'),
  uids: some('1', 'urn:uuid:1', '2', '3'),
  emails: some('a@x.example', 'A@x.example', 'b@x.example'),
  phones: some('+1 2', '+12', '34'),
  urls: some('https://in.example/a', 'https://www.in.example/a/', 'https://x.example'),
  addresses: some('Street 1'),
  topics: some('bees', 'Bees'),
  org: maybe('IBM', 'IBM, Sales', 'Acme'),
  role: maybe('Boss', '=x'),
  birthday: maybe('1980-01-01', '--03-22'),
  met: maybe('2024-01-01'),
  note: maybe('One.\n\n# Two *three*', 'ends with a space ', '---\na: 1\n---', '```\nopen', '- [ ] x'),
}).map(makeCard);

describe('the plan of an import', () => {
  it('twice is once', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 8 }), fc.array(card, { maxLength: 8 }), (earlier, cards) => {
        const named = (list: readonly Card[]): Card[] => list.filter(({ name }) => name !== '');
        const once = imported(imported(new Map(), named(earlier)), named(cards));
        expect(planImport(named(cards), knownOf(once)).steps).toEqual([]);
        expect(imported(once, named(cards))).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no email, phone, id or name, whatever is merged into whom', () => {
    fc.assert(
      fc.property(fc.array(card.filter(({ name }) => name !== ''), { maxLength: 8 }), (cards) => {
        const people = knownOf(imported(new Map(), cards));
        for (const one of cards) {
          for (const email of one.emails) expect(people.some(({ emails }) => emails.some((kept) => kept.toLowerCase() === email.toLowerCase()))).toBe(true);
          for (const uid of one.uids) expect(people.some(({ uids }) => uids.some((kept) => kept.replace('urn:uuid:', '') === uid.replace('urn:uuid:', '')))).toBe(true);
          expect(people.some((person) => [person.name, ...person.otherNames].some((name) => name.toLowerCase() === one.name.toLowerCase()))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  const ana = makeCard({ name: 'Ana Lee', emails: ['a@x.example'], org: 'IBM' });
  const vault = imported(new Map(), [ana]);
  const planOf = (...cards: readonly Parameters<typeof makeCard>[0][]): ReturnType<typeof planImport> => planImport(cards.map(makeCard), knownOf(vault));

  it.each([
    ['email', { name: 'Ana L. Lee', emails: ['A@X.example'] }],
    ['name', { name: 'ana lee', org: 'IBM, Sales', phones: ['1'] }],
    ['name', { name: 'Ana Lee', phones: ['1'] }],
  ])('recognises somebody by %s', (reason, parts) => {
    expect(planOf(parts).rows).toMatchObject([{ choice: 'merge', match: { name: 'Ana Lee', reason, isInVault: true } }]);
  });

  it('takes the same name in another organisation, and the same email under another name, for somebody else', () => {
    expect(planOf({ name: 'Ana Lee', org: 'Acme' }).rows[0]).toMatchObject({ choice: 'new' });
    expect(planOf({ name: 'Front desk', emails: ['a@x.example'] }).rows[0]).toMatchObject({ choice: 'new', match: { name: 'Ana Lee' } });
  });

  it('does not match people by the web page of their firm', () => {
    const plan = planOf({ name: 'Cy', urls: ['https://www.ibm.com/'] }, { name: 'Di', urls: ['http://ibm.com'] });
    expect(plan.steps).toHaveLength(2);
  });

  it('joins the cards of one person in one file', () => {
    const plan = planOf({ name: 'Cy', emails: ['c@x.example'] }, { name: 'Cy Dee', emails: ['c@x.example', 'd@x.example'], note: 'Hello' });
    expect(plan.rows.map(({ choice, match }) => [choice, match?.isInVault])).toEqual([['new', undefined], ['merge', false]]);
    expect(plan.steps).toMatchObject([{ kind: 'create', card: { name: 'Cy', otherNames: ['Cy Dee'], emails: ['c@x.example', 'd@x.example'], note: 'Hello' } }]);
  });

  it('does as the user says, row by row', () => {
    const cards = [makeCard({ name: 'Cy', emails: ['c@x.example'] }), makeCard({ name: 'Cy', phones: ['1'] }), makeCard({ name: 'Ana Lee', phones: ['2'] })];
    const steps = planImport(cards, knownOf(vault), new Map<number, ImportChoice>([[0, 'skip'], [2, 'new']])).steps;
    expect(steps).toMatchObject([{ kind: 'create', card: { name: 'Cy', emails: [], phones: ['1'] } }, { kind: 'create', card: { name: 'Ana Lee' } }]);
  });

  it('adds to what is known, and never replaces it', () => {
    const text = '---\n# mine\ntype: contact\nemail: a@x.example # work\norg: IBM\n---\nMy words.\n\n## Interactions\n- 2026-01-01 gave · x\n';
    const notes = new Map([['People/Ana Lee.md', text]]);
    const after = imported(notes, [makeCard({ name: 'Ana Lee', emails: ['a@x.example'], phones: ['12'], org: 'IBM, Sales', role: 'Boss', note: 'Met *here*.' })]).get('People/Ana Lee.md');
    expect(after).toBe('---\n# mine\ntype: contact\nemail: a@x.example # work\norg: IBM\nphone: "12"\nrole: Boss\n---\nMy words.\n\nMet \\*here\\*.\n\n## Interactions\n- 2026-01-01 gave · x\n');
  });
});

describe('a large import', () => {
  const restsIn = (steps: Generator<undefined, unknown, undefined>): number => {
    let rests = 0;
    while (steps.next().done !== true) rests++;
    return rests;
  };

  it('has places to rest for each person, and in the midst of their pictures', () => {
    const cards = Array.from({ length: 30 }, (_, at) => makeCard({ name: `P${at}` }));
    expect(restsIn(planImportInSteps(cards, []))).toBeGreaterThanOrEqual(cards.length);
    const picture = `PHOTO;ENCODING=b:AAAA\n${' BBBB\n'.repeat(5000)}`;
    const bytes = new TextEncoder().encode(`BEGIN:VCARD\nFN:A\n${picture}END:VCARD\n`);
    expect(restsIn(readVcardsInSteps(bytes, (raw) => new TextDecoder().decode(raw)))).toBeGreaterThanOrEqual(10);
  });
});
