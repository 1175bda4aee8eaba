import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../src/base';
import { flowOf, harvestOf, passingOf, queueAge, takesIn, totalOf, unusedTakes, weeksUpTo, type SpaceOf } from '../../src/practice';
import { rolePart } from '../../src/practice/ui/dashboard/parts';
import { words } from '../../src/words';
import { RULE, activityIn, eventsByNote, rolesIn } from './activity-notes';
import { fourWeeksFrom } from './four-weeks';

// The figures behind the dashboard's pictures, counted by hand over the four weeks of four-weeks.ts.

const MONDAY = '2026-12-21';
const LAST = '2027-01-17';
const VAULT = fourWeeksFrom(MONDAY);
const WEEKS = weeksUpTo(LAST, 4);
const activity = activityIn(VAULT, LAST);
const PEOPLE: Readonly<Record<string, 'community' | 'network' | 'team'>> = { '[[Joan Petrie]]': 'community', '[[Dele Afolabi]]': 'network', Ada: 'team' };
const spaceOf: SpaceOf = (person) => PEOPLE[person];

const quote = (captured: string, more = '', body = ''): string => `---\ntype: quote\ncaptured: ${captured}\n${more}---\n> [!quote] A book\n> Words.\n\n${body}`;
/** So many different words that mean nothing. */
const text = (count: number): string => Array.from({ length: count }, (_, at) => `m${'aeiou'[at % 5]}r${'aeiou'[Math.floor(at / 5) % 5]}n${'aeiou'[Math.floor(at / 25) % 5]}k${'aeiou'[Math.floor(at / 125) % 5]}`).join(' ');
const take = (captured: string, count: number, sense = ''): string => quote(captured, sense, `## My take\n${text(count)}\n`);

describe('what went in and out', () => {
  it('is told by week and space', () => {
    expect(flowOf(activity, WEEKS, spaceOf).map(({ week, cameIn, wentOut }) => [week.id, cameIn, wentOut])).toEqual([
      ['2026-W52', { team: 0, community: 2, network: 0, reading: 1 }, { team: 0, community: 2, network: 0 }],
      ['2026-W53', { team: 0, community: 1, network: 0, reading: 1 }, { team: 0, community: 0, network: 3 }],
      ['2027-W01', { team: 0, community: 0, network: 0, reading: 0 }, { team: 0, community: 1, network: 0 }],
      ['2027-W02', { team: 0, community: 0, network: 0, reading: 1 }, { team: 0, community: 0, network: 0 }],
    ]);
  });

  it('is added up over all weeks', () => {
    expect(totalOf(flowOf(activity, WEEKS, spaceOf))).toEqual({ cameIn: { team: 0, community: 3, network: 0, reading: 3 }, wentOut: { team: 0, community: 3, network: 3 } });
    expect(totalOf([])).toEqual({ cameIn: { team: 0, community: 0, network: 0, reading: 0 }, wentOut: { team: 0, community: 0, network: 0 } });
  });

  it('comes from the network where nobody knows the person who led there or answered', () => {
    const vault = {
      'Q1.md': quote(LAST, 'via: "[[Nobody]]"\n'),
      'Q2.md': quote(LAST, 'via: Ada\n', `## Shared\n- ${LAST} team · clipboard\n  - ${LAST} reply · [[Stranger]] · thanks\n`),
    };
    const [flow] = flowOf(activityIn(vault, LAST), weeksUpTo(LAST, 1), spaceOf);
    expect([flow?.cameIn, flow?.wentOut]).toEqual([{ team: 1, community: 0, network: 2, reading: 0 }, { team: 1, community: 0, network: 0 }]);
  });
});

describe('how long quotes have waited', () => {
  it.each([[0, 0], [6, 0], [7, 1], [29, 1], [30, 2], [89, 2], [90, 3], [364, 3], [365, 4], [4000, 4]])('one of %i days stands in place %i', (days, place) => {
    expect(queueAge([{ captured: dayAfter(LAST, -days) }], LAST)).toEqual({ count: 1, ages: [0, 1, 2, 3, 4].map((at) => (at === place ? 1 : 0)) });
  });

  it('is new for one without a day, with a day that is none, or of tomorrow', () => {
    expect(queueAge([{}, { captured: 'soon' }, { captured: dayAfter(LAST, 1) }, { captured: `${dayAfter(LAST, -7)}T23:59` }], LAST)).toEqual({ count: 4, ages: [3, 1, 0, 0, 0] });
    expect(queueAge([], LAST)).toEqual({ count: 0, ages: [0, 0, 0, 0, 0] });
  });
});

