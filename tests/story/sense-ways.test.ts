import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { dayAfter, dayOf } from '../../src/base';
import { words } from '../../src/words';
import type { OpenWorkbench } from '../../workbench/driver';
import { closeAll, notesOnDisk, openSampleWith, putCursor, setSettings } from './moves';

// Each way to a take: on quotes as other programs lay them out, along the queue by keyboard, over every kind of
// interruption, with links that come while one writes, and in a script without spaces.

const TODAY = dayOf(new Date());
const CLIPPING = 'Reading/Clipping - Notes on Nursing.md';
const WALDEN = 'Reading/Highlights - Walden.md';
const ESSAYS = 'Reading/Kindle - Essays.md';
const WAITING = 'Quotes/Ada Quill - Keepers.md';
const WRITTEN = 'Quotes/Ada Quill - A sentence to the sea.md';
const RENAMED = 'Quotes/Ada Quill - Nets.md';
const HARBOUR = 'Reading/Harbour.md';
const CONFUCIUS = 'Quotes/Confucius - Learning without thought.md';
const BASHO = 'Quotes/Bashō - 松の事は松に習へ.md';
const TAKE = 'Our ward proves the opposite every morning, and nobody has asked the people on the night shift why that is so.';

let first: OpenWorkbench;
let bench: OpenWorkbench;

const modal = (): Locator => bench.page.locator('.sss-take');
const text = (): Locator => modal().locator('textarea');
const shown = (): Locator => modal().locator('.sss-take-quote');
const run = (id: string): Promise<void> => bench.runCommand(`seek-sense-share:${id}`);
const closed = (): Promise<void> => modal().waitFor({ state: 'detached' });

beforeAll(async () => {
  first = await openSampleWith({
    [WAITING]: '---\ntype: quote\nauthor: Ada Quill\ncaptured: 2126-11-01T09:00\n---\n> [!quote]\n> Keepers remember storms because somebody asks them at breakfast.\n> — Ada Quill\n\n## My take\n',
    [WRITTEN]: '---\ntype: quote\nauthor: Ada Quill\ncaptured: 2126-11-02T09:00\n---\n> [!quote]\n> A lighthouse is a sentence that the shore says to the sea.\n> — Ada Quill\n\n## My take\n',
    [RENAMED]: '---\ntype: quote\nauthor: Ada Quill\ncaptured: 2126-11-03T09:00\n---\n> [!quote]\n> A net is mended before it is missed.\n> — Ada Quill\n\n## My take\n',
    [HARBOUR]: '# Harbour\n\n> A harbour is a room with one wall missing.\n',
    'Notes/In a list.md': '# Talk\n\n- The speaker said\n\t> [!cite] A talk\n\t> Lists keep what slides lose.\n\t> — Hana Kuroda\n- next\n',
    // Windows, and a line that was there before.
    'Notes/From Windows.md': '# Old\r\n\r\n> Carriages return,\r\n> and lines are fed.\r\n\r\nEnd.\r\n',
  });
  bench = first;
  bench.page.setDefaultTimeout(15_000);
});

afterEach(async () => {
  await closeAll(bench);
  expect(bench.errors).toEqual([]);
});

afterAll(async () => {
  if (bench !== first) await bench.page.close();
  await first.close();
});

async function writeTakeHere(): Promise<void> {
  await run('sense-write-take');
  await text().waitFor();
}

