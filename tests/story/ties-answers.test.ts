import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { findings } from './findings';
import { chooseContactsFile, renameNote, setSettings, showTiesTab } from './moves';

// What the user is told about ties, and what becomes of the answers: figures, steps, refusals, names, columns.

const CLOCK = new Date('2026-11-20T09:12:00');
const VAULT = {
  'People/Gil Stone.md': '---\ntype: contact\nspace: network\ncommunities: ["[[Reading Circle]]"]\n---\nMy words.\n\n## Interactions\n- 2026-10-21 gave · a map\n- 2026-08-01 received · a hint\n- 2026-05-01 gave · a book\n',
  'People/Hue Park.md': '---\ntype: contact\nspace: team\ncommunities: ["[[Reading Circle]]"]\nlast-contact: 2026-11-01\n---\n',
  'People/Ida Berg.md': '---\ntype: contact\nlast-contact: 2022-05-01\n---\n',
  'People/Jo Dahl.md': '---\ntype: contact\ncommunities: ["[[Other Group]]", OG]\ntopics: [tea]\nlast-contact: 2025-08-01\n---\n',
  'People/Kay Old.md': '---\ntype: contact\ntopics: [tea]\nlast-contact: 2026-11-10\n---\n',
  'People/Lou Old.md': '---\ntype: contact\nlast-contact: 2026-11-10\n---\n',
  'People/Dana Due.md': '---\ntype: contact\ncadence: 30\nlast-contact: 2026-01-01\n---\n',
  'Communities/Reading Circle.md': '---\ntype: community\n---\n## Practice changes\n- 2024-03-03 · I read aloud.\n',
  'Communities/Other Group.md': '---\ntype: community\naliases: [OG]\n---\n## Practice changes\n- 2024-04-04 · I ask first.\n',
  'Circle.md': 'A figure that is round.\n',
  'Quotes/K1.md': '---\ntype: quote\nvia: Kay Old\ncaptured: 2026-10-01T10:00\n---\n> [!quote]\n> One.\n',
  'Quotes/K2.md': '---\ntype: quote\nvia: Kay Mid\ncaptured: 2026-10-02T10:00\n---\n> [!quote]\n> Two.\n',
  'Quotes/L1.md': '---\ntype: quote\nnot-for: [Lou Old]\ncaptured: 2026-10-03T10:00\n---\n> [!quote]\n> Three.\n',
  'People/Plain Jane.md': '---\ncadence: 30\nlast-contact: 2026-02-01\n---\n',
  'People/Notes of a meeting.md': '---\ntype: meeting\ncadence: 30\nlast-contact: 2026-02-01\n---\n',
  'Notes/Tagged Tom.md': '---\ntags: [person/friend]\ncadence: 30\nlast-contact: 2026-03-01\n---\n',
  'Quotes/On people.md': '---\ntype: quote\ntags: [person]\ncadence: 30\nlast-contact: 2026-02-01\n---\n> [!quote]\n> Four.\n',
};
const CONTACTS = ['Dana Due', 'Gil Stone', 'Hue Park', 'Ida Berg', 'Jo Dahl', 'Kay Old', 'Lou Old'];

let bench: OpenWorkbench;

const modal = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.modal');
const tab = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-tab-ties');
const below = (heading: string): Promise<string[]> => tab().locator(`.sss-quiet:has(.sss-section:text-is("${heading}")) .sss-row-title`).allTextContents();
const tableRow = (name: string): Promise<string[]> => bench.page.locator('.sss-spaces-table tbody tr', { hasText: name }).locator('td').allTextContents();
const detailOf = (name: string): Promise<string | null> => tab().locator('.sss-row', { has: bench.page.locator(`.sss-row-title:text-is("${name}")`) }).locator('.sss-row-detail').textContent();
const due = (): Promise<string[]> => tab().locator('.sss-rows[aria-label="Might be glad to hear from you"] .sss-row-title').allTextContents();

beforeAll(async () => {
  bench = await openWorkbench({ vault: VAULT, clock: CLOCK });
  await showTiesTab(bench);
});

afterAll(async () => {
  await bench.close();
});

