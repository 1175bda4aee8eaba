import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { dayOf } from '../../src/base';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { chooseInMenu, closeAll, notesOnDisk, openEditorMenu, PLUGIN, selectWords, setSettings } from './moves';

// Each way a quote can come in, in one workbench: from an editor, from the reading view, from a clipboard, from a link;
// and each place it can go to.

const TODAY = dayOf(new Date());

const ESSAY = `---
source: https://shed.example/essays/nails
author: "[[Noor Jansen]]"
title: Bent nails
---
# Bent nails

A bent nail tells you more about the hammer than a straight one does.\u0020\u0020
Whoever throws it away has thrown away the lesson.

> A workshop without a bin for mistakes
> is a workshop that hides them.

- The same words here.
- The same words there.
`;

const SHOWN = `# Read slowly

Nothing is marked in this plain paragraph about slow reading.

Some *words with **weight*** stand before [a link to a page](https://x.example/a_(b)) and [[Notes/Essay|the essay]], too.
`;

let bench: OpenWorkbench;

const modal = (): Locator => bench.page.locator('.sss-capture');
const field = (name: string): Locator => modal().locator(`.sss-capture-${name}`).locator('input, textarea');
const value = (name: string): Promise<string> => field(name).inputValue();
const run = (id: string): Promise<void> => bench.runCommand(`${PLUGIN}:${id}`);
const lastNotice = async (): Promise<string> => (await bench.notices()).at(-1) ?? '';
const activePath = (): Promise<string | undefined> => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path);

beforeAll(async () => {
  bench = await openWorkbench({ vault: {
    'Notes/Essay.md': ESSAY,
    'Notes/Shown.md': SHOWN,
    'People/Joan Petrie.md': '---\ntype: contact\naliases: [Joanie]\n---\n',
    'Notes/Log.md': '---\ntags: [log]\n---\nIntro.\n\n## Found\nAn older line.\n\n### Below it\ndeeper\n\n## After\nEnd.\n',
  } });
  bench.page.setDefaultTimeout(10_000);
});

beforeEach(() => setSettings(bench, {}));

afterEach(async () => {
  await closeAll(bench);
  expect(bench.errors).toEqual([]);
});

afterAll(() => bench.close());

/** Confirms the open modal; gives the path of the note that was made. */
async function capture(): Promise<string> {
  const before = await notesOnDisk(bench, 'Quotes').catch(() => new Map<string, string>());
  await field('text').press('Control+Enter');
  await modal().waitFor({ state: 'detached' });
  await bench.settle();
  const made = [...(await notesOnDisk(bench, 'Quotes')).keys()].filter((name) => !before.has(name));
  expect(made).toHaveLength(1);
  return made[0] ?? '';
}

async function openFromClipboard(text: string, html?: string): Promise<void> {
  await bench.writeClipboard(text, html);
  if (html?.includes('<base') === true) {
    // The page that writes it may not have another base, and says so; the plugin that reads it must not cause that again.
    await expect.poll(() => bench.errors).toEqual([expect.stringContaining('base URI')]);
    bench.errors.length = 0;
  }
  await run('seek-capture-clipboard');
  await modal().waitFor();
}

const open = (parameters: Record<string, string>): Promise<unknown> => bench.page.evaluate(([id, told]) => window.workbench.fireProtocol(id, told), [PLUGIN, parameters] as const);

/** Selects words in the reading view as a hand does: by what is shown, from one element into the next. */
async function selectShown(words: string): Promise<void> {
  await bench.page.locator('.markdown-preview-view').filter({ hasText: words }).waitFor();
  await bench.page.evaluate((wanted) => {
    const view = [...document.querySelectorAll('.markdown-preview-view')].find((one) => one.textContent.includes(wanted));
    if (view === undefined) throw new Error(`"${wanted}" is not shown.`);
    const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const from = nodes.map((node) => node.textContent ?? '').join('').indexOf(wanted);
    const range = document.createRange();
    let passed = 0;
    for (const node of nodes) {
      const { length } = node.textContent ?? '';
      if (from >= passed && from < passed + length) range.setStart(node, from - passed);
      const end = from + wanted.length;
      if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
      passed += length;
    }
    window.getSelection()?.removeAllRanges();
    window.getSelection()?.addRange(range);
  }, words);
}

