import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { dayOf } from '../../src/base';
import type { OpenWorkbench } from '../../workbench/driver';

/** Vault paths and texts. */
export type Files = Readonly<Record<string, string>>;

/** One kind of write: what it needs, how it is set up, and the one action that begins it. */
export interface Scene {
  readonly kind: string;
  /** How often it may write. */
  readonly writes: readonly number[];
  /** Files to lay down while no page is open. `tag` tells this run's notes from those of all others. */
  readonly files?: (tag: string, run: number) => Files;
  /** Files that must not be there. */
  readonly absent?: readonly string[];
  /** Everything up to the last key. */
  readonly stage: (bench: OpenWorkbench, tag: string) => Promise<void>;
  /** The last key: from here on the page may die at any moment. Tells what has arrived where typing is the action. */
  readonly trigger: (bench: OpenWorkbench, tag: string, landed: (words: string) => void) => Promise<void>;
  /** Resolves when everything is written. */
  readonly done: (bench: OpenWorkbench, tag: string) => Promise<void>;
  /** What a person typed before the last key. */
  readonly typed: (tag: string) => readonly string[];
  /** Whether doing it again after a crash must change nothing more. */
  readonly isSafeTwice?: boolean;
}

export const SETTINGS_FILE = '.obsidian/plugins/seek-sense-share/data.json';
const PLUGIN = 'seek-sense-share';
const DAILY = `Daily/${dayOf(new Date())}.md`;
const SAVE = 'Control+Enter';

const modal = (bench: OpenWorkbench): Locator => bench.page.locator('.modal');
const closed = (bench: OpenWorkbench): Promise<void> => modal(bench).waitFor({ state: 'detached' });
const press = (key: string) => (bench: OpenWorkbench): Promise<void> => bench.page.keyboard.press(key);
const takeOf = (tag: string): string => `My take on ${tag}: observation has to be practised together, and our form gives nobody the time for it.`;

/** Opens the take of a quote note as a link from outside does. */
async function openTake(bench: OpenWorkbench, path: string): Promise<void> {
  await bench.page.evaluate((wanted) => window.workbench.fireProtocol('seek-sense-share', { action: 'take', path: wanted }), path);
  await modal(bench).locator('textarea').waitFor();
}

async function openCapture(bench: OpenWorkbench, tag: string): Promise<void> {
  const parameters = { action: 'capture', text: `Words of ${tag} that came from outside and are worth a note.`, url: `https://example.org/${tag}`, author: `Author ${tag}` };
  await bench.page.evaluate((given) => window.workbench.fireProtocol('seek-sense-share', given), parameters);
  await modal(bench).locator('.sss-capture-take textarea').fill(takeOf(tag));
}

async function select(bench: OpenWorkbench, wanted: string): Promise<void> {
  await bench.page.evaluate((text) => {
    const editor = window.workbench.app.workspace.activeEditor?.editor;
    if (!editor) throw new Error('No note is open in an editor.');
    const from = editor.getValue().indexOf(text);
    editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(from + text.length));
  }, wanted);
}

const quoteNote = (tag: string, captured: string, rest = ''): string =>
  `---\ntype: quote\nauthor: Author ${tag}\ncaptured: ${captured}\n---\n> [!quote]\n> What ${tag} says is worth a second look.\n> — Author ${tag}\n${rest}`;
const contactNote = (tag: string): string => `---\ntype: contact\nspace: network\ncadence: 30\nlast-contact: 2026-01-05\n---\nWhat I know of ${tag}.\n`;
const clipping = (tag: string): string =>
  `---\nauthor: Author ${tag}\nsource: https://example.org/${tag}\n---\n# ${tag}\n\nBefore the place. The sentence of ${tag} is long enough to be kept as a quote. After the place.\n`;
const quotePath = (tag: string): string => `Quotes/Waiting ${tag}.md`;
const personPath = (tag: string): string => `People/Person ${tag}.md`;
/** Each review begins with the quote that waits longest: a later run's quote is older than all before it. */
const olderEachRun = (run: number): string => `${String(1990 - run)}-03-01T08:00`;

