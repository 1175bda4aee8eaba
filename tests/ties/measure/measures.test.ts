import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../../../src/base';
import { CLOSENESS, acquaintances, bridgingOf, closenessOf, effectiveSize, inHundredths, mayBeCommunity, nonRedundancy, reciprocity, spacesMet, tieStrength, type Contact, type Direction } from '../../../src/ties';

const TODAY = '2026-11-20';
const contact = (name: string, more: Partial<Contact> = {}): Contact => ({ path: `${name}.md`, name, aliases: [], space: 'network', communities: [], topics: [], interactions: [], ...more });
type Happened = { day: string; direction?: Direction };
const on = (daysAgo: number, direction?: Direction): Happened => ({ day: dayAfter(TODAY, -daysAgo), ...(direction === undefined ? {} : { direction }) });
const happened: fc.Arbitrary<Happened> = fc.tuple(fc.integer({ min: -30, max: 900 }), fc.constantFrom('gave' as const, 'received' as const, undefined)).map(([days, direction]) => on(days, direction));
const latestOf = (history: readonly Happened[]): string | undefined => history.map(({ day }) => day).filter((day) => day <= TODAY).sort().at(-1);
const strengthOf = (history: readonly Happened[], spaces = 1): ReturnType<typeof tieStrength> => tieStrength(history, latestOf(history), spaces, TODAY);

describe('the strength of a tie', () => {
  it('is the sum of its four parts, by the formula', () => {
    const { value, parts, counted } = strengthOf([on(90, 'gave'), on(100, 'received'), on(120, 'gave'), on(130, 'received')], 2);
    expect(counted).toEqual({ all: 4, gave: 2, received: 2, days: 90, spaces: 2 });
    expect(parts).toEqual({ recency: 0.2, frequency: 0.12, reciprocity: 0.2, spaces: 0.1 * (2 / 3) });
    expect(value).toBeCloseTo(0.2 + 0.12 + 0.2 + 0.0667, 3);
  });

  it('follows the formula also where one side gives more', () => {
    const { parts } = strengthOf(Array.from({ length: 40 }, (_, at) => on(at + 1, at === 0 ? 'received' : at < 3 ? 'gave' : undefined)));
    expect(parts.frequency).toBeCloseTo((0.3 * 39) / 45, 6);
    expect(parts.reciprocity).toBe(0.2);
  });

  it('is nothing but the space for somebody of whom nothing is known', () => {
    expect(strengthOf([], 0).value).toBe(0);
    expect(strengthOf([], 3).value).toBeCloseTo(0.1, 9);
  });

  it('counts twelve months, and nothing that is still to come', () => {
    expect(strengthOf([on(365, 'gave'), on(364, 'received'), on(-1, 'gave')]).counted).toMatchObject({ all: 1, gave: 0, received: 1 });
  });

  it('is never lowered by one more exchange, whatever the direction and the day', () => {
    fc.assert(fc.property(fc.array(happened, { maxLength: 40 }), happened, fc.integer({ min: 0, max: 3 }), (history, more, spaces) => {
      expect(strengthOf([...history, more], spaces).value).toBeGreaterThanOrEqual(strengthOf(history, spaces).value - 1e-12);
    }), { numRuns: 2000 });
  });

  it('lies between 0 and 1, and is what its parts add up to', () => {
    fc.assert(fc.property(fc.array(happened), fc.integer({ min: 0, max: 9 }), (history, spaces) => {
      const { value, parts } = strengthOf(history, spaces);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(value, 12);
    }));
  });
});

describe('the word for a tie', () => {
  it('never becomes weaker while the strength grows, and each word is used', () => {
    const words = Array.from({ length: 101 }, (_, at) => closenessOf(at / 100));
    expect([...new Set(words)]).toEqual(CLOSENESS);
    expect(words.map((word) => CLOSENESS.indexOf(word))).toEqual(words.map((word) => CLOSENESS.indexOf(word)).sort());
    expect([0.11, 0.12, 0.34, 0.35, 0.59, 0.6].map(closenessOf)).toEqual(['faint', 'loose', 'loose', 'steady', 'steady', 'close']);
  });
});

describe('reciprocity', () => {
  it('is 1 for a symmetric history and 0 for a one-sided one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), (count) => {
      expect(reciprocity(count, count)).toBe(1);
      expect(reciprocity(count, 0)).toBe(0);
    }));
    expect(reciprocity(0, 0)).toBe(0);
    expect(reciprocity(3, 1)).toBe(0.5);
  });

  it('is the same from both sides', () => {
    fc.assert(fc.property(fc.nat(50), fc.nat(50), (gave, received) => {
      expect(reciprocity(gave, received)).toBe(reciprocity(received, gave));
    }));
  });
});

