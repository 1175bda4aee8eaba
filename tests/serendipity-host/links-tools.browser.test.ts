import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { SEE_ALSO_END, SEE_ALSO_START } from '../../src/serendipity';

// What the Links tab can do beside its list, with the built plugin on a copy of the sample vault.

const NOTE = 'Notes/Music/Tuning before the rehearsal.md';
const OTHER = 'Notes/Maps/A map is an argument.md';
const PATIENCE = { timeout: 15_000 };

let bench: OpenWorkbench;

const cards = () => bench.page.locator('.sss-links-list .sss-link');
const titles = (): Promise<string[]> => bench.page.locator('.sss-links-list .sss-link-title').allTextContents();
const folders = (): Promise<string[]> => bench.page.locator('.sss-link-folder').allTextContents();
const subject = (): Promise<string | null> => bench.page.locator('.sss-links-subject').textContent();
const message = (): Promise<string | null> => bench.page.locator('.sss-links-message [role=status]').textContent();
const button = (name: string) => bench.page.locator('.sss-links').getByRole('button', { name });

async function showLinksOf(path: string): Promise<void> {
  await bench.openNote(path);
  await bench.runCommand('seek-sense-share:serendipity-show');
  await expect.poll(subject, PATIENCE).toContain(path.slice(path.lastIndexOf('/') + 1, -'.md'.length));
  await expect.poll(() => cards().count(), PATIENCE).toBeGreaterThan(2);
}

function select(from: number, to: number): Promise<void> {
  return bench.page.evaluate(([first, last]) => {
    const editor = window.workbench.app.workspace.activeEditor?.editor;
    editor?.focus();
    editor?.setSelection({ line: first, ch: 0 }, { line: last, ch: editor.getLine(last).length });
  }, [from, to] as const);
}

async function openFilter(): Promise<void> {
  if ((await button('Filter').first().getAttribute('aria-expanded')) === 'false') await button('Filter').first().click();
}

async function ask(name: string): Promise<void> {
  await openFilter();
  await button('Why is a note not here?').click();
  await bench.page.locator('.prompt-input').fill(name);
  await bench.page.keyboard.press('Enter');
}

beforeAll(async () => {
  bench = await openWorkbench();
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe('for a selection', () => {
  it('the list is about the selected words, the head says so, and it comes back with the whole note', async () => {
    await bench.writeFile('Mixed.md', 'Tuning an orchestra before the rehearsal, the oboe gives the A.\n\nA swarm of bees decides by dancing, scouts come back to the hive.\n\n[[Scouts and foragers]]\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Mixed.md') !== null), PATIENCE).toBe(true);
    await showLinksOf('Mixed.md');
    await expect.poll(() => bench.page.locator('.sss-links-status').textContent(), PATIENCE).toMatch(/^\d+ unexpected links$/);
    await select(2, 2);
    await expect.poll(subject, PATIENCE).toBe('For the words selected in "Mixed"');
    await expect.poll(() => bench.page.locator('.sss-reason-terms').first().textContent(), PATIENCE).toMatch(/swarm|bees|scouts|hive|dancing/);
    expect(await titles()).not.toContain('Scouts and foragers');
    const shown = await titles();
    for (const [at, title] of [...shown.entries()].filter(([place]) => place < 3 || place === shown.length - 1)) {
      await ask(title);
      await expect.poll(message, PATIENCE).toBe(`"${title}": it is shown, as number ${at + 1}.`);
    }
    await ask('Scouts and foragers');
    await expect.poll(message, PATIENCE).toBe('"Scouts and foragers": this note links to it already.');
    await select(0, 0);
    await expect.poll(() => bench.page.locator('.sss-reason-terms').first().textContent(), PATIENCE).toMatch(/tun|rehears|orchestra|oboe/i);
    await bench.page.keyboard.press('ArrowLeft');
    await expect.poll(subject, PATIENCE).toBe('For "Mixed"');
  });

  it('hears of selections in a window that popped out', async () => {
    await showLinksOf('Mixed.md');
    await bench.page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.className = 'popped-out';
      window.workbench.app.workspace.trigger('window-open', {}, frame.contentWindow);
      (document.activeElement as HTMLElement | null)?.blur();
      window.getSelection()?.removeAllRanges();
    });
    await bench.page.waitForTimeout(700);
    // As if in another window: the selection of this one does not change.
    await bench.page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.setSelection({ line: 2, ch: 0 }, { line: 2, ch: 60 }));
    await bench.page.waitForTimeout(900);
    expect(await subject()).toBe('For "Mixed"');
    await bench.page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('.popped-out');
      frame?.contentDocument?.dispatchEvent(new Event('selectionchange'));
    });
    await expect.poll(subject, PATIENCE).toBe('For the words selected in "Mixed"');
    await bench.page.evaluate(() => document.querySelector('.popped-out')?.remove());
  });

  it('one or two words are a label, no question', async () => {
    await showLinksOf(OTHER);
    await bench.page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.setSelection({ line: 5, ch: 0 }, { line: 5, ch: 4 }));
    await bench.page.waitForTimeout(1200);
    expect(await subject()).toBe('For "A map is an argument"');
  });
});

