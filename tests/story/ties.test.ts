import { rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter, dayOf } from '../../src/base';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { chooseContactsFile, renameNote } from './moves';

// The people behind the ideas, in a real browser, with the built plugin on a copy of the sample vault.

const KNOWN = 20;
const PEOPLE = 300;
const FIRST = ['Ada', 'Ben', 'Chen', 'Dina', 'Emre', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jae', 'Kofi', 'Lin', 'Mei', 'Noa', 'Oto'];
const LAST = ['Abel', 'Brandt', 'Cruz', 'Diaz', 'Engel', 'Fuchs', 'Gold', 'Hirsch', 'Ito', 'Jones', 'Kern', 'Lund', 'Moreau', 'Nagy', 'Okoro', 'Petit', 'Quist', 'Roth', 'Sato', 'Toth'];

let bench: OpenWorkbench;

const modal = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.modal');

beforeAll(async () => {
  bench = await openWorkbench();
});

afterAll(async () => {
  await bench.close();
});

describe('contacts from LinkedIn', () => {
  it('are shown before anything is written', async () => {
    for (let at = 0; at < KNOWN; at++) await bench.writeFile(`People/${nameAt(at)}.md`, `---\ntype: contact\nemail: ${emailAt(at)}\n---\nMy words about number ${at}.\n`);
    await expect.poll(() => seenProperties(Array.from({ length: KNOWN }, (_, at) => `People/${nameAt(at)}.md`)), { timeout: 30_000 }).toBe(KNOWN);
    await chooseContactsFile(bench, 'Connections.csv', connections());
    await modal().getByText(`${PEOPLE - KNOWN} new · ${KNOWN} to be added to`).waitFor();
    expect(bench.exists(`People/${nameAt(KNOWN)}.md`)).toBe(false);
    expect(await modal().locator('summary').first().textContent()).toContain('7 of 7');
  });

  it('are not imported while the way back cannot be kept', async () => {
    const setRoom = (isThere: boolean): Promise<void> => bench.page.evaluate((room) => {
      const { app } = window.workbench;
      if (room) {
        Reflect.deleteProperty(app, 'saveLocalStorage');
        return;
      }
      const save = app.saveLocalStorage.bind(app);
      app.saveLocalStorage = (key, data) => {
        if (key.startsWith('seek-sense-share:')) throw new Error('the device is full');
        save(key, data);
      };
    }, isThere);
    await setRoom(false);
    await modal().getByRole('button', { name: `Import ${PEOPLE} people` }).click();
    await modal().getByText('Nothing was written, because this device has no room to note down how to undo it (the device is full).').waitFor();
    await setRoom(true);
    expect(bench.exists(`People/${nameAt(KNOWN)}.md`)).toBe(false);
  });

  it('are imported: new ones made, known ones added to', async () => {
    await modal().getByRole('button', { name: `Import ${PEOPLE} people` }).click();
    await modal().waitFor({ state: 'detached', timeout: 60_000 });
    expect((await bench.notices()).at(-1)).toContain(`Imported: ${PEOPLE - KNOWN} new, ${KNOWN} added to.`);
    expect(await bench.readFile(`People/${nameAt(299)}.md`)).toContain(`email: ${emailAt(299)}\n`);
    const known = await bench.readFile(`People/${nameAt(0)}.md`);
    expect(known).toContain('org: Acme\n');
    expect(known).toContain('My words about number 0.');
  });

  it('are taken back whole after a reload, but for what was changed since', async () => {
    await bench.writeFile(`People/${nameAt(50)}.md`, `${await bench.readFile(`People/${nameAt(50)}.md`)}\nWhat I wrote since.\n`);
    await renameNote(bench, `People/${nameAt(51)}.md`, 'People/Gus Diaz-Ruiz.md');
    await bench.settle();
    await bench.reload();
    await bench.runCommand('seek-sense-share:ties-undo-import');
    await expect.poll(async () => (await bench.notices()).at(-1) ?? '', { timeout: 60_000 }).toContain('left as they are: ');
    const said = (await bench.notices()).at(-1) ?? '';
    expect([said.includes(nameAt(50)), said.includes('Gus Diaz-Ruiz')]).toEqual([true, true]);
    expect(bench.exists(`People/${nameAt(299)}.md`)).toBe(false);
    expect(await bench.readFile(`People/${nameAt(50)}.md`)).toContain('What I wrote since.');
    expect(await bench.readFile('People/Gus Diaz-Ruiz.md')).toContain(`email: ${emailAt(51)}\n`);
    expect(await bench.readFile(`People/${nameAt(0)}.md`)).toBe(`---\ntype: contact\nemail: ${emailAt(0)}\n---\nMy words about number 0.\n`);
  });

  it('can be imported again, and a third time changes nothing', async () => {
    await bench.settle();
    await chooseContactsFile(bench, 'Connections.csv', connections());
    await modal().getByText(`${PEOPLE - KNOWN - 2} new · ${KNOWN + 1} to be added to · 1 known already`).waitFor();
    await modal().getByRole('button', { name: `Import ${PEOPLE - 1} people` }).click();
    await modal().waitFor({ state: 'detached', timeout: 60_000 });
    await bench.settle();
    await chooseContactsFile(bench, 'Connections.csv', connections());
    await modal().getByText('Everything in this file is known already.').waitFor();
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
  });

  it('refuses what is no file of contacts, in plain words', async () => {
    await chooseContactsFile(bench, 'letter.txt', 'Dear friend');
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('letter.txt is neither a vCard nor a table (CSV) of contacts.');
  });

  it('refuses a table of 50 MB, before it is read', async () => {
    const path = join(tmpdir(), `people-${process.pid}.csv`);
    await writeFile(path, 'Name,Email\nAna,a@x.example\n');
    await truncate(path, 50 * 1024 * 1024);
    const chooser = bench.page.waitForEvent('filechooser');
    await bench.runCommand('seek-sense-share:ties-import');
    await (await chooser).setFiles(path);
    await expect.poll(async () => (await bench.notices()).at(-1)).toMatch(/has 50 MB; up to 16 MB can be read.*Nothing was imported\./);
    await rm(path);
  });

  it('go out as vCards', async () => {
    await bench.runCommand('seek-sense-share:ties-export');
    await expect.poll(async () => (await bench.notices()).at(-1), { timeout: 30_000 }).toMatch(/contacts were written to People\/Contacts .*\.vcf/);
    const path = /written to (.*\.vcf)/.exec((await bench.notices()).at(-1) ?? '')?.[1] ?? '';
    expect(await bench.readFile(path)).toContain(`FN:${nameAt(299)}\r\n`);
  });
});

describe('the Ties tab', () => {
  const tab = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-tab-ties');

  it('lists who is due, with the strength of each tie', async () => {
    await bench.runCommand('seek-sense-share:open-sidebar');
    await bench.page.getByRole('tab', { name: 'Ties' }).click();
    await tab().locator('.sss-row').first().waitFor();
    expect(await tab().locator('.sss-row-detail').first().textContent()).toMatch(/a (?:faint|loose|steady|close) tie/);
  });

  it('explains a tie by its parts', async () => {
    // Whoever stands first by then: the list may still be filling.
    await tab().getByRole('button', { name: /^How close: / }).first().click();
    await modal().getByText('How often (up to .30)').waitFor();
    expect(await modal().locator('.sss-tie-value').count()).toBe(9);
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
  });

  it('puts a reminder off', async () => {
    const name = await dueName();
    await tab().getByRole('button', { name: `Change the reminder for ${name}` }).first().click();
    await bench.page.locator('.suggestion-item', { hasText: 'in a week' }).click();
    await expect.poll(() => bench.readFile(`People/${name}.md`)).toContain('snooze-until: ');
    await expect.poll(dueName).not.toBe(name);
  });

  it('changes when an interaction is logged', async () => {
    const name = await dueName();
    await tab().getByRole('button', { name: `Log interaction with ${name}` }).first().click();
    await modal().getByLabel('What it was').fill('a letter about bees');
    await modal().getByRole('button', { name: 'Log', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    await expect.poll(dueName).not.toBe(name);
    expect(await bench.readFile(`People/${name}.md`)).toContain('received · a letter about bees');
  });

  it('offers a link in a daily note as a meeting, and counts it only once the user says so', async () => {
    const day = dayAfter(dayOf(new Date()), -1);
    const name = await dueName();
    await bench.writeFile(`Daily/${day} Walk.md`, `With [[${name}]] through the rain.\n`);
    await tab().getByText(`${day} · linked in ${day} Walk`).waitFor({ timeout: 20_000 });
    expect(await dueName()).toBe(name);
    await tab().getByRole('button', { name: `Yes, on ${day} I received something from ${name}` }).click();
    await expect.poll(() => bench.readFile(`People/${name}.md`)).toContain(`- ${day} received · [[${day} Walk]]`);
    await expect.poll(dueName).not.toBe(name);
  });
});

describe('who might value this', () => {
  it('is answered for the open note, with reasons, and leaves out whoever got it', async () => {
    await bench.writeFile('People/Keeper.md', '---\ntype: contact\ntopics: [swarming bees]\n---\n');
    await bench.writeFile('Notes/Swarms.md', 'Swarming bees decide by dancing.\n');
    await expect.poll(() => seenProperties(['People/Keeper.md']), { timeout: 20_000 }).toBe(1);
    await bench.openNote('Notes/Swarms.md');
    await bench.runCommand('seek-sense-share:ties-who-might-value');
    const keeper = bench.page.locator('.suggestion-item', { hasText: 'Keeper' });
    await keeper.waitFor();
    expect(await keeper.textContent()).toContain('their topics: swarming bees');
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.sss-tab-ties').getByText('Who might value Swarms?').waitFor();
    await bench.writeFile('People/Keeper.md', '---\ntype: contact\ntopics: [swarming bees]\n---\n## Interactions\n- 2026-01-01 gave · [[Swarms]]\n');
    await expect.poll(() => bench.page.locator('.sss-tab-ties .sss-row-title', { hasText: 'Keeper' }).count(), { timeout: 20_000 }).toBe(0);
  });

  it('is answered the other way round', async () => {
    await bench.runCommand('seek-sense-share:ties-who-knows');
    await bench.page.locator('.prompt-input').fill('swarming');
    await bench.page.locator('.suggestion-item', { hasText: 'Keeper' }).waitFor();
    await bench.page.keyboard.press('Escape');
  });
});

describe('one person with two notes', () => {
  it('gets one, links follow, and the merge can be taken back', async () => {
    const files = {
      'People/Hana Kuroda.md': '---\ntype: contact\nemail: h@x.example\n---\nMy words.\n\n## Interactions\n- 2026-10-01 gave · a map\n',
      'People/H Kuroda.md': '---\ntype: contact\nemail: k@x.example\n---\nOther words.\n\n## Interactions\n- 2026-10-09 received · seeds\n',
      'Notes/Met.md': '---\nvia: "[[H Kuroda]]"\n---\nWith [[H Kuroda]] in `[[H Kuroda]]`.\n',
    };
    for (const [path, text] of Object.entries(files)) await bench.writeFile(path, text);
    await expect.poll(() => seenProperties(Object.keys(files)), { timeout: 20_000 }).toBe(3);
    await bench.openNote('People/Hana Kuroda.md');
    await bench.runCommand('seek-sense-share:ties-merge');
    await bench.page.locator('.prompt-input').fill('H Kuroda');
    await bench.page.locator('.suggestion-item', { hasText: /^H Kuroda/ }).click();
    await modal().getByText('Links in one note follow.').waitFor();
    await modal().getByRole('button', { name: 'Merge', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    expect(bench.exists('People/H Kuroda.md')).toBe(false);
    expect(await bench.readFile('Notes/Met.md')).toBe('---\nvia: "[[Hana Kuroda]]"\n---\nWith [[Hana Kuroda|H Kuroda]] in `[[H Kuroda]]`.\n');
    expect(await bench.readFile('People/Hana Kuroda.md')).toBe('---\ntype: contact\nemail: [h@x.example, k@x.example]\naliases: [H Kuroda]\n---\nMy words.\n\n## Interactions\n- 2026-10-09 received · seeds\n- 2026-10-01 gave · a map\n\n## From H Kuroda\nOther words.\n');
    await bench.settle();
    await bench.reload();
    await bench.runCommand('seek-sense-share:ties-undo-merge');
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('The merge was taken back.');
    for (const [path, text] of Object.entries(files)) expect(await bench.readFile(path)).toBe(text);
  });
});

describe('the three spaces', () => {
  const dots = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-spaces .sss-dot');

  it('show everybody as a picture and as a table, and open a note from the keyboard', async () => {
    const people = await bench.page.evaluate(() => window.workbench.app.vault.getMarkdownFiles().filter(({ path }) => window.workbench.app.metadataCache.getCache(path)?.frontmatter?.['type'] === 'contact').length);
    await bench.runCommand('seek-sense-share:ties-open-spaces');
    await expect.poll(() => dots().count(), { timeout: 20_000 }).toBe(people);
    await bench.screenshot('ties-spaces');
    await bench.page.locator('.sss-spaces-table summary').click();
    const rows = bench.page.locator('.sss-spaces-table th[scope=row]');
    await rows.first().waitFor();
    // Somebody new comes into the picture, and the table that is being read stays open.
    await rows.getByRole('link').first().focus();
    const read = await bench.page.evaluate(() => document.activeElement?.textContent);
    await bench.writeFile('People/Somebody new.md', '---\ntype: contact\n---\n');
    await expect.poll(() => dots().count(), { timeout: 20_000 }).toBe(people + 1);
    expect(await rows.first().isVisible()).toBe(true);
    expect(await bench.page.evaluate(() => document.activeElement?.textContent)).toBe(read);
    await rm(`${bench.vaultPath}/People/Somebody new.md`);
    await expect.poll(() => dots().count(), { timeout: 20_000 }).toBe(people);
    await bench.page.locator('.sss-spaces-table summary').click();
    await bench.page.locator('.sss-spaces').getByRole('searchbox').fill('swarming');
    await bench.page.locator('.sss-spaces-status', { hasText: `of ${people} people` }).waitFor();
    await dots().first().focus();
    await bench.page.keyboard.press('ArrowRight');
    const said = (await bench.page.evaluate(() => document.activeElement?.getAttribute('data-path'))) ?? '';
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe(said);
  });

  it('stand in a note, and in ready bases that are never overwritten', async () => {
    await bench.writeFile('Notes/Picture.md', '```seek-sense-share\nshow: spaces\nlimit: 7\n```\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Notes/Picture.md') !== null), { timeout: 20_000 }).toBe(true);
    await bench.openNote('Notes/Picture.md', 'preview');
    await expect.poll(() => bench.page.locator('.sss-block:has(.sss-dot)').first().locator('.sss-dot').count(), { timeout: 20_000 }).toBe(7);
    await bench.writeFile('People/Quotes.base', 'mine');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('People/Quotes.base') !== null), { timeout: 20_000 }).toBe(true);
    await bench.runCommand('seek-sense-share:ties-make-bases');
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('left as they are: People/Quotes.base');
    expect(await bench.readFile('People/Quotes.base')).toBe('mine');
    expect(await bench.readFile('People/Contacts.base')).toContain('seek-sense-share-spaces');
  });
});

it('caused no error', () => {
  expect(bench.errors).toEqual([]);
});

function nameAt(at: number): string {
  return `${FIRST[at % FIRST.length] ?? ''} ${LAST[Math.floor(at / FIRST.length)] ?? ''}`;
}

function emailAt(at: number): string {
  return `person${at}@x.example`;
}

/** The list of connections as LinkedIn sends it, below its preface. */
function connections(): string {
  const rows = Array.from({ length: PEOPLE }, (_, at) => `${nameAt(at).replace(' ', ',')},https://www.linkedin.com/in/person-${at},${emailAt(at)},Acme,Keeper of bees,12 Mar 2024`);
  return `Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`;
}

/** How many of these notes the vault has read the properties of. */
async function seenProperties(paths: readonly string[]): Promise<number> {
  return bench.page.evaluate((wanted) => wanted.filter((path) => window.workbench.app.metadataCache.getCache(path)?.frontmatter !== undefined).length, paths);
}

/** The first in the list of those who might be glad to hear from the user. */
async function dueName(): Promise<string> {
  return (await bench.page.locator('.sss-tab-ties .sss-rows[aria-label="Might be glad to hear from you"] .sss-row-title').first().textContent()) ?? '';
}
