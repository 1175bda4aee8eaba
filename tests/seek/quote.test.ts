import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES } from '../../src/note';
import { isQuoteNote, makeQuote, planCapture, quoteFileName, quoteOrNothing, readQuoteNote, seemsQuoteNote, writeQuoteNote, type Quote } from '../../src/seek';

const QUOTE: Quote = {
  text: 'Without PKM, there is no KM, just databases of (mostly) unused information.',
  author: 'Harold Jarche',
  source: 'https://jarche.com/2010/10/why-do-i-need-km/',
  title: 'Why do I need KM?',
  via: '[[Ralph Mercer]]',
  captured: '2026-11-20T09:12',
};

describe('making a quote', () => {
  it('cleans what was typed, and leaves out what is empty', () => {
    expect(makeQuote({ text: '\r\n  Words  \r\n\r\n', author: ' Ann \n B ', source: ' ', title: '', captured: 'now' })).toEqual({ ok: true, value: { text: '  Words', author: 'Ann B', captured: 'now' } });
  });

  it('needs words', () => {
    for (const text of ['', ' \n\t', undefined]) expect(makeQuote({ text, captured: 'now' })).toMatchObject({ ok: false, problem: expect.stringMatching(/no quote yet/) as string });
  });

  it('takes no title that only repeats the address', () => {
    for (const title of ['https://www.x.org/a', 'x.org']) expect(makeQuote({ text: 'a', source: 'https://www.x.org/a', title, captured: 'now' })).toMatchObject({ value: { source: 'https://www.x.org/a' } });
    expect(JSON.stringify(makeQuote({ text: 'a', source: 'https://www.x.org/a', title: 'x.org', captured: 'now' }))).not.toContain('title');
  });
});

describe('a quote note', () => {
  it('is read with lists of authors and guides, as other plugins write them', () => {
    const note = '---\ntype: quote\nauthor: [Ann, "[[Ben]]"]\nsource: ["https://x.org"]\nvia:\n  - "[[Cyd]]"\n---\n> Words.\n> — Ann, Ben\n';
    expect(readQuoteNote(note, PROPERTY_NAMES)).toEqual({ ok: true, value: { text: 'Words.', author: 'Ann, [[Ben]]', source: 'https://x.org', via: '[[Cyd]]', captured: '' } });
  });

  it('is recognised, though its properties cannot be read', () => {
    expect(seemsQuoteNote('---\ntype: "quote"\na: "\n---\n> Words.', PROPERTY_NAMES)).toBe(true);
    expect(seemsQuoteNote('---\ntype: contact\na: "\n---\ntype: quote', PROPERTY_NAMES)).toBe(false);
    expect(seemsQuoteNote('---\ntype: quote\n---\n> Words.', PROPERTY_NAMES)).toBe(false);
  });

  it('looks as the reference says', () => {
    expect(writeQuoteNote(QUOTE, PROPERTY_NAMES, 'My take')).toBe(`---
type: quote
author: Harold Jarche
source: https://jarche.com/2010/10/why-do-i-need-km/
via: "[[Ralph Mercer]]"
captured: 2026-11-20T09:12
---
> [!quote] [Why do I need KM?](https://jarche.com/2010/10/why-do-i-need-km/)
> Without PKM, there is no KM, just databases of (mostly) unused information.
> — Harold Jarche

## My take
`);
  });

  it('is written under the names that the user gave the properties', () => {
    const names = { ...PROPERTY_NAMES, type: 'kind', author: 'by' };
    const text = writeQuoteNote(QUOTE, names, 'Gedanken');
    expect(text).toMatch(/^---\nkind: quote\nby: Harold Jarche\n/);
    expect(readQuoteNote(text, names)).toEqual({ ok: true, value: QUOTE });
  });

  it.each<[string, string, object]>([
    ['a plain blockquote', '---\nauthor: Ann\n---\n> Words.\n', { text: 'Words.', author: 'Ann', captured: '' }],
    ['a callout behind another one', '> [!note] Mine\n> mine\n\n> [!quote] T\n> Words.\n', { text: 'Words.', title: 'T' }],
    ['a number as the author', '---\nauthor: 1984\n---\n> Words.\n', { author: '1984' }],
    ['a list as the author', '---\nauthor: [Ann, Ben]\n---\n> Words.\n', { text: 'Words.' }],
    ['an object as the source', '---\nsource: {a: 1}\n---\n> Words.\n', { text: 'Words.' }],
    ['a linked author, linked in its line, too', '---\nauthor: "[[Ann]]"\n---\n> Words.\n> — [[Ann]]\n', { text: 'Words.', author: '[[Ann]]' }],
    ['a linked author, by name in its line', '---\nauthor: "[[People/Ann Bo|Ann]]"\n---\n> Words.\n> – Ann\n', { text: 'Words.' }],
    ['an author whose line is linked', '---\nauthor: Ann\n---\n> Words.\n> -- [[Ann]]\n', { text: 'Words.', author: 'Ann' }],
    ['a list that ends with the author', '---\nauthor: Ann\n---\n> - Ben\n> - Ann\n', { text: '- Ben\n- Ann' }],
    ['the author changed in the properties', '---\nauthor: Ben\n---\n> Words.\n> — Ann\n', { text: 'Words.\n— Ann', author: 'Ben' }],
  ])('is read by hand-made means: %s', (_, text, quote) => {
    expect(readQuoteNote(text, PROPERTY_NAMES)).toMatchObject({ ok: true, value: quote });
  });

  it('says what is wrong when it cannot be read', () => {
    expect(readQuoteNote('No quote.', PROPERTY_NAMES)).toMatchObject({ ok: false, problem: expect.stringMatching(/Nothing is quoted/) as string });
    expect(readQuoteNote('---\na: "\n---\n> Words.', PROPERTY_NAMES)).toMatchObject({ ok: false, problem: expect.stringMatching(/properties.*cannot be read/) as string });
    expect(quoteOrNothing('No quote.', PROPERTY_NAMES)).toBeUndefined();
  });

  it.each([[{ type: 'quote' }, true], [{ type: ['note', 'Quote'] }, true], [{ type: 'quotes' }, false], [{ type: true }, false], [{}, false]])('with the properties %j: %j', (properties, isOne) => {
    expect(isQuoteNote(properties, PROPERTY_NAMES)).toBe(isOne);
  });
});