describe('"See also"', () => {
  it('gets links at the note\'s end by button and by key, and a link can be taken back', async () => {
    await showLinksOf(NOTE);
    const before = await bench.editorText();
    const [first = '', second = ''] = await titles();
    await cards().first().getByRole('button', { name: 'Add to "See also"' }).click();
    await expect.poll(titles, PATIENCE).not.toContain(first);
    await bench.page.locator('.sss-link-title', { hasText: second }).first().focus();
    await bench.page.keyboard.press('Shift+Enter');
    await expect.poll(titles, PATIENCE).not.toContain(second);
    const block = ['## See also', SEE_ALSO_START, `- [[${first}]]`, `- [[${second}]]`, SEE_ALSO_END, ''].join('\n');
    expect(await bench.editorText()).toBe(`${before.trimEnd()}\n\n${block}`);
    await expect.poll(message, PATIENCE).toBe(`"${second}" stands below "See also" now.`);
    await button('Undo').click();
    await expect.poll(() => bench.editorText(), PATIENCE).toBe(`${before.trimEnd()}\n\n${block.replace(`- [[${second}]]\n`, '')}`);
    await bench.settle();
    expect(await bench.readFile(NOTE)).toBe(await bench.editorText());
  });

  it('is written into a note that is only read, too', async () => {
    await bench.openNote(OTHER, 'preview');
    await expect.poll(subject, PATIENCE).toContain('A map is an argument');
    await expect.poll(() => cards().count(), PATIENCE).toBeGreaterThan(2);
    const [first = ''] = await titles();
    await cards().first().getByRole('button', { name: 'Add to "See also"' }).click();
    await expect.poll(() => bench.readFile(OTHER), PATIENCE).toContain(`${SEE_ALSO_START}\n- [[${first}]]\n${SEE_ALSO_END}\n`);
  });
});

