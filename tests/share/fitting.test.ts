import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingOf } from '../../src/share';

describe('whether a text fits a channel', () => {
  it.each<[named: string, text: string, limit: number | undefined, characters: number, over: number]>([
    ['nothing, without a limit', '', undefined, 0, 0],
    ['nothing, where nothing goes', '', 0, 0, 0],
    ['some words, without a limit', 'Own words.', undefined, 10, 0],
    ['some words that just fit', 'Own words.', 10, 10, 0],
    ['one character more', 'Own words.', 9, 10, 1],
    ['what people take for one character', '👩‍👩‍👧‍👦e\u0301👍🏽', 3, 3, 0],
    ['one of these more', '👩‍👩‍👧‍👦e\u0301👍🏽', 2, 3, 1],
    ['a long text', 'x'.repeat(25_000), 500, 25_000, 24_500],
  ])('%s', (_, text, limit, characters, over) => {
    expect(fittingOf(text, limit)).toEqual({ characters, over });
  });

  it('counts as the segmenter of the language does, without asking it about plain words', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const words = fc.constantFrom('words ', 'e\u0301', 'ﬁ', '한', '한국', 'नमस्ते', 'क्षि', 'นำ', '\r\n', '\n', '👩‍👩‍👧‍👦', '🇩🇪🇫🇷', '1️⃣', '👍🏽', '©', '漢字', 'مَرحبا', '\u200D', '\uD800');
    fc.assert(fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect(fittingOf(text).characters).toBe([...segmenter.segment(text)].length);
    }));
  });
});
