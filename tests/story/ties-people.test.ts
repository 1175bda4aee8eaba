import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { chooseInMenu, openFileMenu, renameNote, showTiesTab } from './moves';

// One person at a time: added, edited, renamed, introduced, archived; and communities that change one's practice.

const CLOCK = new Date('2026-11-20T09:12:00');
const VAULT = {
  '.obsidian/daily-notes.json': '{"folder":"Days","format":"DD.MM.YYYY"}',
  'People/Ana Lee.md': '---\ntype: contact\nspace: network\ntopics: [bees]\nlast-contact: 2024-06-01\n---\nMy words about Ana.\n',
  'People/Bo Ek.md': '---\ntype: contact\nspace: network\ntopics: [bees]\ncadence: 30\nlast-contact: 2026-01-01\n---\n',
  'People/Ralph Mercer.md': '---\ntype: contact\ncommunities: ["[[KM Circle]]"]\ncadence: 30\nlast-contact: 2026-02-02\n---\n',
  'Communities/KM Circle.md': '---\ntype: community\n---\nWho we are.\n\n## Practice changes\n- 2024-03-03 · I ask before I answer.\n',
  'Notes/Bees decide.md': '# Bees decide\nBy dancing.\n',
  'Notes/Talk.md': 'I met @Dele Afolabi at the fair. Ralph Mercer was there, too, with [[Ralph Mercer]].\n',
  'Quotes/One.md': '---\ntype: quote\nvia: Ralph Mercer\ncaptured: 2026-10-01T10:00\n---\n> [!quote]\n> Ask.\n',
  'Quotes/Two.md': '---\ntype: quote\nshared: [network]\n---\n> [!quote]\n> Ask twice.\n\n## Shared\n- 2026-10-05 network · [[Ralph Mercer]] · clipboard\n',
  'Quotes/Bees wait for a word.md': '---\ntype: quote\n---\n> [!quote]\n> Bees.\n',
  'Notes/Bees at home.md': '---\nprivate: true\n---\nNobody is to read it.\n',
};

let bench: OpenWorkbench;

const modal = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.modal');
const tab = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-tab-ties');
const lastNotice = async (): Promise<string> => (await bench.notices()).at(-1) ?? '';
const openFolder = async (name: string): Promise<void> => {
  if ((await bench.page.locator(`.nav-file-title[data-path^="${name}/"]`).count()) === 0) await bench.page.locator('.nav-folder-title', { hasText: name }).first().click();
  await bench.page.locator(`.nav-file-title[data-path^="${name}/"]`).first().waitFor();
};
beforeAll(async () => {
  bench = await openWorkbench({ vault: VAULT, clock: CLOCK });
  await showTiesTab(bench);
});

afterAll(async () => {
  await bench.close();
});