describe('the filter', () => {
  it('narrows by folder, kind and age, is remembered, and says when nothing passes', async () => {
    await showLinksOf(NOTE);
    await openFilter();
    const choose = (label: string, value: string): Promise<unknown> => bench.page.getByLabel(label, { exact: true }).selectOption(value);
    await choose('Folder', 'Notes');
    await expect.poll(async () => (await folders()).every((folder) => folder.startsWith('Notes')), PATIENCE).toBe(true);
    await choose('Folder', '');
    await choose('Kind', 'type:quote');
    await expect.poll(async () => (await cards().count()) > 0 && (await folders()).every((folder) => folder === 'Quotes'), PATIENCE).toBe(true);
    await bench.reload();
    await showLinksOf(NOTE);
    expect(await folders()).toEqual((await folders()).map(() => 'Quotes'));
    expect(await button('Filter (some links are left out)').count()).toBe(1);
    await openFilter();
    await choose('Last changed', 'overTwoYears');
    await expect.poll(() => bench.page.locator('.sss-links .sss-empty').textContent(), PATIENCE).toContain('Nothing that passes the filter');
    await bench.page.locator('.sss-links .sss-empty').getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => cards().count(), PATIENCE).toBeGreaterThan(2);
    expect(await bench.page.getByLabel('Kind', { exact: true }).inputValue()).toBe('all');
  });

  it('says why a note is not there, and offers what can be done', async () => {
    await showLinksOf(NOTE);
    const [shown = ''] = await titles();
    await ask(shown);
    await expect.poll(message, PATIENCE).toBe(`"${shown}": it is shown, as number 1.`);
    await button('Dismiss').focus();
    await bench.page.keyboard.press('Enter');
    expect(await message()).toBe('');
    expect(await bench.page.evaluate(() => document.activeElement?.closest('.sss-links') !== null && document.activeElement !== document.body)).toBe(true);
    await ask('Tuning before the rehearsal');
    await expect.poll(message, PATIENCE).toBe('"Tuning before the rehearsal": it is the note itself.');
    await showLinksOf(OTHER);
    expect(await message()).toBe('');
    await showLinksOf(NOTE);
    await expect.poll(async () => (await titles())[0], PATIENCE).toBe(shown);
    await cards().first().getByRole('button', { name: 'Hide' }).click();
    await expect.poll(titles, PATIENCE).not.toContain(shown);
    await ask(shown);
    await expect.poll(message, PATIENCE).toBe(`"${shown}": you chose not to show these two together.`);
    await button('Show again').focus();
    await bench.page.keyboard.press('Enter');
    expect(await bench.page.evaluate(() => document.activeElement?.closest('.sss-links') !== null && document.activeElement !== document.body)).toBe(true);
    await expect.poll(titles, PATIENCE).toContain(shown);
  });

  it('says what is wanted when nobody can miss a note, as none is open', async () => {
    await bench.page.evaluate(() => Promise.all(window.workbench.app.workspace.getLeavesOfType('markdown').map((leaf) => leaf.setViewState({ type: 'empty' }))));
    await expect.poll(() => bench.page.locator('.sss-links .sss-empty').textContent(), PATIENCE).toContain('Open a note');
    await openFilter();
    await button('Why is a note not here?').click();
    expect(await message()).toBe('Open a note, and the notes that it should meet appear here.');
    expect(await bench.page.locator('.prompt').count()).toBe(0);
  });
});

