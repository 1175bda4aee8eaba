import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameQuote, quoteId, readQuoteNote, textKey, writeQuoteNote, type Quote } from '../../src/seek';
import { PROPERTY_NAMES } from '../../src/note';
import { anyQuote, RUNS } from './generators';

/** What a copy of the same words may look like elsewhere. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'curly quotes': (text) => text.replace(/'/g, '’').replace(/"/g, '”'),
  'dashes': (text) => text.replace(/-/g, '–'),
  'no-break spaces': (text) => text.replace(/ /g, '\u00A0'),
  'other lines': (text) => text.replace(/ /g, '\n'),
  'capitals': (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  'decomposed letters': (text) => text.normalize('NFD'),
  'emphasis': (text) => `**${text}**`,
  'a quote mark pair': (text) => `“${text}”`,
  'an ellipsis': (text) => `${text}…`,
  'full-width letters': (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
};

const PROSE = fc.array(fc.constantFrom('sense', 'making', "isn't", 'Übung', '-', '"noise"', 'and', '知识', 'weak-ties', '3,14', 'naïve'), { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')).filter((text) => /\p{L}/u.test(text));

describe('the same quote', () => {
  it('is known both ways, and to itself', () => {
    fc.assert(
      fc.property(anyQuote, anyQuote, (one, other) => {
        expect(isSameQuote(one, other)).toBe(isSameQuote(other, one));
        expect(isSameQuote(one, one)).toBe(true);
      }),
      RUNS,
    );
  });

  it.each(Object.entries(VARIANTS))('is known by its words with %s', (_, vary) => {
    fc.assert(fc.property(PROSE, (text) => { expect(textKey({ text: vary(text) })).toBe(textKey({ text })); }), { ...RUNS, numRuns: 100 });
  });

  it('is known by its source, however the address is written', () => {
    const from = (source: string): Quote => ({ text: 'Words', source, captured: '2026-11-20T09:12' });
    const sources = ['https://www.jarche.com/a_(b)/?utm_source=x&id=7', 'http://jarche.com/a_(b)?id=7#part', 'https://jarche.com/a_%28b%29?id=7&fbclid=1'];
    for (const one of sources) for (const other of sources) expect(quoteId(from(one)), `${one} and ${other}`).toBe(quoteId(from(other)));
    expect(isSameQuote(from('https://jarche.com/?p=1'), from('https://jarche.com/?p=2'))).toBe(false);
  });

  it('keeps its id through its note', () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        const read = readQuoteNote(writeQuoteNote(quote, PROPERTY_NAMES, 'My take'), PROPERTY_NAMES);
        expect(read.ok && quoteId(read.value)).toBe(quoteId(quote));
      }),
      RUNS,
    );
  });

  it('is not another one: different words, or the same words from another place, have other ids', () => {
    fc.assert(
      fc.property(PROSE, PROSE, (one, other) => {
        fc.pre(one.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') !== other.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
        expect(textKey({ text: one })).not.toBe(textKey({ text: other }));
      }),
      RUNS,
    );
  });
});
