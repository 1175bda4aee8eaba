import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { playAndKill, type Moment } from './crash-run';
import type { Scene } from './crash-scenes';
import { smallVault } from './crash-vault';

// The page's process is killed at each step of a share: before the channel acts, between its files, before the ledger, after
// it. Opened again, the share is not begun, done, or offered for completion – and completing it leaves one share, everywhere.

const PLUGIN = 'seek-sense-share';
const AUDIENCE = 'network';
const QUOTE = (tag: string): string => `Quotes/Waiting ${tag}.md`;
const TAKE = 'Observation has to be practised together, and our form gives nobody the time for it, night after night.';

/** How often each way writes: its own files, and the ledger at last. Where the page dies between, the disk has all up to there. */
const WAYS: Readonly<Record<string, number>> = { feed: 5, commons: 2, 'e-mail': 1, 'share sheet': 1 };
/** A share over the share sheet of a system that has none is tried with a sheet that always says yes; mail goes nowhere. */
const SYSTEM = 'navigator.share = async () => undefined; window.open = () => null;';

let bench: OpenWorkbench;

const moments = (writes: number): Moment[] => [{ at: 'unsent', write: 0 }, ...Array.from({ length: writes }, (_none, write): Moment => ({ at: 'unheard', write }))];
const runs = Object.entries(WAYS).flatMap(([way, writes]) => moments(writes).map((moment) => ({ way, moment }))).map((run, number) => ({ ...run, number, tag: `K${String(number).padStart(2, '0')}` }));
/** An item that went into the feed half a year ago, and whose take is another one today. */
const UPDATE = 'U00';
const KEY = '0update0feed0';
const EARLIER = 'The earlier words of this take, which readers of the feed know.';
const feedItem = (): string => JSON.stringify({ key: KEY, title: `Item ${UPDATE}`, html: `<p>${EARLIER}</p>`, text: EARLIER, published: '2026-05-03T08:00:00.000Z' });
const updated = (): Record<string, string> => ({
  [QUOTE(UPDATE)]: `${noteOf(UPDATE).replace('type: quote', 'type: quote\nshared:\n  - network')}\n## Shared\n- 2026-05-03 network · [feed](Feeds/network.xml#${KEY})\n`,
  [`Feeds/items/network/${KEY}.json`]: feedItem(),
});

const noteOf = (tag: string): string => `---\ntype: quote\ncaptured: 2026-05-01T08:00\n---\n> [!quote] Item ${tag}\n> What ${tag} says is worth a second look.\n\n## My take\n${TAKE}\n`;

function sceneOf(way: string): Scene {
  return {
    kind: way,
    writes: [WAYS[way] ?? 0],
    async stage(on, tag) {
      await on.openNote(QUOTE(tag));
      await on.runCommand(`${PLUGIN}:share-quote`);
      const composer = on.page.locator('.sss-composer');
      await composer.locator(`.sss-audience input[value=${AUDIENCE}]`).check();
      await composer.locator('.sss-channel select').selectOption(way);
      await expect.poll(() => composer.locator('.sss-preview').textContent()).toContain(tag);
      // The question about an early idea is asked, and answered by the last key.
      await on.page.keyboard.press('Control+Enter');
      await composer.locator('.sss-early input').waitFor();
    },
    trigger: (on) => on.page.keyboard.press('Control+Enter'),
    done: (on) => on.page.locator('.sss-composer').waitFor({ state: 'detached' }),
    typed: () => [],
  };
}

beforeAll(async () => {
  bench = await openWorkbench({ vault: { ...smallVault(), ...Object.fromEntries(runs.map(({ tag }) => [QUOTE(tag), noteOf(tag)])), ...updated() } });
  await bench.context.addInitScript(SYSTEM);
  // Each page that dies is followed by one that is opened anew: the next share begins there.
  bench = await bench.reopen();
});

afterAll(() => bench.close());

