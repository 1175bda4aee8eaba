import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { closeAll, notesOnDisk, PLUGIN } from './moves';

// The first time: a vault in which nobody has used the plugin before.

const DATA = `.obsidian/plugins/${PLUGIN}/data.json`;

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openWorkbench({ pluginsOff: true, vault: { 'Mine.md': 'A note of mine.\n', 'Templates/Day.md': '# {{title}}\n', '.obsidian/templates.json': '{"folder":"Templates"}' } });
});

afterEach(() => {
  expect(bench.errors).toEqual([]);
});

afterAll(async () => {
  await bench.close();
});

/** Every file and folder of the vault but the app's own. */
const everything = async (): Promise<string[]> => (await readdir(bench.vaultPath, { recursive: true })).filter((name) => !name.startsWith('.')).sort();
const welcome = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-welcome');
const switchOn = (): Promise<void> => bench.page.evaluate((id) => window.workbench.enable(id), PLUGIN);
const offer = (name: string): ReturnType<OpenWorkbench['page']['locator']> => welcome().locator(`[data-offer=${name}]`);

describe('the welcome', () => {
  it('comes when somebody switches the plugin on, and writes nothing when it is left', async () => {
    await switchOn();
    await welcome().waitFor();
    await bench.screenshot('welcome');
    expect(await welcome().locator('input:checked').count()).toBe(0);
    await closeAll(bench);
    expect([...(await notesOnDisk(bench)).keys()]).toEqual(['Mine.md', 'Templates/Day.md']);
    expect(bench.exists(DATA)).toBe(false);
  });

  it('does all that it offers, and takes all of it back', async () => {
    const before = await everything();
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByLabel('Folder for people').fill('My people');
    await welcome().getByLabel('Heading of your take').fill('What I think');
    for (const name of ['samples', 'bases', 'blocks']) await offer(name).check();
    await welcome().getByRole('button', { name: 'Set up' }).click();
    const template = bench.page.locator('.sss-template');
    await template.getByRole('button', { name: 'Insert' }).click();
    await template.waitFor({ state: 'detached' });
    expect(await bench.readFile('Templates/Day.md')).toMatch(/^# \{\{title\}\}\n\n## .+\n\{\{serendipity:spark\}\}\n/);
    expect(JSON.parse(await bench.readFile(DATA))).toEqual({ ties: { folder: 'My people' }, sense: { takeSection: 'What I think' } });
    expect((await everything()).filter((path) => !before.includes(path))).toEqual([
      'My people', ...['Communities', 'Contacts', 'Quotes', 'Shares'].map((name) => expect.stringContaining(`My people/${name}`) as string),
      'Seek Sense Share samples', ...Array.from({ length: 3 }, () => expect.stringMatching(/^Seek Sense Share samples\/.+\.md$/) as string),
    ]);
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByRole('button', { name: 'Take back what was made' }).click();
    await expect.poll(async () => (await bench.notices()).at(-1)).toBe('What the welcome did is taken back. Files that it had made are in the trash.');
    expect(await everything()).toEqual(before);
    expect(await bench.readFile('Templates/Day.md')).toBe('# {{title}}\n');
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    expect([await welcome().getByLabel('Folder for people').inputValue(), await welcome().getByLabel('Heading of your take').inputValue()]).toEqual(['People', 'My take']);
    expect(await welcome().getByRole('button', { name: 'Take back what was made' }).count()).toBe(0);
    await closeAll(bench);
  });

  it('makes what is chosen and nothing else, and takes it back but for what was changed', async () => {
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByLabel('Folder for people').fill('Humans');
    await offer('samples').check();
    await offer('bases').check();
    await welcome().getByRole('button', { name: 'Set up' }).click();
    await welcome().waitFor({ state: 'detached' });
    const made = (await notesOnDisk(bench, 'Seek Sense Share samples')).size;
    expect(made).toBe(3);
    expect(bench.exists('Humans/Contacts.base') && bench.exists('Humans/Shares.base')).toBe(true);
    expect(JSON.parse(await bench.readFile(DATA))).toMatchObject({ ties: { folder: 'Humans' } });
    expect(await bench.readFile('Templates/Day.md')).toBe('# {{title}}\n');
    const kept = 'Seek Sense Share samples/Somebody I learn from.md';
    const changed = 'Humans/Shares.base';
    await bench.page.evaluate(async (paths) => {
      const { vault } = window.workbench.app;
      for (const path of paths) {
        const file = vault.getFileByPath(path);
        if (file !== null) await vault.append(file, '# My own words.\n');
      }
    }, [kept, changed]);
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByRole('button', { name: 'Take back what was made' }).click();
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain(`therefore left: ${kept}, ${changed}, Folder for people: Humans.`);
    expect([...(await notesOnDisk(bench, 'Seek Sense Share samples')).keys()]).toEqual([kept]);
    expect([bench.exists('Humans/Contacts.base'), bench.exists(changed)]).toEqual([false, true]);
    expect(JSON.parse(await bench.readFile(DATA))).toMatchObject({ ties: { folder: 'Humans' } });
  });

  it('leaves a template that was changed since, and a heading that notes use by now', async () => {
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByLabel('Heading of your take').fill('What I think');
    await offer('blocks').check();
    await welcome().getByRole('button', { name: 'Set up' }).click();
    await bench.page.locator('.sss-template').getByRole('button', { name: 'Insert' }).click();
    await bench.page.locator('.sss-template').waitFor({ state: 'detached' });
    const theirs = `${await bench.readFile('Templates/Day.md')}\nMine.\n`;
    await bench.page.evaluate(async (text) => {
      const { vault } = window.workbench.app;
      const file = vault.getFileByPath('Templates/Day.md');
      if (file !== null) await vault.modify(file, text);
      await vault.create('In use.md', '## What I think\nThat it holds.\n');
    }, theirs);
    await bench.settle();
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByRole('button', { name: 'Take back what was made' }).click();
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('therefore left: Templates/Day.md, Heading of your take: What I think.');
    expect(await bench.readFile('Templates/Day.md')).toBe(theirs);
    expect(JSON.parse(await bench.readFile(DATA))).toMatchObject({ sense: { takeSection: 'What I think' } });
  });

  it('says why a file could not be taken back, and goes on with the others', async () => {
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await offer('samples').check();
    await welcome().getByRole('button', { name: 'Set up' }).click();
    await welcome().waitFor({ state: 'detached' });
    const made = [...(await notesOnDisk(bench, 'Seek Sense Share samples')).keys()];
    const held = 'Seek Sense Share samples/Seneca - Men learn while they teach.md';
    await bench.page.evaluate((path) => {
      const { fileManager } = window.workbench.app;
      const trash = fileManager.trashFile.bind(fileManager);
      fileManager.trashFile = (file) => (file.path === path ? Promise.reject(new Error('it is in use')) : trash(file));
    }, held);
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByRole('button', { name: 'Take back what was made' }).click();
    await expect.poll(async () => (await bench.notices()).slice(-2)).toEqual([`The note "${held}" was left as it is: it is in use`, expect.stringContaining(`therefore left: ${held}.`)]);
    expect(made).toHaveLength(3);
    expect([...(await notesOnDisk(bench, 'Seek Sense Share samples')).keys()]).toEqual([held, 'Seek Sense Share samples/Somebody I learn from.md'].sort());
  });

  it('names a field that was left empty, and keeps what was typed', async () => {
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByLabel('Folder for quotes').fill('  ');
    await bench.page.keyboard.press('Control+Enter');
    await expect.poll(() => welcome().locator('.sss-problem').textContent()).toBe('"Folder for quotes" needs a name.');
    await closeAll(bench);
  });

  it('does not come again', async () => {
    await bench.page.evaluate((id) => window.workbench.disable(id), PLUGIN);
    await switchOn();
    await bench.settle();
    expect(await welcome().count()).toBe(0);
  });
});
