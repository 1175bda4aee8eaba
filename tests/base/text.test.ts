import { describe, expect, it } from 'vitest';
import { lettersOnly, lineBreakOf, onOneLine, shortened, stableId, wellFormed, withoutOuterBlankLines, withUnixLines } from '../../src/base';
import { processorTime } from '../processor-time';

describe('line breaks', () => {
  it('become the one kind', () => {
    expect(withUnixLines('a\r\nb\rc\n\r\nd')).toBe('a\nb\nc\n\nd');
  });

  it.each([['a\r\nb', '\r\n'], ['a\nb\r\n', '\n'], ['\r\n', '\r\n'], ['\n', '\n'], ['none', '\n'], ['', '\n']])('of %j are %j', (text, newline) => {
    expect(lineBreakOf(text)).toBe(newline);
  });
});

describe('white space', () => {
  it('becomes one space on one line', () => {
    expect(onOneLine(' \n a\t\u00A0 b\u2028c\r\n')).toBe('a b c');
  });

  it('goes at the outer lines only, and the first line keeps its indentation', () => {
    expect(withoutOuterBlankLines(' \n\t\n    code\n\nend \n \n')).toBe('    code\n\nend');
  });

  it('is taken off a long run of it in no time', () => {
    const text = `a${' '.repeat(200_000)}b`;
    const start = processorTime();
    expect(withoutOuterBlankLines(text)).toBe(text);
    expect(processorTime() - start).toBeLessThan(500);
  });
});

describe('shortening', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['one two three', 8, 'one two…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦…'],
  ])('%j to %i is %j', (text, limit, short) => {
    expect(shortened(text, limit)).toBe(short);
  });
});

describe('well-formed text', () => {
  it('loses lone surrogates only', () => {
    expect(wellFormed('a\uD800b\uDC00c👍')).toBe('a\uFFFDb\uFFFDc👍');
  });
});

describe('letters', () => {
  it.each([
    ['“Noise!” – isn’t it?', 'noiseisntit'],
    ['ﬁne Ⅳ', 'fineiv'],
    ['か\u3099', 'が'],
    ['—…!', ''],
  ])('of %j are %j', (text, letters) => {
    expect(lettersOnly(text)).toBe(letters);
  });
});

describe('a stable id', () => {
  it('is thirteen letters and digits, also for nothing and for much', () => {
    for (const text of ['', 'a', 'x'.repeat(100_000), '知识', '\uD800']) expect(stableId(text)).toMatch(/^[0-9a-z]{13}$/);
  });

  it('is the published one of FNV-1a for ASCII', () => {
    // Test vectors of the authors: 64-bit FNV-1a of "a" and of "foobar".
    expect(BigInt(`0x${toHex(stableId('a'))}`)).toBe(0xaf63dc4c8601ec8cn);
    expect(BigInt(`0x${toHex(stableId('foobar'))}`)).toBe(0x85944171f73967e8n);
  });
});

function toHex(id: string): string {
  return [...id].reduce((value, digit) => value * 36n + BigInt(parseInt(digit, 36)), 0n).toString(16);
}
