import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActivityWeeks, activityOf, defaultRoleWeights, OwnWords, practiceWeek, RoleBook, standingOf, weeksUpTo, type ActivityEvent, type RoleRule } from '../../src/practice';
import { WAYS } from '../../src/sense';
import { AUDIENCES } from '../../src/share';
import { dayAfter } from '../../src/base';

const TODAY = '2026-11-22';
const WORDS = 'What the wards lack is not advice but the time to look together and our form gives nobody any of it'.split(' ');

const day = fc.integer({ min: 0, max: 40 }).map((back) => dayAfter(TODAY, -back));
const path = fc.constantFrom('A.md', 'B.md', 'C.md', 'D.md', 'E.md', 'F.md');
const own = fc.integer({ min: 0, max: WORDS.length }).map((length) => new OwnWords(() => ({ own: WORDS.slice(0, length).join(' ') })));
const name = fc.constantFrom('Ann', 'Ben', 'Cleo');
const space = fc.constantFrom(...AUDIENCES);

const sensing: fc.Arbitrary<ActivityEvent> = fc.oneof(
  fc.record({ kind: fc.constant('sensed' as const), day, path, ways: fc.subarray([...WAYS]), length: fc.nat(400), own }),
  fc.record({ kind: fc.constant('applied' as const), day, path, how: fc.constantFrom('tried' as const, 'insight' as const, 'error-avoided' as const), text: fc.string({ maxLength: 5 }), own }),
);
const sharing: fc.Arbitrary<ActivityEvent> = fc.oneof(
  fc.record({ kind: fc.constant('shared' as const), day, path, audience: space, recipients: fc.array(name, { maxLength: 2 }), channel: fc.constant('clipboard'), withoutTake: fc.boolean(), isOwnNote: fc.boolean() }),
  fc.record({ kind: fc.constant('interaction' as const), day, path, direction: fc.constantFrom('gave' as const, 'received' as const), person: name, space, what: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant('introduced' as const), day, path, people: fc.tuple(name, name), space }),
);
const seeking: fc.Arbitrary<ActivityEvent> = fc.record({ kind: fc.constant('captured' as const), day, path });
const happened = fc.array(fc.oneof(sensing, sharing, seeking), { maxLength: 40 });

const weights = fc.record(Object.fromEntries(Object.entries(defaultRoleWeights()).map(([key, usual]) => [key, fc.oneof(fc.constant(usual), fc.double({ min: 0, max: 10, noNaN: true }))]))) as unknown as fc.Arbitrary<RoleRule['weights']>;
const rule: fc.Arbitrary<RoleRule> = fc.record({ weights, leastOwnWords: fc.integer({ min: 0, max: 20 }) });

function bookOf(events: readonly ActivityEvent[], asked: RoleRule): RoleBook {
  const byNote = new Map<string, ActivityEvent[]>();
  for (const event of events) byNote.set(event.path, [...(byNote.get(event.path) ?? []), event]);
  return new RoleBook(activityOf(byNote, TODAY), asked);
}

const axes = (book: RoleBook, at: string): Record<'x' | 'y' | 'fourX' | 'fourY', number> => {
  const [{ x, y }, { x: fourX, y: fourY }] = [book.week(at), book.fourWeeks(at)];
  return { x, y, fourX, fourY };
};
const LITTLE = 1e-12;