describe('takes', () => {
  it('of the four weeks are three, two of 22 words and one of 18', () => {
    expect(takesIn(activity, WEEKS, RULE)).toEqual({
      count: 3, median: 22, lengths: [3, 0, 0, 0, 0], noWay: 0,
      ways: { filter: 0, validate: 1, synthesise: 1, present: 1, customise: 0, apply: 1 },
    });
    expect(takesIn(activity, WEEKS.slice(0, 1), RULE)).toMatchObject({ count: 1, median: 22, ways: { synthesise: 1, validate: 0 } });
    expect(takesIn(activity, WEEKS.slice(2), RULE)).toMatchObject({ count: 0, median: 0, lengths: [0, 0, 0, 0, 0] });
  });

  it('are parted by their length; with fewer words than the gate asks for it is none', () => {
    const counts = [11, 12, 24, 25, 49, 50, 99, 100, 199, 200, 300];
    const vault = Object.fromEntries(counts.map((count) => [`Q${count}.md`, take(LAST, count, count === 12 ? 'sense: [filter, apply]\n' : '')]));
    expect(takesIn(activityIn(vault, LAST), weeksUpTo(LAST, 1), RULE)).toMatchObject({ count: 10, median: 99, lengths: [2, 2, 2, 2, 2], noWay: 9, ways: { filter: 1, apply: 1 } });
  });
});

describe('shares', () => {
  it('went out with and without a take', () => {
    expect(passingOf(activity, WEEKS, RULE).map(({ week, withTake, bare }) => [week.id, withTake, bare])).toEqual([['2026-W52', 1, 0], ['2026-W53', 1, 2], ['2027-W01', 0, 0], ['2027-W02', 0, 0]]);
  });
});

describe('what came of ideas', () => {
  it('is listed, the latest first', () => {
    expect(harvestOf(activity, WEEKS).map((fruit) => [fruit.day, fruit.kind === 'applied' ? fruit.how : fruit.kind, fruit.path])).toEqual([
      ['2027-01-10', 'practice-changed', 'Communities/Circle.md'],
      ['2027-01-07', 'error-avoided', 'Quotes/First.md'],
      ['2027-01-06', 'insight', 'Quotes/First.md'],
    ]);
    expect(harvestOf(activity, WEEKS.slice(0, 2))).toEqual([]);
  });
});

describe('takes at rest', () => {
  const OLD = '2026-10-01';
  const BEFORE = '2026-12-20';
  const resting = (vault: Readonly<Record<string, string>>, limit = 9, linked: readonly string[] = []): string[] =>
    unusedTakes(eventsByNote(vault), { before: BEFORE, limit, leastOwnWords: RULE.leastOwnWords, isLinked: (path) => linked.includes(path) });

  it('are none of the four weeks: one was shared and applied, one says too little, one is the own writing that went out', () => {
    expect(unusedTakes(eventsByNote(VAULT), { before: '2028-01-01', limit: 9, leastOwnWords: RULE.leastOwnWords, isLinked: () => false })).toEqual([]);
  });

  it('are old enough, and not linked, shared or applied', () => {
    const vault = {
      'Rests.md': take(OLD, 20),
      'Linked.md': take(OLD, 20),
      'Shared.md': `${take(OLD, 20)}\n## Shared\n- ${OLD} team · clipboard\n`,
      'Applied.md': `${take(OLD, 20)}\n## Applied\n- ${OLD} insight · seen\n`,
      'Young.md': take(BEFORE, 20),
      'A day older.md': take(dayAfter(BEFORE, -1), 20),
      'Taken again.md': take(OLD, 20).replace('---\n> [', `sensed: ${BEFORE}\n---\n> [`),
      'Short.md': take(OLD, 11),
      'Waits.md': quote(OLD),
      'Mine.md': `---\nsensed: ${OLD}\n---\n${text(20)}\n`,
    };
    expect(resting(vault, 9, ['Linked.md'])).toEqual(['A day older.md', 'Rests.md']);
  });

  it('come with the longest first, and no more than asked for', () => {
    const vault = { 'A.md': take(OLD, 20), 'B.md': take(OLD, 90), 'C.md': take(OLD, 40) };
    expect(resting(vault)).toEqual(['B.md', 'C.md', 'A.md']);
    expect(resting(vault, 2)).toEqual(['B.md', 'C.md']);
    expect(resting(vault, 1, ['B.md'])).toEqual(['C.md']);
  });
});

describe('the picture of the roles', () => {
  const leadUpTo = (vault: Readonly<Record<string, string>>, day: string): string => rolePart({ book: rolesIn(vault, day) }, weeksUpTo(day, 12)).lead;

  it('says so when this week, or every week, has no dot', () => {
    expect(leadUpTo(VAULT, '2027-01-10')).toBe(words.dashboard.roleLead);
    expect(leadUpTo(VAULT, LAST)).toBe(words.dashboard.roleLeadNoDot);
    expect(leadUpTo({ 'Q.md': quote(LAST) }, LAST)).toBe(words.dashboard.roleLeadNoDots);
    expect(leadUpTo({}, LAST)).toBe(words.dashboard.roleLeadNoDots);
  });
});
