import type { Route } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { readLedger } from '../../src/share';
import { TAKE, bench, field, fire, gone, modal, press, problem, quoteNote, rewrite, run, useBench } from './bad-input';
import { notesOnDisk, setSettings } from './moves';

useBench();

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
