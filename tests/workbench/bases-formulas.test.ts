import { describe, expect, it } from 'vitest';
import type { App } from '../../workbench/page/app';
import { evaluate } from '../../workbench/page/bases/formula/evaluate';
import { parseFormula } from '../../workbench/page/bases/formula/parse';
import { DateValue, ErrorValue, ListValue, NullValue, NumberValue, wrapProperty, type Value } from '../../workbench/page/bases/values';
import { readBase } from '../../workbench/page/bases/query/base-config';

// Formulas as the help of Bases describes them; its own examples first.

const app = {} as App;
const NOTE: Readonly<Record<string, unknown>> = { price: 3, status: 'done', tags: ['a', 'b'], met: '2024-05-02', cadence: 60, at: '2026-11-20T09:12' };

function work(text: string): Value {
  const note = Object.fromEntries(Object.entries(NOTE).map(([name, raw]) => [name, wrapProperty(app, raw, 'Note.md')]));
  return evaluate(parseFormula(text), { app, self: () => NullValue.value, name: (name) => note[name] ?? NullValue.value });
}

const said = (text: string): string => work(text).toString();

describe('formulas', () => {
  it.each([
    ['(2.3333).round(2)', '2.33'], ['(2.5).round()', '3'], ['(3.14159).toFixed(2)', '3.14'], ['(-5).abs()', '5'],
    ['"hello".slice(1, 4)', 'ell'], ['"hello world".title()', 'Hello World'], ['"a:b:c:d".replace(/:/g, "-")', 'a-b-c-d'], ['"a:b:c:d".replace(/:/, "-")', 'a-b:c:d'],
    ['"John Smith".replace(/(\\w+) (\\w+)/, "$2, $1")', 'Smith, John'], ['"a,b,c,d".split(",", 3)', 'a, b, c'], ['"hello".reverse()', 'olleh'],
    ['[1,2,3].contains(2)', 'true'], ['[1,2,3,4].filter(value > 2)', '3, 4'], ['[1,2,3,4].map(value + 1)', '2, 3, 4, 5'], ['[1,2,3].reduce(acc + value, 0)', '6'],
    ['[3, 1, 2].sort()', '1, 2, 3'], ['[1,[2,3]].flat()', '1, 2, 3'], ['[1,2,2,3].unique()', '1, 2, 3'], ['[1,2,3].join(",")', '1,2,3'],
    ['/abc/.matches("abcde")', 'true'], ['number("3.4")', '3.4'], ['max(1, 3, 2)', '3'], ['list("value")', 'value'], ['"example".isType("string")', 'true'],
    ['date("2024-12-01") + "1M" + "4h" + "3m"', '2025-01-01 04:03'], ['(date("2026-11-20") + "1d") - date("2026-11-20")', '86400000'], ['date("2025-05-27").format("DD.MM.YYYY")', '27.05.2025'], ['date("2025-05-27").month', '5'],
    ['if(price, price.toFixed(2) + " dollars")', '3.00 dollars'], ['if(nothing, "yes", "no")', 'no'],
  ])('%s is %s', (formula, result) => {
    expect(said(formula)).toBe(result);
  });

  it('know properties by their name, and what is not there as empty', () => {
    expect(said('status == "done" && price > 2')).toBe('true');
    expect(said('tags.containsAny("b", "z")')).toBe('true');
    expect(said('nothing.isEmpty()')).toBe('true');
    expect(said('nothing.contains("a")')).toBe('false');
    expect(said('!tags.isEmpty()')).toBe('true');
    expect(said('tags[1]')).toBe('b');
  });

  it('add days and months to a date', () => {
    expect(said('met + (duration("1d") * cadence)')).toBe('2024-07-01');
    expect(said('date("2024-01-31") + "1M"')).toBe('2024-02-29');
    expect(said('met < date("2024-06-01")')).toBe('true');
    expect(said('at.date() == date("2026-11-20")')).toBe('true');
    expect(DateValue.parseFromString('2026-02-30')).toBeNull();
  });

  it('do not reckon with what is missing', () => {
    expect(() => work('nothing + (duration("1d") * cadence)')).toThrow('`+` does not work between null and duration.');
    expect(() => work('2 * duration("5h")')).toThrow('`*` does not work between number and duration.');
    expect(said('nothing <= date("2026-11-20")')).toBe('false');
  });

  it('say what they do not understand', () => {
    expect(() => parseFormula('status == ')).toThrow('The formula `status == ` cannot be read');
    expect(() => work('tagged_with("a")')).toThrow('Formulas know no function `tagged_with()`.');
    expect(() => work('status.shout()')).toThrow('"done" has no function `shout()`.');
    expect(() => work('price ? 1 : 2')).toThrow('Formulas know no ConditionalExpression.');
  });

  it('keep values apart by their kind', () => {
    expect(new NumberValue(3).looseEquals(wrapProperty(app, '3', ''))).toBe(true);
    expect(new NumberValue(3).equals(wrapProperty(app, '3', '') as NumberValue)).toBe(false);
    expect(new ListValue(['a', 1]).equals(new ListValue(['a', 1]))).toBe(true);
    expect(new ErrorValue('no').isTruthy()).toBe(false);
    expect(NullValue.value.looseEquals(wrapProperty(app, '', ''))).toBe(false);
  });
});

describe('a base', () => {
  it('has a table when it names no view', () => {
    expect(readBase('').views).toEqual([{ type: 'table', name: 'Table' }]);
  });

  it.each([
    ['- a', 'A base is a list of keys and values.'], ['views: table', '`views` is a list.'], ['views:\n  - name: A', 'View 1 needs a `type`.'],
    ['filters:\n  any: []', 'The filters are a sentence, or one of `and`, `or`, `not` with a list.'], ['views:\n  - type: table\n    filters:\n      and:\n        - 3', 'The filters of view 1 are'], ['formulas: x', '`formulas` is a list of names'],
  ])('%j: %s', (text, problem) => {
    expect(() => readBase(text)).toThrow(problem);
  });
});