describe('by keyboard', () => {
  it('the menu of a card opens below its button, and can hide the note or leave out its folder', async () => {
    await showLinksOf(NOTE);
    const more = cards().first().getByRole('button', { name: 'More' });
    for (const what of ['Never show this note', 'Leave out the folder']) {
      const [first = ''] = await titles();
      await bench.page.mouse.move(5, 5);
      await cards().first().locator('.sss-link-title').focus();
      await more.focus();
      await bench.page.keyboard.press('Enter');
      const menu = bench.page.locator('.menu');
      await menu.waitFor();
      const [below, at] = [await menu.boundingBox(), await more.boundingBox()];
      expect(Math.abs((below?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(400);
      expect(below?.x ?? 0).toBeGreaterThan(400);
      const labels = await menu.locator('.menu-item-title').allTextContents();
      const steps = labels.findIndex((label) => label.startsWith(what)) + 1;
      expect(steps).toBeGreaterThan(0);
      for (let step = 0; step < steps; step++) await bench.page.keyboard.press('ArrowDown');
      expect(await menu.locator('.selected').textContent()).toContain(what);
      await bench.page.keyboard.press('Enter');
      await expect.poll(titles, PATIENCE).not.toContain(first);
      await button('Undo').click();
      await expect.poll(titles, PATIENCE).toContain(first);
    }
  });
});

describe('the list', () => {
  it('grows when more is asked for, and the focus goes on to the first new one', async () => {
    await showLinksOf(NOTE);
    // Not all cards need be drawn: the sentence above them counts them.
    const count = async (): Promise<number> => Number.parseInt(await bench.page.locator('.sss-links-status').textContent() ?? '', 10);
    const before = await count();
    await button('Show more').click();
    await expect.poll(count, PATIENCE).toBeGreaterThan(before);
    await expect.poll(() => bench.page.evaluate((place) => document.activeElement?.closest('.sss-link')?.getAttribute('aria-posinset') === String(place + 1), before), PATIENCE).toBe(true);
  });
});

describe('a spark that is kept', () => {
  it('links both notes below "See also", does not come back, and another pair is shown', async () => {
    await bench.runCommand('seek-sense-share:serendipity-spark');
    const pair = (): Promise<string[]> => bench.page.locator('.sss-spark .sss-link-title').allTextContents();
    await expect.poll(async () => (await pair()).length, PATIENCE).toBe(2);
    const [here = '', there = ''] = await pair();
    await bench.page.getByRole('button', { name: 'Link them to each other' }).click();
    await expect.poll(pair, PATIENCE).not.toEqual([here, there]);
    await bench.page.keyboard.press('Escape');
    const textOf = (name: string): Promise<string> => bench.page.evaluate(async (wanted) => {
      const { app } = window.workbench;
      const file = app.metadataCache.getFirstLinkpathDest(wanted, '');
      return file === null ? '' : app.vault.read(file);
    }, name);
    for (const [into, target] of [[here, there], [there, here]] as const) expect(await textOf(into)).toContain(`${SEE_ALSO_START}\n- [[${target}]]\n`);
  });
});

describe('the index', () => {
  it('answers while the vault is still being read, and says how much of it was', async () => {
    await showLinksOf(NOTE);
    await bench.page.evaluate(async () => {
      const said: string[] = [];
      // Every sentence with the list that stood below it when it was said.
      const beside: string[] = [];
      const status = document.querySelector('.sss-links-status');
      Object.assign(window, { said, beside });
      if (status !== null) new MutationObserver(() => {
        said.push(status.textContent ?? '');
        beside.push([...document.querySelectorAll('.sss-links-list .sss-link-title')].map((title) => title.textContent).join('\n'));
      }).observe(status, { childList: true, subtree: true, characterData: true });
      const plugin = window.workbench.app.plugins.getPlugin('seek-sense-share');
      await plugin?.saveData({ ...(await plugin.loadData() as object | null), serendipity: { power: 'always' } });
      await plugin?.onExternalSettingsChange?.();
    });
    await bench.runCommand('seek-sense-share:serendipity-rebuild');
    const said = (): Promise<string[]> => bench.page.evaluate(() => (window as unknown as { said: string[] }).said);
    await expect.poll(said, PATIENCE).toContainEqual(expect.stringMatching(/^\d+ unexpected links? · so far: [1-9]\d* of \d+ notes read$/));
    await expect.poll(async () => (await said()).at(-1), PATIENCE).toMatch(/^\d+ unexpected links$/);
    // A list that was found in a part of the vault never stood below a sentence without "so far".
    const complete = (await said()).findIndex((sentence) => /^\d+ unexpected links$/.test(sentence));
    const beside = await bench.page.evaluate(() => (window as unknown as { beside: string[] }).beside);
    await showLinksOf(OTHER);
    await showLinksOf(NOTE);
    await expect.poll(async () => (await titles()).join('\n'), PATIENCE).toBe(beside[complete]);
  });

  it('tells what it knows, and can be paused and rebuilt', async () => {
    await openFilter();
    await button('About the index').click();
    const facts = (): Promise<string | null> => bench.page.locator('.sss-index-modal .sss-facts').textContent();
    await expect.poll(facts, PATIENCE).toMatch(/StateComplete.*Notes\d+.*In memory[\d.]+ MB.*Last up to date\S+.*Worksin the background/);
    await bench.page.locator('.sss-index-modal').getByRole('button', { name: 'Pause indexing' }).click();
    await expect.poll(facts, PATIENCE).toContain('Paused · all notes read');
    expect(await bench.page.locator('.sss-index-status').textContent()).toBe('Indexing paused · all notes read');
    expect(await bench.page.locator('.sss-links-status').textContent()).toContain('Indexing paused · all notes read');
    await bench.page.locator('.sss-index-modal').getByRole('button', { name: 'Resume indexing' }).click();
    await expect.poll(facts, PATIENCE).toContain('Complete');
    await bench.page.locator('.sss-index-modal').getByRole('button', { name: 'Rebuild index' }).click();
    await expect.poll(facts, PATIENCE).toContain('Complete');
    await bench.page.keyboard.press('Escape');
    expect(await bench.page.locator('.sss-index-modal').count()).toBe(0);
  });
});
