import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dayAfter, daysBetween } from '../../src/base';
import { dormantTies, dueDay, dueTies, latestDay, type Contact } from '../../src/ties';

const contact = (more: Partial<Contact>): Contact => ({ path: 'A.md', name: 'A', aliases: [], space: 'network', communities: [], topics: [], interactions: [], ...more });
const gaveOn = (day: string): Contact['interactions'][number] => ({ day, direction: 'gave', what: '' });
const TODAY = '2026-11-20';
const home = process.env.TZ;

afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

describe('who is due', () => {
  it('counts from the latest interaction, listed or typed', () => {
    const known = contact({ cadence: 10, lastContact: '2026-11-01', interactions: [gaveOn('2026-10-01'), gaveOn('2026-11-05')] });
    expect(latestDay(known, TODAY)).toBe('2026-11-05');
    expect(dueDay(known, TODAY)).toBe('2026-11-15');
    expect(dueDay({ ...known, lastContact: '2026-11-12' }, TODAY)).toBe('2026-11-22');
  });

  it('does not believe a day that is still to come', () => {
    expect(latestDay(contact({ lastContact: '2062-01-01', interactions: [gaveOn('2026-10-01'), gaveOn('2027-01-01')] }), TODAY)).toBe('2026-10-01');
  });

  it('counts from the first meeting where nothing is logged, and from today where not even that is known', () => {
    expect(dueDay(contact({ cadence: 21, met: '2026-11-10' }), TODAY)).toBe('2026-12-01');
    expect(dueDay(contact({ cadence: 21 }), TODAY)).toBe(TODAY);
    expect(dueDay(contact({ met: '2001-01-01' }), TODAY)).toBeUndefined();
  });

  it('lists the longest waiting first, and nobody before their day', () => {
    const people = [
      contact({ name: 'Later', cadence: 5, lastContact: '2026-11-16' }),
      contact({ name: 'Today', cadence: 5, lastContact: '2026-11-15' }),
      contact({ name: 'Long', cadence: 5, lastContact: '2025-11-15' }),
      contact({ name: 'Never' }),
      contact({ name: 'Also today', cadence: 10, lastContact: '2026-11-10' }),
    ];
    expect(dueTies(people, TODAY).map(({ contact: { name } }) => name)).toEqual(['Long', 'Also today', 'Today']);
  });

  it.each(['UTC', 'Pacific/Auckland', 'America/Sao_Paulo'])('is right over every change of clocks in %s', (zone) => {
    process.env.TZ = zone;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    // An independent reckoning: days as numbers in UTC, where no clock ever changes.
    const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
    const day = fc.integer({ min: utc('1995-01-01'), max: utc('2040-01-01') }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 800 }), (from, cadence) => {
        const due = dueDay(contact({ cadence, lastContact: from }), '2100-01-01') ?? '';
        expect(utc(due) - utc(from)).toBe(cadence);
        expect(dueTies([contact({ cadence, lastContact: from })], due)).toHaveLength(1);
        expect(dueTies([contact({ cadence, lastContact: from })], dayAfter(due, -1))).toHaveLength(0);
        expect(daysBetween(from, due)).toBe(cadence);
      }),
      { numRuns: 400 },
    );
  });
});

describe('who is out of touch', () => {
  it('needs a known contact more than so many days ago, and lists the most recent first', () => {
    const people = [
      contact({ name: 'Old', lastContact: '2020-01-01' }),
      contact({ name: 'Just', lastContact: '2025-11-20' }),
      contact({ name: 'Over', lastContact: '2025-11-19' }),
      contact({ name: 'Unknown' }),
    ];
    expect(dormantTies(people, TODAY, 365).map(({ contact: { name } }) => name)).toEqual(['Over', 'Old']);
  });
});