describe('how close one is', () => {
  it('is explained by figures that follow the formulas', async () => {
    await tab().getByRole('button', { name: 'How close: Gil Stone' }).click();
    expect(await modal().locator('.modal-title').textContent()).toBe('Gil Stone: a close tie (.66)');
    // .4·2^(−30/90) = .317 and .1·2/3 = .067 beside the balanced part of the history: .3·2/8 = .075 and .2; in hundredths that add up to .66.
    // Seven people with one tie among them (two in one community, in different spaces): 7 − 2·1/7 = 6.7, and 1 − 1/6 = .83.
    expect(await modal().locator('tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))).toEqual([
      ['How lately (up to .40)', '.32', 'about 4 weeks ago'],
      ['How often (up to .30)', '.07', '3 in twelve months'],
      ['Both ways (up to .20)', '.20', 'gave 2, received 1'],
      ['In how many spaces (up to .10)', '.07', '2 spaces'],
      ['Reciprocity', '.67', 'gave 2, received 1'],
      ['Out of touch', '30 days', ''],
      ['Knows others than you know', '.83', 'knows 1 of your 6 others'],
      ['Bridges to another space', '1.00', 'in one community'],
      ['Effective size of your network', '6.7', 'of 7 people'],
    ]);
    expect(await findings(bench, '.modal')).toEqual([]);
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
  });

  it('shows in the three spaces: bridges have a rim, and who is out of touch is faded', async () => {
    await bench.runCommand('seek-sense-share:ties-open-spaces');
    await expect.poll(() => bench.page.locator('.sss-spaces .sss-dot').count()).toBe(CONTACTS.length);
    const marked = (mark: string): Promise<(string | null)[]> => bench.page.locator(`.sss-spaces .sss-dot.${mark}`).evaluateAll((dots) => dots.map((dot) => dot.getAttribute('data-path')).sort());
    await expect.poll(() => marked('is-bridge')).toEqual(['People/Gil Stone.md', 'People/Hue Park.md']);
    await expect.poll(() => marked('is-dormant')).toEqual(['People/Ida Berg.md', 'People/Jo Dahl.md']);
    // All of them at one moment, for the picture may be drawn anew in between.
    const looks = (): Promise<{ rim: string; faded: boolean }[]> => bench.page.locator('.sss-spaces .sss-dot').evaluateAll((dots, people) => people.map((name) => {
      const dot = dots.find((one) => one.getAttribute('data-path') === `People/${name}.md`);
      const look = dot === undefined ? undefined : getComputedStyle(dot);
      return { rim: look?.stroke ?? '', faded: Number(look?.opacity) < 1 };
    }), ['Kay Old', 'Ida Berg', 'Gil Stone']);
    await expect.poll(async () => (await looks()).map(({ faded }) => faded)).toEqual([false, true, false]);
    await expect.poll(async () => new Set((await looks()).map(({ rim }) => rim)).size).toBe(2);
  });

  it('shows as a table, too, that stays open, filtered as the picture is', async () => {
    await bench.page.locator('.sss-spaces-table summary').click();
    await expect.poll(() => tableRow('Gil Stone')).toEqual(['Network', 'a close tie (.66)', 'yes', '']);
    expect(await findings(bench, '.sss-spaces')).toEqual([]);
    await bench.page.locator('.sss-spaces').getByRole('searchbox').fill('hue');
    await expect.poll(() => bench.page.locator('.sss-spaces-table tbody tr').count()).toBe(1);
    await bench.page.locator('.sss-spaces').getByRole('searchbox').fill('');
    await expect.poll(() => bench.page.locator('.sss-spaces-table tbody tr').count()).toBe(CONTACTS.length);
  });

  it('parts those out of touch for years from the others', async () => {
    expect(await below('Out of touch for years')).toEqual(['Ida Berg']);
    expect(await below('Out of touch for long')).toEqual(['Jo Dahl']);
  });
});

describe('a list to choose from', () => {
  it('says what it is for to a screen reader, too', async () => {
    await tab().getByRole('button', { name: 'Change the reminder for Dana Due' }).first().click();
    await bench.page.getByRole('dialog', { name: 'Change the reminder for Dana Due' }).waitFor();
    expect(await findings(bench, '.prompt')).toEqual([]);
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.prompt').waitFor({ state: 'detached' });
  });
});

describe('a step from the network to the trusted circle', () => {
  it('is taken only when the user says so, and is one property', async () => {
    const before = await bench.readFile('People/Gil Stone.md');
    expect(await below('Perhaps closer than it says')).toEqual(['Gil Stone']);
    await tab().getByText('a close tie · gave 2, received 1 in twelve months · still under network').waitFor();
    await tab().getByRole('button', { name: 'Move Gil Stone to the trusted circle (space: community)' }).click();
    await expect.poll(() => bench.readFile('People/Gil Stone.md')).toBe(before.replace('space: network', 'space: community'));
    await expect.poll(() => below('Perhaps closer than it says')).toEqual([]);
    expect((await bench.notices()).at(-1)).toContain('Gil Stone is now in the space community.');
    // They meet in one space now: the community that they share. The table followed, and stayed open.
    await expect.poll(() => tableRow('Gil Stone')).toEqual(['Community', 'a close tie (.63)', 'yes', '']);
  });
});

