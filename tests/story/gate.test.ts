import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/base';
import { BLOCK_KINDS } from '../../src/practice';
import { nameOf } from '../../src/note';
import type { OpenWorkbench } from '../../workbench/driver';
import { CARRIERS, QUOTED, READY_WORDS, SENSED, TAKE, UNSENSED } from './gate-states';
import { chooseInMenu, closeAll, commandsOf, isOffered, ledgersOnDisk, openEditorMenu, openFileMenu, openSampleWith, PLUGIN, putCursor, setSettings } from './moves';

// "Without the sense-making all you do is making noise": every way out is tried on every quote that has no take.

const SENTINEL = 'What was on the clipboard before.';
const TODAY = dayOf(new Date());
const READY = 'Gate/ready.md';
/** Commands that only open lists, people or links; every other one, also one that is added later, is tried on every note. */
const ELSEWHERE = /:(?:ties-|serendipity-|practice-|open-(?:sidebar|welcome)$|share-open-ledger$|share-search-history$|share-take-in-commons$|seek-capture-clipboard$|sense-take-to-note$)/;
/** An entry that makes a new note, tried by itself. */
const MAKES_A_NOTE = 'Make a note of your take';

const states = { ...UNSENSED, ...CARRIERS };
/** In ms: what came of a try is there by then, or comes up in the next one. */
const PATIENCE = 100;
const paths = Object.keys(states).map((name) => `Gate/${name}.md`);

let bench: OpenWorkbench;
let ledgers: string[];

beforeAll(async () => {
  const notes = Object.fromEntries(Object.entries(states).map(([name, text]) => [`Gate/${name}.md`, text]));
  bench = await openSampleWith({ ...notes, [READY]: SENSED });
});

beforeEach(async () => {
  bench.errors.length = 0;
  await setSettings(bench, {});
  await bench.writeClipboard(SENTINEL);
  ledgers = await ledgersOnDisk(bench);
});

afterAll(async () => {
  await bench.close();
});

afterEach(async () => {
  await closeAll(bench);
  expect(await bench.readClipboard()).toBe(SENTINEL);
  expect(await ledgersOnDisk(bench)).toEqual(ledgers);
  expect(bench.errors).toEqual([]);
});

describe('the commands', () => {
  it('have the ids and names that users, hotkeys and scripts rely on', async () => {
    const approved = await readFile(new URL('../command-ids.approved.txt', import.meta.url), 'utf8');
    const lines = (await commandsOf(bench)).map(({ id, name }) => `${id.slice(PLUGIN.length + 1)}\t${name.replace(/^.*?: (?=Seek:|Sense:|Share:|Ties:|Serendipity:|Daily note:|Practice:|Open sidebar|Open welcome)/, '')}`);
    expect(`${lines.join('\n')}\n`).toBe(approved);
  });
});

describe('nothing leaves, by any command, menu or address', () => {
  it.each(paths)('%s', async (path) => {
    for (const mode of ['source', 'preview'] as const) {
      await openAt(path, mode);
      for (const { id } of await commandsOf(bench)) {
        if (ELSEWHERE.test(id) || (mode === 'preview' && !/share|take/.test(id)) || !(await isOffered(bench, id))) continue;
        await tryWay(() => bench.runCommand(id), `${id} in ${mode} mode`);
        if ((await activePath()) !== path) await openAt(path, mode);
      }
    }
    for (const open of [() => openFileMenu(bench, path), () => openEditorMenu(bench)]) {
      await openAt(path, 'source');
      for (const title of (await open()).filter((entry) => /share|take/i.test(entry) && entry !== MAKES_A_NOTE)) {
        await tryWay(async () => {
          await open();
          await chooseInMenu(bench, title);
        }, `menu entry "${title}"`);
        await openAt(path, 'source');
      }
      await closeAll(bench);
    }
    for (const parameters of hostileAddresses(path)) {
      await tryWay(() => bench.page.evaluate(([id, told]) => window.workbench.fireProtocol(id, told), [PLUGIN, parameters] as const), JSON.stringify(parameters));
    }
  });
});

