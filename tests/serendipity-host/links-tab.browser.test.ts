import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';

// The Links tab in a real browser, with the built plugin on a copy of the sample vault.

const NOTE = 'Notes/Music/Tuning before the rehearsal.md';
const OTHER = 'Notes/Maps/A map is an argument.md';
const PATIENCE = { timeout: 15_000 };

let bench: OpenWorkbench;

const cards = () => bench.page.locator('.sss-link');
const titles = (): Promise<string[]> => bench.page.locator('.sss-links-list .sss-link-title').allTextContents();
const subject = (): Promise<string | null> => bench.page.locator('.sss-links-subject').textContent();
const focused = (): Promise<string | null> => bench.page.evaluate(() => document.activeElement?.textContent ?? null);
const button = (name: string) => bench.page.locator('.sss-links').getByRole('button', { name });

async function showLinksOf(path: string): Promise<void> {
  await bench.openNote(path);
  await bench.runCommand('seek-sense-share:serendipity-show');
  await expect.poll(subject, PATIENCE).toContain(path.slice(path.lastIndexOf('/') + 1, -'.md'.length));
  await expect.poll(() => cards().count(), PATIENCE).toBeGreaterThan(2);
  // As long as notes are read, the list may change by itself.
  await expect.poll(() => bench.page.locator('.sss-links-status').textContent(), PATIENCE).toMatch(/^\d+ unexpected links$/);
}