describe('a quote in another note', () => {
  it.each<[string, string, string, string, readonly string[], string]>([
    ['a highlight of Readwise', WALDEN, 'frittered away', 'Our life is frittered away by detail.', ['author: Henry David Thoreau'], '- Our life is frittered away by detail. ([Location 1102](https://readwise.example/to_kindle?location=1102))@\n    - Note: Says'],
    ['the note below a highlight', WALDEN, 'Tags: [[reading', 'How many a man has dated a new era in his life from the reading of a book.', ['author: Henry David Thoreau'], '([Location 1311](https://readwise.example/to_kindle?location=1311))@\n    - Tags'],
    ['a blockquote', WALDEN, 'advances confidently', 'If one advances confidently in the direction of his dreams', ['author: Henry David Thoreau'], '> — Henry David Thoreau, *Walden*@\n'],
    ['a highlight of Kindle', ESSAYS, 'others to be swallowed', 'Some books are to be tasted, others to be swallowed, and some few to be chewed and digested.', ['author: Francis Bacon'], 'location=2306)@ ^ref-17093\n'],
    ['a callout in a note of Web Clipper', CLIPPING, 'Apprehension', 'Apprehension, uncertainty, waiting', ['author: Florence Nightingale', 'source: https://www.gutenberg.org/ebooks/12439'], 'harm than any exertion.@\n'],
    ['a callout with its own title and author', CLIPPING, 'Observation of the sick', 'The most important practical lesson', ['author: Florence Nightingale', 'source: https://www.gutenberg.org/ebooks/12439'], '> — Florence Nightingale@\n'],
    ['a callout in a list', 'Notes/In a list.md', 'slides lose', 'Lists keep what slides lose.', ['author: Hana Kuroda'], '\t> — Hana Kuroda@\n'],
    ['a blockquote with Windows line breaks', 'Notes/From Windows.md', 'Carriages', 'Carriages return,', [], '> and lines are fed.@\r\n'],
  ])('%s becomes a quote note: a link back, one mark, nothing else', async (_, path, under, quoted, properties, place) => {
    const [before, text0] = [await notesOnDisk(bench, 'Quotes'), await bench.readFile(path)];
    await bench.openNote(path);
    await putCursor(bench, under);
    await writeTakeHere();
    await expect.poll(() => shown().textContent()).toContain(quoted);
    await closeAll(bench);
    await bench.settle();
    const after = await notesOnDisk(bench, 'Quotes');
    const made = [...after].filter(([name]) => !before.has(name));
    expect(made).toHaveLength(1);
    const [name, note] = made[0] ?? ['', ''];
    for (const property of properties) expect(note).toContain(`\n${property}\n`);
    expect(note).toContain(`\nfound-in: "[[${path.slice(path.indexOf('/') + 1, -'.md'.length)}]]"\n`);
    expect(note).toContain(`> ${quoted}`);
    const mark = ` [[${name.slice('Quotes/'.length, -'.md'.length)}|❞]]`;
    const marked = text0.replace(place.replace('@', ''), place.replace('@', mark));
    expect(marked).not.toBe(text0);
    expect(await bench.readFile(path)).toBe(marked);

    // Once more: the same note, no second mark.
    await bench.openNote(path);
    await putCursor(bench, under);
    await writeTakeHere();
    await expect.poll(() => shown().textContent()).toContain(quoted);
    await closeAll(bench);
    await bench.settle();
    expect(await bench.readFile(path)).toBe(marked);
    expect([...(await notesOnDisk(bench, 'Quotes')).keys()]).toEqual([...after.keys()]);
  });
});

describe('the queue', () => {
  it('is walked by keyboard: take, later, let go', async () => {
    const { keyboard } = bench.page;
    const waiting = async (): Promise<number> => Number(/\d+/.exec((await bench.page.locator('.sss-tab-sense .sss-head-text').textContent()) ?? '')?.[0]);
    await run('open-sidebar');
    await bench.page.locator('.sss-tab-button[data-tab=sense]').press('Enter');
    await expect.poll(waiting).toBeGreaterThan(3);
    const atFirst = await waiting();
    const before = await notesOnDisk(bench, 'Quotes');
    await bench.openNote('Home.md');
    await keyboard.press('Control+P');
    await bench.page.locator('.prompt input').waitFor();
    await keyboard.type('Sense: review next');
    await bench.page.locator('.suggestion-item.is-selected', { hasText: 'Sense: review next' }).waitFor();
    await keyboard.press('Enter');
    const walked: string[] = [];
    for (const answer of [async () => { await keyboard.insertText(TAKE); await keyboard.press('Control+Enter'); }, () => keyboard.press('Alt+l'), () => keyboard.press('Alt+g')]) {
      await expect.poll(async () => walked.includes((await shown().last().textContent()) ?? '') || (await shown().count()) !== 1).toBe(false);
      walked.push((await shown().textContent()) ?? '');
      await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
      await answer();
    }
    await expect.poll(async () => walked.includes((await shown().last().textContent()) ?? '')).toBe(false);
    await keyboard.press('Escape');
    await closed();
    await bench.settle();
    const added = [...(await notesOnDisk(bench, 'Quotes'))].filter(([name, note]) => before.get(name) !== note).map(([name, note]) => {
      const had = before.get(name)?.split('\n') ?? [];
      return note.split('\n').filter((line) => !had.includes(line)).map((line) => line.replace(/T\d\d:\d\d$/, '')).join('\n');
    });
    expect(added.sort()).toEqual([`sense-later: ${dayAfter(TODAY, 7)}`, `let-go: ${TODAY}`, `sensed: ${TODAY}\n${TAKE}`].sort());
    await expect.poll(waiting).toBe(atFirst - 3);
  });
});

