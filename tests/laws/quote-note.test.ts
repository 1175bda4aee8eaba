import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, withProperties } from '../../src/note';
import { foundQuoteAt, makeQuote, quoteCallout, readQuoteNote, writeQuoteNote, type Quote } from '../../src/seek';
import { anyLine, anyQuote, fileText, RUNS } from './generators';

const write = (quote: Quote): string => writeQuoteNote(quote, PROPERTY_NAMES, 'My take');
const read = (text: string): unknown => readQuoteNote(text, PROPERTY_NAMES);

describe('a quote note', () => {
  it('gives back the quote it was written from', () => {
    fc.assert(fc.property(anyQuote, (quote) => { expect(read(write(quote))).toEqual({ ok: true, value: quote }); }), { ...RUNS, numRuns: 1500 });
  });

  it('is text that a file holds without loss', () => {
    fc.assert(fc.property(anyQuote, (quote) => { expect(write(quote).isWellFormed()).toBe(true); }), RUNS);
  });

  it('gives the same quote with Windows line breaks', () => {
    fc.assert(
      fc.property(anyQuote, (quote) => { expect(read(write(quote).replace(/\n/g, '\r\n'))).toEqual({ ok: true, value: quote }); }),
      RUNS,
    );
  });

  it('gives the same quote whatever the user writes below it', () => {
    fc.assert(fc.property(anyQuote, fileText, (quote, own) => { expect(read(`${write(quote)}\n${own}`)).toEqual({ ok: true, value: quote }); }), RUNS);
  });

  it('is written the same when written again from what was read', () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        const again = readQuoteNote(write(quote), PROPERTY_NAMES);
        expect(again.ok && write(again.value)).toBe(write(quote));
      }),
      RUNS,
    );
  });

  it('holds no template code, whoever wrote the author, source, title or via', () => {
    fc.assert(
      fc.property(anyLine, anyLine, anyLine, (one, two, three) => {
        const made = makeQuote({ text: 'Words', author: `${one}<%* ${two} %>`, source: `${three}<% x %>`, title: `<%${two}%>`, via: `{{${one}}}<%`, captured: '2026-11-20T09:12' });
        expect(made.ok && write(made.value)).not.toContain('<%');
        expect(made.ok && read(write(made.value))).toEqual(made);
      }),
      RUNS,
    );
  });

  it('can be told to have been changed by nobody: setting a property to what it is changes no byte', () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        const text = write(quote);
        expect(withProperties(text, { author: quote.author, source: quote.source, via: quote.via })).toEqual({ ok: true, value: text });
      }),
      RUNS,
    );
  });
});

describe('a quote callout in any other note', () => {
  it('is found with the words, the author and the web source', () => {
    fc.assert(
      fc.property(fc.constantFrom('One line.', 'Two\nlines.', '- a\n- b', '> nested\n\nafter', '```\ncode\n```', '| a |\n| - |'), fc.constantFrom('Harold Jarche', 'O_dd *name*', undefined), (text, author) => {
        const made = makeQuote({ text, author, source: 'https://jarche.com/a_(b)', title: 'Why [KM]?', captured: '2026-11-20T09:12' });
        const note = `Before.\n\n${made.ok ? quoteCallout(made.value) : ''}\n\nAfter.`;
        const found = foundQuoteAt(note, note.indexOf('[!quote]'));
        expect(found).toMatchObject({ text, source: 'https://jarche.com/a_%28b%29', title: 'Why [KM]?', ...(author === undefined ? {} : { author }) });
      }),
      RUNS,
    );
  });
});
