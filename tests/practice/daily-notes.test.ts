import { describe, expect, it, vi } from 'vitest';
import type { App } from 'obsidian';
import type { NoteStore } from '../../src/note';
import { dailyNotePath, dailyNoteSetups, dayOfDailyNote, isDailyNotePath, makeDailyNote, makeWeeklyNote, periodicNoteSetups } from '../../src/obsidian/daily-notes';
import { dailyTemplate, isTemplatePath } from '../../src/obsidian/template-notes';

vi.mock('obsidian', async () => ({ moment: (await import('moment')).default }));

/** An app as the reader sees it: other plugins' objects, and links to templates. */
function appWith({ core, periodic, templates, templater, quickadd, unique, files = [] }: { core?: unknown; periodic?: unknown; templates?: string; templater?: unknown; quickadd?: unknown; unique?: string; files?: string[] }): App {
  return {
    plugins: { plugins: { 'periodic-notes': periodic, 'templater-obsidian': typeof templater === 'string' ? { settings: { templates_folder: templater } } : templater, quickadd } },
    internalPlugins: { plugins: { 'daily-notes': core, templates: { instance: { options: { folder: templates } } }, 'zk-prefixer': { instance: { options: { template: unique } } } } },
    metadataCache: { getFirstLinkpathDest: (link: string) => files.filter((path) => path === `${link}.md` || path.endsWith(`/${link}.md`)).map((path) => ({ path }))[0] ?? null },
  } as unknown as App;
}

const core = (options: unknown, enabled = true): unknown => ({ enabled, instance: { options } });
const DAY = new Date(2026, 10, 20, 9, 5);

describe('the configured daily notes', () => {
  it('reads the core plugin, with its defaults', () => {
    expect(dailyNoteSetups(appWith({ core: core({}) }))).toEqual([{ folder: '', format: 'YYYY-MM-DD' }]);
    expect(dailyNoteSetups(appWith({ core: core({ folder: '/Daily/', format: 'YYYY/MM/DD', template: 'Templates/Day' }) }))).toEqual([{ folder: 'Daily', format: 'YYYY/MM/DD', template: 'Templates/Day' }]);
    expect(dailyNoteSetups(appWith({ core: core({}, false) }))).toEqual([]);
    expect(dailyNoteSetups(appWith({}))).toEqual([]);
  });

  it('reads Periodic Notes 0.x and puts it first', () => {
    const periodic = { settings: { daily: { enabled: true, folder: 'P', format: '', template: 'T' }, weekly: { enabled: true } } };
    expect(dailyNoteSetups(appWith({ core: core({}), periodic }))).toEqual([{ folder: 'P', format: 'YYYY-MM-DD', template: 'T' }, { folder: '', format: 'YYYY-MM-DD' }]);
    expect(dailyNoteSetups(appWith({ periodic: { settings: { daily: { enabled: false } } } }))).toEqual([]);
  });

  it('reads Periodic Notes 1.0, whose settings are a store, and leaves no subscription behind', () => {
    let subscribers = 0;
    const settings = { activeCalendarSet: 'B', calendarSets: [{ id: 'A', day: { enabled: true, folder: 'A' } }, { id: 'B', day: { enabled: true, folder: 'B', format: 'DD.MM.YYYY', templatePath: 'T.md' } }] };
    const store = { subscribe: (tell: (value: unknown) => void) => { subscribers++; tell(settings); return () => subscribers--; } };
    expect(dailyNoteSetups(appWith({ periodic: { settings: store } }))).toEqual([{ folder: 'B', format: 'DD.MM.YYYY', template: 'T.md' }]);
    expect(subscribers).toBe(0);
  });

  it.each([undefined, null, 7, 'x', [], { settings: { calendarSets: 'x' } }, { settings: { calendarSets: [] } }, { settings: { daily: 7 } }, { settings: null }])('is not thrown off by %j', (periodic) => {
    expect(dailyNoteSetups(appWith({ periodic, core: { enabled: true } }))).toEqual([{ folder: '', format: 'YYYY-MM-DD' }]);
  });
});

