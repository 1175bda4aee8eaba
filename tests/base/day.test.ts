import { addDays, format, parseISO } from 'date-fns';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dayAfter, dayOf, daysBetween, minuteOf, readDay } from '../../src/base';

const home = process.env['TZ'];

afterEach(() => {
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

/** The clocks of a zone: what its wall shows (reckoned by ICU, which knows nothing of this code) at a moment. */
const wall = (zone: string, moment: Date): string => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(moment);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
};
const HALF_HOUR = 1_800_000;

/** Three days around each change of clocks; in São Paulo they changed at midnight, so that one day had none and another had it twice. */
const CHANGES = [
  ['UTC', 'no change at all', '2026-03-28'],
  ['Pacific/Auckland', 'forward, 27 September 2026', '2026-09-26'],
  ['Pacific/Auckland', 'back, 5 April 2026', '2026-04-04'],
  ['America/Sao_Paulo', 'no change any more', '2026-10-17'],
  ['America/Sao_Paulo', 'forward at midnight, 4 November 2018', '2018-11-03'],
  ['America/Sao_Paulo', 'back at midnight, 18 February 2018', '2018-02-17'],
  ['Europe/Berlin', 'forward, 29 March 2026', '2026-03-28'],
  ['Europe/Berlin', 'back, 25 October 2026', '2026-10-24'],
] as const;

describe('the days around a change of clocks', () => {
  it.each(CHANGES)('%s, %s: every half hour is in the day and the minute that the clock on the wall shows', (zone, _, first) => {
    process.env['TZ'] = zone;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const from = Date.parse(`${first}T00:00:00Z`) - 14 * 2 * HALF_HOUR;
    const days = new Set<string>();
    for (let at = 0; at < 4 * 48; at++) {
      const moment = new Date(from + at * HALF_HOUR);
      expect(minuteOf(moment)).toBe(wall(zone, moment));
      expect(dayOf(moment)).toBe(wall(zone, moment).slice(0, 10));
      expect(readDay(moment.toISOString())).toBe(dayOf(moment));
      days.add(dayOf(moment));
    }
    // None is left out, and one follows the other.
    const seen = [...days];
    expect(seen.length).toBeGreaterThanOrEqual(4);
    seen.slice(1).forEach((day, at) => {
      expect(dayAfter(seen[at] ?? '', 1)).toBe(day);
      expect(dayAfter(day, -1)).toBe(seen[at]);
      expect(daysBetween(seen[at] ?? '', day)).toBe(1);
      expect(readDay(day)).toBe(day);
    });
  });

  it('is one moment in each zone, and another day in some of them', () => {
    const moment = new Date('2026-11-20T11:30:00Z');
    const dayIn = (zone: string): string => {
      process.env['TZ'] = zone;
      return dayOf(moment);
    };
    expect(['UTC', 'Pacific/Auckland', 'America/Sao_Paulo'].map(dayIn)).toEqual(['2026-11-20', '2026-11-21', '2026-11-20']);
  });
});

describe('a day', () => {
  it('is the local one of a moment, not the one in Greenwich', () => {
    expect(dayOf(new Date(2026, 10, 20, 0, 1))).toBe('2026-11-20');
    expect(dayOf(new Date(2026, 10, 20, 23, 59))).toBe('2026-11-20');
    expect(minuteOf(new Date(2026, 0, 2, 3, 4, 59))).toBe('2026-01-02T03:04');
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('%s and %i days is %s, and back', (day, days, after) => {
    expect(dayAfter(day, days)).toBe(after);
    expect(daysBetween(day, after)).toBe(days);
  });

  it('is as many days away as the calendar says, in any year', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: -50_000, max: 50_000 }), (start, days) => {
      const day = format(addDays(new Date(1000, 0, 1), start), 'yyyy-MM-dd');
      const after = dayAfter(day, days);
      expect(after).toBe(format(addDays(parseISO(day), days), 'yyyy-MM-dd'));
      if (after.length === 10) expect(daysBetween(day, after)).toBe(days);
    }));
  });

  it('may be a minute of it', () => {
    expect(daysBetween('2026-11-20T23:50', '2026-11-21T00:10')).toBe(1);
    expect(dayAfter('2026-11-20T23:50', 1)).toBe('2026-11-21');
  });

  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20T09:12', '2026-11-20'],
    [' 2026-11-20 09:12 ', '2026-11-20'],
    [new Date(2026, 10, 20), '2026-11-20'],
  ])('is read from %j', (value, day) => {
    expect(readDay(value)).toBe(day);
  });

  it.each(['', '2026-02-30', '2026-13-01', '20.11.2026', '2026-11-2', '2026-11-201', 'tomorrow', 20261120, null, undefined, ['2026-11-20'], new Date(Number.NaN)])('is not read from %j', (value) => {
    expect(readDay(value)).toBeUndefined();
  });
});