function review(kind: string, key: string): Scene {
  return {
    kind,
    writes: [1],
    files: (tag, run) => ({ [quotePath(tag)]: quoteNote(tag, olderEachRun(run)) }),
    async stage(bench, tag) {
      await bench.runCommand(`${PLUGIN}:sense-review-next`);
      await modal(bench).getByText(`What ${tag} says`).waitFor();
    },
    trigger: press(key),
    done: (bench, tag) => modal(bench).getByText(`What ${tag} says`).waitFor({ state: 'detached' }),
    typed: () => [],
  };
}

function take(kind: string, isOpen: boolean): Scene {
  return {
    kind,
    writes: [1],
    files: (tag) => ({ [quotePath(tag)]: quoteNote(tag, '2026-05-01T08:00', '\nWhat I wrote below by hand.\n') }),
    async stage(bench, tag) {
      if (isOpen) await bench.openNote(quotePath(tag));
      await openTake(bench, quotePath(tag));
      await modal(bench).locator('textarea').fill(takeOf(tag));
    },
    trigger: press(SAVE),
    done: closed,
    typed: (tag) => [takeOf(tag)],
    isSafeTwice: true,
  };
}

async function stageInteraction(bench: OpenWorkbench, tag: string): Promise<void> {
  await bench.runCommand(`${PLUGIN}:ties-log-interaction`);
  await modal(bench).getByLabel('With whom').fill(`Person ${tag}`);
  await modal(bench).getByLabel('What it was').fill(`talked about ${tag} over coffee`);
}

/** Drafts are written key by key: the page dies while somebody types, and what had arrived must still be there. */
function draft(kind: string, open: (bench: OpenWorkbench, tag: string) => Promise<Locator>): Scene {
  return {
    kind,
    writes: [0],
    files: (tag) => ({ [quotePath(tag)]: quoteNote(tag, '2026-05-01T08:00') }),
    stage: async (bench, tag) => (await open(bench, tag)).focus(),
    async trigger(bench, tag, landed) {
      for (let count = 1; count <= 40; count++) {
        await bench.page.keyboard.insertText(` ${tag}-${String(count)}`);
        landed(`${tag}-${String(count)}`);
      }
    },
    done: async () => undefined,
    typed: () => [],
  };
}