describe('the name of a quote note', () => {
  it.each([
    ['{{author}} - {{quote}}', {}, 'Harold Jarche - Without PKM, there is no KM, just databases of'],
    ['{{author}} - {{quote}}', { author: '' }, 'Without PKM, there is no KM, just databases of'],
    ['{{author}} - {{title}} - {{quote}}', { title: '' }, 'Harold Jarche - Without PKM, there is no KM, just databases of'],
    ['{{author}} – {{title}}', { title: '' }, 'Harold Jarche'],
    ['{{ date }} {{DOMAIN}}', {}, '2026-11-20 jarche.com'],
    ['{{title}}', { title: 'A/B: C?' }, 'A B C'],
    ['{{nothing}}', {}, '{{nothing}}'],
    ['{{author}}', { author: '' }, 'Quote'],
    ['{{quote}}', { text: '[[Note|Label]] and **[web](https://x.org)** &lt;b>' }, 'Label and web b'],
  ])('by %j with %j is %j', (pattern, parts, name) => {
    const made = makeQuote({ ...QUOTE, ...parts });
    expect(made.ok && quoteFileName(made.value, pattern)).toBe(name);
  });

  it('gets a number when it is taken, in any letter case', () => {
    const taken = new Set(['quotes/a.md', 'quotes/a 2.md']);
    const plan = planCapture({ text: 'Words', title: 'A', captured: '' }, [], (path) => taken.has(path.toLowerCase()), { target: 'quote-note', folder: '/Quotes/', fileName: '{{title}}', heading: 'Quotes' }, { names: PROPERTY_NAMES, takeSection: 'My take' });
    expect(plan).toMatchObject({ kind: 'create', path: 'Quotes/A 3.md' });
  });
});