describe('nothing leaves', () => {
  it('by the commands about links, people and lists', async () => {
    for (const { id } of await commandsOf(bench)) {
      await openAt('Gate/no take.md', 'source');
      if (id.endsWith('serendipity-rebuild') || !ELSEWHERE.test(id) || !(await isOffered(bench, id))) continue;
      await tryWay(() => bench.runCommand(id), id);
    }
  });

  it('by the Share tab: it lists what has a take, and asks again when one is chosen', async () => {
    const listed = await readyRows();
    expect(listed.some((row) => row.startsWith(READY_WORDS.slice(0, 60)))).toBe(true);
    const other = await bench.readFile('Gate/ready.md');
    await openAt('Gate/only quotes.md', 'source');
    // The take goes; the row is chosen before the tab can know of it.
    await tryWay(async () => {
      await bench.page.evaluate(async (words) => {
        const file = window.workbench.app.vault.getFileByPath('Gate/ready.md');
        if (file === null) throw new Error('The note is gone.');
        await window.workbench.app.vault.process(file, (text) => text.slice(0, text.indexOf('## My take')));
        const row = [...document.querySelectorAll<HTMLElement>('.sss-tab-share .sss-row-main')].find((one) => one.textContent?.startsWith(words));
        if (row === undefined) throw new Error('The quote is not listed.');
        row.click();
      }, READY_WORDS.slice(0, 60));
      await bench.page.locator('.sss-take').waitFor();
    }, 'a row that is out of date');
    await expect.poll(readyRows).not.toContain(expect.stringContaining(READY_WORDS.slice(0, 60)));
    await bench.writeFile('Gate/ready.md', other);
    await expect.poll(async () => (await readyRows()).some((row) => row.startsWith(READY_WORDS.slice(0, 60)))).toBe(true);
  });

  it('by a note that was made of the take on a private quote', async () => {
    const path = 'Gate/private with a take.md';
    const before = await bench.readFile(path);
    await openAt(path, 'source');
    await openFileMenu(bench, path);
    await chooseInMenu(bench, MAKES_A_NOTE);
    await expect.poll(activePath).not.toBe(path);
    expect(await bench.editorText()).toContain(TAKE);
    await tryWay(() => bench.runCommand(`${PLUGIN}:share-note`), 'the note that was made');
    await bench.writeFile(path, before);
  });

  it('by a live block: it lists, opens, and says what is not allowed', async () => {
    // One block of every kind there is.
    const others = Object.entries(BLOCK_KINDS).flatMap(([kind, options]) => (kind === 'queue' ? [] : [`show: ${kind}${options.some((option) => option === 'limit') ? '\nlimit: 2' : ''}`]));
    const blocks = ['show: queue\nlimit: 50\nfolder: Gate', ...others, 'show: share', 'show: queue\nshare: yes', 'share: Gate/no take.md'];
    await bench.writeFile('Gate/blocks.md', blocks.map((block) => `\`\`\`seek-sense-share\n${block}\n\`\`\`\n`).join('\n'));
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Gate/blocks.md') !== null)).toBe(true);
    await bench.openNote('Gate/blocks.md', 'preview');
    const links = bench.page.locator('.markdown-reading-view .sss-block a');
    await expect.poll(() => links.count()).toBeGreaterThan(5);
    expect(await bench.page.locator('.markdown-reading-view .sss-block-problem').count()).toBe(3);
    expect(await bench.page.locator('.markdown-reading-view .sss-block button').count()).toBe(0);
    const titles = await links.allTextContents();
    for (const [at, title] of titles.entries()) {
      await tryWay(async () => {
        await bench.openNote('Gate/blocks.md', 'preview');
        await links.nth(at).evaluate((link: HTMLElement) => link.click());
      }, `live block, "${title}"`);
    }
    expect(titles).toEqual(expect.arrayContaining(['no take', 'private', 'sensed typed by hand']));
  });

  it('by the script interface or the command line', async () => {
    const members = await bench.page.evaluate((id) => {
      const plugin = window.workbench.app.plugins.getPlugin(id) as unknown as Record<string, unknown> | null;
      if (plugin === null) return null;
      const api = plugin['api'];
      const own = Object.getOwnPropertyNames(Object.getPrototypeOf(plugin) as object);
      const offered = typeof api === 'object' && api !== null ? [...Object.getOwnPropertyNames(api), ...Object.getOwnPropertyNames(Object.getPrototypeOf(api) as object)] : [];
      return { own, offered, fields: Object.keys(plugin), lines: [...window.workbench.app.cliHandlers.keys()] };
    }, PLUGIN);
    const sharing = /shar(?:e|ing)|send|publish|post|copy|gate|override|compose/i;
    expect(members?.own.sort()).toEqual(['constructor', 'onExternalSettingsChange', 'onUserEnable', 'onload']);
    expect([...(members?.offered ?? []), ...(members?.fields ?? [])].filter((name) => sharing.test(name))).toEqual([]);
    for (const path of paths) {
      const lines = members?.lines ?? [];
      let said: string[] = [];
      await tryWay(async () => (said = await bench.page.evaluate(async ([commands, told]) => {
        const answers: string[] = [];
        for (const command of commands) answers.push(await window.workbench.runCli(command, { path: told }));
        return answers;
      }, [lines, path] as const)), `command lines on ${path}`);
      // Only what passes the gate can be looked at as it would leave; a quote without a take never.
      const preview = said[lines.findIndex((line) => line.endsWith(':share-preview'))] ?? '';
      expect(JSON.parse(preview), path).toEqual({ error: expect.any(String) as string });
      expect(preview.includes(QUOTED), path).toBe(false);
    }
    const preview = await bench.page.evaluate((path) => window.workbench.runCli('seek-sense-share:share-preview', { path }), READY);
    expect(JSON.parse(preview)).toMatchObject({ text: expect.stringContaining(TAKE) as string });
    const calls = ['capture', 'queue', 'related', 'spark', 'ties', 'practice', 'daily'] as const;
    for (const path of paths) {
      await tryWay(() => bench.page.evaluate(async ([id, names, told]) => {
        const { api } = window.workbench.app.plugins.getPlugin(id) as unknown as { api: Record<string, unknown> };
        for (const name of names) {
          const way = api[name];
          const ways = typeof way === 'function' ? [way] : Object.values(way as object);
          for (const run of ways) await (run as (told: unknown) => Promise<unknown>)(name === 'capture' ? { text: told } : name === 'ties' || name === 'practice' ? undefined : told).catch(() => undefined);
        }
      }, [PLUGIN, calls, path] as const), `the script interface on ${path}`);
      await closeAll(bench);
    }
  });

  it('by dragging: a link goes, the words stay', async () => {
    await bench.openNote('Notes/Bees/A swarm decides by dancing.md');
    await bench.runCommand(`${PLUGIN}:serendipity-show`);
    await bench.page.locator('.sss-tab-links .sss-link').first().waitFor({ timeout: 20_000 });
    const links = await dragged('.sss-tab-links [draggable=true]');
    expect(links.length).toBeGreaterThan(0);
    for (const data of links) expect(data).toMatch(/^\[\[[^\n]+\]\]$/);
    for (const tab of ['sense', 'share', 'ties']) {
      await bench.page.locator(`.sss-tab-button[data-tab=${tab}]`).click();
      expect(await dragged('.sss-sidebar [draggable=true]')).toEqual([]);
    }
  });

  it('by dragging from beside or within a note of any state', async () => {
    // What was opened lately rests otherwise, and all of these notes were.
    await setSettings(bench, { serendipity: { restDays: 0 } });
    await bench.runCommand(`${PLUGIN}:serendipity-show`);
    const card = bench.page.locator('.sss-tab-links .sss-link');
    const targets = new Set<string>();
    for (const path of [...paths, READY]) {
      await bench.openNote(path, 'preview');
      // The cards of the note before go, and its own ones come, with its name.
      await bench.page.locator('.sss-tab-links', { hasText: `For "${nameOf(path)}"` }).waitFor();
      await expect.poll(async () => (await card.count()) + (await bench.page.locator('.sss-tab-links .sss-empty').count()), { interval: 20 }).toBeGreaterThan(0);
      const links = await dragged('.sss-sidebar [draggable=true], .markdown-reading-view [draggable=true]');
      expect(links.length, path).toBeGreaterThan(0);
      for (const data of links) {
        expect(data, path).toMatch(/^\[\[[^\n]+\]\]$/);
        targets.add(data);
      }
    }
    // Notes out of which nothing may leave are among those whose links are dragged.
    expect(paths.filter((path) => targets.has(`[[${nameOf(path)}]]`)).length).toBeGreaterThan(5);
    await setSettings(bench, {});
  });
});