/** All kinds of writes there are. */
export const SCENES: readonly Scene[] = [
  {
    kind: 'capture, place open in the editor',
    writes: [2],
    isSafeTwice: true,
    files: (tag) => ({ [`Reading/${tag}.md`]: clipping(tag) }),
    async stage(bench, tag) {
      await bench.openNote(`Reading/${tag}.md`);
      await select(bench, `The sentence of ${tag} is long enough to be kept as a quote.`);
      await bench.runCommand(`${PLUGIN}:seek-capture-selection`);
      await modal(bench).locator('.sss-capture-take textarea').fill(takeOf(tag));
    },
    trigger: press(SAVE),
    done: closed,
    typed: (tag) => [takeOf(tag)],
  },
  {
    kind: 'capture with a new contact',
    writes: [2],
    async stage(bench, tag) {
      await openCapture(bench, tag);
      await modal(bench).locator('.sss-capture-via input').fill(`Nina ${tag}`);
      await bench.page.locator('.suggestion-item', { hasText: `Nina ${tag}` }).first().click();
    },
    trigger: press(SAVE),
    done: closed,
    typed: (tag) => [takeOf(tag), `Nina ${tag}`],
  },
  {
    kind: 'capture into the daily note',
    writes: [3],
    files: () => ({ [SETTINGS_FILE]: '{"seek":{"target":"daily-note"}}' }),
    absent: [DAILY],
    stage: openCapture,
    trigger: press(SAVE),
    done: closed,
    typed: (tag) => [takeOf(tag)],
  },
  take('take saved, note open', true),
  take('take saved, note closed', false),
  review('later', 'Alt+l'),
  review('let go', 'Alt+g'),
  {
    kind: 'ledger after sharing',
    writes: [1],
    files: (tag) => ({ [quotePath(tag)]: quoteNote(tag, '2026-05-01T08:00', `\n## My take\n${takeOf(tag)}\n`) }),
    async stage(bench, tag) {
      await bench.openNote(quotePath(tag));
      await bench.runCommand(`${PLUGIN}:share-quote`);
      await bench.page.locator('.sss-composer').waitFor();
    },
    trigger: press(SAVE),
    done: closed,
    typed: () => [],
  },
  {
    kind: 'contact added',
    writes: [1],
    isSafeTwice: true,
    async stage(bench, tag) {
      await bench.runCommand(`${PLUGIN}:ties-add-contact`);
      await modal(bench).getByLabel('Name', { exact: true }).fill(`Person ${tag}`);
      await modal(bench).getByLabel('Topics').fill(`topic of ${tag}`);
    },
    trigger: press(SAVE),
    done: closed,
    typed: (tag) => [`Person ${tag}`, `topic of ${tag}`],
  },
  {
    kind: 'interaction logged',
    writes: [1],
    isSafeTwice: true,
    files: (tag) => ({ [personPath(tag)]: contactNote(tag) }),
    stage: stageInteraction,
    trigger: press(SAVE),
    done: closed,
    typed: (tag) => [`talked about ${tag} over coffee`],
  },
  {
    kind: 'interaction logged while its note is typed in',
    // The editor may save by itself what was typed before.
    writes: [1, 2],
    files: (tag) => ({ [personPath(tag)]: contactNote(tag) }),
    async stage(bench, tag) {
      await bench.openNote(personPath(tag));
      await bench.page.keyboard.press('Control+End');
      await bench.typeInEditor(`Typed into ${tag}. `);
      await stageInteraction(bench, tag);
    },
    trigger: press(SAVE),
    done: closed,
    typed: (tag) => [`talked about ${tag} over coffee`],
  },
  {
    kind: 'daily note filled',
    writes: [2],
    absent: [DAILY],
    stage: async () => undefined,
    trigger: (bench) => bench.runCommand('daily-notes'),
    done: (bench) => expect.poll(() => bench.exists(DAILY) && bench.readFile(DAILY), { timeout: 10_000 }).toMatch(/^[^{]+- [^{]+$/),
    typed: () => [],
  },
  {
    kind: 'settings changed',
    writes: [1],
    files: () => ({ [SETTINGS_FILE]: '{"sense":{"leastOwnWords":9},"later":{"kept":true}}' }),
    async stage(bench) {
      await bench.page.evaluate(() => {
        window.workbench.app.setting.open();
        window.workbench.app.setting.openTabById('seek-sense-share');
      });
      await settingToggle(bench).waitFor();
    },
    trigger: (bench) => settingToggle(bench).click(),
    done: (bench) => expect.poll(() => bench.readFile(SETTINGS_FILE)).toContain('mayOverride'),
    typed: () => [],
  },
  draft('draft of a take', async (bench, tag) => {
    await openTake(bench, quotePath(tag));
    return modal(bench).locator('textarea');
  }),
  draft('draft of a capture', async (bench, tag) => {
    await openCapture(bench, tag);
    return modal(bench).locator('.sss-capture-take textarea');
  }),
  draft('draft of a contact', async (bench) => {
    await bench.runCommand(`${PLUGIN}:ties-add-contact`);
    return modal(bench).getByLabel('Topics');
  }),
  draft('draft of an interaction', async (bench) => {
    await bench.runCommand(`${PLUGIN}:ties-log-interaction`);
    return modal(bench).getByLabel('What it was');
  }),
];

function settingToggle(bench: OpenWorkbench): Locator {
  return modal(bench).locator('.setting-item', { hasText: 'Allow sharing without a take' }).locator('.checkbox-container').first();
}