describe('a draft', () => {
  it('survives Escape, the button, a reload and a crash, with its ways; a saved take ends it', async () => {
    const again = async (expected: string): Promise<void> => {
      await bench.openNote(WAITING);
      await writeTakeHere();
      expect(await text().inputValue()).toBe(expected);
      expect(await modal().locator('.sss-chip[aria-pressed=true]').allTextContents()).toEqual(expected === '' ? [] : ['Validate']);
    };
    const before = await bench.readFile(WAITING);
    await again('');
    await text().pressSequentially('One');
    await modal().getByRole('button', { name: 'Validate' }).click();
    await bench.page.keyboard.press('Escape');
    await closed();
    await again('One');
    await text().pressSequentially(' two');
    await modal().locator('.modal-close-button').click();
    await closed();
    await again('One two');
    await text().pressSequentially(' three');
    await bench.reload();
    await again('One two three');
    await text().pressSequentially(' four');
    expect(bench.errors).toEqual([]);
    await bench.crash();
    bench = await first.reopen();
    bench.page.setDefaultTimeout(15_000);
    await again('One two three four');
    expect(await modal().locator('.sss-problem').textContent()).toBe('Your draft was kept.');
    expect(await bench.readFile(WAITING)).toBe(before);
    await text().fill(TAKE);
    await text().press('Control+Enter');
    await closed();
    await bench.settle();
    expect(await bench.readFile(WAITING)).toContain(`## My take\n${TAKE}\n`);
    await again(TAKE);
    expect(await modal().locator('.sss-problem').textContent()).toBe('');
  });
});

describe('a draft on words that stand elsewhere by now', () => {
  const NET = 'Quotes/Nets, mended.md';
  const rename = (from: string, to: string): Promise<void> => bench.page.evaluate(async ([before, after]) => {
    const { fileManager, vault } = window.workbench.app;
    const file = vault.getFileByPath(before);
    if (file === null) throw new Error(`"${before}" is not there.`);
    await fileManager.renameFile(file, after);
  }, [from, to] as const);
  const openFromQueue = async (quoted: string): Promise<void> => {
    await bench.page.locator('.sss-tab-sense input[type=search]').fill(quoted);
    await bench.page.locator('.sss-tab-sense .sss-row').filter({ hasText: quoted }).locator('.sss-row-main').press('Enter');
    await text().waitFor();
  };
  const typed = async (said: string): Promise<void> => {
    await text().fill(said);
    await bench.page.keyboard.press('Escape');
    await closed();
  };

  it('is there in a quote note that was renamed, and where its quote was corrected', async () => {
    await bench.openNote(RENAMED);
    await writeTakeHere();
    await typed('Half a thought on nets');
    const apply = bench.page.locator('.sss-apply textarea');
    await run('sense-log-application');
    await apply.fill('Mended one');
    await closeAll(bench);
    await rename(RENAMED, NET);
    await run('sense-log-application');
    expect(await apply.inputValue()).toBe('Mended one');
    await closeAll(bench);
    await bench.openNote(NET);
    await writeTakeHere();
    expect(await text().inputValue()).toBe('Half a thought on nets');
    await closeAll(bench);
    const corrected = (await bench.readFile(NET)).replace('mended before', 'best mended before');
    await bench.writeFile(NET, corrected);
    await putCursor(bench, 'best mended');
    await writeTakeHere();
    expect(await text().inputValue()).toBe('Half a thought on nets');
    await expect.poll(() => shown().textContent()).toContain('best mended');
  });

  it('is there in another note that was renamed, and by the command at the same words', async () => {
    await setSettings(bench, { sense: { quoteFolders: ['Reading'] } });
    await run('open-sidebar');
    await bench.page.locator('.sss-tab-button[data-tab=sense]').press('Enter');
    await openFromQueue('A harbour is a room');
    await typed('Half a thought on harbours');
    await rename(HARBOUR, 'Reading/Harbours.md');
    await bench.page.locator('.sss-tab-sense .sss-row-detail', { hasText: 'in Harbours' }).waitFor();
    await openFromQueue('A harbour is a room');
    expect(await text().inputValue()).toBe('Half a thought on harbours');
    await closeAll(bench);
    await bench.openNote('Reading/Harbours.md');
    await putCursor(bench, 'one wall');
    await writeTakeHere();
    expect(await text().inputValue()).toBe('Half a thought on harbours');
  });

  it('is offered beside another one that was typed in a second window, and can be thrown away and taken back', async () => {
    await bench.openNote(NET);
    await writeTakeHere();
    await text().fill('In the first window');
    await bench.page.evaluate(([id, path]) => window.workbench.fireProtocol(id, { action: 'take', path }), ['seek-sense-share', NET] as const);
    await expect.poll(() => modal().count()).toBe(2);
    expect(await text().last().inputValue()).toBe('');
    await text().last().fill('In the second window');
    await closeAll(bench);
    await writeTakeHere();
    const other = modal().locator('.sss-other-draft');
    expect(await text().inputValue()).toBe('In the second window');
    expect(await other.locator('summary').allTextContents()).toEqual([words.sense.otherDraft('A net is best mended before it is missed.')]);
    await other.locator('summary').press('Enter');
    expect(await other.locator('p').textContent()).toBe('In the first window');
    await other.getByRole('button', { name: words.sense.throwDraftAway }).press('Enter');
    expect(await other.count()).toBe(0);
    await bench.page.locator('.notice', { hasText: words.sense.draftThrownAway }).getByRole('button').click();
    await closeAll(bench);
    await writeTakeHere();
    await other.locator('summary').press('Enter');
    await other.getByRole('button', { name: words.sense.addDraft }).press('Enter');
    expect(await text().inputValue()).toBe('In the second window\n\nIn the first window');
    await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
    await closeAll(bench);
    await writeTakeHere();
    expect([await text().inputValue(), await other.count()]).toEqual(['In the second window\n\nIn the first window', 0]);
  });
});

