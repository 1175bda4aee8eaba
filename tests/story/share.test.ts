import { readFile } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter, dayOf, shortened } from '../../src/base';
import { words } from '../../src/words';
import type { OpenWorkbench } from '../../workbench/driver';
import { stoodStill } from './findings';
import { isOffered, openSampleWith, PLUGIN, setSettings } from './moves';

// The ladder in a real browser: near first, held back, into a feed and a commons, what came back, taken back, taken in.

const TODAY = dayOf(new Date());
const NOTE = 'Quotes/Ladder.md';
const TAKE = 'On our ward the handover shows it every morning: everything is written down, and nobody can say what it means.';
const TEXT = `---\ntype: quote\nauthor: Ada Quill\ncaptured: 2026-11-01T09:12\nsensed: 2026-11-02T10:00\n---\n> [!quote] Storms\n> Keepers remember storms because somebody asks them at breakfast.\n> — Ada Quill\n\n## My take\n${TAKE}\n`;
const LAMPS = 'Quotes/Lamps.md';
const LAMPS_TEXT = `${TEXT.replace('Storms', 'Lamps').replace('\n---\n>', '\nshared: [team]\n---\n>')}\n## Shared\n- ${dayAfter(TODAY, -10)} team · clipboard\n`;
const COPY = '---\ntype: commons\ntitle: On waiting\nby: Ines Carvalho\naudience: community\nlicence: CC BY 4.0\nshared-on: 2026-11-01\ncommons-id: 1p7c4d8x2w6e0\n---\nWaiting is work, and nobody counts it.\n';

let bench: OpenWorkbench;

const composer = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.sss-composer');
const choose = async (way: string, audience: string): Promise<void> => {
  await composer().locator(`.sss-audience input[value=${audience}]`).check();
  await composer().locator('.sss-channel select').selectOption(way);
};

/** Goes on by a key until the focus is on a button. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  const at = (): Promise<string | null | undefined> => bench.page.evaluate(() => document.activeElement?.textContent);
  for (let presses = 0; presses < 16 && (await at()) !== name; presses++) await bench.page.keyboard.press(key);
  expect(await at()).toBe(name);
}

/** A notice that stays lies over what is below it, until somebody clicks it away. */
const dismissNotices = (): Promise<void> => bench.page.locator('.notice').evaluateAll((notices: HTMLElement[]) => {
  for (const notice of notices) notice.click();
});

