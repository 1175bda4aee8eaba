import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/base';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { closeAll } from './moves';

// Notes from templates in a real browser: the host's own core plugins, and what Templater, Periodic Notes and QuickAdd do,
// played by the page. The same engines run 50 times with other delays in tests/practice/template-matrix.test.ts.

const TODAY = dayOf(new Date());
const TEMPLATE = '---\nwaiting: "{{sense:queue:1}}"\n---\n# {{title}}\n\n{{sense:queue:2}}\n\n## Log\n<% x %> {{sense:unknown}}\n';
const QUOTE = '---\ntype: quote\nauthor: Somebody\ncaptured: 2026-10-0N\n---\n> [!quote]\n> Words number N that wait for a take.\n';
const FILLED = /^---\nwaiting: \["\[\[Q1\]\]"\]\n---\n# [^\n]+\n\n- \[\[Q1\]\]\n- \[\[Q2\]\]\n\n## Log\n(?:<% x %>|X) \{\{sense:unknown\}\}\n/;

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openWorkbench({
    vault: {
      'Templates/Day.md': TEMPLATE,
      'Quotes/Q1.md': QUOTE.replaceAll('N', '1'),
      'Quotes/Q2.md': QUOTE.replaceAll('N', '2'),
      'Notes/Old.md': 'What I left: {{sense:queue:1}}\n',
      'Notes/By hand.md': '---\nwaiting: "{{sense:queue:1}}"\n---\nBefore {{sense:queue:2}}, after.\n\n- [ ] {{sense:queue:2}}\n> {{share:ready}}\n\n`{{sense:queue}}` {{title}} {{sense:unknown}}\n',
      '.obsidian/daily-notes.json': '{"folder":"Daily","template":"Templates/Day"}',
      '.obsidian/templates.json': '{"folder":"Templates"}',
    },
  });
});

afterEach(async () => {
  await closeAll(bench);
  expect(await bench.readFile('Templates/Day.md')).toBe(TEMPLATE);
  expect(bench.errors).toEqual([]);
});

afterAll(async () => {
  await bench.close();
});

const text = async (path: string): Promise<string> => {
  await bench.settle();
  return bench.readFile(path);
};

/** Makes a note as plugins do, and opens it. */
const make = (path: string, content: string): Promise<void> =>
  bench.page.evaluate(async ([at, written]) => {
    const { app } = window.workbench;
    const folder = at.slice(0, at.lastIndexOf('/'));
    if (app.vault.getFolderByPath(folder) === null) await app.vault.createFolder(folder);
    await app.workspace.getLeaf().openFile(await app.vault.create(at, written));
  }, [path, content] as const);