describe('from a note', () => {
  it.each<[string, string, string, string]>([
    ['words of a paragraph', 'A bent nail tells you more', 'A bent nail tells you more', ' about the hammer'],
    ['a line with its hard break', 'about the hammer than a straight one does.\u0020\u0020', 'about the hammer than a straight one does.', '\u0020\u0020\n'],
    ['several lines of a blockquote, without its marks', '> A workshop without a bin for mistakes\n> is a workshop that hides them.', 'A workshop without a bin for mistakes\nis a workshop that hides them.', '\n\n- '],
  ])('captures %s of an editor; the place gets one mark and nothing else changes', async (_, selected, quoted, after) => {
    await bench.openNote('Notes/Essay.md');
    const before = await bench.readFile('Notes/Essay.md');
    await selectWords(bench, selected);
    await run('seek-capture-selection');
    expect((await value('text')).trimEnd()).toBe(quoted);
    expect([await value('author'), await value('source'), await value('title')]).toEqual(['Noor Jansen', 'https://shed.example/essays/nails', 'Bent nails']);
    const path = await capture();
    const note = await bench.readFile(path);
    expect(note).toContain(`> [!quote] [Bent nails](https://shed.example/essays/nails)\n${quoted.split('\n').map((line) => `> ${line}`).join('\n')}`);
    expect(note).toContain('found-in: "[[Essay]]"\n');
    const mark = ` [[${path.slice('Quotes/'.length, -'.md'.length)}|❞]]`;
    const words = selected.trimEnd();
    expect(await bench.readFile('Notes/Essay.md')).toBe(before.replace(`${words}${after}`, `${words}${mark}${after}`));
  });

  it('captures from the menu of the editor too', async () => {
    await bench.openNote('Notes/Essay.md');
    await selectWords(bench, 'Whoever throws it away');
    await openEditorMenu(bench);
    await chooseInMenu(bench, 'Capture as quote');
    expect(await value('text')).toBe('Whoever throws it away');
  });

  it.each<[string, string, string]>([
    ['plain words', 'this plain paragraph about slow reading.', 'this plain paragraph about slow reading.@'],
    ['words across emphasis', 'Some words with weight', 'Some *words with **weight***@'],
    ['words into the middle of a link', 'stand before a link', 'stand before [a link to a page](https://x.example/a_(b))@'],
    ['words across a link to a note', 'and the essay, too.', 'and [[Notes/Essay|the essay]], too.@'],
  ])('captures %s of the reading view; the place gets one mark and nothing else changes', async (_, selected, place) => {
    await bench.openNote('Notes/Shown.md', 'preview');
    const before = await bench.readFile('Notes/Shown.md');
    await selectShown(selected);
    await run('seek-capture-selection');
    expect(await value('text')).toBe(selected);
    const path = await capture();
    expect(await bench.readFile(path)).toContain(`> [!quote]\n> ${selected}\n`);
    const marked = place.replace('@', ` [[${path.slice('Quotes/'.length, -'.md'.length)}|❞]]`);
    expect(await bench.readFile('Notes/Shown.md')).toBe(before.replace(place.replace('@', ''), marked));
  });

  it('marks nothing where the shown words stand twice, and says so', async () => {
    await bench.openNote('Notes/Essay.md', 'preview');
    const before = await bench.readFile('Notes/Essay.md');
    await selectShown('The same words');
    await run('seek-capture-selection');
    await capture();
    expect((await bench.notices()).join('\n')).toContain('The place it came from was not marked');
    expect(await bench.readFile('Notes/Essay.md')).toBe(before);
  });
});

describe('from the clipboard', () => {
  const page = '<p>Words that <b>somebody</b> copied.</p>';

  it.each<[string, string, string, string]>([
    ['the header of a copied page', `Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:https://s.example/one\r\n<html><body><!--StartFragment-->${page}<!--EndFragment--></body></html>`, 'https://s.example/one', ''],
    ['the base of the page', `<html><head><base href="https://b.example/two"><title>Two, a page</title></head><body>${page}</body></html>`, 'https://b.example/two', 'Two, a page'],
    ['the canonical link', `<html><head><link rel="canonical" href="https://c.example/three"><title>Three</title></head><body>${page}</body></html>`, 'https://c.example/three', 'Three'],
    ['a quotation that cites', `<blockquote cite="https://q.example/four">${page}</blockquote>`, 'https://q.example/four', ''],
    ['a link to the highlight', `${page}<p><a href="https://h.example/five#:~:text=Words%20that,copied">link</a></p>`, 'https://h.example/five', ''],
  ])('takes the source from %s', async (_, html, source, title) => {
    await openFromClipboard('Words that somebody copied.', html);
    await expect.poll(() => value('source')).toBe(source);
    expect(await value('title')).toBe(title);
    expect(await value('text')).toMatch(/^(?:> )?Words that \*\*somebody\*\* copied\.(?:\n\n\[link\].*)?$/);
  });

  it.each<[string, string, string, string]>([
    ['an address on the last line', 'A plain sentence.\nIts second line.\n\nhttps://p.example/a?b=c', 'A plain sentence.\nIts second line.', 'https://p.example/a?b=c'],
    ['a link to a highlight, and the words', '"A highlighted sentence"\n https://p.example/h#:~:text=A%20highlighted%20sentence', 'A highlighted sentence', 'https://p.example/h'],
    ['only a link to a highlight', 'https://p.example/only#:~:text=Words%20in%20the%20address%2C%20only', 'Words in the address, only', 'https://p.example/only'],
  ])('reads %s', async (_, plain, text, source) => {
    await openFromClipboard(plain);
    await expect.poll(() => value('source')).toBe(source);
    expect(await value('text')).toBe(text);
  });
});

