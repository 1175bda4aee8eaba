import type { Locator, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onOneLine, wellFormed } from '../../src/base';
import { PROPERTY_NAMES, bodyOf, readProperties } from '../../src/note';
import { readQuoteNote } from '../../src/seek';
import { takeIn } from '../../src/sense';
import { readLedger } from '../../src/share';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { HOSTILE, LONG_LINE, MEGABYTE, TRAP } from './hostile-texts';
import { closeAll, commandsOf, isOffered, notesOnDisk, PLUGIN, putCursor, setSettings } from './moves';

// Whatever is typed, pasted, linked to or found on the disk: a clear sentence, nothing lost, nothing half-written, and
// text from outside stays text.

const TAKE = 'Our handover folder proves this every single morning: everything is written down, and nobody can say what it means.';
const quoteNote = (properties: string, body = '> [!quote] Title\n> Some words worth keeping.\n> — Ann Author\n\n## My take\n'): string => `---\ntype: quote\n${properties}---\n${body}`;

let bench: OpenWorkbench;

const modal = (): Locator => bench.page.locator('.modal').last();
const problem = (): Promise<string | null> => modal().locator('.sss-problem').textContent();
const field = (name: string): Locator => modal().locator(`.sss-capture-${name}`).locator('input, textarea');
const press = (name: string): Promise<void> => modal().getByRole('button', { name, exact: true }).click();
const run = (id: string): Promise<void> => bench.runCommand(`${PLUGIN}:${id}`);
const fire = (parameters: Record<string, string>): Promise<unknown> => bench.page.evaluate(([id, told]) => window.workbench.fireProtocol(id, told), [PLUGIN, parameters] as const);
const lastNotice = async (): Promise<string> => (await bench.notices()).at(-1) ?? '';
const gone = (): Promise<void> => modal().waitFor({ state: 'detached' });

beforeAll(async () => {
  bench = await openWorkbench({ vault: {
    'Notes/Start.md': 'A note to begin with.\n',
    'Quotes/Plain.md': quoteNote('author: Ann Author\ncaptured: 2026-11-01T09:12\n'),
    'Quotes/Sensed.md': `${quoteNote('author: Ann Author\ncaptured: 2026-11-01T09:12\n').replace('worth', 'well worth')}${TAKE}\n`,
    'People/Joan Petrie.md': '---\ntype: contact\n---\n',
  } });
  bench.page.setDefaultTimeout(8000);
});

afterAll(async () => {
  await bench.close();
});

beforeEach(() => {
  bench.errors.length = 0;
});

