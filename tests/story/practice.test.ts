import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { cutOff, findings } from './findings';
import { notesOnDisk, setSettings } from './moves';

// The user's own week, in a real browser, with the built plugin on a copy of the sample vault: dashboard and weekly review.

const NOW = new Date('2026-11-20T09:12:00');
const UNSENSED = 'Quotes/Francis Bacon - Ant, spider, bee.md';
const TAKE = 'Observation is a skill that a team has to practise together, and our handover form gives nobody the time for it.';
const TODAY = 'Daily/2026-11-20.md';
const DATA = '.obsidian/plugins/seek-sense-share/data.json';

let bench: OpenWorkbench;
const dash = (part = ''): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator(`.sss-dash ${part}`);

async function openDashboard(): Promise<void> {
  await bench.runCommand('seek-sense-share:practice-open');
  await dash('.mod-unused').waitFor({ timeout: 30_000 });
  // Drawn last, when the quotes are counted.
  await dash('.mod-queue svg').waitFor({ timeout: 30_000 });
}

describe('the dashboard', () => {
  beforeAll(async () => {
    bench = await openWorkbench({ clock: NOW, open: 'Home.md' });
    await openDashboard();
  });

  afterAll(() => bench.close());

  it('shows every part, each picture with a name and a table behind it', async () => {
    expect(await dash('h3').allInnerTexts()).toEqual(['Where you stand', 'In and out', 'Give and receive', 'Quotes that wait', 'Your takes', 'Ways of sense-making', 'Signal and noise', 'What came of it', 'Takes at rest']);
    const pictures = dash('svg[role=img]');
    expect(await pictures.count()).toBeGreaterThanOrEqual(6);
    for (const name of await pictures.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))) expect(name.length).toBeGreaterThan(30);
    expect(await dash('.sss-dash-part:has(svg[role=img])').count()).toBe(await dash('.sss-dash-part:has(svg[role=img]):has(details.sss-dash-table)').count());
  });

  it('draws a dot for each week that has a role, and the large one for this week', async () => {
    await dash('.mod-role summary').click();
    const roles = await dash('.mod-role tbody tr').evaluateAll((rows) => rows.map((row) => row.lastElementChild?.textContent ?? ''));
    expect(roles).toHaveLength(12);
    const named = roles.filter((role) => role !== '');
    expect(named.length).toBeGreaterThan(1);
    expect(await dash('.mod-role .sss-role-dot').count()).toBe(named.length);
    expect(await dash('.mod-role .sss-role-dot.is-now').count()).toBe(roles.at(-1) === '' ? 0 : 1);
    const said = await dash('.mod-role').innerText();
    expect(said.includes('The large dot is this week')).toBe(roles.at(-1) !== '');
    await dash('.mod-role summary').click();
  });

  it('tells by keyboard how the role is computed, and shows the numbers as a table', async () => {
    await dash('.mod-head summary').focus();
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => dash('.mod-head ol').innerText()).toContain('On its axis that is');
    await dash('.mod-flow summary').focus();
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => dash('.mod-flow tbody tr').count()).toBe(12);
    expect(await dash('.mod-flow thead th').allInnerTexts()).toContain('Out: Community');
  });

  it('goes back a week and forth again, and the button keeps the focus', async () => {
    await dash('[data-focus=chevron-left]').focus();
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => dash('h2').innerText()).toBe('Week 46 of 2026');
    await expect.poll(() => bench.page.evaluate(() => document.activeElement?.getAttribute('data-focus'))).toBe('chevron-left');
    await dash('[data-focus=now]').click();
    await expect.poll(() => dash('h2').innerText()).toBe('Week 47 of 2026');
  });

  it('follows what is written by hand or comes by sync, and opened tables stay open', async () => {
    expect(await dash('.sss-dash-lines').innerText()).not.toContain('1 take with');
    const text = await bench.readFile(UNSENSED);
    const taken = text.replace(/^---\n/, '---\nsensed: 2026-11-19T08:00\nsense: [synthesise]\n').replace(/## My take\n/, `## My take\n${TAKE}\n`);
    await bench.writeFile(UNSENSED, `${taken}\n## Applied\n- 2026-11-20 insight · looking comes first, <img src=x onerror=alert(1)> writing after\n`);
    await expect.poll(() => dash('.sss-dash-lines').innerText(), { timeout: 15_000 }).toContain('1 take with 21 words of your own (Synthesise 1), 1 insight');
    await expect.poll(() => dash('.mod-harvest').innerText()).toContain('looking comes first, <img src=x onerror=alert(1)> writing after');
    expect(await dash('img').count()).toBe(0);
    expect(await dash('.mod-flow tbody tr').count()).toBe(12);
  });

  it('knows a note by its new name', async () => {
    await bench.page.evaluate(async (path) => {
      const { vault, fileManager } = window.workbench.app;
      const file = vault.getFileByPath(path);
      if (file !== null) await fileManager.renameFile(file, 'Quotes/Ants and bees.md');
    }, UNSENSED);
    await expect.poll(() => dash('.mod-harvest a').first().innerText(), { timeout: 15_000 }).toBe('Ants and bees');
    expect(await dash('.sss-dash-lines').innerText()).toContain('1 take with');
    await dash('.mod-harvest a').first().click();
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('Quotes/Ants and bees.md');
  });

  it('scolds nobody', async () => {
    await openDashboard();
    const text = (await dash('.sss-dash-part').allInnerTexts()).join('\n').toLowerCase();
    for (const word of ['streak', 'overdue', 'late', 'only', 'should', 'must', 'fail', 'behind', 'missed', 'goal']) expect(text).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});

describe.each([['light', 'en'], ['dark', 'de']] as const)('in the %s theme, on a phone, in the language %s', (theme, language) => {
  beforeAll(async () => {
    bench = await openWorkbench({ built: true, clock: NOW, theme, viewport: { width: 390, height: 844 }, open: 'Home.md', query: { language } });
    await openDashboard();
  });

  afterAll(() => bench.close());

  it('the dashboard has no finding of axe, and nothing is cut off or wider than the page', async () => {
    for (const summary of await dash('summary').all()) await summary.click();
    await expect.poll(() => dash('table').count()).toBeGreaterThanOrEqual(6);
    expect(await findings(bench, '.sss-dash')).toEqual([]);
    expect(await dash('').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(await cutOff(bench, '.sss-dash-part, .sss-dash svg, .sss-dash svg text')).toEqual([]);
  });

  it('the welcome and the window of templates are walked through by keyboard, without a finding', async () => {
    const { keyboard } = bench.page;
    const focused = (): Promise<string> => bench.page.evaluate(() => {
      const { activeElement } = document;
      return [activeElement?.getAttribute('data-offer'), activeElement?.className, activeElement?.closest('label')?.textContent].join(' ');
    });
    const tabTo = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 20 && !(await focused()).includes(wanted); presses++) await keyboard.press('Tab');
      expect(await focused()).toContain(wanted);
    };
    await bench.runCommand('seek-sense-share:open-welcome');
    expect(await findings(bench, '.sss-welcome')).toEqual([]);
    expect(await cutOff(bench, '.sss-welcome *')).toEqual([]);
    await tabTo('samples');
    await keyboard.press('Space');
    await tabTo('blocks');
    await keyboard.press('Space');
    await tabTo('mod-cta');
    await keyboard.press('Enter');
    expect(await findings(bench, '.sss-template')).toEqual([]);
    expect(await cutOff(bench, '.sss-template *')).toEqual([]);
    const samples = language === 'de' ? 'Seek Sense Share Beispiele' : 'Seek Sense Share samples';
    expect((await notesOnDisk(bench, samples)).size).toBe(3);
    await tabTo('{{sense:prompt}}');
    await keyboard.press('Space');
    await tabTo('mod-cta');
    await keyboard.press('Enter');
    await bench.page.locator('.sss-template').waitFor({ state: 'detached' });
    expect(await bench.readFile('Templates/Daily note.md')).toContain('{{sense:prompt}}');
  });

  it('the weights of the roles are set by keyboard, without a finding', async () => {
    const { page } = bench;
    const { keyboard } = page;
    await bench.runCommand('app:open-settings');
    await page.locator('.vertical-tab-nav-item', { hasText: 'Seek Sense Share' }).last().click();
    await page.getByText(language === 'de' ? 'Wie Rollen berechnet werden' : 'How roles are computed').click();
    const label = language === 'de' ? 'Ein Gedanke, der anwendet' : 'A commentary that applies';
    const weight = page.locator('.setting-item', { hasText: label }).locator('input');
    await weight.waitFor();
    expect(await findings(bench, '.vertical-tab-content')).toEqual([]);
    expect(await cutOff(bench, '.vertical-tab-content .setting-item *')).toEqual([]);
    await weight.focus();
    await keyboard.press('Control+A');
    await keyboard.type('-1');
    await keyboard.press('Tab');
    await expect.poll(() => page.locator('.vertical-tab-content').innerText()).toContain(language === 'de' ? 'nicht unter 0 liegt' : 'not below 0');
    await weight.focus();
    await keyboard.press('Control+A');
    await keyboard.type('5');
    await keyboard.press('Tab');
    await expect.poll(async () => (bench.exists(DATA) ? (JSON.parse(await bench.readFile(DATA)) as { roles?: { apply?: number } }).roles?.apply : undefined)).toBe(5);
  });
});