const ledgerLines = async (tag: string): Promise<number> => (await bench.readFile(QUOTE(tag))).match(/^- \d{4}-\d\d-\d\d network/gm)?.length ?? 0;
const interrupted = (tag: string): Locator => bench.page.locator('ul[aria-label^="Shares that were interrupted"] .sss-row', { hasText: tag });

/** Whether others find the item; undefined where nobody can know. */
async function isOutside(way: string, tag: string): Promise<boolean | undefined> {
  const read = async (path: string): Promise<string> => (bench.exists(path) ? bench.readFile(path) : '');
  if (way === 'feed') return (await read('Feeds/network.xml')).includes(`Item ${tag}`) && (await read('Feeds/network.json')).includes(`Item ${tag}`);
  if (way === 'commons') return bench.exists(`Commons/network/Item ${tag}.md`);
  return undefined;
}

it.each(runs.map((run) => ({ ...run, told: JSON.stringify(run.moment) })))('by $way, killed $told: not begun, done, or offered', async ({ way, moment, tag, number }) => {
  const scene = sceneOf(way);
  await playAndKill(bench, scene, tag, moment, number);
  bench = await bench.reopen();
  await bench.runCommand(`${PLUGIN}:share-open-ledger`);
  await bench.page.locator('.sss-tab-share .sss-section').first().waitFor();
  await bench.settle();
  const isDone = (await ledgerLines(tag)) === 1;
  const isBegun = way === 'e-mail' || way === 'share sheet' || !(moment.at === 'unsent');
  await expect.poll(() => interrupted(tag).count()).toBe(!isDone && isBegun ? 1 : 0);
  if (isDone) expect(await isOutside(way, tag)).not.toBe(false);
  if (!isDone && !isBegun) expect(await isOutside(way, tag)).toBe(false);
  if (isDone || !isBegun) return;
  await interrupted(tag).getByRole('button', { name: 'It went out: record it' }).click();
  await interrupted(tag).waitFor({ state: 'detached' });
  await expect.poll(() => ledgerLines(tag)).toBe(1);
  expect(await isOutside(way, tag)).not.toBe(false);
  expect(bench.errors).toEqual([]);
});

it('a new version, killed before the feed has it: nothing says that it is out, and it can be shared from there', async () => {
  const line = async (): Promise<string> => /^- 2026-05-03 network.*$/m.exec(await bench.readFile(QUOTE(UPDATE)))?.[0] ?? '';
  const item = (): Promise<string> => bench.readFile(`Feeds/items/network/${KEY}.json`);
  const composer = (): Locator => bench.page.locator('.sss-composer');
  const scene: Scene = {
    ...sceneOf('feed'),
    async stage(on, tag) {
      await on.openNote(QUOTE(tag));
      await on.runCommand(`${PLUGIN}:share-update`);
      await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(TAKE);
    },
  };
  await playAndKill(bench, scene, UPDATE, { at: 'unsent', write: 0 }, runs.length);
  bench = await bench.reopen();
  await bench.runCommand(`${PLUGIN}:share-open-ledger`);
  await interrupted(UPDATE).waitFor();
  expect(await interrupted(UPDATE).textContent()).toContain('the earlier one still stands');
  expect(await interrupted(UPDATE).getByRole('button', { name: 'It went out: record it' }).count()).toBe(0);
  expect([await line(), await item()]).toEqual([`- 2026-05-03 network · [feed](Feeds/network.xml#${KEY})`, feedItem()]);
  await interrupted(UPDATE).getByRole('button', { name: 'Share the new version' }).click();
  await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(TAKE);
  await bench.page.keyboard.press('Control+Enter');
  await interrupted(UPDATE).waitFor({ state: 'detached' });
  expect(await line()).toMatch(/ · updated \d{4}-\d\d-\d\d$/);
  expect(await item()).not.toContain(EARLIER);
  expect(await bench.readFile('Feeds/network.xml')).toContain(TAKE);
  expect(bench.errors).toEqual([]);
});