describe('while one writes', () => {
  it('unexpected links follow the words, and each goes in where the cursor stands by one key', async () => {
    await bench.openNote(WRITTEN);
    await writeTakeHere();
    const offers = (): Promise<string> => modal().locator('.sss-offers ol').innerText();
    const titles = (): Promise<string[]> => modal().locator('.sss-offer-title').allTextContents();
    await text().fill('Honey, hives and the swarm: the bees dance, and the colony decides.  And here.');
    await expect.poll(offers, { timeout: 30_000 }).toMatch(/\b(?:bees?|swarm|hives?|colony)\b/i);
    expect(await offers()).not.toMatch(/\bnurses?\b/i);
    await text().fill('Nurses tell stories at the handover of a shift: the ward decides, and the patients listen.  And here.');
    await expect.poll(offers, { timeout: 30_000 }).toMatch(/\bnurses?\b/i);
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(1);
    const [, one = ''] = await titles();
    await text().evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(element.value.indexOf('  And') + 1, element.value.indexOf('  And') + 1));
    // The second press comes before the next list does.
    await text().evaluate((element) => {
      for (let press = 0; press < 2; press++) element.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', altKey: true, bubbles: true, cancelable: true }));
    });
    // What was inserted is offered no more.
    await expect.poll(titles).not.toContain(one);
    const [two = ''] = await titles();
    await text().press('Alt+1');
    await expect.poll(titles).not.toContain(two);
    const links = /^Nurses tell .+ the patients listen\. (\[\[[^\]]+\]\]) (\[\[[^\]]+\]\]) And here\.$/.exec(await text().inputValue());
    expect(links?.slice(1).map((link) => link.includes('|') ? link.replace(/^.*\|/, '[[') : link.replace(/^\[\[.*\//, '[['))).toEqual([`[[${one}]]`, `[[${two}]]`]);
    await text().press('Control+Enter');
    await closed();
    await bench.settle();
    const resolved = await bench.page.evaluate((path) => Object.keys(window.workbench.app.metadataCache.resolvedLinks[path] ?? {}).map((target) => target.replace(/^.*\/|\.md$/g, '')), WRITTEN);
    expect(resolved).toEqual(expect.arrayContaining([one, two]));
  });

  it('unexpected links leave out what the quote note links to, also in its properties', async () => {
    await bench.openNote(CONFUCIUS);
    await writeTakeHere();
    const titles = (): Promise<string[]> => modal().locator('.sss-offer-title').allTextContents();
    await expect.poll(async () => (await titles()).length, { timeout: 30_000 }).toBeGreaterThan(1);
    expect(await titles()).not.toContain('Chen Yulan');
    await text().fill('Nurses tell stories at the handover of a shift: the ward decides, and the patients listen.');
    await expect.poll(() => modal().locator('.sss-offers ol').innerText(), { timeout: 30_000 }).toMatch(/\bnurses?\b/i);
    expect(await titles()).not.toContain('Chen Yulan');
  });

  it('own words are counted by the character in a script without spaces, and quoted ones are not', async () => {
    await bench.openNote(BASHO);
    await writeTakeHere();
    const counter = modal().locator('.sss-counter');
    await text().fill('木を見る前に、まず木に聞');
    await expect.poll(() => counter.textContent()).toBe('11 of 12 own words');
    await text().fill('木を見る前に、まず木に聞け');
    await expect.poll(() => counter.textContent()).toBe('12 own words');
    await text().fill('> 松の事は松に習へ、竹の事は竹に習へ\n\n木を見る前に、まず木に聞');
    await expect.poll(() => counter.textContent()).toBe('11 of 12 own words');
    await text().fill('松の事は松に習へ');
    await expect.poll(() => counter.textContent()).toBe('0 of 12 own words');
  });
});