afterEach(async () => {
  await closeAll(bench);
  expect(await bench.page.evaluate((trap) => (window as unknown as Record<string, unknown>)[trap], TRAP)).toBeUndefined();
  // Pictures that lead nowhere are the browser's to tell, not the plugin's.
  expect(bench.errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
});

describe('the capture modal', () => {
  it.each(['', ' \t ', '\n \n'])('says that there is no quote when the field holds %j, and keeps the rest', async (text) => {
    await bench.writeClipboard('');
    await run('seek-capture-clipboard');
    await field('text').fill(text);
    await field('author').fill('Kept Author');
    await field('take').fill('Kept take');
    await press('Capture');
    await expect.poll(problem).toBe('There is no quote yet. Paste or type the words you want to keep.');
    expect(await field('author').inputValue()).toBe('Kept Author');
    expect(await field('take').inputValue()).toBe('Kept take');
    await closeAll(bench);
    await run('seek-capture-clipboard');
    expect(await field('take').inputValue()).toBe('Kept take');
    for (const name of ['author', 'take', 'text']) await field(name).fill('');
  });

  it.each(Object.entries(HOSTILE))('keeps %s as it was typed', async (name, text) => {
    await bench.writeClipboard('');
    await run('seek-capture-clipboard');
    const quoted = `quote of ${name}\n${text}`;
    await field('text').fill(quoted);
    for (const detail of ['author', 'source', 'title', 'via']) await field(detail).fill(text);
    await field('take').fill(text);
    await field('take').press('Control+Enter');
    await gone();
    const path = /Captured as "(.+)"\.$/.exec(await lastNotice())?.[1] ?? '';
    expect(path).not.toMatch(/[\\/:*?"<>|#^[\]]/);
    const note = await bench.readFile(`Quotes/${path}.md`);
    const read = readQuoteNote(note, PROPERTY_NAMES);
    const oneLine = onOneLine(wellFormed(text));
    expect(read).toMatchObject({ ok: true, value: { text: wellFormed(quoted).trimEnd(), author: oneLine, source: oneLine, via: oneLine } });
    expect(takeIn(note, 'My take').startsWith(wellFormed(text).trim())).toBe(true);
    await bench.openNote(`Quotes/${path}.md`, 'preview');
    await bench.openNote(`Quotes/${path}.md`, 'source');
    await run('sense-write-take');
    await bench.page.locator('.sss-take-quote').waitFor();
    expect(await bench.page.locator('.sss-take-quote').locator('script, iframe, svg[onload], img[onerror], [href^="javascript:"]').count()).toBe(0);
  });
});

describe('a megabyte', () => {
  it('is captured with its take, shown, and shared', async () => {
    await bench.writeClipboard('');
    await run('seek-capture-clipboard');
    await paste(field('text'), `${MEGABYTE}End of the quote.`);
    await paste(field('author'), LONG_LINE);
    await paste(field('via'), LONG_LINE);
    await paste(field('take'), `${TAKE} ${MEGABYTE}`);
    await field('take').press('Control+Enter');
    await expect.poll(async () => (await modal().count()) === 0 || (await problem()), { timeout: 20_000 }).toBe(true);
    const path = /Captured as "(.+)"\.$/.exec(await lastNotice())?.[1] ?? '';
    expect(path.length).toBeLessThan(90);
    const note = await bench.readFile(`Quotes/${path}.md`);
    expect(note.length).toBeGreaterThan(2_000_000);
    expect(readQuoteNote(note, PROPERTY_NAMES)).toMatchObject({ ok: true });
    await bench.openNote(`Quotes/${path}.md`, 'source');
    await run('share-quote');
    await bench.page.locator('.sss-composer').waitFor({ timeout: 20_000 });
    await press('Copy and record');
    await expect.poll(() => modal().count(), { timeout: 20_000 }).toBe(0);
    expect((await bench.readClipboard()).length).toBeGreaterThan(1_900_000);
    await bench.openNote('Notes/Start.md');
    await remove(`Quotes/${path}.md`);
  });

  it('says so when the device has no room for the draft, and what was typed stays in the modal', async () => {
    await bench.writeClipboard('');
    await run('seek-capture-clipboard');
    await bench.page.evaluate(() => {
      const filler = 'x'.repeat(1024);
      for (let size = 5000; size > 0; size = Math.floor(size / 2)) {
        for (let tries = 0; tries < 3; tries++) {
          try {
            localStorage.setItem(`filler-${size}-${tries}`, filler.repeat(size).slice(0, size * 1024));
          } catch {
            break;
          }
        }
      }
    });
    await paste(field('text'), 'Words that are kept nowhere. '.repeat(100));
    await field('author').fill('Typed afterwards');
    await expect.poll(lastNotice).toContain('cannot be kept as a draft');
    expect(await field('author').inputValue()).toBe('Typed afterwards');
    await bench.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('filler-')).forEach((key) => localStorage.removeItem(key)));
    await field('text').fill('Short again');
    await bench.page.keyboard.press('Escape');
    await gone();
    await run('seek-capture-clipboard');
    expect(await field('author').inputValue()).toBe('Typed afterwards');
    for (const name of ['author', 'text']) await field(name).fill('');
  });
});

describe('the modal for the take', () => {
  const path = 'Quotes/Plain.md';
  const open = async (): Promise<void> => {
    await bench.openNote(path);
    await run('sense-write-take');
    await modal().locator('textarea').waitFor();
  };

  it.each(['', '  ', '\n\t\n'])('says that there is nothing to save in %j', async (text) => {
    await open();
    await modal().locator('textarea').fill(text);
    await press('Save take');
    expect(await problem()).toBe('There is nothing to save yet. Write what you make of the quote.');
    expect(await bench.readFile(path)).not.toContain('sensed');
  });

  it.each(Object.entries(HOSTILE))('writes %s as it was typed, and keeps the rest of the note', async (name, text) => {
    const before = `${quoteNote('author: Ann Author\ncaptured: 2026-11-01T09:12\n').trimEnd()}\n\n## Later\nMy own section.\n`;
    await rewrite(path, before);
    await open();
    await modal().locator('textarea').fill(text);
    await modal().locator('textarea').press('Control+Enter');
    await gone();
    const note = await bench.readFile(path);
    expect(takeIn(note, 'My take').startsWith(wellFormed(text).trim()), name).toBe(true);
    expect(note.endsWith('\n\n## Later\nMy own section.\n')).toBe(true);
    expect(readQuoteNote(note, PROPERTY_NAMES)).toMatchObject({ ok: true, value: { text: 'Some words worth keeping.', author: 'Ann Author' } });
    await bench.openNote(path, 'preview');
  });
});

describe('the composer', () => {
  const path = 'Quotes/Sensed.md';

  it.each(Object.entries(HOSTILE))('records %s as the name of one recipient', async (_, text) => {
    await rewrite(path, `${quoteNote('author: Ann Author\n').replace('worth', 'well worth')}${TAKE}\n`);
    await bench.openNote(path);
    await run('share-quote');
    const input = bench.page.locator('.sss-recipients input');
    await input.fill(text);
    await bench.page.keyboard.press('Enter');
    await input.fill('   ');
    await bench.page.keyboard.press('Escape');
    await bench.page.keyboard.press('Enter');
    expect(await bench.page.locator('.sss-chip').count()).toBe(1);
    await press('Copy and record');
    await gone();
    await run('share-open-ledger');
    const note = await bench.readFile(path);
    const [entry, ...others] = readLedger(note, 'Shared');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ audience: 'community', channel: 'clipboard' });
    expect(entry?.recipients.map(onOneLine)).toEqual([onOneLine(wellFormed(text))]);
    expect(note.slice(note.indexOf('## Shared')).trim().split('\n')).toHaveLength(2);
    await bench.openNote(path, 'preview');
  });
});