/** Serious findings of axe-core in what is on top. */
async function findings(where: string): Promise<string[]> {
  await bench.page.locator(where).first().waitFor();
  await stoodStill(bench);
  const { violations } = await bench.page.evaluate((selector) => (window as unknown as { axe: typeof axe }).axe.run({ include: [[selector]] }, { resultTypes: ['violations'] }), where);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

beforeAll(async () => {
  bench = await openSampleWith({ [NOTE]: TEXT, [LAMPS]: LAMPS_TEXT, 'Theirs/On waiting.md': COPY });
  bench.page.setDefaultTimeout(10_000);
  await bench.page.evaluate(axe.source);
  await setSettings(bench, { share: { byline: 'Ann' } });
});

afterAll(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe('the ladder', () => {
  it('holds a note back until a day, shows it, and releases it', async () => {
    await bench.openNote(NOTE);
    await bench.runCommand(`${PLUGIN}:share-hold`);
    expect(await findings('.sss-hold')).toEqual([]);
    await bench.page.locator('.sss-hold input[type=date]').fill(dayAfter(TODAY, 9));
    await bench.page.keyboard.press('Control+Enter');
    await bench.page.locator('.sss-hold').waitFor({ state: 'detached' });
    expect(await bench.readFile(NOTE)).toContain(`hold-until: ${dayAfter(TODAY, 9)}\n`);
    await bench.runCommand(`${PLUGIN}:share-open-ledger`);
    const held = bench.page.locator('ul[aria-label="Held back for now"] .sss-row');
    await held.filter({ hasText: 'Ladder' }).waitFor();
    expect(await findings('.sss-tab-share')).toEqual([]);
    await held.filter({ hasText: 'Ladder' }).getByRole('button', { name: 'Release' }).click();
    await expect.poll(() => bench.readFile(NOTE)).toBe(TEXT);
    await held.filter({ hasText: 'Ladder' }).waitFor({ state: 'detached' });
  });

  it('holds a note back until something happens, and keeps it from some', async () => {
    const held = bench.page.locator(`ul[aria-label="${words.share.holdingLabel}"] .sss-row`, { hasText: 'Lamps' });
    await bench.openNote(LAMPS);
    await bench.runCommand(`${PLUGIN}:share-hold`);
    await bench.page.getByLabel(words.share.holdEvent).fill('once Joan has read it');
    await bench.page.locator('.sss-hold').getByLabel('Network').press('Space');
    await bench.page.keyboard.press('Control+Enter');
    await bench.page.locator('.sss-hold').waitFor({ state: 'detached' });
    expect(await bench.readFile(LAMPS)).toContain('hold-for: once Joan has read it\nnot-for: [network]\n');
    await held.filter({ hasText: 'once Joan has read it · not for Network' }).waitFor();
    await bench.settle();
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await expect.poll(() => composer().locator('.sss-told').textContent()).toContain(words.share.heldNow);
    await choose('clipboard', 'network');
    await expect.poll(() => composer().locator('.sss-problem').textContent()).toBe(words.share.keptFrom('network', 'not-for'));
    expect(await composer().locator('.mod-cta').isDisabled()).toBe(true);
    await choose('clipboard', 'community');
    await expect.poll(() => composer().locator('.mod-cta').isDisabled()).toBe(false);
    await bench.page.keyboard.press('Escape');
    const heldText = await bench.readFile(LAMPS);
    await held.getByRole('button', { name: words.share.release }).press('Enter');
    await expect.poll(() => bench.readFile(LAMPS)).toBe(LAMPS_TEXT);
    await held.waitFor({ state: 'detached' });
    const notice = bench.page.locator('.notice', { hasText: words.share.releasedFor('Lamps', ['Network']) });
    await notice.getByRole('button', { name: words.share.holdAgain }).press('Enter');
    await expect.poll(() => bench.readFile(LAMPS)).toBe(heldText);
    await held.getByRole('button', { name: words.share.release }).press('Enter');
    await expect.poll(() => bench.readFile(LAMPS)).toBe(LAMPS_TEXT);
    await held.waitFor({ state: 'detached' });
  });

  it('puts names back that were typed into the form and left there, and leaves what another device wrote since', async () => {
    const form = bench.page.locator('.sss-hold');
    const cached = (): Promise<string> => bench.page.evaluate((path) => String(window.workbench.app.metadataCache.getCache(path)?.frontmatter?.['not-for']), NOTE);
    const write = async (names: string): Promise<void> => {
      await bench.writeFile(NOTE, `---\nnot-for: [${names}]\n---\n${TEXT}`);
      await expect.poll(cached).toBe(names.replaceAll(', ', ','));
    };
    const shown = (): Promise<string[]> => form.locator('.sss-chip').allTextContents();
    const open = async (names: readonly string[]): Promise<void> => {
      await bench.runCommand(`${PLUGIN}:share-hold`);
      await expect.poll(shown).toEqual(names);
    };
    await write('Joan, Mo');
    await bench.openNote(NOTE);
    await open(['Joan', 'Mo']);
    await form.getByLabel(words.share.holdPeople).fill('Zoe');
    await form.getByLabel(words.share.holdPeople).press('Enter');
    await form.getByRole('button', { name: words.share.removeRecipient('Mo') }).click();
    await form.locator('input[type=date]').focus();
    await bench.page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await write('Joan, Mo, Ben');
    await open(['Joan', 'Ben', 'Zoe']);
    await bench.page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    expect(await bench.readFile(NOTE)).toBe(`---\nnot-for: [Joan, Ben, Zoe]\n---\n${TEXT}`);
    await bench.writeFile(NOTE, TEXT);
    await expect.poll(cached).toBe('undefined');
  });

  it('keeps a note from an audience and a person, says so, and gives it free again', async () => {
    const held = bench.page.locator(`ul[aria-label="${words.share.holdingLabel}"] .sss-row`, { hasText: 'Lamps' });
    const wider = bench.page.locator(`ul[aria-label="${words.share.widerLabel}"] .sss-row`, { hasText: 'Lamps' });
    const dialog = bench.page.locator('.sss-hold');
    await bench.openNote(LAMPS);
    await bench.runCommand(`${PLUGIN}:share-hold`);
    await dialog.getByLabel('Community').press('Space');
    await dialog.getByLabel(words.share.holdPeople).focus();
    await bench.page.keyboard.insertText('Joan');
    await bench.page.locator('.suggestion-item', { hasText: 'Joan Petrie' }).waitFor();
    await bench.page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: words.share.removeRecipient('Joan Petrie') }).waitFor();
    expect(await findings('.sss-hold')).toEqual([]);
    await bench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await bench.runCommand(`${PLUGIN}:share-hold`);
    await dialog.getByRole('button', { name: words.share.removeRecipient('Joan Petrie') }).waitFor();
    await bench.page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await bench.readFile(LAMPS)).toBe(LAMPS_TEXT.replace('shared: [team]\n', 'shared: [team]\nnot-for: [community, "[[Joan Petrie]]"]\n'));
    await expect.poll(async () => (await bench.notices()).at(-1)).toBe(words.share.heldFrom('Lamps', ['Community', 'Joan Petrie']));
    expect(await held.locator('.sss-row-detail').textContent()).toBe(words.share.notForShown(['Community', 'Joan Petrie']));
    await expect.poll(() => wider.locator('.sss-row-detail').textContent()).toBe(words.share.widerDetail('Team', 'Network'));
    await bench.settle();
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await expect.poll(() => composer().locator('.sss-audience input:checked').getAttribute('value')).toBe('team');
    await bench.page.keyboard.press('Escape');
    await held.getByRole('button', { name: words.share.release }).press('Enter');
    await expect.poll(() => bench.readFile(LAMPS)).toBe(LAMPS_TEXT);
    await held.waitFor({ state: 'detached' });
  });

  it('lists what may go wider now, and proposes the next audience', async () => {
    const wider = bench.page.locator(`ul[aria-label="${words.share.widerLabel}"] .sss-row`, { hasText: 'Lamps' });
    expect(await wider.locator('.sss-row-detail').textContent()).toBe('Team so far · community next');
    expect(await findings('.sss-tab-share')).toEqual([]);
    await wider.locator('.sss-row-main').press('Enter');
    await composer().waitFor();
    expect(await composer().locator('.sss-audience input[value=community]').isChecked()).toBe(true);
    await bench.page.keyboard.press('Escape');
  });

  it('goes by the share sheet of a device that has one; closed or refused, nothing is recorded', async () => {
    await bench.page.evaluate(() => {
      const sheet = { answer: 'AbortError', asked: [] as unknown[] };
      const share = (content: unknown): Promise<void> => {
        sheet.asked.push(content);
        return sheet.answer === '' ? Promise.resolve() : Promise.reject(new DOMException('The sheet is stuck', sheet.answer));
      };
      Object.assign(window, { sheet });
      Object.defineProperty(navigator, 'share', { configurable: true, value: share });
    });
    const answerWith = (answer: string): Promise<void> => bench.page.evaluate((how) => void Object.assign((window as unknown as { sheet: object }).sheet, { answer: how }), answer);
    const before = await bench.readFile(LAMPS);
    await bench.openNote(LAMPS);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await choose('share sheet', 'community');
    const shown = composer().locator('.sss-preview');
    await expect.poll(() => shown.textContent()).toContain(TAKE);
    const preview = await shown.textContent();
    await bench.page.keyboard.press('Control+Enter');
    await expect.poll(() => composer().locator('.sss-problem').textContent()).toBe(words.share.sheetClosed);
    await answerWith('NotAllowedError');
    await bench.page.keyboard.press('Control+Enter');
    await expect.poll(() => composer().locator('.sss-problem').textContent()).toBe(words.share.sheetRefused('The sheet is stuck'));
    expect(await bench.readFile(LAMPS)).toBe(before);
    await answerWith('');
    await bench.page.keyboard.press('Control+Enter');
    await composer().waitFor({ state: 'detached' });
    expect(await bench.readFile(LAMPS)).toContain(`\n- ${TODAY} community · share sheet\n`);
    const asked = await bench.page.evaluate(() => (window as unknown as { sheet: { asked: { title: string; text: string }[] } }).sheet.asked);
    expect(asked.map(({ title, text }) => `${title}\n\n${text}`)).toEqual([preview, preview, preview]);
    await bench.page.evaluate(() => Reflect.deleteProperty(navigator, 'share'));
    await bench.runCommand(`${PLUGIN}:share-quote`);
    expect(await composer().locator('.sss-channel option').allTextContents()).not.toContain(words.share.channels['share sheet']);
    await bench.page.keyboard.press('Escape');
  });

  it('asks once before an early idea goes to the network, and notes the reason', async () => {
    await bench.openNote(NOTE);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await composer().waitFor();
    await choose('feed', 'network');
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(`<p>${TAKE}</p>`);
    // No way of the product counts a family of emoji: what is counted is what is shown.
    expect(await composer().locator('.sss-count').textContent()).toBe(words.share.characters([...((await composer().locator('.sss-preview').textContent()) ?? '')].length));
    await bench.page.keyboard.press('Control+Enter');
    await composer().locator('.sss-early').waitFor();
    expect(bench.exists('Feeds/network.xml')).toBe(false);
    expect(await findings('.sss-composer')).toEqual([]);
    await bench.page.keyboard.type('the question is for everybody');
    await bench.page.keyboard.press('Control+Enter');
    await composer().waitFor({ state: 'detached' });
    expect(await bench.readFile(NOTE)).toMatch(new RegExp(`- ${TODAY} network · \\[feed\\]\\(Feeds/network\\.xml#[0-9a-z]{13}\\) · straight there: the question is for everybody\n`));
    expect(await bench.readFile('Feeds/network.xml')).toContain('Ada Quill');
    expect(JSON.parse(await bench.readFile('Feeds/network.json'))).toMatchObject({ items: [{ title: 'Storms' }] });
  });

  it('puts a new version in the place of the old one, by keyboard', async () => {
    await bench.writeFile(NOTE, (await bench.readFile(NOTE)).replace('every morning', 'each day'));
    await bench.openNote(NOTE);
    await expect.poll(() => bench.editorText()).toContain('each day');
    await bench.settle();
    await bench.runCommand(`${PLUGIN}:share-update`);
    await composer().waitFor();
    await expect.poll(() => composer().locator('.mod-cta').textContent()).toBe('Share the new version');
    await bench.page.keyboard.press('Control+Enter');
    await composer().waitFor({ state: 'detached' });
    const feed = JSON.parse(await bench.readFile('Feeds/network.json')) as { items: { content_html: string }[] };
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]?.content_html).toContain('each day');
    expect((await bench.readFile(NOTE)).match(/\[feed\]/g)).toHaveLength(1);
  });

  it('gives a copy to a commons, and logs what came back', async () => {
    await bench.openNote(NOTE);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await composer().waitFor();
    await choose('commons', 'community');
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain('by: Ann');
    await bench.page.keyboard.press('Control+Enter');
    await composer().waitFor({ state: 'detached' });
    expect(await bench.readFile('Commons/community/Storms.md')).toContain('audience: community\n');
    await bench.settle();
    await bench.runCommand(`${PLUGIN}:share-log-response`);
    expect(await findings('.sss-response')).toEqual([]);
    await bench.page.getByLabel('From whom? (optional)').fill('Joan Petrie');
    await bench.page.getByLabel('In a few words').fill('Come and tell us');
    await bench.page.keyboard.press('Control+Enter');
    await bench.page.locator('.sss-response').waitFor({ state: 'detached' });
    expect(await bench.readFile(NOTE)).toContain(`\n  - ${TODAY} reply · [[Joan Petrie]] · Come and tell us\n`);
  });

  it('is at hand while the focus is in the sidebar', async () => {
    await bench.openNote(NOTE);
    await dismissNotices();
    await bench.page.locator('.sss-tab-button[data-tab=share]').click();
    expect(await bench.page.evaluate(() => document.activeElement?.closest('.markdown-source-view'))).toBe(null);
    expect(await bench.page.evaluate(() => window.workbench.app.workspace.activeLeaf?.view.getViewType())).toBe('seek-sense-share');
    const ids = ['share-quote', 'share-note', 'share-hold', 'share-update', 'share-withdraw', 'share-log-response', 'sense-write-take'];
    for (const id of ids) expect([id, await isOffered(bench, `${PLUGIN}:${id}`)]).toEqual([id, true]);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain('each day');
    await bench.page.keyboard.press('Escape');
  });

  it('shows the whole history, filters it, and writes it into a new file', async () => {
    await bench.runCommand(`${PLUGIN}:share-search-history`);
    const view = bench.page.locator('.sss-history');
    await view.locator('.sss-row', { hasText: 'Ladder' }).first().waitFor();
    expect(await findings('.sss-history')).toEqual([]);
    await view.getByLabel('Way').selectOption('feed');
    await expect.poll(() => view.locator('ul[aria-label="What went where"] .sss-row').count()).toBe(1);
    await view.getByLabel('Way').focus();
    await tabTo('Export as CSV');
    await bench.page.keyboard.press('Enter');
    await view.getByRole('button', { name: 'Export as CSV' }).click();
    await expect.poll(() => bench.exists(`Share history ${TODAY} 2.csv`)).toBe(true);
    expect(await readFile(path.join(bench.vaultPath, `Share history ${TODAY}.csv`), 'utf8')).toContain('Ladder,Quotes/Ladder.md,Network');
    await view.getByRole('button', { name: words.share.exportMarkdown }).click();
    await expect.poll(() => bench.exists(`Share history ${TODAY}.md`)).toBe(true);
    expect(await bench.readFile(`Share history ${TODAY}.md`)).toMatch(/^\| \S.* \|\n\| --- .* \|\n\| \d{4}-\d\d-\d\d \| \[\[Quotes\/Ladder\\\|Ladder\]\] \| Network \|  \| feed \| Feeds\/network\.xml\\#[0-9a-z]{13} \| the question is for everybody; new version \S+ \|  \|\n$/);
  });

  it('tells in gentle words what went between the user and a person', async () => {
    const view = bench.page.locator('.sss-history');
    expect(await view.locator('h3').allTextContents()).toEqual([words.share.givingHeading]);
    const joan = view.locator(`ul[aria-label="${words.share.givingLabel}: Team"] .sss-row`, { hasText: 'Joan Petrie' }).locator('.sss-row-detail');
    const [, gave = '', received = ''] = /^gave (\d+) · received (\d+)$/.exec((await joan.textContent()) ?? '') ?? [];
    expect(Number(received)).toBeGreaterThan(0);
    await bench.writeFile(LAMPS, `${await bench.readFile(LAMPS)}  - ${TODAY} thanks · [[Joan Petrie]] · for the lamps\n`);
    await expect.poll(() => joan.textContent()).toBe(words.share.giving(Number(gave), Number(received) + 1));
  });

  it('copies the link of what stands on the web, and opens the new version of what stands in a feed', async () => {
    const view = bench.page.locator('.sss-history');
    const row = (words: string): ReturnType<typeof view.locator> => view.locator('.sss-row', { hasText: words });
    await view.getByLabel('Way').selectOption('');
    await row('mastodon').getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => bench.readClipboard()).toBe('https://social.example/@mira/1131');
    expect(await row('mastodon').getByRole('button', { name: 'Take back' }).count()).toBe(0);
    expect(await row('straight there: the question is for everybody').getByRole('button', { name: 'Copy link' }).count()).toBe(0);
    await row('straight there').getByRole('button', { name: 'Share the new version' }).click();
    await composer().waitFor();
    expect(await composer().locator('.sss-audience input[value=network]').isChecked()).toBe(true);
    expect(await composer().locator('.sss-channel select').inputValue()).toBe('feed');
    await bench.page.keyboard.press('Escape');
  });

  it('takes back what stands in the feed, after a question', async () => {
    // Both the feed and the commons have something of this note: in the history the line says which one.
    await bench.page.locator('.sss-history .sss-row', { hasText: 'straight there' }).getByRole('button', { name: 'Take back' }).click();
    await bench.page.locator('.sss-question').waitFor();
    expect(await bench.page.locator('.sss-question').textContent()).toContain('Feed');
    await bench.page.getByRole('button', { name: 'Cancel' }).click();
    await bench.openNote(NOTE);
    await bench.runCommand(`${PLUGIN}:share-withdraw`);
    await bench.page.keyboard.type('Feed');
    await bench.page.locator('.suggestion-item.is-selected', { hasText: 'Feed' }).waitFor();
    await bench.page.keyboard.press('Enter');
    await bench.page.locator('.sss-question').waitFor();
    expect(await findings('.sss-question')).toEqual([]);
    await tabTo('Take back', 'Shift+Tab');
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => bench.readFile(NOTE)).toContain(`withdrawn ${TODAY}`);
    expect(await bench.readFile('Feeds/network.xml')).not.toContain('Storms');
  });

  it('takes in the commons of others, and not its own', async () => {
    for (const folder of ['Theirs', 'Commons/community']) {
      await bench.runCommand(`${PLUGIN}:share-take-in-commons`);
      await bench.page.locator('.suggestion-item', { hasText: folder }).click();
      await expect.poll(async () => (await bench.notices()).at(-1)).toBe(`Taken in: ${folder === 'Theirs' ? 1 : 0} new, 0 with a new version.`);
    }
    const taken = await bench.readFile('From others/Ines Carvalho - On waiting.md');
    expect(taken).toContain('author: Ines Carvalho\n');
    expect(taken).toContain('> Waiting is work, and nobody counts it.\n');
    expect(bench.exists('From others/Ann - Storms.md')).toBe(false);
  });

  it('takes in a new version of a copy: their words change, one\'s own stay', async () => {
    const taken = 'From others/Ines Carvalho - On waiting.md';
    const first = await bench.readFile(taken);
    await bench.writeFile(taken, `${first.trimEnd()}\n${TAKE}\n`);
    await bench.writeFile('Theirs/On waiting.md', COPY.replace('nobody counts it', 'somebody has to count it'));
    // A sync kept the version before, too: it is no copy of its own.
    await bench.writeFile('Theirs/On waiting.sync-conflict-20261122-101112-ABCDEFG.md', COPY);
    await bench.settle();
    await bench.runCommand(`${PLUGIN}:share-take-in-commons`);
    await bench.page.locator('.suggestion-item', { hasText: 'Theirs' }).click();
    await expect.poll(async () => (await bench.notices()).at(-1)).toBe('Taken in: 0 new, 1 with a new version.');
    const merged = (text: string): string => text.replace(/^taken-digest: .*$/m, '').replace('nobody counts it', 'somebody has to count it').trimEnd();
    expect(merged(await bench.readFile(taken))).toBe(`${merged(first)}\n${TAKE}`);
    expect(await bench.readFile(taken)).not.toContain('nobody counts it');
    await bench.runCommand(`${PLUGIN}:share-take-in-commons`);
    await bench.page.locator('.suggestion-item', { hasText: 'Theirs' }).click();
    await expect.poll(async () => (await bench.notices()).at(-1)).toBe('Taken in: 0 new, 0 with a new version.');
  });

  it('follows a note that gets another name, and shows anew what leaves when a note it links to was made private', async () => {
    const [before, after, friend] = ['Quotes/Linked.md', 'Quotes/Linked, renamed.md', 'Quotes/Keeper of Oars.md'];
    const made = { [friend]: 'She keeps the oars.\n', [before]: TEXT.replace(TAKE, `${TAKE} I told [[Keeper of Oars]].`) };
    await bench.page.evaluate(async (notes) => {
      for (const [name, text] of Object.entries(notes)) await window.workbench.app.vault.create(name, text);
    }, made);
    await bench.openNote(before);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await choose('clipboard', 'team');
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain('I told Keeper of Oars.');
    await bench.page.evaluate(async ([from, to, linked]) => {
      const { fileManager, vault } = window.workbench.app;
      const [file, other] = [vault.getFileByPath(from), vault.getFileByPath(linked)];
      if (file === null || other === null) throw new Error('The notes are gone.');
      await fileManager.renameFile(file, to);
      await vault.modify(other, 'She keeps the oars. #private\n');
    }, [before, after, friend] as const);
    await bench.page.keyboard.press('Control+Enter');
    await expect.poll(() => composer().locator('.sss-problem').textContent()).toBe(words.share.previewChanged);
    expect(await composer().locator('.sss-preview').textContent()).toContain(`I told ${words.share.privatePlaceholder}.`);
    expect(await composer().locator('.sss-withheld summary').textContent()).toBe(words.share.withheld(1));
    expect(await bench.readFile(after)).not.toContain('## Shared');
    await bench.page.keyboard.press('Control+Enter');
    await composer().waitFor({ state: 'detached' });
    expect(await bench.readFile(after)).toMatch(/## Shared\n- \S+ team · clipboard\n$/);
  });

  it('a note that another program makes private in the moment of sending is not named any more', async () => {
    const [note, friend] = ['Quotes/Disk.md', 'Quotes/Keeper of Ropes.md'];
    await bench.page.evaluate(async (notes) => {
      for (const [name, text] of Object.entries(notes)) await window.workbench.app.vault.create(name, text);
    }, { [friend]: 'He keeps the ropes.\n', [note]: TEXT.replace(TAKE, `${TAKE} I told [[Keeper of Ropes]].`) });
    await bench.openNote(note);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await choose('clipboard', 'team');
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain('I told Keeper of Ropes.');
    // Beside the app, and the key in the same breath: its cache cannot have heard of it.
    await bench.page.evaluate(async (path) => {
      await window.workbench.app.vault.adapter.write(path, '---\nprivate: true\n---\nHe keeps the ropes.\n');
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
    }, friend);
    await expect.poll(() => composer().locator('.sss-problem').textContent()).toBe(words.share.previewChanged);
    expect(await bench.readFile(note)).not.toContain('## Shared');
    await bench.page.keyboard.press('Escape');
    await composer().waitFor({ state: 'detached' });
  });

  it('says when a copy would name nobody who gives it, and shows the name as soon as it is told', async () => {
    await setSettings(bench, {});
    await bench.openNote(LAMPS);
    await bench.runCommand(`${PLUGIN}:share-quote`);
    const nameless = composer().locator('.sss-nameless');
    await choose('clipboard', 'community');
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(TAKE);
    expect(await nameless.isVisible()).toBe(false);
    await choose('feed', 'community');
    await nameless.waitFor();
    await choose('commons', 'community');
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain('audience: community');
    expect(await nameless.textContent()).toContain(words.share.nameless);
    expect(await findings('.sss-composer')).toEqual([]);
    await nameless.getByRole('button', { name: words.share.namelessDo }).press('Enter');
    await bench.page.locator('.mod-settings').waitFor();
    await setSettings(bench, { share: { byline: 'Ann' } });
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.mod-settings').waitFor({ state: 'detached' });
    await composer().locator('.sss-channel select').focus();
    await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain('by: Ann');
    expect(await nameless.isVisible()).toBe(false);
    await bench.page.keyboard.press('Escape');
  });

  it('shows a mail as it is handed over: to whom, and as plain text unless another form is chosen', async () => {
    await bench.runCommand(`${PLUGIN}:share-quote`);
    await choose('e-mail', 'community');
    const form = composer().locator('.sss-format select');
    const shown = composer().locator('.sss-preview');
    await expect.poll(() => form.inputValue()).toBe('plain');
    expect(await form.isVisible()).toBe(true);
    await expect.poll(() => shown.textContent()).toContain(`${words.share.mailTo([])}\n${words.share.mailSubject('Lamps')}\n\n`);
    expect(await shown.textContent()).not.toContain('\n>\n');
    await form.selectOption('markdown');
    await expect.poll(() => shown.textContent()).toContain('\n>\n');
    await bench.page.keyboard.press('Escape');
  });

  it('tells quotes of one work from another by their first words', async () => {
    await bench.writeFile('Quotes/Lamps, once more.md', LAMPS_TEXT.replace('Keepers remember', 'Nobody remembers'));
    await bench.settle();
    const subject = words.share.mailSubject(`Lamps – ${shortened('Keepers remember storms because somebody asks them at breakfast.', 40)}`);
    await expect.poll(async () => {
      await bench.runCommand(`${PLUGIN}:share-quote`);
      await choose('e-mail', 'community');
      await composer().locator('.sss-preview', { hasText: 'Lamps' }).waitFor();
      const shown = await composer().locator('.sss-preview').textContent();
      await bench.page.keyboard.press('Escape');
      await composer().waitFor({ state: 'detached' });
      return shown;
    }).toContain(subject);
  });

  it('says what is true of the same once more: it is copied, and stands in the history already', async () => {
    for (const sentence of [words.share.copied('team'), words.share.copiedAgain('team')]) {
      const before = await bench.readFile(LAMPS);
      await bench.runCommand(`${PLUGIN}:share-quote`);
      await choose('clipboard', 'team');
      await expect.poll(() => composer().locator('.sss-preview').textContent()).toContain(TAKE);
      await bench.page.keyboard.press('Control+Enter');
      await composer().waitFor({ state: 'detached' });
      await expect.poll(async () => (await bench.notices()).at(-1)).toBe(sentence);
      expect((await bench.readFile(LAMPS)) === before).toBe(sentence === words.share.copiedAgain('team'));
    }
  });
});
