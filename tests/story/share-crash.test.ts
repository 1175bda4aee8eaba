import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { writeCopy } from '../../src/share/channels/commons-copy';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { findings } from './findings';
import { playAndKill, type Moment } from './crash-run';
import type { Scene } from './crash-scenes';
import { smallVault } from './crash-vault';

// The page's process is killed on the way of a share: before the channel acts, between its files, before the ledger, after
// it. Opened again, the share is not begun, done, or offered for completion – and completing it leaves one share, everywhere.
// Every single write of every channel is tried in memory, by tests/share and tests/laws/share-crash.

const PLUGIN = 'seek-sense-share';
const AUDIENCE = 'network';
const QUOTE = (tag: string): string => `Quotes/Waiting ${tag}.md`;
const TAKE = 'Observation has to be practised together, and our form gives nobody the time for it, night after night.';

const unsent: Moment = { at: 'unsent', write: 0 };
const after = (write: number): Moment => ({ at: 'unheard', write });
/** Where each way is cut off: after which of its writes, its own files first and the ledger at last, or before the first. */
const RUNS: readonly { readonly way: string; readonly moment: Moment; readonly becomes: 'not begun' | 'asked' | 'done' }[] = [
  { way: 'feed', moment: unsent, becomes: 'not begun' },
  // The item's file is there; then one of the two feeds; then all files, and not the ledger.
  { way: 'feed', moment: after(0), becomes: 'asked' },
  { way: 'feed', moment: after(1), becomes: 'asked' },
  { way: 'feed', moment: after(3), becomes: 'asked' },
  { way: 'commons', moment: after(0), becomes: 'asked' },
  // Nobody can know whether this was begun.
  { way: 'e-mail', moment: unsent, becomes: 'asked' },
  // The ledger is written, which the page does not hear any more.
  { way: 'share sheet', moment: after(0), becomes: 'done' },
];
/** A share over the share sheet of a system that has none is tried with a sheet that always says yes; mail goes nowhere. */
const SYSTEM = 'navigator.share = async () => undefined; window.open = () => null;';

let bench: OpenWorkbench;

const runs = RUNS.map((run, number) => ({ ...run, tag: `K${String(number).padStart(2, '0')}`, told: JSON.stringify(run.moment) }));
/** An item that went into the feed half a year ago, and one of a commons: both takes are others today. */
const [IN_FEED, IN_COMMONS] = ['U00', 'U01'];
const KEY = '0update0feed0';
const COPY_KEY = '0update0copy0';
const COPY = `Commons/network/Item ${IN_COMMONS}.md`;
const EARLIER = 'The earlier words of this take, which others know.';
const feedItem = (): string => JSON.stringify({ key: KEY, title: `Item ${IN_FEED}`, html: `<p>${EARLIER}</p>`, text: EARLIER, published: '2026-05-03T08:00:00.000Z' });
const copy = (): string => writeCopy({ key: COPY_KEY, title: `Item ${IN_COMMONS}`, audience: 'network', licence: 'as it was', shared: '2026-05-03', text: EARLIER }).replace('type: commons\n', 'type: commons\nseen-by: Ben\n');
const noteOf = (tag: string): string => `---\ntype: quote\ncaptured: 2026-05-01T08:00\n---\n> [!quote] Item ${tag}\n> What ${tag} says is worth a second look.\n\n## My take\n${TAKE}\n`;
const sharedNote = (tag: string, line: string): string => `${noteOf(tag).replace('type: quote', 'type: quote\nshared:\n  - network')}\n## Shared\n${line}\n`;
const IN_FEED_LINE = `- 2026-05-03 network · [feed](Feeds/network.xml#${KEY})`;
const shared = (): Record<string, string> => ({
  [QUOTE(IN_FEED)]: sharedNote(IN_FEED, IN_FEED_LINE),
  [`Feeds/items/network/${KEY}.json`]: feedItem(),
  [QUOTE(IN_COMMONS)]: sharedNote(IN_COMMONS, `- 2026-05-03 network · [commons](<${COPY}#${COPY_KEY}>)`),
  [COPY]: copy(),
});

const composer = (): Locator => bench.page.locator('.sss-composer');

function sceneOf(way: string, stage: Scene['stage']): Scene {
  return { kind: way, writes: [1], stage, trigger: (on) => on.page.keyboard.press('Control+Enter'), done: () => composer().waitFor({ state: 'detached' }), typed: () => [] };
}