describe('with the override switched on', () => {
  const path = 'Gate/no take.md';
  const gate = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-gate');
  const override = (): Promise<void> => gate().getByRole('button', { name: 'Share without a take' }).click();

  const openGate = async (of: string): Promise<void> => {
    await setSettings(bench, { sense: { mayOverride: true } });
    await openAt(of, 'source');
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await gate().waitFor();
  };

  it('the gate asks for a reason, and an empty one is refused', async () => {
    await openGate(path);
    expect(await gate().locator('p').first().textContent()).toContain('no take of your own');
    for (const reason of ['', '   ', '\u200B\u200B', '…', '\u202E\u2066']) {
      await gate().locator('input').fill(reason);
      await override();
      expect(await gate().locator('.sss-problem').textContent()).toContain('Say in a few words why');
      expect(await bench.page.locator('.sss-composer').count()).toBe(0);
    }
  });

  it('writes the reason into the ledger', async () => {
    await openGate(path);
    await gate().locator('input').fill('  The ward asked · for the wording  itself ');
    await override();
    await bench.page.locator('.sss-composer').waitFor();
    await bench.page.getByRole('button', { name: 'Copy and record' }).click();
    await bench.page.locator('.sss-composer').waitFor({ state: 'detached' });
    const note = await bench.readFile(path);
    expect(note).toContain(`## Shared\n- ${TODAY} community · clipboard · without a take: The ward asked, for the wording itself\n`);
    expect(note).toContain('shared: [community]\n');
    expect(await bench.readClipboard()).toContain(QUOTED);
    await bench.writeClipboard(SENTINEL);
    ledgers = await ledgersOnDisk(bench);
  });

  it('does not open a way for what is no quote note or cannot be read', async () => {
    await setSettings(bench, { sense: { mayOverride: true } });
    for (const name of ['broken properties', 'private with broken properties', 'only quotes', 'highlights']) {
      await openAt(`Gate/${name}.md`, 'source');
      for (const id of ['share-note', 'share-quote']) {
        if (!(await isOffered(bench, `${PLUGIN}:${id}`)) || (id === 'share-quote' && name in CARRIERS)) continue;
        await tryWay(() => bench.runCommand(`${PLUGIN}:${id}`), `${id} on ${name}`);
      }
    }
  });

  it('is closed again once it is switched off, also for a gate that stands open', async () => {
    await openGate('Gate/too short.md');
    await setSettings(bench, {});
    await gate().locator('input').fill('A good reason');
    await override();
    expect(await gate().locator('.sss-problem').textContent()).toBe('Sharing without a take is switched off in the settings.');
  });
});

