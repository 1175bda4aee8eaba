import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyVault, openWorkbench, type OpenOptions, type OpenWorkbench } from '../../workbench/driver';

// What several stories do with the workbench: moves of a hand, and looks at the disk.

export const PLUGIN = 'seek-sense-share';
const SAMPLE = fileURLToPath(new URL('../../sample-vault', import.meta.url));

/** The sample vault with some notes more, opened. The copy goes with `close`. */
export async function openSampleWith(notes: Readonly<Record<string, string>>, options: OpenOptions = {}): Promise<OpenWorkbench> {
  const copy = await copyVault(SAMPLE);
  for (const [name, text] of Object.entries(notes)) {
    await mkdir(path.dirname(path.join(copy.path, name)), { recursive: true });
    await writeFile(path.join(copy.path, name), text);
  }
  const bench = await openWorkbench({ ...options, vaultInPlace: copy.path });
  return {
    ...bench,
    async close() {
      await bench.close();
      await copy.remove();
    },
  };
}

/** Stores settings as a synced data.json would bring them, and lets the plugin take them in. */
export async function setSettings(bench: OpenWorkbench, settings: Readonly<Record<string, object>>): Promise<void> {
  await bench.page.evaluate(async ([id, stored]) => {
    const plugin = window.workbench.app.plugins.getPlugin(id);
    if (plugin === null) throw new Error('The plugin is not loaded.');
    await plugin.saveData(stored);
    await plugin.onExternalSettingsChange?.();
  }, [PLUGIN, settings] as const);
}

/** The plugin's commands, by their full ids, in the order of their ids. */
export async function commandsOf(bench: OpenWorkbench): Promise<{ id: string; name: string }[]> {
  const all = await bench.page.evaluate(() => window.workbench.commands());
  return all.filter(({ id }) => id.startsWith(`${PLUGIN}:`)).sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Whether a command offers itself now, as the palette asks. */
export async function isOffered(bench: OpenWorkbench, id: string): Promise<boolean> {
  return bench.page.evaluate((wanted) => window.workbench.app.commands.listCommands().some((command) => command.id === wanted), id);
}

/** Puts the cursor behind the first place of these words in the open note. */
export async function putCursor(bench: OpenWorkbench, words: string): Promise<void> {
  await waitForWords(bench, words);
  await bench.page.evaluate((wanted) => {
    const editor = window.workbench.app.workspace.activeEditor?.editor;
    editor?.setCursor(editor.offsetToPos(editor.getValue().indexOf(wanted) + wanted.length));
  }, words);
}

/** Selects the first place of these words in the open note. */
export async function selectWords(bench: OpenWorkbench, words: string): Promise<void> {
  await waitForWords(bench, words);
  await bench.page.evaluate((wanted) => {
    const editor = window.workbench.app.workspace.activeEditor?.editor;
    const at = editor?.getValue().indexOf(wanted) ?? 0;
    editor?.setSelection(editor.offsetToPos(at), editor.offsetToPos(at + wanted.length));
  }, words);
}

// What a test wrote to the disk a moment ago may still be on its way into the editor.
async function waitForWords(bench: OpenWorkbench, words: string): Promise<void> {
  const stands = (wanted: string): boolean => window.workbench.app.workspace.activeEditor?.editor?.getValue().includes(wanted) === true;
  await bench.page.waitForFunction(stands, words, { timeout: 5_000 });
}

/** Closes every dialog, menu and list of suggestions with Escape. */
export async function closeAll(bench: OpenWorkbench): Promise<void> {
  const open = bench.page.locator('.modal-container, body > .menu, .suggestion-container');
  for (let presses = 0; presses < 50; presses++) {
    if ((await open.count()) === 0) return;
    await bench.page.keyboard.press('Escape');
  }
  throw new Error(`This does not close with Escape: ${await open.last().innerHTML()}`);
}

/** Opens the menu of a note in the list of files; gives the titles of its entries. */
export async function openFileMenu(bench: OpenWorkbench, notePath: string): Promise<string[]> {
  await bench.page.evaluate((wanted) => {
    const title = [...document.querySelectorAll<HTMLElement>('.nav-file-title')].find((one) => one.dataset['path'] === wanted);
    if (title === undefined) throw new Error(`"${wanted}" is not in the list of files.`);
    title.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 80, clientY: 80 }));
  }, notePath);
  return bench.page.locator('body > .menu .menu-item-title').allTextContents();
}

/** Opens the menu of the active editor, as a right click at its cursor does; gives the titles of its entries. */
export async function openEditorMenu(bench: OpenWorkbench): Promise<string[]> {
  await bench.page.evaluate(() => {
    const view = window.workbench.app.workspace.activeEditor as unknown as { showEditorMenu(event: MouseEvent): boolean } | null;
    view?.showEditorMenu(new MouseEvent('contextmenu', { clientX: 400, clientY: 200, cancelable: true }));
  });
  return bench.page.locator('body > .menu .menu-item-title').allTextContents();
}

/** Chooses an entry of the open menu. */
export async function chooseInMenu(bench: OpenWorkbench, title: string): Promise<void> {
  await bench.page.evaluate((wanted) => {
    const entry = [...document.querySelectorAll<HTMLElement>('body > .menu .menu-item')].find((one) => one.querySelector('.menu-item-title')?.textContent === wanted);
    if (entry === undefined) throw new Error(`The menu has no entry "${wanted}".`);
    entry.click();
  }, title);
}

/** All Markdown notes on the disk with their texts. */
export async function notesOnDisk(bench: OpenWorkbench, under = ''): Promise<Map<string, string>> {
  const names = await readdir(path.join(bench.vaultPath, under), { recursive: true });
  const paths = names.filter((name) => name.endsWith('.md')).map((name) => path.posix.join(under, name.split(path.sep).join('/'))).sort();
  return new Map(await Promise.all(paths.map(async (name) => [name, await readFile(path.join(bench.vaultPath, name), 'utf8')] as const)));
}

/** Every ledger line and every `shared` property on the disk, each with its note. */
export async function ledgersOnDisk(bench: OpenWorkbench): Promise<string[]> {
  const found = /^(?:- \d{4}-\d\d-\d\d (?:team|community|network)\b.*|shared:.*)$/gm;
  return [...(await notesOnDisk(bench))].flatMap(([name, text]) => (text.match(found) ?? []).map((line) => `${name}: ${line}`));
}

/** Gives a note another name or place, as the app does: links follow. */
export async function renameNote(bench: OpenWorkbench, from: string, to: string): Promise<void> {
  await bench.page.evaluate(async ([old, fresh]) => {
    const { app } = window.workbench;
    const file = app.vault.getFileByPath(old);
    if (file === null) throw new Error(`There is no note "${old}".`);
    await app.fileManager.renameFile(file, fresh);
  }, [from, to] as const);
}

/** Shows the Ties tab, and waits until it lists somebody. */
export async function showTiesTab(bench: OpenWorkbench): Promise<void> {
  await bench.runCommand(`${PLUGIN}:open-sidebar`);
  await bench.page.locator('[data-tab=ties]').click();
  await bench.page.locator('.sss-tab-ties .sss-row').first().waitFor();
}

/** Chooses a file of contacts to be imported. */
export async function chooseContactsFile(bench: OpenWorkbench, name: string, text: string): Promise<void> {
  const chooser = bench.page.waitForEvent('filechooser');
  await bench.runCommand(`${PLUGIN}:ties-import`);
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}
