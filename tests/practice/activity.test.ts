import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter, dayOf, readDay } from '../../src/base';
import { eventsOfNote, practiceWeek, tellsOfPractice, weekAfter, weekOf, weeksBetween, weeksUpTo } from '../../src/practice';
import { FORMAT, activityIn, rolesIn } from './activity-notes';
import { COUNTED, fourWeeksFrom } from './four-weeks';

const usual = process.env['TZ'];
const inZone = (zone: string): void => {
  beforeAll(() => void (process.env['TZ'] = zone));
  afterAll(() => {
    if (usual === undefined) delete process.env['TZ'];
    else process.env['TZ'] = usual;
  });
};

const STRETCHES = [
  { name: "a year's end, with a week 53", monday: '2026-12-21', weeks: ['2026-W52', '2026-W53', '2027-W01', '2027-W02'] },
  { name: 'the end of summer time in Auckland', monday: '2027-03-22', weeks: ['2027-W12', '2027-W13', '2027-W14', '2027-W15'] },
  { name: 'the beginning of summer time in Auckland', monday: '2026-09-14', weeks: ['2026-W38', '2026-W39', '2026-W40', '2026-W41'] },
  { name: 'a midnight that does not exist in São Paulo', monday: '2018-10-22', weeks: ['2018-W43', '2018-W44', '2018-W45', '2018-W46'] },
  { name: 'a midnight that comes twice in São Paulo', monday: '2019-02-04', weeks: ['2019-W06', '2019-W07', '2019-W08', '2019-W09'] },
];

/** A day on which the clocks change, the offsets (minutes, as `getTimezoneOffset` counts) of noon around it, and moments with their local day and week. */
interface ClockChange {
  readonly on: string;
  readonly before: number;
  readonly after: number;
  readonly moments: readonly (readonly [captured: string, day: string, week: string])[];
}

const IN_AUCKLAND: readonly ClockChange[] = [
  { on: '2026-09-27', before: -720, after: -780, moments: [['2026-09-26T11:59:00Z', '2026-09-26', '2026-W39'], ['2026-09-26T12:00:00Z', '2026-09-27', '2026-W39'], ['2026-09-27T02:30', '2026-09-27', '2026-W39'], ['2026-09-27T10:59:00Z', '2026-09-27', '2026-W39'], ['2026-09-27T11:00:00Z', '2026-09-28', '2026-W40']] },
  { on: '2027-04-04', before: -780, after: -720, moments: [['2027-04-03T10:59:00Z', '2027-04-03', '2027-W13'], ['2027-04-03T11:00:00Z', '2027-04-04', '2027-W13'], ['2027-04-04T02:30', '2027-04-04', '2027-W13'], ['2027-04-04T11:59:00Z', '2027-04-04', '2027-W13'], ['2027-04-04T12:00:00Z', '2027-04-05', '2027-W14']] },
];
const IN_SAO_PAULO: readonly ClockChange[] = [
  { on: '2018-11-04', before: 180, after: 120, moments: [['2018-11-04T02:59:00Z', '2018-11-03', '2018-W44'], ['2018-11-04T00:30', '2018-11-04', '2018-W44'], ['2018-11-04T03:00:00Z', '2018-11-04', '2018-W44'], ['2018-11-05T01:59:00Z', '2018-11-04', '2018-W44'], ['2018-11-05T02:00:00Z', '2018-11-05', '2018-W45']] },
  { on: '2019-02-17', before: 120, after: 180, moments: [['2019-02-17T01:59:00Z', '2019-02-16', '2019-W07'], ['2019-02-17T02:59:00Z', '2019-02-16', '2019-W07'], ['2019-02-17T03:00:00Z', '2019-02-17', '2019-W07'], ['2019-02-18T02:59:00Z', '2019-02-17', '2019-W07'], ['2019-02-18T03:00:00Z', '2019-02-18', '2019-W08']] },
];