describe('a name that was changed', () => {
  it('twice within a second leaves both earlier names, where both are still used', async () => {
    await renameNote(bench, 'People/Kay Old.md', 'People/Kay Mid.md');
    await renameNote(bench, 'People/Kay Mid.md', 'People/Kay New.md');
    await expect.poll(() => bench.readFile('People/Kay New.md')).toContain('aliases: [Kay Old, Kay Mid]');
    // Their note has another name and says "tea" in its topics, but is about a person: nothing to be sent to somebody who likes tea.
    await tab().locator('.sss-quiet .sss-row', { hasText: 'Jo Dahl and Kay New' }).waitFor();
    expect(await detailOf('Jo Dahl')).toBe('about a year ago · a faint tie');
    await bench.writeFile('Notes/Tea.md', '# Tea\n');
    await expect.poll(() => detailOf('Jo Dahl')).toBe('about a year ago · a faint tie · you could send “Tea” (tea)');
  });

  it('right before the app ends is kept after it starts again; and what was answered with no is not asked again', async () => {
    const quiet = 'A community that has been quiet';
    await expect.poll(() => below(quiet)).toEqual(['Reading Circle', 'Other Group']);
    await tab().getByRole('button', { name: 'Reading Circle is fine as it is' }).click();
    await expect.poll(() => below(quiet)).toEqual(['Other Group']);
    await renameNote(bench, 'People/Lou Old.md', 'People/Lou New.md');
    await bench.crash();
    bench = await bench.reopen();
    await showTiesTab(bench);
    await expect.poll(() => below(quiet)).toEqual(['Other Group']);
    // Other notes get other names: one whose path ends that of the community, the community itself, and last one that shows when all are taken in.
    await renameNote(bench, 'Circle.md', 'Ring.md');
    await renameNote(bench, 'Communities/Reading Circle.md', 'Communities/Reading Round.md');
    await renameNote(bench, 'Communities/Other Group.md', 'Communities/Other Lot.md');
    await expect.poll(() => below(quiet)).toEqual(['Other Lot']);
    await expect.poll(() => bench.readFile('People/Lou New.md')).toContain('aliases: [Lou Old]');
    expect(await bench.readFile('Quotes/L1.md')).toContain('not-for: [Lou Old]\n');
  });
});

describe('a contact', () => {
  it('is known by folder and by tag where the settings say so, in the tab and in the ready base, and a quote never is', async () => {
    await expect.poll(due).toEqual(['Dana Due']);
    await setSettings(bench, { ties: { folderCounts: true, tag: '#person' } });
    await expect.poll(due).toEqual(['Dana Due', 'Plain Jane', 'Tagged Tom']);
    await bench.runCommand('seek-sense-share:ties-make-bases');
    await bench.page.waitForFunction(() => window.workbench.app.vault.getFileByPath('People/Contacts.base') !== null);
    await bench.openNote('People/Contacts.base');
    const expected = [...CONTACTS.filter((name) => !name.endsWith('Old')), 'Kay New', 'Lou New', 'Plain Jane', 'Tagged Tom'].sort();
    await expect.poll(async () => (await bench.page.locator('.bases-pane td[data-property="file.name"]').allTextContents()).sort()).toEqual(expected);
  });
});

describe('a table with columns that nobody knows', () => {
  it('is imported as the user says what they hold; formulas are left out, and named', async () => {
    await chooseContactsFile(bench, 'wer.csv', 'Wer,Wo,Haus,Schuhe\nRia Voss,ria@x.example,Acme,39\nUte Berg,ute@x.example,=cmd|\' /C calc\'!A0,40\n');
    await modal().getByText('No column tells a name or an email. Please choose one above.').waitFor();
    expect(await modal().getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true);
    await modal().getByLabel('Wer – Ria Voss').selectOption('name');
    await modal().getByLabel('Wo – ria@x.example').selectOption('emails');
    await modal().getByLabel('Haus – Acme').selectOption('org');
    await modal().getByText('Columns: 3 of 4 are used').waitFor();
    await modal().getByText('One cell holds a formula and is left out').waitFor();
    expect(await modal().locator('.sss-import-left-out li').allTextContents()).toEqual(["Line 3: Haus is a formula (=cmd|' /C calc'!A0), not a text."]);
    await modal().getByRole('button', { name: 'Import 2 people' }).click();
    await modal().waitFor({ state: 'detached' });
    expect(await bench.readFile('People/Ria Voss.md')).toMatch(/^email: ria@x\.example\norg: Acme$/m);
    expect(await bench.readFile('People/Ute Berg.md')).not.toMatch(/cmd|org:|40/);
  });
});

it('caused no error', () => {
  expect(bench.errors).toEqual([]);
});
