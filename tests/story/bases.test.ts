import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dayAfter } from '../../src/base';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { PLUGIN, setSettings } from './moves';

// The ready bases and the two views for bases, in the workbench's own Bases. What they have to show is worked out here from the
// files of the sample vault.

const CLOCK = new Date('2026-11-20T09:12:00');
const TODAY = '2026-11-20';
const TEAM = `filters: note.space == "team"\nviews:\n  - type: ${PLUGIN}-spaces\n    name: Team\n  - type: ${PLUGIN}-roles\n    name: Roles of the team\n`;

interface Note {
  readonly path: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const notesIn = (folder: string): Note[] => readdirSync(`sample-vault/${folder}`).filter((file) => file.endsWith('.md')).map((file) => {
  const path = `${folder}/${file}`;
  const [, yaml = ''] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(`sample-vault/${path}`, 'utf8')) ?? [];
  return { path, name: file.slice(0, -3), properties: (parse(yaml) ?? {}) as Record<string, unknown> };
});
const [people, quotes, communities] = ['People', 'Quotes', 'Communities'].map(notesIn) as [Note[], Note[], Note[]];
const namesOf = (notes: readonly Note[]): string[] => notes.map(({ name }) => name).sort();

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openWorkbench({ clock: CLOCK });
});

afterEach(() => {
  expect(bench.errors.splice(0)).toEqual([]);
});

afterAll(async () => {
  await bench.close();
});

const open = async (path: string): Promise<void> => {
  await bench.page.waitForFunction((wanted) => window.workbench.app.vault.getFileByPath(wanted) !== null, path);
  await bench.openNote(path);
};
const choose = async (view: string): Promise<void> => {
  await bench.page.locator('.bases-pane .bases-toolbar-views-menu').click();
  await bench.page.locator('.menu-item').getByText(view, { exact: true }).click();
};
/** Notices lie over the toolbar for a while. */
const clearNotices = (): Promise<void> => bench.page.evaluate(() => document.querySelectorAll<HTMLElement>('.notice').forEach((notice) => notice.click()));
const cells = (property: string): Promise<string[]> => bench.page.locator(`.bases-pane td[data-property="${property}"]`).allTextContents();
const rowNames = async (): Promise<string[]> => (await cells('file.name')).sort();
const dots = async (): Promise<string[]> => (await bench.page.locator('.bases-pane .sss-dot').evaluateAll((all) => all.map((dot) => dot.getAttribute('data-path') ?? ''))).sort();
const team = (): string[] => people.filter(({ properties }) => properties['space'] === 'team').map(({ path }) => path).sort();

describe('the ready bases', () => {
  it('are made once and never overwritten', async () => {
    await bench.runCommand(`${PLUGIN}:ties-make-bases`);
    const paths = ['Contacts', 'Communities', 'Quotes', 'Shares'].map((name) => `People/${name}.base`).join(', ');
    await expect.poll(async () => (await bench.notices()).at(-1)).toBe(`Made: ${paths}.`);
    const before = await bench.readFile('People/Contacts.base');
    await bench.runCommand(`${PLUGIN}:ties-make-bases`);
    await expect.poll(async () => (await bench.notices()).at(-1)).toBe(`There already, and left as they are: ${paths}.`);
    expect(await bench.readFile('People/Contacts.base')).toBe(before);
    await clearNotices();
  });

  it('show the contacts by due', async () => {
    const due = new Map(people.map(({ name, properties: { 'last-contact': last, met, cadence } }) => [name, typeof cadence === 'number' && cadence > 0 ? dayAfter(String(last ?? met), cadence) : '']));
    await open('People/Contacts.base');
    await expect.poll(rowNames).toEqual(namesOf(people));
    const shown = await cells('formula.due');
    expect(shown).toEqual((await cells('file.name')).map((name) => due.get(name)));
    expect(shown.filter((day) => day !== '')).toEqual([...due.values()].filter((day) => day !== '').sort());
    await choose('Due now');
    const dueNow = people.filter(({ name, properties }) => (due.get(name) ?? '') !== '' && (due.get(name) ?? '') <= TODAY && (typeof properties['snooze-until'] === 'string' ? properties['snooze-until'] : '') <= TODAY);
    expect(dueNow.length).toBeGreaterThan(0);
    await expect.poll(rowNames).toEqual(namesOf(dueNow));
  });

  it('show the communities and who belongs to them', async () => {
    const members = people.filter(({ properties }) => Array.isArray(properties['communities']) && properties['communities'].length > 0);
    await open('People/Communities.base');
    await expect.poll(rowNames).toEqual(namesOf(communities));
    await choose('Members');
    await expect.poll(rowNames).toEqual(namesOf(members));
    expect(await bench.page.locator('.bases-group-heading').allTextContents()).toEqual([...new Set(members.map(({ properties }) => (properties['communities'] as string[]).map((link) => link.slice(2, -2)).join(', ')))].sort());
    await choose('Three spaces');
    await expect.poll(dots).toEqual(members.map(({ path }) => path).sort());
  });

  it('show the quotes by state, and shares by audience', async () => {
    const has = (property: string) => ({ properties }: Note): boolean => properties[property] !== undefined;
    const [shared, taken] = [quotes.filter(has('shared')), quotes.filter(has('sensed'))];
    const waiting = quotes.filter((quote) => !has('shared')(quote) && !has('sensed')(quote) && !has('let-go')(quote));
    await open('People/Quotes.base');
    await expect.poll(rowNames).toEqual(namesOf(quotes));
    expect(await bench.page.locator('.bases-group-heading').allTextContents()).toEqual(['Shared', 'Waiting for a take', 'With a take']);
    for (const [view, expected] of [['Waiting for a take', waiting], ['With a take', taken], ['Shared', shared]] as const) {
      await choose(view);
      await expect.poll(rowNames).toEqual(namesOf(expected));
    }
    await open('People/Shares.base');
    for (const [view, audience] of [['Team', 'team'], ['Community', 'community'], ['Network', 'network']] as const) {
      await choose(view);
      await expect.poll(async () => (await rowNames()).filter((name) => quotes.some((quote) => quote.name === name))).toEqual(namesOf(shared.filter(({ properties }) => [properties['shared']].flat().includes(audience))));
    }
  });
});

