import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES } from '../../src/note';
import { readQuoteNote } from '../../src/seek';
import { TAKE, bench, field, gone, lastNotice, modal, paste, press, problem, remove, rewrite, run, showTab, useBench } from './bad-input';
import { LONG_LINE, MEGABYTE } from './hostile-texts';
import { closeAll, putCursor } from './moves';

useBench();

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
