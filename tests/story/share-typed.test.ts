import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../src/words';
import type { OpenWorkbench } from '../../workbench/driver';
import { closeAll, ledgersOnDisk, openSampleWith, PLUGIN, setSettings } from './moves';

// A note is private from the moment at which it says so: also when the app has not read yet what was typed.

const SENTINEL = 'What was on the clipboard before.';
const OWN = 'Words of my own, and of nobody else: on our ward the handover shows every morning what was written down and not understood.\n';
const QUOTE = '---\ntype: quote\nauthor: Ada Quill\ncaptured: 2026-11-01T09:12\nsensed: 2026-11-02T10:00\n---\n> [!quote] Storms\n> Keepers remember storms because somebody asks them at breakfast.\n\n## My take\nOn our ward the handover shows it every morning: everything is written down, and nobody can say what it means.\n';
const WAYS: readonly (readonly [string, string, string])[] = [
  ['share-note', 'Typed/tag.md', `${OWN}\n#private\n`],
  ['share-note', 'Typed/property.md', `---\nprivate: true\n---\n${OWN}`],
  ['share-quote', 'Typed/quote with a tag.md', `${QUOTE}\n#private\n`],
  ['share-quote', 'Typed/quote with a property.md', QUOTE.replace('---\n', '---\nprivate: true\n')],
];

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openSampleWith(Object.fromEntries(WAYS.map(([id, path]) => [path, id === 'share-quote' ? QUOTE : OWN])));
  bench.page.setDefaultTimeout(10_000);
  await setSettings(bench, {});
  await bench.writeClipboard(SENTINEL);
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe('a note that was made private a moment ago stays', () => {
  it.each(WAYS)('by %s: %s', async (id, path, text) => {
    const ledgers = await ledgersOnDisk(bench);
    await bench.openNote(path);
    await bench.page.waitForFunction((before) => window.workbench.app.workspace.activeEditor?.editor?.getValue() === before, id === 'share-quote' ? QUOTE : OWN);
    const isKnown = await bench.page.evaluate(([command, typed, name]) => {
      const { app } = window.workbench;
      app.workspace.activeEditor?.editor?.setValue(typed);
      window.workbench.runCommand(command);
      return JSON.stringify(app.metadataCache.getCache(name)).includes('private');
    }, [`${PLUGIN}:${id}`, text, path] as const);
    expect(isKnown).toBe(false);
    const composer = bench.page.locator('.sss-composer');
    await composer.locator('.sss-problem').filter({ hasText: words.share.notePrivate }).waitFor();
    expect(await composer.getByRole('button', { name: words.share.copy, exact: true }).isDisabled()).toBe(true);
    await bench.page.keyboard.press('Control+Enter');
    await closeAll(bench);
    expect(await bench.readClipboard()).toBe(SENTINEL);
    expect(await ledgersOnDisk(bench)).toEqual(ledgers);
  });
});