describe('laws of the roles', () => {
  it('making something more of it never lowers the axis of sense-making', () => {
    fc.assert(fc.property(happened, sensing, day, rule, (events, more, at, asked) => {
      const [before, after] = [axes(bookOf(events, asked), at), axes(bookOf([...events, more], asked), at)];
      expect(after.x).toBeGreaterThanOrEqual(before.x - LITTLE);
      expect(after.fourX).toBeGreaterThanOrEqual(before.fourX - LITTLE);
    }), { numRuns: 400 });
  });

  it('giving something more never lowers the axis of sharing', () => {
    fc.assert(fc.property(happened, sharing, day, rule, (events, more, at, asked) => {
      const [before, after] = [axes(bookOf(events, asked), at), axes(bookOf([...events, more], asked), at)];
      expect(after.y).toBeGreaterThanOrEqual(before.y - LITTLE);
      expect(after.fourY).toBeGreaterThanOrEqual(before.fourY - LITTLE);
    }), { numRuns: 400 });
  });

  it('to seek moves neither axis', () => {
    fc.assert(fc.property(happened, seeking, day, rule, (events, more, at, asked) => {
      expect(axes(bookOf([...events, more], asked), at)).toEqual(axes(bookOf(events, asked), at));
    }));
  });

  it('what is told twice changes nothing at all', () => {
    fc.assert(fc.property(happened.filter((events) => events.length > 0), fc.nat(), day, rule, (events, pick, at, asked) => {
      const again = events[pick % events.length];
      if (again === undefined) return;
      expect(practiceWeek(bookOf([...events, again], asked), at)).toEqual(practiceWeek(bookOf(events, asked), at));
    }), { numRuns: 400 });
  });

  it('the order in which notes are read changes nothing', () => {
    fc.assert(fc.property(happened, day, rule, (events, at, asked) => {
      const [there, back] = [practiceWeek(bookOf(events, asked), at), practiceWeek(bookOf([...events].reverse(), asked), at)];
      const { measure: { x, y, sense, share, ...measure }, week, fourWeeks, made, wentOut, ...rest } = back;
      expect(rest).toMatchObject({ cameIn: there.cameIn, cameBack: there.cameBack });
      expect(there.measure).toMatchObject(measure);
      // Sums of broken numbers depend on their order in the last digit.
      for (const [one, other] of [[x, there.measure.x], [y, there.measure.y], [fourWeeks.x, there.fourWeeks.x], [fourWeeks.y, there.fourWeeks.y], [sense, there.measure.sense], [share, there.measure.share]]) expect(one).toBeCloseTo(other ?? Number.NaN, 9);
      expect(made.takes).toBe(there.made.takes);
      expect(wentOut.shares).toBe(there.wentOut.shares);
      expect(week.role === undefined).toBe(there.week.role === undefined);
    }));
  });

  it('following the notes, one change after the other, gives what reading them all anew gives', () => {
    const state = fc.dictionary(path, fc.array(fc.oneof(sensing, sharing, seeking), { maxLength: 4 }));
    fc.assert(fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (states) => {
      const weeks = new ActivityWeeks();
      let kept = new Map<string, readonly ActivityEvent[]>();
      for (const now of states) {
        // What a note told before stays the same array, as it does on a shelf.
        kept = new Map(Object.entries(now).map(([name, events], at) => [name, at % 2 === 0 ? events : (kept.get(name) ?? events)]));
        const [followed, anew] = [weeks.follow(kept).upTo(TODAY), activityOf(kept, TODAY)];
        expect(followed.first).toBe(anew.first);
        for (const { id } of weeksUpTo(TODAY, 8)) expect(new Set(followed.inWeek(id))).toEqual(new Set(anew.inWeek(id)));
        for (const name of ['A.md', 'F.md']) expect(followed.ofNote(name)).toEqual(anew.ofNote(name));
      }
    }));
  });

  it('both axes lie between 0 and 1', () => {
    fc.assert(fc.property(happened, day, rule, (events, at, asked) => {
      for (const value of Object.values(axes(bookOf(events, asked), at))) expect(value >= 0 && value <= 1 + LITTLE).toBe(true);
    }));
  });

  it('near the middle a side stays what it was, further off it does not', () => {
    const usual = { weights: defaultRoleWeights(), leastOwnWords: 12 };
    const measure = (x: number): Parameters<typeof standingOf>[0] => ({ x, y: 0, events: 9, introductions: 0, spaces: [] });
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (x, was) => {
      const last = standingOf(measure(was ? 1 : 0), usual);
      const { sides } = standingOf(measure(x), usual, last);
      if (x > 0.551) expect(sides.senses).toBe(true);
      else if (x < 0.449) expect(sides.senses).toBe(false);
      else if (x >= 0.45 && x <= 0.55) expect(sides.senses).toBe(was);
    }));
  });

  it('a week without a role hands nothing on', () => {
    const usual = { weights: defaultRoleWeights(), leastOwnWords: 12 };
    const quiet = standingOf({ x: 0, y: 0, events: 0, introductions: 0, spaces: [] }, usual);
    expect(standingOf({ x: 0.5, y: 0.5, events: 3, introductions: 0, spaces: [] }, usual, quiet).sides).toEqual({ senses: true, shares: true });
  });
});
