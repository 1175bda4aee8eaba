import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/base';
import { bench, field, gone, lastNotice, modal, press, rewrite, run, useBench } from './bad-input';
import { setSettings } from './moves';

// A token that somebody said stays, also where Templater rewrites every new note, and other plugins write whole notes anew.

useBench();

const TOKEN = '{{sense:queue}} is how I would begin each day, before anything else is on the desk of mine.';
/** Milliseconds: far longer than a filling that must not come takes to begin. */
const LONG = 500;
const rewritten = (path: string): Promise<unknown> => bench.page.waitForFunction((at) => (window as unknown as { rewritten: string[] }).rewritten.includes(at), path);
/** Nothing is filled any more, in the editor or on the disk. */
const stays = async (path: string, words: string): Promise<void> => {
  await bench.page.waitForTimeout(LONG);
  expect((await bench.editorText()) ?? '').toContain(words);
  expect(await bench.readFile(path)).toContain(words);
};
const capture = async (text: string): Promise<void> => {
  await bench.writeClipboard('');
  await run('seek-capture-clipboard');
  await field('text').fill(text);
  await field('take').fill(TOKEN);
  await field('take').press('Control+Enter');
  await gone();
};
/** Templater's last word about a note, as after a slow disk or by its command. */
const rewriteAgain = (path: string): Promise<void> => bench.page.evaluate(async (at) => {
  const { app } = window.workbench;
  const note = app.vault.getFileByPath(at);
  if (note === null) return;
  await app.vault.modify(note, `${await app.vault.read(note)}\n`);
  app.workspace.trigger('templater:overwrite-file', { file: note, content: '' });
}, path);

beforeAll(async () => {
  await bench.page.evaluate(() => {
    const { app } = window.workbench;
    const pending = new Set<string>();
    const rewritten: string[] = [];
    Object.assign(window, { rewritten });
    Object.assign(app.plugins.plugins, { 'templater-obsidian': { settings: { trigger_on_file_creation: true }, templater: { files_with_pending_templates: pending } } });
    app.vault.on('create', ({ path }: { path: string }) => {
      window.setTimeout(() => {
        void (async () => {
          const note = app.vault.getFileByPath(path);
          if (note === null) return;
          pending.add(path);
          await app.vault.modify(note, await app.vault.read(note));
          app.workspace.trigger('templater:overwrite-file', { file: note, content: '' });
          pending.delete(path);
          rewritten.push(path);
        })();
      }, 300);
    });
  });
});

describe('a token that somebody said', () => {
  it('stays in a take that was captured, in the note that grew of it, and when tokens are filled by hand', async () => {
    await capture('A quote that comes with a take.');
    const path = `Quotes/${/Captured as "(.+)"\.$/.exec(await lastNotice())?.[1] ?? ''}.md`;
    await bench.openNote(path, 'source');
    await rewritten(path);
    await stays(path, TOKEN);
    await run('sense-take-to-note');
    await bench.page.waitForFunction((before) => window.workbench.app.workspace.getActiveFile()?.path !== before, path);
    const grown = await bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path ?? '');
    await rewritten(grown);
    await stays(grown, TOKEN);
    await bench.openNote(path, 'source');
    await run('daily-fill');
    await expect.poll(lastNotice).toContain('stayed: it stands in what somebody said');
    await stays(path, TOKEN);
  });

  it('stays in the note of the day that was made for it', async () => {
    await setSettings(bench, { seek: { target: 'daily-note', heading: 'Read today' } });
    await capture('A quote of today.');
    const path = `${dayOf(new Date())}.md`;
    await bench.openNote(path, 'source');
    await stays(path, TOKEN);
    await setSettings(bench, {});
  });

  it('stays in the log of a note that was made a moment before', async () => {
    await rewrite('Notes/Page.md', '');
    await bench.openNote('Notes/Page.md', 'source');
    await rewritten('Notes/Page.md');
    await run('sense-log-application');
    await modal().locator('textarea').fill(TOKEN);
    await press('Log it');
    await gone();
    await rewriteAgain('Notes/Page.md');
    await stays('Notes/Page.md', TOKEN);
  });

  it('stays where a note is written anew by another plugin, and a template with the same token comes in', async () => {
    await rewrite('Notes/Start.md', `One.\n\n${TOKEN}\n\nTwo.\n`);
    await bench.openNote('Notes/Start.md', 'source');
    const edit = (how: 'whole' | 'same' | 'template'): Promise<void> => bench.page.evaluate((kind) => {
      const editor = window.workbench.app.workspace.activeEditor?.editor;
      if (kind === 'whole') editor?.setValue(editor.getValue().replace('One', 'First').replace('Two', 'Second'));
      else editor?.replaceRange(kind === 'same' ? '{{sense:queue}}' : 'From a template: {{ties:due}}.\n', { line: 0, ch: 0 });
    }, how);
    await edit('whole');
    await stays('Notes/Start.md', TOKEN);
    await edit('same');
    await stays('Notes/Start.md', TOKEN);
    await edit('template');
    await expect.poll(() => bench.editorText()).toContain('From a template: .');
    expect(await bench.editorText()).toBe(`From a template: .\n{{sense:queue}}First.\n\n${TOKEN}\n\nSecond.\n`);
  });
});