describe('from a link', () => {
  it('fills every field and waits for a yes', async () => {
    await open({ action: 'capture', text: 'From a *link*.', url: 'https://u.example/page#:~:text=From', title: 'A page', author: 'Una Reed', via: 'Joan Petrie' });
    await modal().waitFor();
    const filled = await Promise.all(['text', 'author', 'source', 'title', 'via'].map(value));
    expect(filled).toEqual(['From a \\*link\\*.', 'Una Reed', 'https://u.example/page', 'A page', 'Joan Petrie']);
    const path = await capture();
    const note = await bench.readFile(path);
    expect(note).toContain('via: "[[Joan Petrie]]"\n');
    expect(note).toContain('> [!quote] [A page](https://u.example/page)\n> From a \\*link\\*.\n> — Una Reed\n');
  });
});

describe('in the modal', () => {
  it('makes a new contact of who led there, and keeps the take that is written right there', async () => {
    const take = 'We throw away our bent nails every week, and wonder why we bend the same ones again.';
    await openFromClipboard('Keep the bent ones in a jar.');
    await field('via').pressSequentially('Vera Newcomer');
    await bench.page.locator('.suggestion-item', { hasText: 'New contact: Vera Newcomer' }).click();
    await field('take').fill(take);
    const path = await capture();
    const note = await bench.readFile(path);
    expect(note).toContain('via: "[[Vera Newcomer]]"\n');
    expect(note).toContain(`## My take\n${take}\n`);
    expect(note).toMatch(/sensed: \d{4}-\d\d-\d\dT\d\d:\d\d\n/);
    expect(await bench.readFile('People/Vera Newcomer.md')).toContain('type: contact\n');
  });

  it('knows a contact by another name', async () => {
    await openFromClipboard('Known by her short name.');
    await field('via').pressSequentially('joanie');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).click();
    expect(await bench.readFile(await capture())).toContain('via: "[[Joan Petrie]]"\n');
  });

  it('opens the first note when the same quote comes again, whatever its marks', async () => {
    await openFromClipboard('“The first time counts,” she said.\nhttps://again.example/x?utm_source=mail');
    const path = await capture();
    const before = await notesOnDisk(bench);
    await bench.openNote('Notes/Log.md');
    await openFromClipboard('"The **first** time counts", she said.\nhttps://www.again.example/x/');
    await field('text').press('Control+Enter');
    await modal().waitFor({ state: 'detached' });
    await expect.poll(activePath).toBe(path);
    expect(await lastNotice()).toContain('You have this quote already');
    expect(await notesOnDisk(bench)).toEqual(before);
  });
});

describe('to where the settings say', () => {
  it('below a heading of the active note, before what belongs to a smaller one', async () => {
    await setSettings(bench, { seek: { target: 'active-note', heading: 'Found' } });
    await bench.openNote('Notes/Log.md');
    await openFromClipboard('Appended words.\nhttps://x.example/log');
    await field('take').fill('And mine below.');
    await field('text').press('Control+Enter');
    await modal().waitFor({ state: 'detached' });
    await expect.poll(() => bench.readFile('Notes/Log.md')).toBe('---\ntags: [log]\n---\nIntro.\n\n## Found\nAn older line.\n\n> [!quote] [x.example](https://x.example/log)\n> Appended words.\n\nAnd mine below.\n\n### Below it\ndeeper\n\n## After\nEnd.\n');
  });

  it('to the daily note, which is made where it is missing', async () => {
    await setSettings(bench, { seek: { target: 'daily-note', heading: 'Read today' } });
    await openFromClipboard('For today.');
    await field('text').press('Control+Enter');
    await modal().waitFor({ state: 'detached' });
    await expect.poll(() => bench.exists(`${TODAY}.md`)).toBe(true);
    await expect.poll(() => bench.readFile(`${TODAY}.md`)).toContain('## Read today\n> [!quote]\n> For today.\n');
  });

  it('by a pattern of names, without what no file may be called, and beside one that has the name', async () => {
    await setSettings(bench, { seek: { folder: 'Quotes/In', fileName: '{{date}} {{domain}} – {{title}}: {{author}}' } });
    const fill = async (text: string): Promise<string> => {
      await openFromClipboard(`${text}\nhttps://www.names.example/x`);
      await field('title').fill('What/is "this"? [[A|B]] #1 ^2 *');
      await field('author').fill('C:\\Con <x>');
      return capture();
    };
    const first = await fill('Named once.');
    const name = first.slice('Quotes/In/'.length, -'.md'.length);
    expect(name).toMatch(new RegExp(`^${TODAY} names\\.example – What.is`));
    expect(name).not.toMatch(/[\\/:*?"<>|#^[\]]/);
    expect(await fill('Named twice.')).toBe(`Quotes/In/${name} 2.md`);
  });
});