describe('who knows whom', () => {
  const people = [contact('A', { communities: ['[[KM]]'] }), contact('B', { communities: ['[[Communities/KM|us]]', '[[Bees]]'], space: 'community' }), contact('C', { communities: ['bees'] }), contact('D')];

  it('follows from communities, and from links between notes', () => {
    expect(acquaintances(people)).toEqual([[1], [0, 2], [1], []]);
    expect(acquaintances(people, [['D.md', 'A.md'], ['A.md', 'D.md'], ['A.md', 'elsewhere.md'], ['A.md', 'A.md']])[3]).toEqual([0]);
  });

  it('gives Burt’s effective size: all where nobody knows another, one where everybody knows all', () => {
    expect(effectiveSize(acquaintances([]))).toBe(0);
    expect(effectiveSize(acquaintances([contact('A'), contact('B'), contact('C')]))).toBe(3);
    const circle = ['A', 'B', 'C', 'D'].map((name) => contact(name, { communities: ['one'] }));
    expect(effectiveSize(acquaintances(circle))).toBe(1);
    expect(nonRedundancy(acquaintances(circle), 0)).toBe(0);
    expect(effectiveSize(acquaintances(people))).toBe(4 - (2 * 2) / 4);
    expect(nonRedundancy(acquaintances(people), 3)).toBe(1);
  });

  it('never makes the effective size larger than the network, or smaller than 1', () => {
    fc.assert(fc.property(fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), { minLength: 1, maxLength: 30 }), (groups) => {
      const size = effectiveSize(acquaintances(groups.map((communities, at) => contact(`P${at}`, { communities }))));
      expect(size).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(size).toBeLessThanOrEqual(groups.length);
    }));
  });

  it('tells who bridges the spaces', () => {
    const known = acquaintances(people);
    expect(bridgingOf(people, known, 0)).toEqual({ communities: 1, across: 1, isBridge: true });
    expect(bridgingOf(people, known, 1)).toEqual({ communities: 2, across: 1, isBridge: true });
    expect(bridgingOf(people, known, 3)).toEqual({ communities: 0, isBridge: false });
  });

  it('takes a community under two names for one, where its names are known', () => {
    const twice = [contact('A', { communities: ['[[KM Circle]]', 'KMC'] })];
    expect(bridgingOf(twice, acquaintances(twice), 0)).toEqual({ communities: 2, isBridge: true });
    expect(bridgingOf(twice, acquaintances(twice), 0, (text) => (/KM/.test(text) ? 'Communities/KM Circle.md' : undefined))).toEqual({ communities: 1, isBridge: false });
  });

  it('counts the spaces in which one meets', () => {
    expect(spacesMet(contact('A'), [])).toEqual(['network']);
    expect(spacesMet(contact('A', { communities: ['x'] }), [{ space: 'team' }, {}])).toEqual(['network', 'community', 'team']);
  });
});

describe('the parts of a strength as they are shown', () => {
  it('add up to the strength as it is shown, and none is a hundredth off', () => {
    expect(inHundredths(0.386, [0.084, 0.1, 0.169, 0.033])).toEqual([9, 10, 17, 3]);
    fc.assert(fc.property(fc.array(happened, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (history, spaces) => {
      const { value, parts } = strengthOf(history, spaces);
      const [exact, shown] = [Object.values(parts), inHundredths(value, Object.values(parts))];
      expect(shown.reduce((sum, part) => sum + part, 0)).toBe(Math.round(value * 100));
      shown.forEach((part, at) => expect(Math.abs(part - (exact[at] ?? 0) * 100)).toBeLessThanOrEqual(1));
    }));
  });
});

describe('a step from the network to a community', () => {
  const close = strengthOf([on(1, 'gave'), on(2, 'received'), on(3, 'gave'), on(4, 'received')]);

  it('is suggested only where there is giving and receiving, and the tie is strong', () => {
    expect(mayBeCommunity({ space: 'network' }, close)).toBe(true);
    expect(mayBeCommunity({ space: 'community' }, close)).toBe(false);
    expect(mayBeCommunity({ space: 'network' }, strengthOf(Array.from({ length: 300 }, (_, at) => on(at, 'gave'))))).toBe(false);
    expect(mayBeCommunity({ space: 'network' }, strengthOf([on(300, 'gave'), on(301, 'received')]))).toBe(false);
  });
});
