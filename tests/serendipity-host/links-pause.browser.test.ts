import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';

// What the Links tab shows is for the note that its head names, also where answers are late, notes go or change their names, and while
// it is paused. With the built plugin on a copy of the sample vault; questions to the index can be held up here.

const NOTE = 'Notes/Music/Tuning before the rehearsal.md';
const OTHER = 'Notes/Maps/A map is an argument.md';
const PATIENCE = { timeout: 15_000 };

interface Gate {
  isShut: boolean;
  /** Lets what was held up go on. */
  open(): void;
  /** Questions for links that are held up, and those whose answer came back with its passages. */
  held: number;
  answered: number;
  /** The last question for links. */
  asked: unknown;
}

let bench: OpenWorkbench;

const cards = () => bench.page.locator('.sss-links-list .sss-link');
const titles = (): Promise<string[]> => bench.page.locator('.sss-links-list .sss-link-title').allTextContents();
const subject = (): Promise<string | null> => bench.page.locator('.sss-links-subject').textContent();
const status = (): Promise<string | null> => bench.page.locator('.sss-links-status').textContent();
const message = (): Promise<string | null> => bench.page.locator('.sss-links-message [role=status]').textContent();
const button = (name: string) => bench.page.locator('.sss-links').getByRole('button', { name });
const slider = () => bench.page.getByRole('slider', { name: 'From closest to most surprising' });
const gate = (): Promise<Pick<Gate, 'held' | 'answered' | 'asked'>> => bench.page.evaluate(() => ({ ...(window as unknown as { gate: Gate }).gate }));
const shut = (): Promise<void> => bench.page.evaluate(() => void ((window as unknown as { gate: Gate }).gate.isShut = true));
const open = (): Promise<void> => bench.page.evaluate(() => (window as unknown as { gate: Gate }).gate.open());

async function write(path: string, text: string): Promise<void> {
  await bench.writeFile(path, text);
  await expect.poll(() => bench.page.evaluate((wanted) => window.workbench.app.vault.getFileByPath(wanted) !== null, path), PATIENCE).toBe(true);
}

function rename(from: string, to: string): Promise<void> {
  return bench.page.evaluate(async ([path, wanted]) => {
    const { fileManager, vault } = window.workbench.app;
    const file = vault.getFileByPath(path);
    if (file === null) throw new Error(`no note "${path}"`);
    await fileManager.renameFile(file, wanted);
  }, [from, to] as const);
}

function trash(path: string): Promise<void> {
  return bench.page.evaluate(async (wanted) => {
    const { fileManager, vault } = window.workbench.app;
    const file = vault.getFileByPath(wanted);
    if (file === null) throw new Error(`no note "${wanted}"`);
    await fileManager.trashFile(file);
  }, path);
}

/** The path of a note by its title. */
async function pathOf(title: string): Promise<string> {
  return bench.page.evaluate((wanted) => window.workbench.app.metadataCache.getFirstLinkpathDest(wanted, '')?.path ?? '', title);
}

/** Lets what is held up go on, and waits until all of it was answered. */
async function letThrough(): Promise<void> {
  const { answered, held } = await gate();
  await open();
  await expect.poll(async () => (await gate()).answered, PATIENCE).toBeGreaterThanOrEqual(answered + held);
}

async function heldUp(count: number): Promise<void> {
  await expect.poll(async () => (await gate()).held, PATIENCE).toBe(count);
}

/** Opens a note, and its whole list, which does not change by itself any more. */
async function showLinksOf(path: string): Promise<void> {
  await bench.openNote(path);
  await bench.runCommand('seek-sense-share:serendipity-show');
  await expect.poll(subject, PATIENCE).toBe(`For "${path.slice(path.lastIndexOf('/') + 1, -'.md'.length)}"`);
  await expect.poll(status, PATIENCE).toMatch(/^\d+ unexpected links$/);
}

