import moment from 'moment';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayOf } from '../../src/base';
import { makeDailyNote, makeWeeklyNote } from '../../src/obsidian/daily-notes';
import type { Edge } from '../../src/obsidian/edge';
import { lineOfReview, weekOf, withReview } from '../../src/practice';
import { reviewPlace } from '../../src/practice/ui/review-place';

vi.mock('obsidian', async () => ({ moment: (await import('moment')).default }));

const ANSWER = 'That the bees  dance,\n\n> and *how*.\n';
const week = { enabled: true, folder: 'Weekly' };
const VERSIONS = {
  'Periodic Notes 0.x': { settings: { weekly: week } },
  'Periodic Notes 1.0': { settings: { activeCalendarSet: 'A', calendarSets: [{ id: 'A', week }] } },
};

/** A vault of daily notes, and of weekly notes where a plugin keeps them, at a moment that can be moved on. */
class Vault {
  readonly texts: Record<string, string> = {};
  now = new Date(2026, 10, 20, 21, 5);

  constructor(private readonly periodic?: unknown) {}

  /** Writes the review as the command does; gives back the note it went to. */
  async review(moment: Date, line = 'Came in: 1'): Promise<string> {
    this.now = moment;
    const { id, from, to } = weekOf(dayOf(moment));
    const place = await reviewPlace({ id, from, to }, { edge: this.#edge(), dailyNote: () => this.#made(makeDailyNote, moment), weeklyNote: (date) => this.#weekly(date) });
    if (!place.ok) throw new Error(place.problem);
    this.texts[place.value] = withReview(this.texts[place.value] ?? '', { week: id, heading: `Weekly review ${id}`, lines: [line], questions: ['What surprised me?'] });
    return place.value;
  }

  #edge(): Edge {
    const { texts } = this;
    const notes = {
      find: (path: string) => (path in texts ? { path } : undefined),
      read: (path: string) => Promise.resolve(texts[path]),
      create: (path: string, text: string) => Promise.resolve({ ok: true, value: ((texts[path] = text), path) }),
    };
    const app = { plugins: { plugins: { 'periodic-notes': this.periodic } }, internalPlugins: { plugins: { 'daily-notes': { enabled: true, instance: { options: { folder: 'Daily' } } } } } };
    return { app, notes, clock: () => this.now, settings: () => ({ practice: { reviewPlace: 'weekly-note' } }) } as unknown as Edge;
  }

  async #made(make: typeof makeDailyNote, date: Date) {
    const { app, notes } = this.#edge();
    return (await make(app, notes, date)).made;
  }

  async #weekly(date: Date) {
    const { app, notes } = this.#edge();
    return (await makeWeeklyNote(app, notes, date))?.made;
  }
}

// As in most of Europe; in English a week begins on a Sunday.
moment.defineLocale('weeks-from-monday', { week: { dow: 1, doy: 4 } });
moment.locale('en');
const home = process.env['TZ'];

afterEach(() => {
  moment.locale('en');
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

// Late on a Friday and early on a Sunday: where a clock is mistaken by a zone, one of them lies in another day.
const friday = (): Date => new Date(2026, 10, 20, 23, 40);
const sunday = (): Date => new Date(2026, 10, 22, 0, 10);

describe.each(['UTC', 'Pacific/Auckland', 'America/Sao_Paulo'])('a second review in the same week, in %s', (zone) => {
  describe.each(['en', 'weeks-from-monday'])('in the locale %s', (locale) => {
    it.each(Object.entries(VERSIONS))('goes to the same weekly note of %s', async (_name, periodic) => {
      process.env['TZ'] = zone;
      moment.locale(locale);
      const vault = new Vault(periodic);
      expect(await vault.review(friday())).toBe('Weekly/2026-W47.md');
      expect(await vault.review(sunday())).toBe('Weekly/2026-W47.md');
      expect(await vault.review(new Date(2026, 10, 23, 0, 10))).toBe('Weekly/2026-W48.md');
      expect(Object.keys(vault.texts)).toEqual(['Weekly/2026-W47.md', 'Weekly/2026-W48.md']);
    });

    it('goes to the daily note that has it already, and leaves the answers there', async () => {
      process.env['TZ'] = zone;
      moment.locale(locale);
      const vault = new Vault();
      expect(await vault.review(friday())).toBe('Daily/2026-11-20.md');
      vault.texts['Daily/2026-11-20.md'] += ANSWER;
      vault.texts['Daily/2026-11-22.md'] = 'Sunday\n';
      expect(await vault.review(sunday(), 'Came in: 2')).toBe('Daily/2026-11-20.md');
      expect(vault.texts['Daily/2026-11-22.md']).toBe('Sunday\n');
      expect(vault.texts['Daily/2026-11-20.md']).toMatch(/Came in: 2[^]*What surprised me\?\n+That the bees {2}dance,\n\n> and \*how\*\.\n$/);
      expect(await vault.review(new Date(2026, 10, 23, 0, 10))).toBe('Daily/2026-11-23.md');
    });
  });
});

describe('at the turn of a year', () => {
  it('the week that the review tells of may have another number than the name of its weekly note', async () => {
    const vault = new Vault(VERSIONS['Periodic Notes 0.x']);
    // In English weeks the first of January lies in week 1, whichever day it is.
    const path = await vault.review(new Date(2027, 0, 17, 10));
    expect(path).toBe('Weekly/2027-W03.md');
    expect(lineOfReview(vault.texts[path] ?? '', '2027-W02')).toBeDefined();
    expect(await vault.review(new Date(2027, 0, 11, 10))).toBe(path);
  });

  it('the daily note of the year before is found again', async () => {
    const vault = new Vault();
    expect(await vault.review(new Date(2026, 11, 31, 10))).toBe('Daily/2026-12-31.md');
    expect(await vault.review(new Date(2027, 0, 3, 10))).toBe('Daily/2026-12-31.md');
  });
});