describe('adding somebody', () => {
  it('works from an @name that is selected', async () => {
    await bench.openNote('Notes/Talk.md');
    await bench.page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.setSelection({ line: 0, ch: 6 }, { line: 0, ch: 19 }));
    await bench.runCommand('seek-sense-share:ties-add-contact');
    expect(await modal().getByLabel('Name').inputValue()).toBe('Dele Afolabi');
    await modal().getByRole('button', { name: 'Add', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    await expect.poll(() => bench.exists('People/Dele Afolabi.md')).toBe(true);
  });

  it('works from the clipboard, be it a line or a vCard', async () => {
    await bench.writeClipboard('Noor Jansen <noor@x.example>\nhttps://noor.example');
    await bench.runCommand('seek-sense-share:ties-add-from-clipboard');
    expect(await modal().getByLabel('Email').inputValue()).toBe('noor@x.example');
    await modal().getByRole('button', { name: 'Add', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    await expect.poll(() => bench.readFile('People/Noor Jansen.md').catch(() => '')).toContain('url: https://noor.example');
    await bench.writeClipboard('BEGIN:VCARD\nVERSION:3.0\nFN:Yara Haddad\nTEL:+1\nEND:VCARD\n');
    await bench.runCommand('seek-sense-share:ties-add-from-clipboard');
    await modal().getByText('Yara Haddad').waitFor();
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
  });
});

describe('editing somebody', () => {
  it('writes what was changed and leaves the rest; another name is another file, and links follow', async () => {
    await bench.openNote('People/Noor Jansen.md');
    await bench.runCommand('seek-sense-share:ties-edit-contact');
    await modal().getByLabel('Topics').fill('tea, maps');
    await modal().getByLabel('Name').fill('Noor Janssen');
    await modal().getByRole('button', { name: 'Save' }).click();
    await modal().waitFor({ state: 'detached' });
    await expect.poll(() => bench.exists('People/Noor Janssen.md')).toBe(true);
    expect(bench.exists('People/Noor Jansen.md')).toBe(false);
    expect(await bench.readFile('People/Noor Janssen.md')).toContain('topics: [tea, maps]');
  });

  it('says when the name is taken, and keeps what was typed', async () => {
    await bench.openNote('People/Bo Ek.md');
    await bench.runCommand('seek-sense-share:ties-edit-contact');
    await modal().getByLabel('Name').fill('Ana Lee');
    await modal().getByRole('button', { name: 'Save' }).click();
    await modal().getByText('There is already something at People/Ana Lee.md').waitFor();
    expect(await modal().getByLabel('Name').inputValue()).toBe('Ana Lee');
    await modal().getByLabel('Name').fill('Bo Ek');
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
  });
});

describe('renaming somebody', () => {
  it('keeps the earlier name where a quote names it without a link, and no word in a text changes', async () => {
    await renameNote(bench, 'People/Ralph Mercer.md', 'People/Ralph A. Mercer.md');
    await expect.poll(() => bench.readFile('People/Ralph A. Mercer.md').catch(() => ''), { timeout: 15_000 }).toContain('aliases: [Ralph Mercer]');
    await expect.poll(lastNotice).toContain('Ralph Mercer is kept as another name of Ralph A. Mercer');
    expect(await bench.readFile('Quotes/One.md')).toContain('via: Ralph Mercer\n');
    expect(await bench.readFile('Notes/Talk.md')).toContain('Ralph Mercer was there, too, with [[Ralph A. Mercer');
    await tab().getByRole('button', { name: 'How close: Ralph A. Mercer' }).first().click();
    await modal().getByText('2026-10-01 · received · One').waitFor();
    await modal().getByText('2026-10-05 · gave · ').waitFor();
    await bench.page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
    expect(await bench.readFile('Quotes/Two.md')).toContain('- 2026-10-05 network · [[Ralph A. Mercer');
  });

  it('takes members along when it is a community', async () => {
    await renameNote(bench, 'Communities/KM Circle.md', 'Communities/KM Round.md');
    await expect.poll(() => bench.readFile('People/Ralph A. Mercer.md')).toContain('communities: ["[[KM Round');
    await renameNote(bench, 'Communities/KM Round.md', 'Communities/KM Circle.md');
    await expect.poll(() => bench.readFile('People/Ralph A. Mercer.md')).toContain('communities: ["[[KM Circle');
  });
});

describe('a reason to write now', () => {
  it('is a note of the user that touches a topic of somebody who is out of touch, no private one and no quote without a take', async () => {
    const row = tab().locator('.sss-quiet .sss-row', { hasText: 'Ana Lee' }).filter({ hasText: 'you could send' });
    await row.waitFor();
    expect(await row.textContent()).toContain('you could send “Bees decide” (bees)');
    await row.getByRole('button', { name: 'Open Bees decide' }).click();
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('Notes/Bees decide.md');
  });
});

describe('a guess that two met', () => {
  it('is offered from a daily note however the vault names it, and from a property of a meeting', async () => {
    await bench.writeFile('Days/18.11.2026.md', 'Tea with [[Ana Lee]].\n');
    await bench.writeFile('Notes/Board.md', '---\ntags: [meeting]\ndate: 2026-11-17\nattendees: ["[[Ana Lee]]"]\n---\nThe roof.\n');
    await tab().getByText('2026-11-18 · linked in 18.11.2026').waitFor({ timeout: 15_000 });
    await tab().getByText('2026-11-17 · linked in Board').waitFor();
    await tab().getByRole('button', { name: 'Yes, on 2026-11-17 I gave something to Ana Lee' }).click();
    await expect.poll(() => bench.readFile('People/Ana Lee.md')).toContain('- 2026-11-17 gave · [[Board]]');
    expect(await bench.readFile('People/Ana Lee.md')).toContain('last-contact: 2026-11-17');
  });
});

describe('an introduction', () => {
  it('that is offered is written into both notes', async () => {
    await tab().getByRole('button', { name: 'I introduced Ana Lee and Bo Ek' }).click();
    await expect.poll(() => bench.readFile('People/Ana Lee.md')).toContain('- 2026-11-20 introduced · [[Bo Ek]]');
    await expect.poll(() => bench.readFile('People/Bo Ek.md')).toContain('- 2026-11-20 introduced · [[Ana Lee]]');
    await expect.poll(() => tab().getByText('Ana Lee and Bo Ek').count()).toBe(0);
  });

  it('can be logged from the form, too', async () => {
    await bench.openNote('People/Noor Janssen.md');
    await bench.runCommand('seek-sense-share:ties-log-interaction');
    await modal().getByLabel('Which way').selectOption('introduced');
    await modal().getByRole('button', { name: 'Log', exact: true }).click();
    await modal().getByText('To whom? Please choose another contact.').waitFor();
    await modal().getByLabel('To whom').fill('Dele Afolabi');
    await modal().getByRole('button', { name: 'Log', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    await expect.poll(() => bench.readFile('People/Dele Afolabi.md')).toContain('- 2026-11-20 introduced · [[Noor Janssen]]');
    expect(await bench.readFile('People/Noor Janssen.md')).toContain('- 2026-11-20 introduced · [[Dele Afolabi]]');
  });
});

describe('a community', () => {
  it('that has been quiet for long is asked about once, and can be told what it changed', async () => {
    const row = tab().locator('.sss-row', { hasText: 'KM Circle' });
    await row.getByText('the last change of your practice: 2024-03-03').waitFor();
    await row.getByRole('button', { name: 'This changed my practice: KM Circle' }).click();
    await modal().getByLabel('What you do differently').fill('I write the question down first.');
    await modal().getByRole('button', { name: 'Log', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    expect(await bench.readFile('Communities/KM Circle.md')).toContain('## Practice changes\n- 2026-11-20 · I write the question down first.\n- 2024-03-03 · ');
    await expect.poll(() => tab().getByText('A community that has been quiet').count()).toBe(0);
  });

  it('has the entry in its menu', async () => {
    await openFolder('Communities');
    expect(await openFileMenu(bench, 'Communities/KM Circle.md')).toContain('This changed my practice');
    await bench.page.keyboard.press('Escape');
  });
});

describe('the archive', () => {
  it('takes somebody out of all lists, and gives them back', async () => {
    await tab().locator('.sss-row', { hasText: 'Ralph A. Mercer' }).first().waitFor();
    await openFolder('People');
    await openFileMenu(bench, 'People/Ralph A. Mercer.md');
    await chooseInMenu(bench, 'Archive contact');
    await expect.poll(() => bench.readFile('People/Ralph A. Mercer.md')).toContain('archived: 2026-11-20');
    await expect.poll(() => tab().locator('.sss-row', { hasText: 'Ralph A. Mercer' }).count()).toBe(0);
    await bench.openNote('People/Ralph A. Mercer.md');
    await bench.runCommand('seek-sense-share:ties-archive');
    await expect.poll(() => bench.readFile('People/Ralph A. Mercer.md')).not.toContain('archived');
    await tab().locator('.sss-row', { hasText: 'Ralph A. Mercer' }).first().waitFor();
  });
});

describe('a merge', () => {
  it('of which a link cannot follow is taken back whole, and says so', async () => {
    await bench.writeFile('People/N Janssen.md', '---\ntype: contact\nemail: n@x.example\n---\nOther words.\n');
    await bench.writeFile('Notes/Locked.md', 'With [[N Janssen]].\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.metadataCache.resolvedLinks['Notes/Locked.md']?.['People/N Janssen.md']), { timeout: 15_000 }).toBe(1);
    const before = await bench.readFile('People/Noor Janssen.md');
    await bench.page.evaluate(() => {
      const { vault } = window.workbench.app;
      const process = vault.process.bind(vault);
      vault.process = (file, change, options) => (file.path === 'Notes/Locked.md' ? Promise.reject(new Error('the disk is full')) : process(file, change, options));
    });
    await bench.openNote('People/Noor Janssen.md');
    await bench.runCommand('seek-sense-share:ties-merge');
    await bench.page.locator('.prompt-input').fill('N Janssen');
    await bench.page.locator('.suggestion-item', { hasText: /^N Janssen/ }).click();
    await modal().getByRole('button', { name: 'Merge', exact: true }).click();
    await modal().getByText('Nothing was merged, and what had been changed was taken back.').waitFor();
    expect(await modal().getByRole('alert').textContent()).toContain('the disk is full');
    expect(await bench.readFile('People/Noor Janssen.md')).toBe(before);
    expect(bench.exists('People/N Janssen.md')).toBe(true);
    await bench.page.keyboard.press('Escape');
  });
});

it('caused no error', () => {
  expect(bench.errors).toEqual([]);
});