beforeAll(async () => {
  bench = await openWorkbench();
  await bench.page.addInitScript(() => {
    const held: (() => void)[] = [];
    const made: Gate = {
      isShut: sessionStorage.getItem('shut') !== null,
      held: 0,
      answered: 0,
      asked: undefined,
      open() {
        this.isShut = false;
        this.held = 0;
        for (const post of held.splice(0)) post();
      },
    };
    Object.assign(window, { gate: made });
    const post = Reflect.get(Worker.prototype, 'postMessage') as (this: Worker, question: unknown) => void;
    Worker.prototype.postMessage = function (this: Worker, question: { id?: number; name?: string; given?: readonly { path?: string; surprise?: number }[] }) {
      if (question.name === 'suggest') made.asked = [question.given?.[0]?.path, question.given?.[0]?.surprise];
      if (question.name === 'illustrate') this.addEventListener('message', ({ data }: MessageEvent<{ id?: number }>) => {
        if (data.id === question.id) made.answered++;
      });
      if (!made.isShut || question.name !== 'suggest') return post.call(this, question);
      made.held++;
      held.push(() => post.call(this, question));
    };
  });
  await bench.reload();
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe('while an answer is under way', () => {
  it('the head, the cards and what is done with them are for the note that was asked for before; a pause keeps it so', async () => {
    await showLinksOf(NOTE);
    const [before, text, other] = [await titles(), await bench.readFile(NOTE), await bench.readFile(OTHER)];
    await shut();
    await bench.openNote(OTHER);
    await expect.poll(async () => (await gate()).held, PATIENCE).toBeGreaterThan(0);
    expect(await subject()).toBe('For "Tuning before the rehearsal"');
    await button('Pause: keep this list').click();
    const { answered } = await gate();
    await open();
    await expect.poll(async () => (await gate()).answered, PATIENCE).toBeGreaterThan(answered);
    expect(await subject()).toBe('For "Tuning before the rehearsal"');
    expect(await titles()).toEqual(before);
    await cards().first().getByRole('button', { name: 'Add to "See also"' }).click();
    await expect.poll(() => bench.readFile(NOTE), PATIENCE).toContain(`- [[${before[0] ?? ''}]]`);
    expect(await bench.readFile(OTHER)).toBe(other);
    await button('Undo').click();
    await expect.poll(() => bench.readFile(NOTE), PATIENCE).toBe(text);
    await button('Go on looking').click();
    await expect.poll(subject, PATIENCE).toBe('For "A map is an argument"');
  });

  it('a pause keeps the list also where the slider was moved before, and looks for it as the slider says', async () => {
    await showLinksOf(NOTE);
    await shut();
    await slider().fill('25');
    await heldUp(1);
    await bench.openNote(OTHER);
    await heldUp(2);
    // The answers come through right behind the press: whatever the head said meanwhile counts, too.
    const { answered } = await gate();
    await button('Pause: keep this list').evaluate((pause: HTMLElement) => {
      const head = document.querySelector('.sss-links-subject');
      const heads: (string | null)[] = [];
      Object.assign(window, { heads });
      new MutationObserver(() => heads.push(head?.textContent ?? null)).observe(head as Element, { childList: true, characterData: true, subtree: true });
      pause.click();
      (window as unknown as { gate: Gate }).gate.open();
    });
    await expect.poll(async () => (await gate()).asked, PATIENCE).toEqual([NOTE, 0.25]);
    await expect.poll(async () => (await gate()).answered, PATIENCE).toBeGreaterThanOrEqual(answered + 3);
    expect(await bench.page.evaluate(() => (window as unknown as { heads: string[] }).heads)).toEqual([]);
    expect([await subject(), await status()]).toEqual(['For "Tuning before the rehearsal"', 'Paused: the list stays as it is.']);
    await slider().fill('50');
    await button('Go on looking').click();
    await expect.poll(subject, PATIENCE).toBe('For "A map is an argument"');
  });

  it('a pause after the filter was changed shows what passes it', async () => {
    await showLinksOf(NOTE);
    await shut();
    await bench.page.locator('.sss-links').getByRole('button', { name: 'Filter' }).first().click();
    await bench.page.getByRole('combobox', { name: 'Folder' }).selectOption('Quotes');
    await heldUp(1);
    await button('Pause: keep this list').click();
    await letThrough();
    const folders = (): Promise<string[]> => bench.page.locator('.sss-links-list .sss-link-folder').allTextContents();
    await expect.poll(async () => [...new Set(await folders())], PATIENCE).toEqual(['Quotes']);
    expect([await subject(), await status()]).toEqual(['For "Tuning before the rehearsal"', 'Paused: the list stays as it is.']);
    await button('Show all').click();
    await expect.poll(async () => new Set(await folders()).size, PATIENCE).toBeGreaterThan(1);
    await button('Go on looking').click();
  });

  it('a note that is renamed meanwhile keeps its list, paused or not, and what was asked for more', async () => {
    await write('Chant.md', await bench.readFile(NOTE));
    await showLinksOf('Chant.md');
    await button('Pause: keep this list').click();
    const count = await cards().count();
    await shut();
    await button('Show more').click();
    await heldUp(1);
    await rename('Chant.md', 'Chorale.md');
    await expect.poll(subject, PATIENCE).toBe('For "Chorale"');
    await letThrough();
    await expect.poll(() => cards().count(), PATIENCE).toBeGreaterThan(count);
    expect([await subject(), await status()]).toEqual(['For "Chorale"', 'Paused: the list stays as it is.']);
    await trash('Chorale.md');
    await expect.poll(status, PATIENCE).not.toContain('Paused');
  });

  it('a pause before the first list waits for it, and keeps it', async () => {
    await bench.page.evaluate(() => sessionStorage.setItem('shut', ''));
    await bench.reload();
    await bench.page.evaluate(() => sessionStorage.removeItem('shut'));
    await bench.openNote(NOTE);
    await bench.runCommand('seek-sense-share:serendipity-show');
    await expect.poll(async () => (await gate()).held, PATIENCE).toBeGreaterThan(0);
    await button('Pause: keep this list').click();
    expect(await status()).toBe('Paused: the first list that comes stays.');
    await open();
    await expect.poll(status, PATIENCE).toBe('Paused: the list stays as it is.');
    expect(await cards().count()).toBeGreaterThan(2);
    const before = await titles();
    await bench.openNote(OTHER);
    await bench.page.waitForTimeout(600);
    expect([await subject(), await titles()]).toEqual(['For "Tuning before the rehearsal"', before]);
    await button('Go on looking').click();
    await expect.poll(subject, PATIENCE).toBe('For "A map is an argument"');
  });
});

describe('a list that is paused', () => {
  it('follows the new name of a note that was found, so that it opens and its link leads to it', async () => {
    await write('Choir.md', await bench.readFile(NOTE));
    await showLinksOf('Choir.md');
    await button('Pause: keep this list').click();
    const [first = '', ...others] = await titles();
    await rename(await pathOf(first), 'Quotes/Found under another name.md');
    await expect.poll(titles, PATIENCE).toEqual(['Found under another name', ...others]);
    expect(await bench.page.locator('.sss-link-folder').first().textContent()).toBe('Quotes');
    await cards().first().getByRole('button', { name: 'Insert link at the cursor' }).click();
    expect(await bench.editorText()).toContain('[[Found under another name]]');
    await bench.page.locator('.sss-links-list .sss-link-title').first().click();
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('Quotes/Found under another name.md');
    expect(await subject()).toBe('For "Choir"');
  });

  it('lets go of a note that is deleted', async () => {
    const [first = '', second = '', ...others] = await titles();
    await trash(await pathOf(second));
    await expect.poll(titles, PATIENCE).toEqual([first, ...others]);
    expect([await subject(), await status()]).toEqual(['For "Choir"', 'Paused: the list stays as it is.']);
  });

  it('tells no more of a note between two others once that is deleted', async () => {
    const reasons = (): Promise<string[]> => bench.page.locator('.sss-links-list .sss-reason').allTextContents();
    const [before, said] = [await titles(), await reasons()];
    const linked = said.flatMap((reason) => /^both link to (.+)$/.exec(reason)?.[1] ?? []);
    const between = linked.find((title) => !before.includes(title)) ?? '';
    expect(between).not.toBe('');
    await trash(await pathOf(between));
    await expect.poll(reasons, PATIENCE).toEqual(said.filter((reason) => !reason.includes(between)));
    expect([await titles(), await status()]).toEqual([before, 'Paused: the list stays as it is.']);
  });

  it('is not asked for anew by pinning its note', async () => {
    await shut();
    await button('Stay with this note').click();
    expect(await button('Follow the active note again').count()).toBe(1);
    await button('Follow the active note again').click();
    expect([await button('Stay with this note').count(), (await gate()).held]).toEqual([1, 0]);
    await open();
  });

  it('is as surprising as the slider says, for the same note', async () => {
    for (const percent of [0, 50]) {
      const { answered } = await gate();
      await slider().fill(String(percent));
      await expect.poll(async () => (await gate()).asked, PATIENCE).toEqual(['Choir.md', percent / 100]);
      await expect.poll(async () => (await gate()).answered, PATIENCE).toBeGreaterThan(answered);
    }
    // It was opened a moment ago, so it rests: this is another list.
    await expect.poll(titles, PATIENCE).not.toContain('Found under another name');
    expect([await subject(), await status()]).toEqual(['For "Choir"', 'Paused: the list stays as it is.']);
  });

  it('ends with its note, and says so', async () => {
    await bench.openNote(OTHER);
    await trash('Choir.md');
    await expect.poll(subject, PATIENCE).toBe('For "A map is an argument"');
    expect(await message()).toBe('"Choir" is not in the vault any more: its list went with it, and the pause is over.');
    await expect.poll(status, PATIENCE).toMatch(/^\d+ unexpected links$/);
    expect(await button('Pause: keep this list').count()).toBe(1);
  });
});

describe('a visit to another tab', () => {
  const visit = (tab: string): Promise<void> => bench.page.locator(`.sss-tab-button[data-tab=${tab}]`).click();

  it('leaves the list as it was: pinned, paused and longer', async () => {
    // Which cards are drawn depends on what is in sight: the list is known by its length and its beginning.
    const length = async (): Promise<number> => Number(await cards().first().getAttribute('aria-setsize'));
    const list = async (): Promise<unknown> => [await length(), (await titles()).slice(0, 5)];
    await showLinksOf(NOTE);
    const count = await length();
    await button('Show more').click();
    await expect.poll(length, PATIENCE).toBeGreaterThan(count);
    await button('Stay with this note').click();
    await button('Pause: keep this list').click();
    const [before, longer] = [await list(), await length()];
    await visit('sense');
    await bench.openNote(OTHER);
    await visit('links');
    await expect.poll(list, PATIENCE).toEqual(before);
    expect([await subject(), await status()]).toEqual(['For "Tuning before the rehearsal"', 'Paused: the list stays as it is.']);
    await button('Go on looking').click();
    await expect.poll(status, PATIENCE).toMatch(/^\d+ unexpected links$/);
    expect([await subject(), await length()]).toEqual(['For "Tuning before the rehearsal"', longer]);
    await button('Follow the active note again').click();
    await expect.poll(subject, PATIENCE).toBe('For "A map is an argument"');
  });

  it('says that the pause ended where its note was deleted meanwhile', async () => {
    await write('Motet.md', await bench.readFile(NOTE));
    await showLinksOf('Motet.md');
    await button('Pause: keep this list').click();
    await visit('sense');
    await bench.openNote(OTHER);
    await trash('Motet.md');
    await visit('links');
    await expect.poll(message, PATIENCE).toBe('"Motet" is not in the vault any more: its list went with it, and the pause is over.');
    await expect.poll(subject, PATIENCE).toBe('For "A map is an argument"');
  });

  it('does not keep another note from being asked for by the command', async () => {
    await showLinksOf(NOTE);
    await button('Stay with this note').click();
    await button('Pause: keep this list').click();
    await visit('sense');
    await showLinksOf(OTHER);
  });
});

describe('a note that nothing turns up for', () => {
  it('is looked at closer step by step, paused or not, until only a spark is left to try', async () => {
    await write('Qwxyz/Wrumpf.md', 'Xyzzq wrumpf blorbt.\n');
    await bench.openNote('Qwxyz/Wrumpf.md');
    const empty = bench.page.locator('.sss-links .sss-empty');
    await expect.poll(() => empty.textContent(), PATIENCE).toContain('Nothing unexpected turned up');
    await empty.getByRole('button', { name: 'Look closer' }).click();
    await expect.poll(() => slider().inputValue(), PATIENCE).toBe('25');
    await button('Pause: keep this list').click();
    await empty.getByRole('button', { name: 'Look closer' }).click();
    await expect.poll(() => empty.getByRole('button').textContent(), PATIENCE).toBe('Spark from the whole vault');
    expect([await slider().inputValue(), await subject()]).toEqual(['0', 'For "Wrumpf"']);
    await slider().fill('50');
    await expect.poll(() => empty.getByRole('button').textContent(), PATIENCE).toBe('Look closer');
    await button('Go on looking').click();
  });
});

describe('a note that is not there any more', () => {
  it('is said to be so by who is asked to open it', async () => {
    await bench.runCommand('seek-sense-share:serendipity-spark');
    const title = bench.page.locator('.sss-spark .sss-link-title').first();
    await title.waitFor();
    const path = await pathOf(await title.textContent() ?? '');
    await trash(path);
    await title.click();
    await expect.poll(() => bench.page.locator('.notice').last().textContent(), PATIENCE).toBe(`The note "${path}" is not in the vault any more.`);
  });
});