describe('the three spaces in a base', () => {
  it('show the people that the base lets through, and only those', async () => {
    await bench.writeFile('Team.base', TEAM);
    await open('Team.base');
    await expect.poll(dots).toEqual(team());
    expect(team().length).toBeGreaterThan(1);
  });

  it('follow the notes', async () => {
    const [leaver = '', ...rest] = team();
    const text = await bench.readFile(leaver);
    await bench.writeFile(leaver, text.replace('space: team', 'space: network'));
    await expect.poll(dots).toEqual(rest);
    await bench.writeFile(leaver, text);
    await expect.poll(dots).toEqual(team());
  });

  it('show the strongest ties only, when asked', async () => {
    await open('People/Contacts.base');
    await choose('Three spaces');
    await expect.poll(dots).toEqual(people.map(({ path }) => path).sort());
    await bench.page.getByRole('button', { name: 'Configure view' }).click();
    await bench.page.locator('.modal select').selectOption('20');
    await bench.page.keyboard.press('Escape');
    await expect.poll(async () => (await dots()).length).toBe(20);
    expect(await bench.readFile('People/Contacts.base')).toContain('strongest: "20"');
  });

  it('open a note by click', async () => {
    const [path = ''] = await dots();
    await bench.page.locator(`.bases-pane .sss-dot[data-path="${path}"]`).click();
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe(path);
  });

  it('and the roles are written as the reference shows it', async () => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/reference/bases.md', 'utf8')) ?? [];
    await bench.writeFile('Example.base', example);
    await open('Example.base');
    await expect.poll(dots).toEqual(people.filter(({ properties }) => [properties['topics']].flat().includes('handover')).map(({ path }) => path).sort());
    await choose('Roles');
    await bench.page.locator('.bases-pane summary', { hasText: 'As a table' }).click();
    await expect.poll(() => bench.page.locator('.bases-pane .sss-dash-table tbody tr').count()).toBe(26);
  });

  it('say it when no note is about a person', async () => {
    await bench.writeFile('Nobody.base', `filters: file.folder == "Quotes"\nviews:\n  - type: ${PLUGIN}-spaces\n    name: Nobody\n`);
    await open('Nobody.base');
    await expect.poll(() => bench.page.locator('.bases-pane .sss-spaces-status').textContent()).toBe('None of these notes is about a person.');
  });
});

describe('the roles in a base', () => {
  const place = (): Promise<string> => bench.page.locator('.bases-pane .sss-role-dot.is-now title').textContent().then((text) => text ?? '');

  it('count what its notes tell, and nothing else', async () => {
    await open('People/Quotes.base');
    await choose('Where you stand');
    await expect.poll(() => bench.page.locator('.bases-pane .sss-dash [role=status]').textContent()).toBe(`Only what ${quotes.length} notes tell counts here: those that this base shows.`);
    const whole = await place();
    expect(whole).toMatch(/^2026-W47: made of it \.?\d/);
    const measured = await bench.page.evaluate(async (id) => {
      const plugin = window.workbench.app.plugins.plugins[id] as unknown as { api: { practice: { week(): Promise<{ measure: { x: number } }> } } };
      return (await plugin.api.practice.week()).measure.x;
    }, PLUGIN);
    // Quotes alone: conversations with people stand in other notes.
    expect(whole).toContain(`made of it ${Math.round(measured * 100) / 100},`);
    await bench.page.locator('.bases-pane summary', { hasText: 'How this is computed' }).click();
    await expect.poll(() => bench.page.locator('.bases-pane .sss-dash ol').textContent()).toContain('plus 0.5 for each of 0 exchanges with people');
  });

  it('follow the notes, and tell when there is nothing to tell', async () => {
    await open('Team.base');
    await choose('Roles of the team');
    await bench.page.locator('.bases-pane .sss-dash h3').first().waitFor();
    await bench.writeFile('Quiet.base', `filters: file.folder == "Notes/Maps"\nviews:\n  - type: ${PLUGIN}-roles\n    name: Quiet\n`);
    await open('Quiet.base');
    const maps = notesIn('Notes/Maps').length;
    await expect.poll(() => bench.page.locator('.bases-pane .sss-dash').textContent()).toContain(`The ${maps} notes of this base tell of nothing yet`);
    const path = 'Notes/Maps/Desire paths.md';
    const text = await bench.readFile(path);
    await bench.writeFile(path, `${text.trimEnd()}\n\n## Shared\n- ${TODAY} network · clipboard\n- ${TODAY} team · clipboard\n- ${TODAY} community · clipboard\n`);
    await expect.poll(() => bench.page.locator('.bases-pane .sss-dash').textContent(), { timeout: 15_000 }).toContain('Went out: 3 shares');
    await bench.writeFile(path, text);
    await expect.poll(() => bench.page.locator('.bases-pane .sss-dash').textContent(), { timeout: 15_000 }).toContain('tell of nothing yet');
  });
});

