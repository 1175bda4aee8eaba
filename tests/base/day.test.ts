import { addDays, format, parseISO } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayOf, daysBetween, minuteOf, readDay } from '../../src/base';

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