beforeAll(async () => {
  bench = await openWorkbench();
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe('the Links tab', () => {
  it('shows links of the active note with reasons and marked passages', async () => {
    await showLinksOf(NOTE);
    const first = cards().first();
    expect(await first.locator('.sss-reason').count()).toBeGreaterThan(0);
    expect(await bench.page.locator('.sss-reason-terms').count()).toBeGreaterThan(0);
    expect(await bench.page.locator('.sss-excerpt .sss-bridge').count()).toBeGreaterThan(0);
    const here = bench.page.locator('.sss-excerpt-here', { has: bench.page.locator('.sss-bridge') }).first();
    expect(await here.textContent()).toMatch(/^Here:/);
    expect((await bench.readFile(NOTE)).toLowerCase()).toContain((await here.locator('.sss-bridge').first().textContent())?.toLowerCase());
    // Until the whole vault was read, the sentence says "so far", and the list may change.
    await expect.poll(async () => (await bench.page.locator('.sss-links-status').textContent()) === `${await cards().count()} unexpected links`, PATIENCE).toBe(true);
    const text = await bench.readFile(NOTE);
    for (const title of await titles()) expect(text).not.toContain(`[[${title}`);
    // Some seconds beside its note, and the list counts as seen, on this device.
    const seen = (): Promise<string[]> => bench.page.evaluate((note) => {
      const kept = window.workbench.app.loadLocalStorage('seek-sense-share:seen') as Record<string, Record<string, unknown>> | null;
      return Object.keys(kept?.[note] ?? {});
    }, NOTE);
    await expect.poll(async () => (await seen()).length, PATIENCE).toBeGreaterThan(0);
    expect((await seen())[0]).toContain(`${(await titles())[0]}.md`);
  });

  it('follows the active note, unless it is pinned or paused', async () => {
    await showLinksOf(OTHER);
    await button('Stay with this note').click();
    await bench.openNote(NOTE);
    await bench.page.waitForTimeout(600);
    expect(await subject()).toContain('A map is an argument');
    await button('Follow the active note again').click();
    await expect.poll(subject, PATIENCE).toContain('Tuning before the rehearsal');
    await button('Pause: keep this list').click();
    await bench.openNote(OTHER);
    await bench.page.waitForTimeout(600);
    expect(await subject()).toContain('Tuning before the rehearsal');
    await button('Go on looking').click();
    await expect.poll(subject, PATIENCE).toContain('A map is an argument');
  });

  it('asks nothing while it is out of sight, and is for the active note as soon as it is shown, whoever shows it', async () => {
    await showLinksOf(NOTE);
    const sidebar = bench.page.locator('.mod-right-split');
    await sidebar.evaluate((element) => element.style.setProperty('display', 'none', 'important'));
    await bench.openNote(OTHER);
    await bench.page.waitForTimeout(600);
    expect(await subject()).toContain('Tuning before the rehearsal');
    await sidebar.evaluate((element) => element.style.removeProperty('display'));
    await expect.poll(subject, PATIENCE).toContain('A map is an argument');
  });

  it('while paused stays with its note, whatever is asked of the list, through a rename, until the note is gone', async () => {
    const folders = async (): Promise<Set<string>> => new Set(await bench.page.locator('.sss-link-folder').allTextContents());
    const listed = async (): Promise<number> => Number(await cards().first().getAttribute('aria-setsize'));
    const inFolder = (path: string): Promise<void> => bench.page.getByLabel('Folder', { exact: true }).selectOption(path).then(() => undefined);
    await bench.writeFile('Choir.md', await bench.readFile(NOTE));
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Choir.md') !== null), PATIENCE).toBe(true);
    await showLinksOf('Choir.md');
    const count = await listed();
    await button('Pause: keep this list').click();
    await bench.openNote(OTHER);
    await button('Show more').click();
    await expect.poll(listed, PATIENCE).toBeGreaterThan(count);
    expect(await subject()).toBe('For "Choir"');
    await button('Filter').first().click();
    await inFolder('Quotes');
    await expect.poll(folders, PATIENCE).toEqual(new Set(['Quotes']));
    await inFolder('');
    await expect.poll(async () => (await folders()).size, PATIENCE).toBeGreaterThan(1);
    await button('Filter').first().click();
    expect(await subject()).toBe('For "Choir"');
    await bench.page.evaluate(() => {
      const { fileManager, vault } = window.workbench.app;
      const file = vault.getFileByPath('Choir.md');
      return file === null ? undefined : fileManager.renameFile(file, 'Singers.md');
    });
    await expect.poll(subject, PATIENCE).toBe('For "Singers"');
    const before = await titles();
    await button('Show others').click();
    await expect.poll(titles, PATIENCE).not.toEqual(before);
    expect(await subject()).toBe('For "Singers"');
    expect(await bench.page.locator('.sss-links-status').textContent()).toBe('Paused: the list stays as it is.');
    await bench.page.evaluate(() => {
      const { fileManager, vault } = window.workbench.app;
      const file = vault.getFileByPath('Singers.md');
      return file === null ? undefined : fileManager.trashFile(file);
    });
    await expect.poll(subject, PATIENCE).toContain('A map is an argument');
    expect(await button('Go on looking').count()).toBe(0);
  });

  it('works by keyboard: arrows move, Enter opens, Delete hides, and it can be undone', async () => {
    await showLinksOf(NOTE);
    const before = await titles();
    await bench.page.locator('.sss-link-title').first().focus();
    await bench.page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(before[1]);
    await bench.page.keyboard.press('End');
    expect(await focused()).toBe(before.at(-1));
    await bench.page.keyboard.press('Home');
    expect(await focused()).toBe(before[0]);
    await bench.page.keyboard.press('Tab');
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Insert link at the cursor');
    await bench.page.keyboard.press('Shift+Tab');
    await bench.page.keyboard.press('Delete');
    await expect.poll(titles, PATIENCE).not.toContain(before[0]);
    await expect.poll(focused, PATIENCE).toBe((await titles())[0]);
    await button('Undo').focus();
    await bench.page.keyboard.press('Enter');
    await expect.poll(titles, PATIENCE).toEqual(before);
    expect(await focused()).toBe(before[0]);
    await bench.page.locator('.sss-link-title', { hasText: before[0] ?? '' }).first().focus();
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.basename)).toBe(before[0]);
    await expect.poll(subject, PATIENCE).toBe(`For "${before[0]}"`);
  });

  it('remembers hidden pairs over a reload, and settings do not hold them', async () => {
    await showLinksOf(NOTE);
    const [hidden = ''] = await titles();
    await cards().filter({ has: bench.page.getByRole('button', { name: hidden, exact: true }) }).getByRole('button', { name: 'Hide' }).click();
    await expect.poll(titles, PATIENCE).not.toContain(hidden);
    await bench.reload();
    await showLinksOf(NOTE);
    expect(await titles()).not.toContain(hidden);
    expect(bench.exists('.obsidian/plugins/seek-sense-share/data.json')).toBe(false);
  });

  it('lets go of what is hidden while it is paused, too, and takes it back', async () => {
    await showLinksOf(NOTE);
    await button('Pause: keep this list').click();
    const before = await titles();
    await bench.page.locator('.sss-link-title').nth(1).focus();
    await bench.page.keyboard.press('Delete');
    expect(await titles()).toEqual(before.filter((_, at) => at !== 1));
    expect(await focused()).toBe(before[2]);
    await button('Undo').focus();
    await bench.page.keyboard.press('Enter');
    expect(await titles()).toEqual(before);
    expect(await focused()).toBe(before[1]);
    const [folder = ''] = await bench.page.locator('.sss-link-folder').allTextContents();
    await cards().first().click({ button: 'right' });
    await bench.page.locator('.menu-item', { hasText: 'Leave out the folder' }).click();
    await expect.poll(() => bench.page.locator('.sss-link-folder').allTextContents(), PATIENCE).not.toContain(folder);
    await button('Undo').click();
    await expect.poll(titles, PATIENCE).toEqual(before);
    for (let left = before.length; left > 0; left--) {
      await bench.page.locator('.sss-link-title').first().focus();
      await bench.page.keyboard.press('Delete');
    }
    expect(await bench.page.locator('.sss-links .sss-empty').textContent()).toContain('Nothing of this list is left.');
    expect(await focused()).toBe('Go on looking while you write');
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => cards().count(), PATIENCE).toBeGreaterThan(2);
    expect((await titles()).filter((title) => before.includes(title))).toEqual([]);
    expect(await focused()).toBe((await titles())[0]);
    await bench.page.evaluate(() => window.workbench.app.saveLocalStorage('seek-sense-share:hidden', null));
    await bench.reload();
  });

  it('inserts a link at the cursor, and offers that note no more', async () => {
    await showLinksOf(NOTE);
    const [target = ''] = await titles();
    const before = await bench.editorText();
    await bench.page.evaluate(() => {
      const editor = window.workbench.app.workspace.activeEditor?.editor;
      editor?.setCursor(editor.lastLine(), editor.getLine(editor.lastLine()).length);
    });
    await cards().first().getByRole('button', { name: 'Insert link at the cursor' }).click();
    expect(await bench.editorText()).toMatch(/ ?\[\[[^\]]+\]\]$/);
    expect((await bench.editorText()).startsWith(before)).toBe(true);
    expect(await bench.editorText()).toContain(target);
    await expect.poll(titles, PATIENCE).not.toContain(target);
  });

  it('looks again once the typing rests, not at every key', async () => {
    await showLinksOf(OTHER);
    const asked = (): Promise<number> => bench.page.evaluate(() => (window as unknown as { asked: number }).asked);
    await bench.page.evaluate(() => {
      const counted = window as unknown as { asked: number };
      counted.asked = 0;
      const post = Reflect.get(Worker.prototype, 'postMessage') as (message: unknown) => void;
      Worker.prototype.postMessage = function (message: { name?: string }) {
        if (message.name === 'suggest') counted.asked++;
        post.call(this, message);
      };
    });
    await bench.page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.focus());
    await bench.page.keyboard.type('\nSwarms of bees and quorum votes decide by dancing. ', { delay: 20 });
    expect(await asked()).toBe(0);
    await expect.poll(asked, PATIENCE).toBe(1);
  });

  it('inserts a link below the properties where the cursor is in them', async () => {
    await bench.writeFile('Bees.md', '---\ntags: [bees]\n---\nA swarm of bees decides by dancing, scouts come back to the hive.\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Bees.md') !== null), PATIENCE).toBe(true);
    await showLinksOf('Bees.md');
    const before = await bench.editorText();
    await bench.page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.setCursor(0, 0));
    const [target = ''] = await titles();
    await bench.page.locator('.sss-link-title').first().focus();
    await bench.page.keyboard.press('Alt+Enter');
    const [head, body] = before.split('---\nA');
    expect(await bench.editorText()).toBe(`${head}---\n[[${target}]]\n\nA${body}`);
    expect(await bench.page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.getCursor().line)).toBe(3);
  });

  it('shows the note behind a link that is pointed at, and can be dragged into the editor', async () => {
    await showLinksOf(OTHER);
    const [target = ''] = await titles();
    const card = cards().filter({ has: bench.page.getByRole('button', { name: target, exact: true }) });
    const before = await bench.editorText();
    await card.locator('.sss-link-title').hover();
    await expect.poll(() => bench.page.locator('.hover-popover').textContent(), PATIENCE).toContain(target);
    await bench.page.mouse.move(5, 5);
    await card.locator('.sss-link-reasons').dragTo(bench.page.locator('.mod-root .cm-line').last());
    await expect.poll(() => bench.editorText(), PATIENCE).toMatch(new RegExp(`\\[\\[[^\\]]*${target}[^\\]]*\\]\\]`));
    expect((await bench.editorText()).replace(/\[\[[^\]]*\]\]/g, '')).toBe(before.replace(/\[\[[^\]]*\]\]/g, ''));
    await expect.poll(titles, PATIENCE).not.toContain(target);
  });

  it('has its slider and its settings in one place', async () => {
    await showLinksOf(OTHER);
    const slider = bench.page.getByRole('slider', { name: 'From closest to most surprising' });
    await slider.fill('100');
    await expect.poll(() => bench.readFile('.obsidian/plugins/seek-sense-share/data.json').catch(() => ''), PATIENCE).toContain('"surprise": 1');
    await slider.fill('50');
  });

  it('leaves out what Obsidian\'s "Excluded files" names, as soon as it does', async () => {
    await showLinksOf(NOTE);
    const folders = (): Promise<string[]> => bench.page.locator('.sss-link-folder').allTextContents();
    const [folder = ''] = await folders();
    const exclude = (filters: string[]): Promise<void> => bench.page.evaluate((names) => {
      const vault = window.workbench.app.vault as unknown as { setConfig(key: string, value: unknown): void };
      vault.setConfig('userIgnoreFilters', names);
    }, filters);
    await exclude([`${folder}/`]);
    await expect.poll(folders, PATIENCE).not.toContain(folder);
    await exclude([]);
    await expect.poll(folders, PATIENCE).toContain(folder);
  });

  it('says what to do when there is nothing to show', async () => {
    await bench.writeFile('Empty.md', '---\ntags: []\n---\n\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Empty.md') !== null), PATIENCE).toBe(true);
    await bench.openNote('Empty.md');
    await expect.poll(() => bench.page.locator('.sss-links .sss-empty').textContent(), PATIENCE).toContain('Write a few words');
  });
});