describe('both views', () => {
  it('leave nothing when the plugin goes, and come back with it', async () => {
    await open('Team.base');
    await expect.poll(dots).toEqual(team());
    await bench.page.evaluate((id) => window.workbench.disable(id), PLUGIN);
    await expect.poll(() => bench.page.locator('.bases-pane .bases-problem').textContent()).toContain(`Nothing here shows views of the type "${PLUGIN}-spaces".`);
    expect(await bench.page.locator('[class*="sss-"]').count()).toBe(0);
    await bench.page.evaluate((id) => window.workbench.enable(id), PLUGIN);
    await expect.poll(dots).toEqual(team());
  });

  it('leave nothing when another view is shown', async () => {
    const alive = async (): Promise<object> => {
      await bench.settle();
      const { listeners, eventRefs, intervals } = await bench.page.evaluate(() => window.workbench.resources());
      return { listeners, eventRefs, intervals };
    };
    await choose('Roles of the team');
    await bench.page.locator('.bases-pane .sss-dash h3').first().waitFor();
    const before = await alive();
    for (const view of ['Team', 'Roles of the team']) {
      await choose(view);
      await bench.page.locator('.bases-pane .sss-dot, .bases-pane .sss-dash h3').first().waitFor();
    }
    await expect.poll(alive).toEqual(before);
    expect(await bench.page.locator('.bases-pane .sss-base').count()).toBe(1);
  });
});

describe('on a phone, in another vault', () => {
  beforeAll(async () => {
    await bench.close();
    bench = await openWorkbench({
      clock: CLOCK,
      viewport: { width: 390, height: 844 },
      vault: {
        'Menschen/Ute.md': '---\nArt: contact\nRaum: team\nAlle wieviel Tage: "30"\nzuletzt: 2026-11-01\n---\n',
        'Ida.md': '---\ntags: [mensch]\nRaum: network\n---\n',
        'Zitat.md': '---\nArt: [quote, essay]\ncaptured: 2026-11-18\ngedacht: 2026-11-19\n---\n> Alles fließt.\n\n## My take\nNichts fließt von allein, sagt der Klempner, und er hat meistens recht damit.\n',
      },
    });
    await setSettings(bench, { ties: { folder: 'Menschen', tag: 'mensch' }, properties: { type: 'Art', space: 'Raum', cadence: 'Alle wieviel Tage', lastContact: 'zuletzt', sensed: 'gedacht' } });
  });

  const overflow = (): Promise<number> => bench.page.locator('.bases-pane .bases-body').evaluate((body) => body.scrollWidth - body.clientWidth);

  it('the bases follow folders, tags and property names', async () => {
    await bench.runCommand(`${PLUGIN}:ties-make-bases`);
    await open('Menschen/Contacts.base');
    await clearNotices();
    await expect.poll(rowNames).toEqual(['Ida', 'Ute']);
    expect(await cells('formula.due')).toEqual(['2026-12-01', '']);
    expect(await cells('note.Raum')).toEqual(['team', 'network']);
    await open('Menschen/Quotes.base');
    await choose('With a take');
    await expect.poll(rowNames).toEqual(['Zitat']);
  });

  it('the two views fit', async () => {
    await choose('Where you stand');
    await bench.page.locator('.bases-pane .sss-role-field').waitFor();
    expect(await bench.page.locator('.bases-pane .sss-dash').textContent()).toContain('1 take with 13 words of your own');
    expect(await overflow()).toBe(0);
    await open('Menschen/Contacts.base');
    await choose('Three spaces');
    await expect.poll(dots).toEqual(['Ida.md', 'Menschen/Ute.md']);
    expect(await overflow()).toBe(0);
  });

  it('where Bases are switched off, the files are made and the way to see them is told', async () => {
    await bench.writeFile('.obsidian/core-plugins.json', '{"bases": false}');
    await setSettings(bench, { ties: { folder: 'Off' } });
    await bench.reload();
    await bench.runCommand(`${PLUGIN}:ties-make-bases`);
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('To see the files, switch on the core plugin "Bases" and start the app again.');
    expect(bench.exists('Off/Contacts.base')).toBe(true);
  });
});
