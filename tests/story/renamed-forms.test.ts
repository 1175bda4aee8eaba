import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { notesOnDisk, PLUGIN, putCursor, renameNote } from './moves';

// A sync, or another window, renames a note while a window about it stands open: what is typed goes where the note is.

const TYPED = 'On our ward the handover shows it every morning, and nobody can say what it means to those who come next.';
const quoteNote = (name: string, more = ''): string => `---\ntype: quote\ncaptured: 2026-11-01T09:12\n---\n> [!quote] ${name}\n> Keepers of ${name} remember storms because somebody asks them at breakfast.\n\n## My take\n${more}`;
const SHARED = `Words of mine.\n\n## Shared\n- 2026-11-02 team · clipboard\n`;
const AMONG = '# Reading\n\n> [!quote] Harbour\n> Harbours are kept open by those who dredge them in winter.\n';

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openWorkbench({ vault: { 'Quotes/Take.md': quoteNote('Take'), 'Quotes/Tried.md': quoteNote('Tried'), 'Quotes/Back.md': quoteNote('Back', SHARED).replace('type: quote', 'type: quote\nshared: [team]'), 'Quotes/Gate.md': quoteNote('Gate'), 'Reading.md': AMONG } });
  bench.page.setDefaultTimeout(10_000);
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

/** The last field of text in a window: where the words go. */
const fieldIn = (modal: string): Locator => bench.page.locator(`.modal.${modal}`).locator(modal === 'sss-take' ? 'textarea' : 'textarea, input[type=text]').last();

/** Opens a window on a note, types, renames the note, types again, and writes it. */
async function typedAcross(note: string, command: string, field: Locator, at?: string): Promise<string> {
  const renamed = note.replace('.md', ', renamed.md');
  await bench.openNote(note);
  if (at !== undefined) await putCursor(bench, at);
  await bench.runCommand(`${PLUGIN}:${command}`);
  await field.fill('Half');
  await renameNote(bench, note, renamed);
  await field.fill(TYPED);
  await field.press('Control+Enter');
  await field.waitFor({ state: 'detached' });
  return bench.readFile(renamed);
}

it.each([
  ['a take', 'Quotes/Take.md', 'sense-write-take', 'sss-take'],
  ['where it was tried', 'Quotes/Tried.md', 'sense-log-application', 'sss-apply'],
  ['what came back', 'Quotes/Back.md', 'share-log-response', 'sss-response'],
])('%s is written into the note under its new name, and no draft is left under either', async (_, note, command, of) => {
  expect(await typedAcross(note, command, fieldIn(of))).toContain(TYPED);
  expect(bench.exists(note)).toBe(false);
  expect(await bench.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft') && (localStorage.getItem(key) ?? '').includes('Half')))).toEqual([]);
});

it('the take of a quote in another note goes into its own note, and the mark stays at the quote', async () => {
  const renamed = await typedAcross('Reading.md', 'sense-write-take', fieldIn('sss-take'), 'Harbours are kept');
  expect(renamed).toMatch(/dredge them in winter\. \[\[[^\]]+\|❞\]\]/);
  const [path, text] = [...(await notesOnDisk(bench))].find(([, one]) => one.includes('found-in')) ?? ['', ''];
  expect([path, text]).toEqual([expect.stringMatching(/Harbours are kept/), expect.stringContaining(TYPED)]);
  expect(text).toContain('[[Reading, renamed');
});