describe('with a gate that is less strict', () => {
  const gate = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-gate');
  const shareFrom = async (path: string, strictness: string): Promise<void> => {
    await setSettings(bench, { sense: { strictness } });
    await openAt(path, 'source');
    await bench.runCommand(`${PLUGIN}:share-quote`);
  };
  const copied = async (): Promise<string> => {
    await bench.page.locator('.sss-composer').waitFor();
    await bench.page.getByRole('button', { name: 'Copy and record' }).click();
    await bench.page.locator('.sss-composer').waitFor({ state: 'detached' });
    const left = await bench.readClipboard();
    await bench.writeClipboard(SENTINEL);
    ledgers = await ledgersOnDisk(bench);
    return left;
  };

  it('a nudge says what is missing, and a pass is recorded', async () => {
    await shareFrom('Gate/too short.md', 'nudge');
    await gate().waitFor();
    expect(await gate().locator('p').first().textContent()).toMatch(/5 of the 12 own words/);
    expect(await bench.page.locator('.sss-composer').count()).toBe(0);
    await gate().getByRole('button', { name: 'Share as it is' }).click();
    expect(await copied()).toContain('So very true, I think.');
    expect(await bench.readFile('Gate/too short.md')).toContain(`- ${TODAY} community · clipboard · without a take: 5 of 12 own words\n`);
  });

  it('a nudge does not pass by itself, nor after it was taken back', async () => {
    await shareFrom('Gate/code only.md', 'nudge');
    await gate().waitFor();
    await closeAll(bench);
    await shareFrom('Gate/code only.md', 'nudge');
    await gate().waitFor();
    await setSettings(bench, {});
    await gate().getByRole('button', { name: 'Share as it is' }).click();
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('The gate asks for a take.');
    expect(await bench.page.locator('.sss-composer').count()).toBe(0);
  });

  it('a gate that is off lets pass, and that is recorded', async () => {
    await shareFrom('Gate/links only.md', 'off');
    await copied();
    expect(await bench.readFile('Gate/links only.md')).toContain(`- ${TODAY} community · clipboard · without a take: the gate is off\n`);
  });

  it('no strictness opens a way for what is private, unreadable, or holds other people\'s words only', async () => {
    for (const strictness of ['nudge', 'off']) {
      for (const name of ['private', 'private with a take', 'broken properties', 'only quotes', 'highlights']) {
        await setSettings(bench, { sense: { strictness } });
        await openAt(`Gate/${name}.md`, 'source');
        for (const id of ['share-note', 'share-quote']) {
          if (!(await isOffered(bench, `${PLUGIN}:${id}`)) || (id === 'share-quote' && name in CARRIERS)) continue;
          await tryWay(() => bench.runCommand(`${PLUGIN}:${id}`), `${id} on ${name}, ${strictness}`);
        }
        await closeAll(bench);
      }
    }
  });
});