describe('the weekly review', () => {
  beforeAll(async () => {
    bench = await openWorkbench({ built: true, clock: NOW, open: 'Home.md' });
  });

  afterAll(() => bench.close());

  it('is written into today\'s daily note where no weekly notes are kept', async () => {
    await bench.runCommand('seek-sense-share:practice-insert-review');
    await expect.poll(async () => (bench.exists(TODAY) ? bench.readFile(TODAY) : ''), { timeout: 60_000 }).toContain('%% seek-sense-share:review end %%');
    const text = await bench.readFile(TODAY);
    expect(text).toContain('## Weekly review · Week 47 of 2026\n');
    expect(text).toMatch(/\*\*Came in:\*\* 4 quotes/);
    expect(text.match(/ ↔ /g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).toMatch(/\*\*One suggestion:\*\* \[\[/);
    expect(text).toContain('### What surprised me?\n');
    const lineAtCursor = (): Promise<string | undefined> => bench.page.evaluate(() => {
      const editor = window.workbench.app.workspace.activeEditor?.editor;
      return editor?.getLine(editor.getCursor().line);
    });
    await expect.poll(lineAtCursor).toBe('## Weekly review · Week 47 of 2026');
    expect(await bench.page.locator('.cm-line', { hasText: 'Weekly review' }).isVisible()).toBe(true);
  });

  it('a second time its block is brought up to date, and the answers are as they were', async () => {
    const text = await bench.readFile(TODAY);
    const answered = text.replace('### What surprised me?\n', '### What surprised me?\nThat the bees  dance,\n\n> and *how*.\n');
    await bench.writeFile(TODAY, answered);
    await bench.writeFile('Quotes/One more.md', '---\ntype: quote\ncaptured: 2026-11-20T08:00\n---\n> [!quote] A book\n> One more thing.\n');
    await expect.poll(() => bench.page.evaluate(() => window.workbench.app.metadataCache.getCache('Quotes/One more.md')?.frontmatter?.['type'] as unknown), { timeout: 15_000 }).toBe('quote');
    await bench.settle();
    await bench.runCommand('seek-sense-share:practice-insert-review');
    await expect.poll(() => bench.readFile(TODAY), { timeout: 60_000 }).toMatch(/\*\*Came in:\*\* 5 quotes/);
    const outside = (whole: string): string => whole.replace(/%% seek-sense-share:review 2026-W47[\s\S]*?review end %%/, '');
    expect(outside(await bench.readFile(TODAY))).toBe(outside(answered));
    await expect.poll(async () => (await bench.notices()).at(-1)).toContain('is up to date');
  });

  it('on the Sunday goes to the weekly note of its week, though in English a new week begins that day', async () => {
    const weekly = 'Weekly/2026-W47.md';
    const written = async (): Promise<string> => (bench.exists(weekly) ? bench.readFile(weekly) : '');
    await bench.page.evaluate(() => void Object.assign(window.workbench.app.plugins.plugins, { 'periodic-notes': { settings: { weekly: { enabled: true, folder: 'Weekly', format: '' } } } }));
    await bench.runCommand('seek-sense-share:practice-insert-review');
    await expect.poll(written, { timeout: 60_000 }).toContain('### What surprised me?\n');
    await bench.writeFile(weekly, (await written()).replace('### What surprised me?\n', '### What surprised me?\nFriday\'s answer.\n'));
    await expect.poll(() => bench.editorText()).toContain('Friday\'s answer.');
    const updated = (await bench.notices()).length;
    await bench.page.evaluate(() => {
      const Friday = window.Date;
      const twoDays = 2 * 86_400_000;
      window.Date = new Proxy(Friday, {
        construct: (target, given: number[]) => Reflect.construct(target, given.length === 0 ? [target.now() + twoDays] : given) as Date,
        get: (target, name, receiver) => (name === 'now' ? () => target.now() + twoDays : (Reflect.get(target, name, receiver) as unknown)),
      });
    });
    await bench.runCommand('seek-sense-share:practice-insert-review');
    await expect.poll(async () => (await bench.notices()).slice(updated).join(), { timeout: 60_000 }).toContain('"2026-W47" is up to date');
    expect(await written()).toContain('### What surprised me?\nFriday\'s answer.\n');
    expect(bench.exists('Weekly/2026-W48.md')).toBe(false);
    await bench.page.evaluate(() => void delete window.workbench.app.plugins.plugins['periodic-notes']);
  });

  it('goes to the active note when that is set', async () => {
    await setSettings(bench, { practice: { reviewPlace: 'active-note', reviewQuestions: ['What did the garden say?'] } });
    await bench.openNote('Home.md');
    const before = await bench.readFile('Home.md');
    await bench.runCommand('seek-sense-share:practice-insert-review');
    await expect.poll(() => bench.readFile('Home.md'), { timeout: 30_000 }).toContain('### What did the garden say?');
    expect((await bench.readFile('Home.md')).startsWith(before.trimEnd())).toBe(true);
  });
});
