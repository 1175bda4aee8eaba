import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onOneLine, wellFormed } from '../../src/base';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { readQuoteNote } from '../../src/seek';
import { takeIn } from '../../src/sense';
import { readLedger } from '../../src/share';
import { TAKE, bench, field, gone, lastNotice, modal, press, problem, quoteNote, rewrite, run, useBench } from './bad-input';
import { HOSTILE } from './hostile-texts';
import { closeAll, notesOnDisk } from './moves';

useBench();

/** Milliseconds: far longer than a filling that must not come takes to begin. */
const LONG = 700;

/** The take in the note begins with what was typed; a heading or line that follows it in the note may stand below. */
function expectTake(note: string, typed: string): void {
  const text = wellFormed(typed).trim();
  expect(takeIn(note, 'My take').slice(0, text.length)).toBe(text);
}

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
    expectTake(note, text);
    await bench.openNote(`Quotes/${path}.md`, 'preview');
    await bench.openNote(`Quotes/${path}.md`, 'source');
    await run('sense-write-take');
    await bench.page.locator('.sss-take-quote').waitFor();
    expect(await bench.page.locator('.sss-take-quote').locator('script, iframe, svg[onload], img[onerror], [href^="javascript:"]').count()).toBe(0);
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

  it.each(Object.entries(HOSTILE))('writes %s as it was typed, and keeps the rest of the note', async (_, text) => {
    const before = `${quoteNote('author: Ann Author\ncaptured: 2026-11-01T09:12\n').trimEnd()}\n\n## Later\nMy own section.\n`;
    await rewrite(path, before);
    await open();
    await modal().locator('textarea').fill(text);
    await modal().locator('textarea').press('Control+Enter');
    await gone();
    const note = await bench.readFile(path);
    expectTake(note, text);
    expect(note).toMatch(/\n\n## Later\nMy own section\.\n$/);
    expect(readQuoteNote(note, PROPERTY_NAMES)).toMatchObject({ ok: true, value: { text: 'Some words worth keeping.', author: 'Ann Author' } });
    await bench.openNote(path, 'preview');
  });
});

describe('a token that somebody typed', () => {
  const TOKEN = '{{sense:queue}} is how I would begin each day.';

  it('stays a word of the take, in the note that is open', async () => {
    const path = 'Quotes/Plain.md';
    await rewrite(path, quoteNote('author: Ann Author\ncaptured: 2026-11-01T09:12\n'));
    await bench.openNote(path, 'source');
    await run('sense-write-take');
    await modal().locator('textarea').fill(TOKEN);
    await press('Save take');
    await gone();
    await bench.page.waitForTimeout(LONG);
    expectTake(await bench.readFile(path), TOKEN);
    // A filling would stand in the editor first.
    expectTake((await bench.editorText()) ?? '', TOKEN);
  });

  it('stays a word of a new note that is opened at once', async () => {
    await bench.writeClipboard('');
    await run('seek-capture-clipboard');
    await field('text').fill('A quote that comes with a take.');
    await field('take').fill(TOKEN);
    await field('take').press('Control+Enter');
    await gone();
    const path = `Quotes/${/Captured as "(.+)"\.$/.exec(await lastNotice())?.[1] ?? ''}.md`;
    await bench.openNote(path, 'source');
    await bench.page.waitForTimeout(LONG);
    expectTake(await bench.readFile(path), TOKEN);
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