describe('the right way passes', () => {
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    'share-quote': () => bench.runCommand(`${PLUGIN}:share-quote`),
    'share-note, which knows a quote note': () => bench.runCommand(`${PLUGIN}:share-note`),
    'the menu of the list of files': async () => {
      await openFileMenu(bench, READY);
      await chooseInMenu(bench, 'Share this note');
    },
    'the menu of the editor': async () => {
      await openEditorMenu(bench);
      await chooseInMenu(bench, 'Reshare quote');
    },
    'the Share tab': async () => {
      await readyRows();
      await bench.page.locator('.sss-tab-share .sss-row-main', { hasText: READY_WORDS.slice(0, 60) }).click();
    },
  };

  it.each(Object.keys(ways))('by %s', async (name) => {
    await bench.writeFile(READY, SENSED);
    await expect.poll(() => bench.page.evaluate((path) => window.workbench.app.vault.getFileByPath(path)?.stat.size, READY)).toBe(Buffer.byteLength(SENSED));
    await openAt(READY, 'source');
    await expect.poll(() => bench.editorText()).toBe(SENSED);
    await pressOn(ways[name] ?? (() => Promise.resolve()));
    await expect.poll(() => bench.readClipboard()).toContain(TAKE);
    await expect.poll(() => bench.readFile(READY)).toContain(`## Shared\n- ${TODAY} community · clipboard\n`);
    await bench.writeClipboard(SENTINEL);
    ledgers = await ledgersOnDisk(bench);
  });
});