describe('notes of weeks and longer periods', () => {
  const week = { enabled: true, folder: 'Weeks' };

  it('are read from Periodic Notes 0.x and 1.0, after the daily ones, with its own formats', () => {
    const old = { settings: { daily: { enabled: true, folder: 'P' }, weekly: { ...week, template: 'W' }, monthly: { enabled: false }, yearly: { enabled: true } } };
    const sets = { settings: { activeCalendarSet: 'A', calendarSets: [{ id: 'A', week: { ...week, templatePath: 'W.md' } }] } };
    expect(periodicNoteSetups(appWith({ periodic: old }))).toEqual([{ folder: 'P', format: 'YYYY-MM-DD' }, { folder: 'Weeks', format: 'gggg-[W]ww', template: 'W' }, { folder: '', format: 'YYYY' }]);
    expect(periodicNoteSetups(appWith({ periodic: sets, core: core({}) }))).toEqual([{ folder: '', format: 'YYYY-MM-DD' }, { folder: 'Weeks', format: 'gggg-[W]ww', template: 'W.md' }]);
  });

  it('are known by their paths', () => {
    const setups = periodicNoteSetups(appWith({ periodic: { settings: { weekly: week } } }));
    expect(['Weeks/2026-W47.md', 'Weeks/2026-47.md', '2026-W47.md'].map((path) => isDailyNotePath(path, setups))).toEqual([true, false, false]);
  });
});

describe('a weekly note', () => {
  const store = (made: Record<string, string>): NoteStore => ({
    find: (path: string) => (path in made ? { path } : undefined),
    read: (path: string) => Promise.resolve(path === 'Templates/Week.md' ? '# {{title}}\n{{monday:YYYY-MM-DD}} to {{ Sunday : D MMMM }}\n{{date:gggg}} {{practice:week}}\n' : ''),
    create: (path: string, text: string) => { made[path] = text; return Promise.resolve({ ok: true, value: path }); },
  }) as unknown as NoteStore;
  const periodic = { settings: { weekly: { enabled: true, folder: 'Weeks', template: 'Week' } } };

  it('is made from its template, with the days of its week, and only once', async () => {
    const made: Record<string, string> = {};
    const app = appWith({ periodic, files: ['Templates/Week.md'] });
    expect(await makeWeeklyNote(app, store(made), DAY)).toEqual({ made: { ok: true, value: 'Weeks/2026-W47.md' }, isNew: true });
    expect(made['Weeks/2026-W47.md']).toBe('# 2026-W47\n2026-11-16 to 15 November\n2026 {{practice:week}}\n');
    expect(await makeWeeklyNote(app, store(made), DAY)).toEqual({ made: { ok: true, value: 'Weeks/2026-W47.md' }, isNew: false });
  });

  it('is none where none are kept', async () => {
    expect(await makeWeeklyNote(appWith({ core: core({}) }), store({}), DAY)).toBeUndefined();
  });
});

describe('daily-note paths', () => {
  it.each([
    [{ folder: 'Daily', format: 'YYYY-MM-DD' }, 'Daily/2026-11-20.md'],
    [{ folder: '', format: 'YYYY/MM/YYYY-MM-DD dddd' }, '2026/11/2026-11-20 Friday.md'],
    [{ folder: 'J', format: '[Day] D MMMM YYYY' }, 'J/Day 20 November 2026.md'],
  ])('%j gives %s, and knows it again', (setup, path) => {
    expect(dailyNotePath(setup, DAY)).toBe(path);
    expect(isDailyNotePath(path, [setup])).toBe(true);
    expect(dayOfDailyNote(path, [{ folder: 'Else', format: 'YYYY' }, setup])).toBe('2026-11-20');
    expect(dayOfDailyNote(path.replace('20', 'x'), [setup])).toBeUndefined();
  });

  it.each(['Daily/Notes.md', 'Daily/2026-11-20 plan.md', 'Daily/2026-13-40.md', '2026-11-20.md', 'Other/2026-11-20.md', 'Daily/2026-11-20.canvas', 'Daily/x/2026-11-20.md'])('does not take %s for one', (path) => {
    expect(isDailyNotePath(path, [{ folder: 'Daily', format: 'YYYY-MM-DD' }])).toBe(false);
  });
});