describe.each([
  { zone: 'UTC', winter: 0, evening: '2026-12-27', changes: [] },
  { zone: 'Pacific/Auckland', winter: -720, evening: '2026-12-28', changes: IN_AUCKLAND },
  { zone: 'America/Sao_Paulo', winter: 180, evening: '2026-12-27', changes: IN_SAO_PAULO },
])('in $zone', ({ zone, winter, evening, changes }) => {
  inZone(zone);

  it('the clock is really there', () => {
    expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe(winter);
  });

  it.each(STRETCHES)('four weeks over $name are as counted by hand', ({ monday, weeks }) => {
    const roles = rolesIn(fourWeeksFrom(monday), dayAfter(monday, 27));
    COUNTED.forEach((counted, at) => {
      for (const day of [dayAfter(monday, 7 * at), dayAfter(monday, 7 * at + 6)]) {
        const { id, cameIn, made, wentOut, cameBack, measure, week } = practiceWeek(roles, day);
        expect(id).toBe(weeks[at]);
        expect(cameIn).toEqual(counted.cameIn);
        expect(made).toMatchObject({ takes: counted.takes, practiceChanges: counted.practiceChanges });
        expect(present(made.ways)).toEqual(counted.ways);
        expect(present(made.applied)).toEqual(counted.applied);
        expect(wentOut).toMatchObject({ shares: counted.shares, gave: counted.gave, introductions: counted.introductions });
        expect(present(wentOut.audiences)).toEqual(counted.audiences);
        expect(wentOut.noise).toBe('noise' in counted ? counted.noise : undefined);
        expect(cameBack.reply).toBe(counted.cameBack);
        expect(measure).toMatchObject({ events: counted.events, sense: counted.sense, share: counted.share });
        expect(week.role).toBe(counted.role);
      }
    });
    const { fourWeeks } = practiceWeek(roles, dayAfter(monday, 27));
    expect(fourWeeks.x).toBeCloseTo(0.26806, 4);
    expect(fourWeeks.y).toBeCloseTo(0.21618, 4);
    expect(fourWeeks.role).toBe('consumer');
  });

  it.each(changes)('the clocks really change on $on, and what was captured then lies on its local day', ({ on, before, after, moments }) => {
    const noonOf = (day: string): number => new Date(`${day}T12:00`).getTimezoneOffset();
    expect([noonOf(dayAfter(on, -1)), noonOf(dayAfter(on, 1))]).toEqual([before, after]);
    for (const [captured, day, week] of moments) {
      const quote = `---\ntype: quote\ncaptured: ${captured}\n---\n> [!quote] A\n> B.\n`;
      expect(eventsOfNote({ path: 'Q.md', kind: 'quote', properties: { captured }, text: quote }, FORMAT), captured).toEqual([expect.objectContaining({ kind: 'captured', day })]);
      const roles = rolesIn({ 'Q.md': quote }, dayAfter(on, 7));
      expect([practiceWeek(roles, day).id, practiceWeek(roles, day).cameIn.quotes], captured).toEqual([week, 1]);
      for (const other of [-7, 7]) expect(practiceWeek(roles, dayAfter(day, other)).cameIn.quotes, captured).toBe(0);
    }
  });

  it('every day of ten years lies in one week, from Monday to Sunday', () => {
    let [day, before] = ['2018-01-01', ''];
    for (let at = 0; at < 3653; at++) {
      const { id, from, to } = weekOf(day);
      expect(from <= day && day <= to).toBe(true);
      expect(id === before).toBe(at % 7 !== 0);
      expect(weekAfter(day, 1).from).toBe(dayAfter(to, 1));
      [before, day] = [id, dayAfter(day, 1)];
    }
  });

  it('a moment that names its zone is the local day', () => {
    expect(readDay('2026-12-27T23:30:00Z')).toBe(evening);
    expect(readDay('2026-12-27T23:30')).toBe('2026-12-27');
    expect(readDay('2026-12-27T23:30:00.123+00:00')).toBe(evening);
    expect(readDay('2026-12-27 23:30:00-03:00')).toBe(dayOf(new Date('2026-12-28T02:30:00Z')));
    expect(readDay('2026-12-27T99:30:00Z')).toBeUndefined();
  });
});

function present(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0));
}

describe('weeks', () => {
  it('belong to the year of their Thursday', () => {
    expect(weekOf('2027-01-03')).toEqual({ id: '2026-W53', from: '2026-12-28', to: '2027-01-03' });
    expect(weekOf('2024-12-30').id).toBe('2025-W01');
  });

  it('are counted back and forth', () => {
    expect(weeksUpTo('2027-01-04', 3).map(({ id }) => id)).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(weeksBetween('2026-12-27', '2027-01-04')).toBe(2);
  });
});