describe('a note from a template', () => {
  it('of the core plugin Daily notes is filled, in its text and its properties, once', async () => {
    await bench.runCommand('daily-notes');
    await expect.poll(() => text(`Daily/${TODAY}.md`)).toMatch(FILLED);
    await expect.poll(async () => (await bench.notices()).filter((notice) => notice.includes('{{sense:unknown}}')).length).toBe(1);
    await bench.typeInEditor('x');
    const filled = await text(`Daily/${TODAY}.md`);
    await bench.reload();
    await bench.openNote(`Daily/${TODAY}.md`);
    await bench.settle();
    expect(await bench.readFile(`Daily/${TODAY}.md`)).toBe(filled);
  });

  it('of the core plugin Templates is filled where it was inserted, and nowhere else', async () => {
    await bench.openNote('Notes/Old.md');
    await bench.runCommand('insert-template');
    await expect.poll(() => text('Notes/Old.md')).toContain('- [[Q1]]\n- [[Q2]]\n\n## Log');
    expect(await text('Notes/Old.md')).toContain('What I left: {{sense:queue:1}}');
  });

  it('is filled by hand, once, and says what was done', async () => {
    const FILLED_BY_HAND = '---\nwaiting: ["[[Q1]]"]\n---\nBefore [[Q1]], [[Q2]], after.\n\n- [ ] [[Q1]]\n- [ ] [[Q2]]\n> \n\n`{{sense:queue}}` {{title}} {{sense:unknown}}\n';
    await bench.openNote('Notes/By hand.md');
    await bench.runCommand('seek-sense-share:daily-fill');
    await expect.poll(() => text('Notes/By hand.md')).toBe(FILLED_BY_HAND);
    await expect.poll(async () => (await bench.notices()).slice(-2)).toEqual([expect.stringContaining('{{sense:unknown}}'), '4 tokens were filled.']);
    await bench.runCommand('seek-sense-share:daily-fill');
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('{{sense:unknown}}');
    expect(await text('Notes/By hand.md')).toBe(FILLED_BY_HAND);
  });

  it('of QuickAdd or Unique notes is filled as it is opened', async () => {
    await make('Inbox/202611210930.md', TEMPLATE.replace('{{title}}', 'Unique'));
    await expect.poll(() => text('Inbox/202611210930.md')).toMatch(FILLED);
  });

  it('is filled as well when its tab is opened behind another', async () => {
    await bench.openNote('Notes/Old.md');
    await bench.page.evaluate(async (written) => {
      const { app } = window.workbench;
      await app.workspace.getLeaf('tab').openFile(await app.vault.create('Notes/Behind.md', written), { active: false });
    }, TEMPLATE.replace('{{title}}', 'Behind'));
    await expect.poll(() => text('Notes/Behind.md')).toMatch(FILLED);
    expect(await bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('Notes/Old.md');
  });

  it('of Periodic Notes 1.0, for a week, is filled though its text comes later', async () => {
    await bench.page.evaluate(() => {
      const week = { enabled: true, folder: 'Weekly', format: '', templatePath: 'Templates/Day.md' };
      const store = { subscribe: (tell: (value: unknown) => void) => (tell({ activeCalendarSet: 'A', calendarSets: [{ id: 'A', week }] }), () => undefined) };
      Object.assign(window.workbench.app.plugins.plugins, { 'periodic-notes': { settings: store } });
    });
    await make('Weekly/2026-W47.md', '');
    await bench.page.evaluate(async (content) => {
      const file = window.workbench.app.vault.getFileByPath('Weekly/2026-W47.md');
      if (file !== null) await window.workbench.app.vault.modify(file, content);
    }, TEMPLATE.replace('{{title}}', 'Week'));
    await expect.poll(() => text('Weekly/2026-W47.md')).toMatch(FILLED);
  });

  it('of Templater is filled after it was rewritten, with what a person typed meanwhile', async () => {
    await bench.page.evaluate(() => {
      const templater = { settings: { trigger_on_file_creation: true, templates_folder: 'Templates' }, templater: { files_with_pending_templates: new Set<string>() } };
      const { app } = window.workbench;
      Object.assign(app.plugins.plugins, { 'templater-obsidian': templater });
      const pending = templater.templater.files_with_pending_templates;
      app.vault.on('create', (file: { path: string }) => {
        window.setTimeout(() => {
          void (async () => {
            const note = app.vault.getFileByPath(file.path);
            if (note === null) return;
            pending.add(note.path);
            const before = await app.vault.read(note);
            await new Promise((resolve) => void window.setTimeout(resolve, 600));
            await app.vault.modify(note, before.replace('<% x %>', 'X'));
            app.workspace.trigger('templater:overwrite-file', { file: note, content: '' });
            pending.delete(note.path);
          })();
        }, 300);
      });
    });
    await make('Projects/New.md', TEMPLATE.replace('{{title}}', 'New'));
    await expect.poll(() => bench.editorText()).toContain('X {{sense:unknown}}');
    await bench.page.locator('.cm-content').first().click();
    await bench.page.keyboard.press('Control+End');
    await bench.page.keyboard.type('Typed by hand, {{sense:queue}}');
    await expect.poll(() => text('Projects/New.md'), { timeout: 10_000 }).toMatch(FILLED);
    const note = await text('Projects/New.md');
    expect(note).toContain('Typed by hand');
    expect(note.match(/- \[\[Q1\]\]/g)?.length).toBeGreaterThanOrEqual(1);
  });

  it('that comes by sync is left alone, also when it is opened and changed from outside', async () => {
    const synced = TEMPLATE.replace('{{title}}', 'Synced').replace('<% x %> ', '');
    await bench.writeFile('Notes/Synced.md', synced);
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Notes/Synced.md') !== null)).toBe(true);
    // Templater rewrites it, too, as every new note; long after, somebody looks at it.
    const isOld = (): Promise<boolean> => bench.page.evaluate(() => (window.workbench.app.vault.getFileByPath('Notes/Synced.md')?.stat.mtime ?? Infinity) < Date.now() - 4_000);
    await expect.poll(isOld, { timeout: 15_000 }).toBe(true);
    await bench.openNote('Notes/Synced.md');
    await bench.writeFile('Notes/Synced.md', `${synced}\nMore by sync: {{sense:queue:2}}\n`);
    await expect.poll(() => bench.editorText()).toContain('More by sync');
    // Time enough for a filling that must not come.
    await bench.page.waitForTimeout(1_500);
    expect(await text('Notes/Synced.md')).toBe(`${synced}\nMore by sync: {{sense:queue:2}}\n`);
  });
});

describe('sections for a template', () => {
  it('are put at the end of the chosen template, by keyboard, and not twice', async () => {
    await bench.writeFile('Templates/Second.md', '# Second\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Templates/Second.md') !== null)).toBe(true);
    await bench.runCommand('seek-sense-share:practice-insert-blocks');
    await bench.page.locator('.sss-template select').selectOption('Templates/Second.md');
    await bench.screenshot('template-modal');
    await bench.page.keyboard.press('Control+Enter');
    await bench.page.locator('.sss-template').waitFor({ state: 'detached' });
    expect(await text('Templates/Second.md')).toBe('# Second\n\n## Something unexpected\n{{serendipity:spark}}\n\n## Waiting for a word from me\n{{sense:queue}}\n\n## Somebody might be glad to hear from me\n{{ties:due}}\n');
    await bench.runCommand('seek-sense-share:practice-insert-blocks');
    await bench.page.locator('.sss-template select').selectOption('Templates/Second.md');
    await bench.page.getByRole('button', { name: 'Insert', exact: true }).click();
    await expect.poll(() => bench.page.locator('.sss-template .sss-problem').textContent()).toContain('has these sections already');
    await bench.writeFile('Templates/Second.md', '# Second\n');
  });
});
