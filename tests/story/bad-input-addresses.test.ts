import { describe, expect, it } from 'vitest';
import { onOneLine, wellFormed } from '../../src/base';
import { PROPERTY_NAMES } from '../../src/note';
import { readQuoteNote } from '../../src/seek';
import { bench, expectNeutral, field, fire, gone, lastNotice, modal, problem, remove, run, useBench } from './bad-input';
import { HOSTILE, LONG_LINE, MEGABYTE } from './hostile-texts';
import { closeAll, notesOnDisk } from './moves';

useBench();

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