async function openAt(path: string, mode: 'source' | 'preview', tries = 3): Promise<void> {
  await bench.openNote(path, mode);
  if (mode !== 'source') return;
  try {
    await putCursor(bench, textOf(path).includes(QUOTED) ? QUOTED.slice(0, 20) : '');
  } catch (error) {
    // A view that the last command opened may come late, and take the place of the note.
    if (tries <= 1) throw error;
    await openAt(path, mode, tries - 1);
  }
}

function textOf(path: string): string {
  return states[path.slice('Gate/'.length, -'.md'.length)] ?? '';
}

async function tryWay(way: () => Promise<unknown>, named: string): Promise<void> {
  expect(await pressOn(way), named).toBe(SENTINEL);
}

/** Goes a way, confirms whatever the dialogs ask to which it leads, closes what is left. Gives the clipboard. */
async function pressOn(way: () => Promise<unknown>): Promise<string> {
  const before = (await bench.notices()).length;
  await way();
  return bench.page.evaluate(async ([seen, patience]) => {
    const until = async (isSo: () => boolean, time: number): Promise<void> => {
      for (const end = performance.now() + time; performance.now() < end && !isSo(); ) await new Promise((resolve) => void setTimeout(resolve, 5));
    };
    const onTop = (): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>('.modal')].at(-1);
    const told = (dialog: HTMLElement): string | undefined => dialog.querySelector('.sss-problem')?.textContent ?? undefined;
    let notices = seen;
    for (let step = 0; step < 3; step++) {
      await until(() => onTop() !== undefined || window.workbench.notices().length > notices, patience);
      const dialog = onTop();
      if (dialog?.matches('.sss-composer, .sss-take, .sss-gate') !== true) break;
      notices = window.workbench.notices().length;
      const before = told(dialog);
      dialog.querySelectorAll<HTMLElement>('.sss-composer .mod-cta, .sss-take .mod-cta, .sss-gate .modal-button-container button').forEach((button) => button.click());
      await until(() => !dialog.isConnected || told(dialog) !== before, 5 * patience);
      if (dialog.isConnected) break;
    }
    for (let presses = 0; presses < 9 && document.querySelector('.modal-container, body > .menu') !== null; presses++) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }));
      await until(() => false, 5);
    }
    return navigator.clipboard.readText();
  }, [before, PATIENCE] as const);
}

async function activePath(): Promise<string | undefined> {
  return bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path);
}

async function readyRows(): Promise<string[]> {
  await bench.runCommand(`${PLUGIN}:share-open-ledger`);
  const ready = bench.page.locator('.sss-tab-share ul[aria-label^="Quotes with your take"] .sss-row-title');
  await ready.first().waitFor();
  return ready.allTextContents();
}

/** What each of these elements would give to whatever it is dropped on. */
async function dragged(selector: string): Promise<string[]> {
  return bench.page.evaluate((wanted) => {
    return [...document.querySelectorAll(wanted)].flatMap((element) => {
      const event = new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
      element.dispatchEvent(event);
      document.dispatchEvent(new DragEvent('dragend', { bubbles: true }));
      return [...(event.dataTransfer?.types ?? [])].map((type) => event.dataTransfer?.getData(type) ?? '');
    });
  }, selector);
}

function hostileAddresses(path: string): Record<string, string>[] {
  const wishes = { path, name: path, confirm: 'true', override: 'true', reason: 'x', withoutTake: 'x', audience: 'network', channel: 'clipboard', commentary: TAKE };
  return [
    { action: 'take', path },
    { ...wishes, action: 'share' },
    { ...wishes, action: 'share-quote' },
    { ...wishes, action: '__proto__' },
    { ...wishes, action: PLUGIN },
  ];
}
