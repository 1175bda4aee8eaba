import { describe, expect, it } from 'vitest';
import { countProperty, listProperty, propertyHas, textProperty, yesProperty } from '../../src/note';

// What a property may hold, however it came there: text, list, count, yes.
const CASES: readonly [value: unknown, text: string | undefined, list: string[], count: number | undefined, yes: boolean][] = [
  [' Ann ', 'Ann', ['Ann'], undefined, false],
  ['', undefined, [], undefined, false],
  [60, '60', ['60'], 60, false],
  ['60', '60', ['60'], 60, false],
  [-1, '-1', ['-1'], undefined, false],
  [Number.NaN, 'NaN', ['NaN'], undefined, false],
  [true, 'true', [], undefined, true],
  ['Yes', 'Yes', ['Yes'], undefined, true],
  [false, 'false', [], undefined, false],
  [null, undefined, [], undefined, false],
  [undefined, undefined, [], undefined, false],
  [['a', ' b ', '', 3, null, ['c'], { d: 1 }], undefined, ['a', 'b', '3'], undefined, false],
  [{ a: 1 }, undefined, [], undefined, false],
];

describe('a property', () => {
  it.each(CASES)('that holds %j', (value, text, list, count, yes) => {
    const properties = { p: value };
    expect(textProperty(properties, 'p')).toBe(text);
    expect(listProperty(properties, 'p')).toEqual(list);
    expect(countProperty(properties, 'p')).toBe(count);
    expect(yesProperty(properties, 'p')).toBe(yes);
  });

  it('has a word in any case, alone or in a list', () => {
    expect(propertyHas({ p: 'Quote' }, 'p', 'quote')).toBe(true);
    expect(propertyHas({ p: ['a', 'QUOTE'] }, 'p', 'quote')).toBe(true);
    expect(propertyHas({ p: 'quotes' }, 'p', 'quote')).toBe(false);
  });
});