describe('what a note tells', () => {
  const other = (text: string, properties = {}): ReturnType<typeof eventsOfNote> => eventsOfNote({ path: 'Notes/A.md', kind: 'other', properties, text }, FORMAT);

  it('is nothing where there is nothing', () => {
    expect(other('# A note\n\n- 2026-11-20 a line')).toEqual([]);
  });

  it('does not come from code, comments or other sections', () => {
    expect(other('```\n## Applied\n- 2026-11-20 insight · no\n```\n## Ideas\n- 2026-11-20 insight · no\n%%\n## Applied\n- 2026-11-20 insight · no\n%%\n')).toEqual([]);
  });

  it('is an apply log in any note, line by line, with what is not one passed over', () => {
    const found = other('## applied\n- 2026-11-20 tried · the checklist\n- 2026-11-21 pondered · no\n- an aside\n* 2026-11-22 error-avoided · a wrong dose\n\n## Next\n- 2026-11-23 insight · elsewhere\n');
    expect(found).toMatchObject([{ kind: 'applied', day: '2026-11-20', how: 'tried', text: 'the checklist' }, { kind: 'applied', day: '2026-11-22', how: 'error-avoided', text: 'a wrong dose' }]);
  });

  it('counts a take that was typed by hand from the day on which the quote was kept', () => {
    const text = '> [!quote] A\n> B.\n\n## My take\nMine.\n';
    expect(eventsOfNote({ path: 'Q.md', kind: 'quote', properties: { captured: '2026-11-20T08:00' }, text }, FORMAT)).toMatchObject([{ kind: 'captured', day: '2026-11-20' }, { kind: 'sensed', day: '2026-11-20' }]);
  });

  it('gives each later take its own day and ways, and the first one those that no later one names', () => {
    const text = '> [!quote] A\n> B.\n\n## My take\nMine.\n\n### 2026-11-22 · validate, apply\nTried.\n\n### 2026-11-23\nAnd again.\n';
    const properties = { captured: '2026-11-20T08:00', sensed: '2026-11-21T08:00', sense: ['synthesise', 'validate', 'apply'] };
    const takes = eventsOfNote({ path: 'Q.md', kind: 'quote', properties, text }, FORMAT).filter(({ kind }) => kind === 'sensed');
    expect(takes).toMatchObject([{ day: '2026-11-21', ways: ['synthesise'] }, { day: '2026-11-22', ways: ['validate', 'apply'] }, { day: '2026-11-23' }]);
  });

  it('does not count the words of a share history, nor what is quoted, as own words', () => {
    const [first] = other('Two words.\n\n> and a long quotation of somebody who had very much more to say about it than we do\n\n## Shared\n- 2026-11-20 network · Ann · Ben · Cleo · Dora · Emil · Fred · Gus · Hal · Ina · Jo · clipboard\n');
    expect(first?.kind === 'sensed' && first.own.count).toBe(2);
  });

  it('names whom something came back from, where the line says so', () => {
    const found = other('Words.\n\n## Shared\n- 2026-11-20 network · clipboard\n  - 2026-11-21 reply · [[A · B]] · yes · and no\n  - 2026-11-22 thanks · for the map\n');
    expect(found.filter(({ kind }) => kind === 'came-back')).toMatchObject([{ how: 'reply', from: '[[A · B]]', text: 'yes · and no' }, { how: 'thanks', text: 'for the map' }]);
  });

  it('is looked for only where headings tell of the practice', () => {
    expect(tellsOfPractice(['My day', ' applied '], FORMAT)).toBe(true);
    expect(tellsOfPractice(['My day', 'Interactions'], FORMAT)).toBe(false);
  });
});

describe('activity', () => {
  it('does not count what lies ahead', () => {
    const vault = { 'A.md': 'Words.\n\n## Applied\n- 2026-11-23 tried · tomorrow\n- 2026-11-22 tried · today\n' };
    expect(activityIn(vault, '2026-11-22').inWeek('2026-W48')).toEqual([]);
    expect(activityIn(vault, '2026-11-23').inWeek('2026-W48')).toHaveLength(1);
  });

  it('knows when it began', () => {
    expect(activityIn(fourWeeksFrom('2026-12-21'), '2027-01-17').first).toBe('2026-12-21');
    expect(activityIn({}, '2027-01-17').first).toBeUndefined();
  });
});
