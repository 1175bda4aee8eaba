import { describe, expect, it } from 'vitest';
import { codeSpansOf } from '../../src/note';

const code = (text: string): string[] => codeSpansOf(text).spans.map(({ from, to }) => text.slice(from, to));

describe('the code spans of a text', () => {
  it.each<[string, string[], boolean]>([
    ['a `b` c ``d ` e`` f', ['`b`', '``d ` e``'], false],
    ['a \\`b` c', [], true],
    ['a \\\\`b` c', ['`b`'], false],
    ['a ``b` c', [], true],
    ['over `two\nlines`', ['`two\nlines`'], false],
    ['none', [], false],
  ])('of %s', (text, spans, isOpen) => {
    expect([code(text), codeSpansOf(text).isOpen]).toEqual([spans, isOpen]);
  });
});
