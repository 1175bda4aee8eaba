import { describe, expect, it } from 'vitest';
import { readProperties } from '../../src/note';
import { takeIn } from '../../src/sense';
import { TAKE, bench, fire, gone, lastNotice, modal, press, problem, quoteNote, rewrite, run, showTab, useBench } from './bad-input';
import { isOffered, notesOnDisk, PLUGIN, putCursor } from './moves';

useBench();

const WRONG: readonly string[] = ['[a, [b, c], {d: e}]', '12', 'true', 'null', '{a: {b: c}}', '2026-13-45', '"2026-02-30T99:99"', '"[["', '-1', '.inf', '""', '[[A link]]', '|\n  a\n  b'];
const NAMES = ['author', 'source', 'via', 'found-in', 'captured', 'sensed', 'sense', 'sense-later', 'let-go', 'shared', 'private', 'space', 'communities', 'topics', 'cadence', 'last-contact', 'met', 'aliases', 'email', 'url', 'tags'];

const yamlOf = (value: string): string => NAMES.map((name) => `${name}: ${value}\n`).join('');

describe('properties of the wrong type', () => {
  it.each(WRONG)('%s is read as far as it goes, by every list and command', async (value) => {
    const yaml = yamlOf(value);
    await rewrite('Wrong/Quote.md', quoteNote(yaml));
    await rewrite('Wrong/Contact.md', `---\ntype: contact\n${yaml}---\nA person.\n`);
    await rewrite('Wrong/Community.md', `---\ntype: community\n${yaml}---\nA group.\n`);
    await rewrite('Wrong/Type.md', `---\ntype: ${value}\n---\n> A quotation.\n`);
    for (const tab of ['links', 'sense', 'share', 'ties']) await showTab(tab);
    for (const name of ['Community', 'Type', 'Contact']) await bench.openNote(`Wrong/${name}.md`);
    await bench.openNote('Wrong/Quote.md', 'preview');
    await bench.openNote('Wrong/Quote.md');
    await run('sense-write-take');
    await modal().locator('textarea').fill(TAKE);
    await modal().locator('textarea').press('Control+Enter');
    await gone();
    const note = await bench.readFile('Wrong/Quote.md');
    expect(takeIn(note, 'My take')).toBe(TAKE);
    const written = readProperties(note);
    const before = readProperties(quoteNote(yaml));
    for (const name of ['author', 'source', 'via', 'captured', 'shared', 'private', 'topics']) {
      expect(written.ok && written.value[name]).toEqual(before.ok && before.value[name]);
    }
    await bench.openNote('Wrong/Contact.md');
    await run('ties-log-interaction');
    await modal().getByLabel('What it was').fill('A call');
    await press('Log');
    await expect.poll(async () => (await modal().count()) === 0 || (await problem())).toBeTruthy();
  });

  it('keeps what a list of authors and of guides says, also in what leaves', async () => {
    await rewrite('Wrong/Quote.md', quoteNote('author: [Ann Author, "[[Ben Writer]]"]\nvia: ["[[Joan Petrie]]", Kim]\nsource: ["https://example.org/a"]\nsense: [synthesise, reflect]\nshared: newsletter\n', `> Words without a name.\n\n## My take\n${TAKE}\n`));
    await bench.openNote('Wrong/Quote.md');
    await run('share-quote');
    await bench.page.locator('.sss-composer').waitFor();
    await press('Copy and record');
    await gone();
    const left = await bench.readClipboard();
    for (const name of ['Ann Author', 'Ben Writer', 'example.org/a', 'Joan Petrie', 'Kim']) expect(left).toContain(name);
    expect(await bench.readFile('Wrong/Quote.md')).toContain('shared: [community, newsletter]\n');
    await run('sense-write-take');
    await modal().locator('textarea').press('Control+Enter');
    await gone();
    expect(await bench.readFile('Wrong/Quote.md')).toContain('sense: [synthesise, reflect]\n');
  });

  it('says so instead of overwriting a "shared" that is no list, before anything leaves', async () => {
    await bench.writeClipboard('before');
    await rewrite('Wrong/Quote.md', quoteNote('shared: {a: b}\n').concat(`${TAKE}\n`));
    await bench.openNote('Wrong/Quote.md');
    await run('share-quote');
    await bench.page.locator('.sss-composer').waitFor();
    await press('Copy and record');
    await expect.poll(problem).toContain('"shared"');
    expect(await bench.readClipboard()).toBe('before');
    expect(await bench.readFile('Wrong/Quote.md')).toContain('shared: {a: b}\n');
  });
});

describe('properties broken by hand', () => {
  const BROKEN = ['author: "Ann', 'a: [b', 'a: b: c', '\tx: y', 'a: *nobody', 'type: letter', '- a\n- b', '? {'];

  it.each(BROKEN)('%s: a sentence says where, and nothing is changed', async (line) => {
    const texts = {
      'Broken/Quote.md': quoteNote(`${line}\n`, '> [!quote]\n> Words.\n\n## My take\nKept.\n'),
      'Broken/Contact.md': `---\ntype: contact\n${line}\n---\nA person.\n`,
      'Broken/Community.md': `---\ntype: community\n${line}\n---\nA group.\n`,
    };
    for (const [path, text] of Object.entries(texts)) await rewrite(path, text);
    for (const tab of ['links', 'sense', 'share', 'ties']) await showTab(tab);
    await fire({ action: 'take', path: 'Broken/Quote.md' });
    await expect.poll(lastNotice).toMatch(/The properties at the top of the note (?:cannot be read|are not a list)|The property "type" stands more than once at the top of the note/);
    await bench.openNote('Broken/Quote.md');
    await putCursor(bench, 'Words');
    for (const id of ['sense-write-take', 'share-quote', 'share-note', 'daily-fill']) {
      const before = (await bench.notices()).length;
      if (!(await isOffered(bench, `${PLUGIN}:${id}`))) continue;
      await run(id);
      await expect.poll(async () => (await bench.notices()).length).toBeGreaterThan(before);
      if (id !== 'daily-fill') expect(await lastNotice()).toMatch(/at the top of the note/);
    }
    expect(await bench.page.locator('.modal').count()).toBe(0);
    for (const [path, text] of Object.entries(texts)) expect(await bench.readFile(path)).toBe(text);
    expect([...(await notesOnDisk(bench, 'Quotes')).values()].filter((text) => text.includes('> Words.\n'))).toEqual([]);
  });
});
