import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { bodyOf } from '../../src/note';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { TRAP } from './hostile-texts';
import { closeAll, PLUGIN } from './moves';

// Whatever is typed, pasted, linked to or found on the disk: a clear sentence, nothing lost, nothing half-written, and
// text from outside stays text. The tests of this are in several files; this is what they share.

export const TAKE = 'Our handover folder proves this every single morning: everything is written down, and nobody can say what it means.';

/** A quote note with these properties. */
export const quoteNote = (properties: string, body = '> [!quote] Title\n> Some words worth keeping.\n> — Ann Author\n\n## My take\n'): string => `---\ntype: quote\n${properties}---\n${body}`;

/** The workbench of the file at hand: there from the first test to the last. */
export let bench: OpenWorkbench;

export const modal = (): Locator => bench.page.locator('.modal').last();
export const problem = (): Promise<string | null> => modal().locator('.sss-problem').textContent();
export const field = (name: string): Locator => modal().locator(`.sss-capture-${name}`).locator('input, textarea');
export const press = (name: string): Promise<void> => modal().getByRole('button', { name, exact: true }).click();
export const run = (id: string): Promise<void> => bench.runCommand(`${PLUGIN}:${id}`);
export const fire = (parameters: Record<string, string>): Promise<unknown> => bench.page.evaluate(([id, told]) => window.workbench.fireProtocol(id, told), [PLUGIN, parameters] as const);
export const lastNotice = async (): Promise<string> => (await bench.notices()).at(-1) ?? '';
export const gone = (): Promise<void> => modal().waitFor({ state: 'detached' });

/** Opens the workbench before a file's tests; after each, nothing of the hostile texts has come to life and nothing was thrown. */
export function useBench(): void {
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
}

/** Template code is dead everywhere; markup, queries and blocks are dead where text is shown. */
export function expectNeutral(note: string): void {
  expect(note).not.toMatch(/<%|\{\{/);
  expect(bodyOf(note)).not.toMatch(/(?<!\\)<(?:script|img|iframe|svg)|^> *(?:```|~~~)\w|(?<!\\)`\$?=/m);
}

/** Puts a long text into a field at once; typing or inserting a megabyte takes the browser minutes. */
export async function paste(control: Locator, text: string): Promise<void> {
  await control.evaluate((element: HTMLInputElement | HTMLTextAreaElement, pasted) => {
    element.value = pasted;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

/** Writes a note as another plugin would; the editor that shows it has taken it in when this is done. */
export async function rewrite(path: string, text: string): Promise<void> {
  await bench.page.evaluate(async ([name, written]) => {
    const { vault } = window.workbench.app;
    const file = vault.getFileByPath(name);
    const folder = name.slice(0, name.lastIndexOf('/'));
    if (file !== null) return vault.modify(file, written);
    if (vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
    await vault.create(name, written);
  }, [path, text] as const);
  const shown = (): Promise<string> => bench.page.evaluate(([name, written]) => {
    const open = window.workbench.app.workspace.activeEditor;
    return open?.file?.path === name ? (open.editor?.getValue() ?? written) : written;
  }, [path, text] as const);
  await expect.poll(shown, { timeout: 20_000 }).toBe(text);
  await bench.settle();
}

/** Deletes a note as a person would. */
export async function remove(path: string): Promise<void> {
  await bench.page.evaluate(async (name) => {
    const file = window.workbench.app.vault.getFileByPath(name);
    if (file !== null) await window.workbench.app.vault.delete(file);
  }, path);
}

/** Opens the sidebar at a tab. */
export async function showTab(tab: string): Promise<void> {
  await run('open-sidebar');
  // Not with the mouse: a notice may still lie over the buttons.
  await bench.page.locator(`.sss-tab-button[data-tab=${tab}]`).dispatchEvent('click');
  await bench.page.locator(`.sss-tab-${tab}`).waitFor();
}