function sharing(way: string): Scene {
  return sceneOf(way, async (on, tag) => {
    await on.openNote(QUOTE(tag));
    await on.runCommand(`${PLUGIN}:share-quote`);
    await composer().locator(`.sss-audience input[value=${AUDIENCE}]`).check();
    await composer().locator('.sss-channel select').selectOption(way);
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(tag);
    // The question about an early idea is asked, and answered by the last key.
    await on.page.keyboard.press('Control+Enter');
    await composer().locator('.sss-early input').waitFor();
  });
}

function updating(way: string): Scene {
  return sceneOf(way, async (on, tag) => {
    await on.openNote(QUOTE(tag));
    await on.runCommand(`${PLUGIN}:share-update`);
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(TAKE);
  });
}

beforeAll(async () => {
  bench = await openWorkbench({ vault: { ...smallVault(), ...Object.fromEntries(runs.map(({ tag }) => [QUOTE(tag), noteOf(tag)])), ...shared() } });
  // Each page that dies is followed by one that is opened anew: the next share begins there.
  await bench.context.addInitScript(SYSTEM);
  await bench.page.evaluate(SYSTEM);
});

afterAll(() => bench.close());

/** Kills the page on the way of a scene, and opens the tab in which everything interrupted is asked about. */
async function killed(scene: Scene, tag: string, moment: Moment): Promise<void> {
  await playAndKill(bench, scene, tag, moment);
  await reopened();
}

async function reopened(): Promise<void> {
  bench = await bench.reopen();
  await bench.runCommand(`${PLUGIN}:share-open-ledger`);
  await bench.page.locator('.sss-tab-share .sss-section').first().waitFor();
  await bench.settle();
}

const ledgerLines = async (tag: string): Promise<number> => (await bench.readFile(QUOTE(tag))).match(/^- \d{4}-\d\d-\d\d network/gm)?.length ?? 0;
const interrupted = (tag: string): Locator => bench.page.locator('ul[aria-label^="Shares that were interrupted"] .sss-row', { hasText: tag });

/** Goes by keys alone to what can be done with an interrupted row, and does it. */
async function answer(tag: string, label: string): Promise<void> {
  const { keyboard } = bench.page;
  await bench.page.locator('.sss-tab-button[data-tab=share]').focus();
  const isThere = (): Promise<boolean> => bench.page.evaluate(([row, said]) => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') === said && at.closest('.sss-row')?.textContent.includes(row) === true;
  }, [tag, label] as const);
  for (let stops = 0; stops < 12 && !(await isThere()); stops++) await keyboard.press('Tab');
  expect(await isThere()).toBe(true);
  await keyboard.press('Enter');
}

/** A row that was answered is gone, and whoever goes by keys is still in the tab. */
async function isAnswered(tag: string): Promise<void> {
  await interrupted(tag).waitFor({ state: 'detached' });
  expect(await bench.page.evaluate(() => document.activeElement?.closest('.sss-tab-share') !== null)).toBe(true);
}

/** Whether others find the item; undefined where nobody can know. */
async function isOutside(way: string, tag: string): Promise<boolean | undefined> {
  const read = async (path: string): Promise<string> => (bench.exists(path) ? bench.readFile(path) : '');
  if (way === 'feed') return (await read('Feeds/network.xml')).includes(`Item ${tag}`) && (await read('Feeds/network.json')).includes(`Item ${tag}`);
  if (way === 'commons') return bench.exists(`Commons/network/Item ${tag}.md`);
  return undefined;
}

it.each(runs)('by $way, killed $told: $becomes', async ({ way, moment, tag, becomes }) => {
  await killed(sharing(way), tag, moment);
  await expect.poll(() => interrupted(tag).count()).toBe(becomes === 'asked' ? 1 : 0);
  expect(await ledgerLines(tag)).toBe(becomes === 'done' ? 1 : 0);
  if (becomes === 'not begun') expect(await isOutside(way, tag)).toBe(false);
  if (becomes === 'asked') {
    if (way === 'commons') expect(await findings(bench, '.sss-tab-share')).toEqual([]);
    await answer(tag, 'It went out: record it');
    await isAnswered(tag);
    await expect.poll(() => ledgerLines(tag)).toBe(1);
  }
  if (becomes !== 'not begun') expect(await isOutside(way, tag)).not.toBe(false);
  expect(bench.errors).toEqual([]);
});