describe('a spark', () => {
  it('shows two notes and why, goes on to another pair, and opens both', async () => {
    await bench.runCommand('seek-sense-share:serendipity-spark');
    const pair = (): Promise<string[]> => bench.page.locator('.sss-spark .sss-link-title').allTextContents();
    await expect.poll(async () => (await pair()).length, PATIENCE).toBe(2);
    expect(await bench.page.locator('.sss-spark-reasons .sss-reason').count()).toBeGreaterThan(0);
    const first = await pair();
    await bench.page.getByRole('button', { name: 'Another' }).click();
    await expect.poll(pair, PATIENCE).not.toEqual(first);
    const [, there] = await pair();
    await bench.page.getByRole('button', { name: 'Open both' }).click();
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.basename)).toBe(there);
  });

  it('that is dismissed does not come back, nor is one note offered to the other', async () => {
    const titlesShown = (): Promise<string[]> => bench.page.locator('.sss-spark .sss-link-title').allTextContents();
    const open = async (): Promise<void> => {
      await bench.runCommand('seek-sense-share:serendipity-spark');
      await expect.poll(async () => (await titlesShown()).length, PATIENCE).toBe(2);
    };
    await open();
    const dismissed = await titlesShown();
    await bench.page.getByRole('button', { name: 'Not these two' }).click();
    await expect.poll(titlesShown, PATIENCE).not.toEqual(dismissed);
    await bench.page.keyboard.press('Escape');
    const pairs = await bench.page.evaluate(() => (window.workbench.app.loadLocalStorage('seek-sense-share:hidden') as { pairs: string[] }).pairs);
    const paths = pairs.map((pair) => pair.split('\n')).find((pair) => dismissed.every((title) => pair.some((path) => path.endsWith(`/${title}.md`)))) ?? [];
    expect(paths).toHaveLength(2);
    await open();
    for (let at = 0; at < 6; at++) {
      const shown = await titlesShown();
      expect(shown).not.toEqual(dismissed);
      await bench.page.getByRole('button', { name: 'Another' }).click();
      await expect.poll(titlesShown, PATIENCE).not.toEqual(shown);
    }
    await bench.page.keyboard.press('Escape');
    await showLinksOf(paths[0] ?? '');
    expect(await titles()).not.toContain(dismissed.find((title) => paths[1]?.endsWith(`/${title}.md`)));
  });
});
