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
    expect(JSON.parse(await bench.readFile(DATA))).toEqual({ ties: { folder: 'Humans' } });
    expect(await bench.readFile('Templates/Day.md')).toBe('# {{title}}\n');
    const kept = 'Seek Sense Share samples/Somebody I learn from.md';
    await bench.page.evaluate(async (path) => {
      const file = window.workbench.app.vault.getFileByPath(path);
      if (file !== null) await window.workbench.app.vault.append(file, 'My own words.');
    }, kept);
    await bench.runCommand(`${PLUGIN}:open-welcome`);
    await welcome().getByRole('button', { name: 'Take back what was made' }).click();
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain(`therefore left: ${kept}`);
    expect([...(await notesOnDisk(bench, 'Seek Sense Share samples')).keys()]).toEqual([kept]);
    expect(bench.exists('Humans/Contacts.base')).toBe(false);
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