const lineOf = async (tag: string): Promise<string> => /^- 2026-05-03 network.*$/m.exec(await bench.readFile(QUOTE(tag)))?.[0] ?? '';

it('a new version, killed before the feed has it: nothing says that it is out, also where another device shared since, and it can be shared from there', async () => {
  const item = (): Promise<string> => bench.readFile(`Feeds/items/network/${KEY}.json`);
  await killed(updating('feed'), IN_FEED, unsent);
  await interrupted(IN_FEED).waitFor();
  expect(await interrupted(IN_FEED).textContent()).toContain('the earlier one still stands');
  expect(await interrupted(IN_FEED).getByRole('button', { name: 'It went out: record it' }).count()).toBe(0);
  expect([await lineOf(IN_FEED), await item()]).toEqual([IN_FEED_LINE, feedItem()]);
  // Another device shares its words before anybody answers.
  const theirs = JSON.stringify({ ...(JSON.parse(feedItem()) as object), html: '<p>Words of another device.</p>' });
  await bench.writeFile(`Feeds/items/network/${KEY}.json`, theirs);
  await reopened();
  await interrupted(IN_FEED).waitFor();
  expect(await interrupted(IN_FEED).textContent()).toContain('another version stands there');
  expect(await interrupted(IN_FEED).getByRole('button', { name: 'It went out: record it' }).count()).toBe(0);
  expect([await lineOf(IN_FEED), await item()]).toEqual([IN_FEED_LINE, theirs]);
  expect(await findings(bench, '.sss-tab-share')).toEqual([]);
  await answer(IN_FEED, 'Share the new version');
  await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(TAKE);
  await bench.page.keyboard.press('Control+Enter');
  await interrupted(IN_FEED).waitFor({ state: 'detached' });
  expect(await lineOf(IN_FEED)).toMatch(/ · updated \d{4}-\d\d-\d\d$/);
  expect(await item()).not.toContain(EARLIER);
  expect(await bench.readFile('Feeds/network.xml')).toContain(TAKE);
  expect(bench.errors).toEqual([]);
});

it('taking it back, killed before the feeds tell so: it is offered to be finished, and is gone then', async () => {
  const question = (): Locator => bench.page.locator('.sss-question');
  const withdrawing: Scene = {
    ...sceneOf('feed', async (on, tag) => {
      await on.openNote(QUOTE(tag));
      await on.runCommand(`${PLUGIN}:share-withdraw`);
      await question().getByRole('button', { name: 'Take back' }).focus();
    }),
    trigger: (on) => on.page.keyboard.press('Enter'),
    done: () => question().waitFor({ state: 'detached' }),
  };
  await killed(withdrawing, IN_FEED, after(0));
  await interrupted(IN_FEED).waitFor();
  expect([await isOutside('feed', IN_FEED), await lineOf(IN_FEED)]).toEqual([true, expect.not.stringContaining('withdrawn')]);
  await answer(IN_FEED, 'Finish taking it back');
  await isAnswered(IN_FEED);
  expect([await isOutside('feed', IN_FEED), await lineOf(IN_FEED)]).toEqual([false, expect.stringMatching(/ · withdrawn \d{4}-\d\d-\d\d$/)]);
  expect(bench.errors).toEqual([]);
});

it('a new version in a commons, killed before the ledger, stands there: who says that it did not go out is told so, and records it', async () => {
  const before = await bench.readFile(QUOTE(IN_COMMONS));
  await killed(updating('commons'), IN_COMMONS, after(0));
  await interrupted(IN_COMMONS).waitFor();
  const sent = await bench.readFile(COPY);
  expect(sent).toContain(TAKE);
  await answer(IN_COMMONS, 'It did not go out');
  await expect.poll(() => interrupted(IN_COMMONS).textContent()).toContain('it went out and stands there');
  expect([await bench.readFile(COPY), await bench.readFile(QUOTE(IN_COMMONS))]).toEqual([sent, before]);
  await answer(IN_COMMONS, 'Record it');
  await isAnswered(IN_COMMONS);
  expect(await lineOf(IN_COMMONS)).toMatch(/ · updated \d{4}-\d\d-\d\d$/);
  expect(bench.errors).toEqual([]);
});