describe('the modals about people', () => {
  it.each(Object.entries(HOSTILE))('take %s in every field', async (_, text) => {
    const before = new Set((await notesOnDisk(bench)).keys());
    await run('ties-add-contact');
    const input = (label: string): Locator => modal().getByLabel(label, { exact: true });
    await input('Name').fill(text);
    await input('Topics').fill(text);
    await input('Email').fill(text);
    await press('Add');
    expect(await problem()).toMatch(/is not an email address|Who is it\?/);
    expect(onOneLine(await input('Topics').inputValue())).toBe(onOneLine(wellFormed(text)));
    await input('Email').fill('');
    await input('Web address').fill(text);
    await press('Add');
    expect(await problem()).toMatch(/is not a web address|Who is it\?/);
    await input('Web address').fill('');
    await press('Add');
    await expect.poll(async () => (await modal().count()) === 0 || (await problem())).toSatisfy((end) => end === true || /Who is it\?/.test(String(end)));
    if ((await modal().count()) > 0) return;
    const made = [...(await notesOnDisk(bench))].filter(([name]) => !before.has(name));
    expect(made).toHaveLength(1);
    const [[path, note]] = made as [[string, string]];
    expect(path).toMatch(/^People\/[^\\/:*?"<>|#^[\]]+\.md$/);
    expect(readProperties(note)).toMatchObject({ ok: true, value: { type: 'contact' } });
    await bench.openNote(path);
    await run('ties-log-interaction');
    await input('What it was').fill(text);
    await press('Log');
    await gone();
    const logged = await bench.readFile(path);
    expect(logged.startsWith(note.trimEnd().slice(0, 20))).toBe(true);
    expect(logged.slice(logged.indexOf('## Interactions')).trim().split('\n')).toHaveLength(2);
    await bench.openNote(path, 'preview');
  });

  it('say what is missing', async () => {
    await run('ties-add-contact');
    await press('Add');
    expect(await problem()).toBe('Who is it? Please type a name.');
    await closeAll(bench);
    await bench.openNote('Notes/Start.md');
    await run('ties-log-interaction');
    await bench.page.locator('.suggestion-item').first().waitFor();
    await bench.page.keyboard.press('Escape');
    await bench.page.keyboard.press('Control+Enter');
    await expect.poll(problem).toBe('With whom was it? Please choose a contact.');
    await modal().getByLabel('With whom').fill('Nobody we know');
    await bench.page.keyboard.press('Control+Enter');
    await expect.poll(problem).toContain('There is no contact called "Nobody we know" yet.');
  });
});

describe('an obsidian:// address', () => {
  it('names an action that nobody knows', async () => {
    for (const action of ['publish', 'constructor', '__proto__', 'Capture', '%zz', 'x'.repeat(100_000)]) {
      await fire({ action, text: 'x', path: 'Quotes/Plain.md' });
      expect(await lastNotice()).toBe(`The link asks for the action "${action.slice(0, 40)}", which is unknown. Known are capture, take and contact.`);
      expect(await bench.page.locator('.modal').count()).toBe(0);
    }
  });

  it('names a parameter that is missing or wrong', async () => {
    await fire({ action: 'capture' });
    expect(await problem()).toContain('no "text" parameter');
    await closeAll(bench);
    await fire({ action: 'take' });
    expect(await lastNotice()).toContain('no "path" parameter');
    for (const path of ['No such note.md', '../../etc/passwd', '%E0%A4%A', '/', '[[', 'x'.repeat(100_000)]) {
      await fire({ action: 'take', path });
      await expect.poll(lastNotice).toContain(`There is no note "${path.slice(0, 100)}`);
      expect((await lastNotice()).length).toBeLessThan(260);
    }
    await fire({ action: 'take', path: 'Notes/Start.md' });
    await expect.poll(lastNotice).toBe('"Notes/Start.md" is not a quote note, so there is nothing to write a take on.');
    await fire({ action: 'contact' });
    expect(await lastNotice()).toContain('gives no "name"');
  });

  it.each(Object.entries(HOSTILE))('shows %s as text, and writes it as text that does nothing', async (name, text) => {
    const words = `address of ${name}\n${text}`;
    await fire({ action: 'capture', text: words, title: text, author: text, via: text, url: 'https://example.org/a?b=<script>' });
    expect(wellFormed(await field('author').inputValue()).replace(/\s/g, '')).toBe(wellFormed(text).replace(/\s/g, ''));
    await field('take').press('Control+Enter');
    await gone();
    const path = /Captured as "(.+)"\.$/.exec(await lastNotice())?.[1] ?? '';
    const note = await bench.readFile(`Quotes/${path}.md`);
    expectNeutral(note);
    expect(readQuoteNote(note, PROPERTY_NAMES)).toMatchObject({ ok: true, value: { author: onOneLine(wellFormed(text)) } });
    await bench.openNote(`Quotes/${path}.md`, 'preview');
    expect(await bench.page.locator('.markdown-reading-view').locator('script, iframe, svg[onload], img[onerror], [href^="javascript:"], .sss-block').count()).toBe(0);
    await fire({ action: 'contact', name: text });
    expect(await modal().locator('.sss-contact').or(bench.page.locator('.sss-contact')).count()).toBe(1);
  });

  it('takes a megabyte, and percent signs that mean nothing', async () => {
    await fire({ action: 'capture', text: `%zz %E0%A4 100 % ${MEGABYTE}of the address`, title: LONG_LINE, url: 'https://%zz/%E0%A4%A' });
    expect((await field('text').inputValue()).startsWith('%zz %E0%A4 100 % Words')).toBe(true);
    await field('take').press('Control+Enter');
    await expect.poll(() => modal().count(), { timeout: 20_000 }).toBe(0);
    await remove(`Quotes/${/Captured as "(.+)"\.$/.exec(await lastNotice())?.[1] ?? ''}.md`);
  });
});

describe('hostile text on the clipboard', () => {
  it.each(Object.entries(HOSTILE))('is neutral: %s', async (name, text) => {
    const words = `${text} clipboard of ${name}`;
    const html = `<p>${words.replace(/[<&]/g, (mark) => (name === 'HTML and script' ? mark : mark === '<' ? '&lt;' : '&amp;'))}</p>`;
    for (const rich of [undefined, html]) {
      await bench.writeClipboard(rich === undefined ? words : '', rich);
      await run('seek-capture-clipboard');
      await field('take').press('Control+Enter');
      await gone();
    }
    const notes = [...(await notesOnDisk(bench, 'Quotes'))].filter(([, note]) => note.includes(`clipboard of ${name}`));
    expect(notes.length).toBeGreaterThan(0);
    for (const [, note] of notes) expectNeutral(note);
  });
});

const WRONG: readonly string[] = ['[a, [b, c], {d: e}]', '12', 'true', 'null', '{a: {b: c}}', '2026-13-45', '"2026-02-30T99:99"', '"[["', '-1', '.inf', '""', '[[A link]]', '|\n  a\n  b'];
const NAMES = ['author', 'source', 'via', 'found-in', 'captured', 'sensed', 'sense', 'sense-later', 'let-go', 'shared', 'private', 'space', 'communities', 'topics', 'cadence', 'last-contact', 'met', 'aliases', 'email', 'url', 'tags'];

const yamlOf = (value: string): string => NAMES.map((name) => `${name}: ${value}\n`).join('');

describe('properties of the wrong type', () => {
  it.each(WRONG)('%s is read as far as it goes, by every list and command', async (value) => {
    const yaml = yamlOf(value);
    await rewrite('Wrong/Quote.md', quoteNote(yaml));
    await rewrite('Wrong/Contact.md', `---\ntype: contact\n${yaml}---\nA person.\n`);
    await rewrite('Wrong/Community.md', `---\ntype: community\n${yaml}---\nA group.\n`);
    await rewrite('Wrong/Type.md', `---\ntype: ${value}\n---\n> A quotation.\n`);
    for (const tab of ['links', 'sense', 'share', 'ties']) await showTab(tab);
    for (const name of ['Community', 'Type', 'Contact']) await bench.openNote(`Wrong/${name}.md`);
    await bench.openNote('Wrong/Quote.md', 'preview');
    await bench.openNote('Wrong/Quote.md');
    await run('sense-write-take');
    await modal().locator('textarea').fill(TAKE);
    await modal().locator('textarea').press('Control+Enter');
    await gone();
    const note = await bench.readFile('Wrong/Quote.md');
    expect(takeIn(note, 'My take')).toBe(TAKE);
    const written = readProperties(note);
    const before = readProperties(quoteNote(yaml));
    for (const name of ['author', 'source', 'via', 'captured', 'shared', 'private', 'topics']) {
      expect(written.ok && written.value[name]).toEqual(before.ok && before.value[name]);
    }
    await bench.openNote('Wrong/Contact.md');
    await run('ties-log-interaction');
    await modal().getByLabel('What it was').fill('A call');
    await press('Log');
    await expect.poll(async () => (await modal().count()) === 0 || (await problem())).toBeTruthy();
  });

  it('keeps what a list of authors and of guides says, also in what leaves', async () => {
    await rewrite('Wrong/Quote.md', quoteNote('author: [Ann Author, "[[Ben Writer]]"]\nvia: ["[[Joan Petrie]]", Kim]\nsource: ["https://example.org/a"]\nsense: [synthesise, reflect]\nshared: newsletter\n', `> Words without a name.\n\n## My take\n${TAKE}\n`));
    await bench.openNote('Wrong/Quote.md');
    await run('share-quote');
    await bench.page.locator('.sss-composer').waitFor();
    await press('Copy and record');
    await gone();
    const left = await bench.readClipboard();
    for (const name of ['Ann Author', 'Ben Writer', 'example.org/a', 'Joan Petrie', 'Kim']) expect(left).toContain(name);
    expect(await bench.readFile('Wrong/Quote.md')).toContain('shared: [community, newsletter]\n');
    await run('sense-write-take');
    await modal().locator('textarea').press('Control+Enter');
    await gone();
    expect(await bench.readFile('Wrong/Quote.md')).toContain('sense: [synthesise, reflect]\n');
  });

  it('says so instead of overwriting a "shared" that is no list, before anything leaves', async () => {
    await bench.writeClipboard('before');
    await rewrite('Wrong/Quote.md', quoteNote('shared: {a: b}\n').concat(`${TAKE}\n`));
    await bench.openNote('Wrong/Quote.md');
    await run('share-quote');
    await bench.page.locator('.sss-composer').waitFor();
    await press('Copy and record');
    await expect.poll(problem).toContain('"shared"');
    expect(await bench.readClipboard()).toBe('before');
    expect(await bench.readFile('Wrong/Quote.md')).toContain('shared: {a: b}\n');
  });
});

describe('properties broken by hand', () => {
  const BROKEN = ['author: "Ann', 'a: [b', 'a: b: c', '\tx: y', 'a: *nobody', 'type: quote', '- a\n- b', '? {'];

  it.each(BROKEN)('%s: a sentence says where, and nothing is changed', async (line) => {
    const texts = {
      'Broken/Quote.md': quoteNote(`${line}\n`, '> [!quote]\n> Words.\n\n## My take\nKept.\n'),
      'Broken/Contact.md': `---\ntype: contact\n${line}\n---\nA person.\n`,
      'Broken/Community.md': `---\ntype: community\n${line}\n---\nA group.\n`,
    };
    for (const [path, text] of Object.entries(texts)) await rewrite(path, text);
    for (const tab of ['links', 'sense', 'share', 'ties']) await showTab(tab);
    await fire({ action: 'take', path: 'Broken/Quote.md' });
    await expect.poll(lastNotice).toMatch(/The properties at the top of the note (?:cannot be read|are not a list)/);
    await bench.openNote('Broken/Quote.md');
    await putCursor(bench, 'Words');
    for (const id of ['sense-write-take', 'share-quote', 'share-note', 'daily-fill']) {
      const before = (await bench.notices()).length;
      if (!(await isOffered(bench, `${PLUGIN}:${id}`))) continue;
      await run(id);
      await expect.poll(async () => (await bench.notices()).length).toBeGreaterThan(before);
      if (id !== 'daily-fill') expect(await lastNotice()).toMatch(/properties at the top of the note/);
    }
    expect(await bench.page.locator('.modal').count()).toBe(0);
    for (const [path, text] of Object.entries(texts)) expect(await bench.readFile(path)).toBe(text);
    expect([...(await notesOnDisk(bench, 'Quotes')).values()].filter((text) => text.includes('> Words.\n'))).toEqual([]);
  });
});

describe('a note of five megabytes', () => {
  const path = 'Notes/Long.md';
  const heading = 'Handover, ward and folder';

  it('is opened, captured from, sensed and shared within reason', async () => {
    const part = `## ${heading}\n\nThe handover on our ward takes ten minutes, and the folder knows nothing of it. [[Start]] #ward\n\n- one\n- two\n\n`;
    const text = `${part.repeat(Math.ceil(5_000_000 / part.length))}> The last words are quoted here, at the very end.\n> — Ann Author\n`;
    await rewrite(path, text);
    await showTab('links');
    await bench.openNote(path);
    await putCursor(bench, 'The last words are quoted');
    const took = await bench.page.evaluate(() => {
      const start = performance.now();
      window.workbench.app.commands.listCommands();
      return performance.now() - start;
    });
    expect(took, 'ms that the palette waits').toBeLessThan(3000);
    await run('share-quote');
    await bench.page.locator('.sss-take').waitFor({ timeout: 30_000 });
    expect(await modal().locator('.sss-take-quote').textContent()).toContain('The last words are quoted here');
    await modal().locator('textarea').fill(TAKE);
    await modal().locator('textarea').press('Control+Enter');
    await bench.page.locator('.sss-composer').waitFor({ timeout: 30_000 });
    await press('Copy and record');
    await gone();
    expect(await bench.readClipboard()).toContain('The last words are quoted here');
    const marked = await bench.readFile(path);
    expect(marked.length - text.length).toBeLessThan(100);
    expect(marked).toMatch(/> — Ann Author \[\[.+\|❞\]\]\n$/);
    await run('share-note');
    await bench.page.locator('.sss-composer').waitFor({ timeout: 60_000 });
    await closeAll(bench);
    await bench.openNote('Notes/Start.md');
    await remove(path);
  }, 240_000);
});

describe('a disk that fails', () => {
  const refuse = async (route: Route): Promise<void> => {
    if (route.request().method() === 'GET') await route.fallback();
    else await route.fulfill({ status: 507, contentType: 'application/json', body: '{"error":"The disk is full."}' });
  };
  const fail = (): Promise<unknown> => bench.page.route(/\/api\/(?:file|folder)\?/, refuse);
  const mend = (): Promise<void> => bench.page.unroute(/\/api\/(?:file|folder)\?/, refuse);

  afterEach(mend);

  it('keeps what was typed while a quote is captured', async () => {
    await setSettings(bench, { seek: { folder: 'A new folder' } });
    await bench.writeClipboard('Words for a full disk.');
    await run('seek-capture-clipboard');
    await field('author').fill('Kept Author');
    await field('take').fill('Kept take.');
    const before = await notesOnDisk(bench);
    await fail();
    await press('Capture');
    await expect.poll(problem).toBe('The note "A new folder/Kept Author - Words for a full disk.md" could not be made: The disk is full.');
    expect(await notesOnDisk(bench)).toEqual(before);
    expect(await field('take').inputValue()).toBe('Kept take.');
    await mend();
    await press('Capture');
    await gone();
    expect(await bench.readFile('A new folder/Kept Author - Words for a full disk.md')).toContain('## My take\nKept take.\n');
    await setSettings(bench, {});
  });

  it('keeps the quote when only the person who led there cannot be written', async () => {
    await bench.writeClipboard('Words that somebody sent.');
    await run('seek-capture-clipboard');
    await field('via').fill('Nina Newcomer');
    await bench.page.locator('.suggestion-item', { hasText: 'New contact' }).click();
    await fail();
    await press('Capture');
    await expect.poll(problem).toBe('The note "People/Nina Newcomer.md" could not be made: The disk is full.');
    await mend();
    await press('Capture');
    await gone();
    expect(bench.exists('People/Nina Newcomer.md')).toBe(true);
    expect(await bench.readFile('Quotes/Words that somebody sent.md')).toContain('via: "[[Nina Newcomer]]"\n');
  });

  it.each(['open in the editor', 'not open'])('keeps a take as a draft while it cannot be saved, with the note %s', async (state) => {
    const path = `Quotes/Full ${state}.md`;
    await rewrite(path, quoteNote('author: Ann Author\n'));
    await bench.openNote(state === 'not open' ? 'Notes/Start.md' : path);
    await fire({ action: 'take', path });
    await modal().locator('textarea').fill(TAKE);
    await fail();
    await press('Save take');
    await expect.poll(problem).toBe(`The note "${path}" was left as it is: The disk is full.`);
    expect(await modal().locator('textarea').inputValue()).toBe(TAKE);
    expect(await bench.readFile(path)).toBe(quoteNote('author: Ann Author\n'));
    await mend();
    await press('Save take');
    await gone();
    expect(await bench.readFile(path)).toContain(`## My take\n${TAKE}\n`);
    expect(await bench.readFile(path)).toMatch(/^sensed: /m);
  });

  it('tells that a share could not be recorded, and records it on the next press', async () => {
    const path = 'Quotes/Full share.md';
    await rewrite(path, `${quoteNote('author: Ann Author\n').replace('worth', 'fully worth')}${TAKE}\n`);
    await bench.openNote(path);
    await run('share-quote');
    await bench.page.locator('.sss-composer').waitFor();
    await fail();
    await press('Copy and record');
    await expect.poll(problem).toBe(`It is on your clipboard, but the share history could not be written. The note "${path}" was left as it is: The disk is full.`);
    expect(await bench.readFile(path)).not.toContain('## Shared');
    await mend();
    await press('Copy and record');
    await gone();
    const note = await bench.readFile(path);
    expect(readLedger(note, 'Shared')).toHaveLength(1);
    expect(note).toContain('shared: [community]\n');
  });

  it('keeps the form of a contact and of an interaction', async () => {
    await run('ties-add-contact');
    await modal().getByLabel('Name', { exact: true }).fill('Ole Offline');
    await fail();
    await press('Add');
    await expect.poll(problem).toContain('could not be made: The disk is full.');
    await mend();
    await press('Add');
    await gone();
    await bench.openNote('People/Ole Offline.md');
    await run('ties-log-interaction');
    await modal().getByLabel('What it was').fill('A long call');
    await fail();
    await press('Log');
    await expect.poll(problem).toContain('was left as it is: The disk is full.');
    await mend();
    await press('Log');
    await gone();
    expect(await bench.readFile('People/Ole Offline.md')).toMatch(/## Interactions\n- .* · A long call\n$/);
  });
});

describe.each([['an empty vault', {}], ['a vault of one note', { 'One.md': 'One thought, all alone.\n' }]])('%s', (_, vault) => {
  let small: OpenWorkbench;

  beforeAll(async () => {
    small = await openWorkbench({ vault, built: true });
  });

  afterAll(async () => {
    await small.close();
  });

  it('has a sentence and a next step in every tab, and every command that offers itself runs', async () => {
    for (const note of Object.keys(vault)) await small.openNote(note);
    await small.runCommand(`${PLUGIN}:open-sidebar`);
    for (const [tab, sentence] of [
      ['links', Object.keys(vault).length === 0 ? /Open a note/ : /Nothing (?:unexpected )?turned up|Write a few words/],
      ['sense', /Quotes you capture wait here/],
      ['share', /Quotes appear here once[\s\S]*What you share is listed here/],
      ['ties', /people who give you ideas/],
    ] as const) {
      await small.page.locator(`.sss-tab-button[data-tab=${tab}]`).click();
      await expect.poll(() => small.page.locator(`.sss-tab-${tab}`).textContent(), { timeout: 10_000 }).toMatch(sentence);
    }
    for (const { id } of await commandsOf(small)) {
      if (await isOffered(small, id)) await small.runCommand(id);
      await expect.poll(() => small.page.locator('.sss-spark-looking').count()).toBe(0);
      await closeAll(small);
    }
    await small.writeClipboard('The first quote of all.');
    await small.runCommand(`${PLUGIN}:seek-capture-clipboard`);
    await small.page.getByRole('button', { name: 'Capture', exact: true }).click();
    await expect.poll(() => small.exists('Quotes/The first quote of all.md')).toBe(true);
    expect(small.errors).toEqual([]);
  });
});

/** Template code is dead everywhere; markup, queries and blocks are dead where text is shown. */
function expectNeutral(note: string): void {
  expect(note).not.toMatch(/<%|\{\{/);
  expect(bodyOf(note)).not.toMatch(/(?<!\\)<(?:script|img|iframe|svg)|^> *(?:```|~~~)\w|(?<!\\)`\$?=/m);
}

/** Puts a long text into a field at once; typing or inserting a megabyte takes the browser minutes. */
async function paste(control: Locator, text: string): Promise<void> {
  await control.evaluate((element: HTMLInputElement | HTMLTextAreaElement, pasted) => {
    element.value = pasted;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

/** Writes a note as another plugin would. */
async function rewrite(path: string, text: string): Promise<void> {
  await bench.page.evaluate(async ([name, written]) => {
    const { vault } = window.workbench.app;
    const file = vault.getFileByPath(name);
    const folder = name.slice(0, name.lastIndexOf('/'));
    if (file !== null) return vault.modify(file, written);
    if (vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
    await vault.create(name, written);
  }, [path, text] as const);
  await bench.settle();
}

async function remove(path: string): Promise<void> {
  await bench.page.evaluate(async (name) => {
    const file = window.workbench.app.vault.getFileByPath(name);
    if (file !== null) await window.workbench.app.vault.delete(file);
  }, path);
}

async function showTab(tab: string): Promise<void> {
  await run('open-sidebar');
  await bench.page.locator(`.sss-tab-button[data-tab=${tab}]`).click();
  await bench.page.locator(`.sss-tab-${tab}`).waitFor();
}