describe('templates', () => {
  it('are what lies in a template folder, and the template of daily notes', () => {
    const app = appWith({ core: core({ template: 'Day' }), templates: 'Templates', templater: '/Scripts/', files: ['Notes/Day.md'] });
    expect(['Templates/A.md', 'Scripts/sub/A.md', 'Notes/Day.md', 'Templates2/A.md', 'Notes/A.md', 'Day.md'].map((path) => isTemplatePath(app, path))).toEqual([true, true, true, false, false, false]);
  });
});

describe('templates of other engines', () => {
  it('are what Templater, QuickAdd, unique and weekly notes are made from', () => {
    const app = appWith({
      templater: { settings: { templates_folder: '/', folder_templates: [{ folder: 'Projects', template: 'T/Project.md' }], file_templates: [{ regex: '.*', template: 'T/Any.md' }] } },
      quickadd: { settings: { templateFolderPath: 'Quick', choices: [{ type: 'Multi', choices: [{ type: 'Template', templatePath: 'T/Person.md' }] }, { type: 'Capture' }] } },
      unique: 'Unique',
      periodic: { settings: { weekly: { enabled: true, template: 'T/Week' } } },
      files: ['T/Project.md', 'T/Any.md', 'T/Person.md', 'T/Unique.md', 'T/Week.md'],
    });
    expect(['T/Project.md', 'T/Any.md', 'Quick/x.md', 'T/Person.md', 'T/Unique.md', 'T/Week.md', 'T/Mine.md', 'Projects/x.md'].map((path) => isTemplatePath(app, path))).toEqual([true, true, true, true, true, true, false, false]);
    expect(dailyTemplate(app)).toBe('T/Week.md');
    expect(dailyTemplate(appWith({}))).toBeUndefined();
  });

  it.each([7, 'x', { settings: { choices: 'x', templateFolderPath: 7 } }, { settings: { choices: [null, 7, { choices: [[]] }] } }])('are not thrown off by %j', (quickadd) => {
    expect(isTemplatePath(appWith({ quickadd, templater: { settings: { folder_templates: [null] } } }), 'A.md')).toBe(false);
  });
});

describe('making a daily note', () => {
  function notesWith(texts: Record<string, string>): NoteStore {
    return {
      find: (path: string) => (texts[path] === undefined ? undefined : { path, ctime: 0, mtime: 0, size: 0 }),
      read: (path: string) => Promise.resolve(texts[path] ?? ''),
      create: (path: string, text: string) => { texts[path] = text; return Promise.resolve({ ok: true, value: path }); },
    } as unknown as NoteStore;
  }

  it('fills in what the core plugin fills in, and leaves our tokens for later', async () => {
    const texts: Record<string, string> = { 'Templates/Day.md': '# {{title}} {{date:DD.MM.}} {{date}} {{time}} {{TIME:HH}}\n{{sense:queue}}' };
    const app = appWith({ core: core({ folder: 'Daily', template: 'Templates/Day' }), files: ['Templates/Day.md'] });
    expect(await makeDailyNote(app, notesWith(texts), DAY)).toEqual({ made: { ok: true, value: 'Daily/2026-11-20.md' }, isNew: true });
    expect(texts['Daily/2026-11-20.md']).toBe('# 2026-11-20 20.11. 2026-11-20 09:05 09\n{{sense:queue}}');
    texts['Daily/2026-11-20.md'] = 'mine';
    expect(await makeDailyNote(app, notesWith(texts), DAY)).toMatchObject({ isNew: false });
    expect(texts['Daily/2026-11-20.md']).toBe('mine');
  });
});
