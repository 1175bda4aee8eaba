import { describe, expect, it } from 'vitest';
import { foundQuoteAt, foundQuotesOf, makeQuote, withQuoteAppended } from '../../src/seek';
import { processorTime } from '../processor-time';

const READWISE = `# Walden

![rw-book-cover](https://readwise-assets.example/cover.png)

## Metadata
- Author: [[Henry David Thoreau]]
- Full Title: Walden, or Life in the Woods
- Category: #books
- URL: https://example.org/walden

## Highlights
- Our life is frittered away by detail. ([Location 1102](https://readwise.example/to_kindle?location=1102))
    - Note: Says a man with a whole shed.
    - Tags: [[life]] [[detail]]
- Two lines of one highlight,
  the second of them. ([View Highlight](https://read.readwise.example/read/01abc)) ^rw419
- **Bold** words ([Page 12](https://readwise.example/p/12))
## Highlights added November 3rd, 2026 at 9:01 AM
- Added later.

## My thoughts
- not a highlight
`;

const CLIPPER = `---
title: "Why do I need KM?"
source: "https://jarche.com/2010/10/why-do-i-need-km/"
author:
  - "[[Harold Jarche]]"
  - "[[Ann]]"
published: 2010-10-05
---
Text of the page.

> Without PKM, there is no KM.
`;

const KINDLE = `---
kindle-sync:
  bookId: "51823"
  title: Essays
  author: Francis Bacon
---
## Highlights
Read not to contradict. — location: [2304](kindle://book?action=open&asin=B00EXAMPLE&location=2304) ^ref-40211

---
Some books are to be tasted. — location: [2306](kindle://book?asin=B00EXAMPLE&location=2306) ^ref-17093

---
`;

// As Zotero itself writes a note of annotations, and as Markdown.
const ZOTERO = `---
title: The Sound of Sense
---
# Annotations  
(11/20/2026, 9:00:00 AM)

“Every storm is written down before anybody sleeps.” ([Quill, 2010, p. 12](zotero://select/library/items/AB)) ([pdf](zotero://open-pdf/library/items/XY?page=12)) my remark

- "Oil is dearer than paper" ([Quill, 2010, p. 13](zotero://select/library/items/AB)) [[Quotes/Oil|❞]]

Mine, about “sleep” ([no link of Zotero](https://example.org)).
`;

// As templates of the Zotero plugins write them.
const ZOTERO_PLUGIN = `---
citekey: quill2010
author: Ada Quill
title: The Sound of Sense
---
## Page 2
> [!quote|#ffd400] Yellow
> Every storm is written down.
> [(p. 2)](zotero://open-pdf/library/items/XY?page=2)

> [!note] Page 3 [open](zotero://open-pdf/library/items/XY?page=3)
> > Oil is dearer than paper.
>
> Is it, still?
`;

const MARKED = `---
title: Why do I need KM?
source: https://jarche.com/2010/10/why-do-i-need-km/
published: 2010-10-05
tags:
  - clippings
---
Text of the page. ==Without PKM, there is no KM.== And \`a ==not b== c\`, x == y or z == 1, ==**a second** mark== [[Quotes/A|❞]] at once.

> A block with ==a mark== in it.

\`\`\`
==code==
\`\`\`
## Highlights
==Wholly marked.==
`;

function all(note: string): unknown[] {
  return foundQuotesOf(note).map(({ from, to, until: _until, ...quote }) => ({ ...quote, starts: note.slice(from, from + 6), ends: note.slice(to - 3, to) }));
}

describe('quotes in the layouts of other tools', () => {
  it('Readwise: highlights without place, note and tags; the work from the metadata list', () => {
    const work = { author: 'Henry David Thoreau', title: 'Walden, or Life in the Woods', source: 'https://example.org/walden' };
    expect(all(READWISE)).toEqual([
      { ...work, text: 'Our life is frittered away by detail.', starts: '- Our ', ends: '2))' },
      { ...work, text: 'Two lines of one highlight,\nthe second of them.', starts: '- Two ', ends: '419' },
      { ...work, text: '**Bold** words', starts: '- **Bo', ends: '2))' },
      { ...work, text: 'Added later.', starts: '- Adde', ends: 'er.' },
    ]);
  });

  it('names of the metadata list without their links, and properties in any case of letters', () => {
    const listed = '## Metadata\n- Author: [Ada Quill](https://example.org/quill)\n- Title: [Oars](https://example.org/oars)\n\n## Highlights\n- Words.\n';
    expect(foundQuotesOf(listed)).toMatchObject([{ text: 'Words.', author: 'Ada Quill', title: 'Oars' }]);
    expect(foundQuotesOf(listed.replace('[Ada Quill](https://example.org/quill)', '[example.org]()'))).toMatchObject([{ author: 'example.org' }]);
    expect(foundQuotesOf('---\nAuthor: Ada Quill\nTitle: Oars\nSource: https://example.org/oars\n---\n> Words.\n')).toMatchObject([{ text: 'Words.', author: 'Ada Quill', title: 'Oars', source: 'https://example.org/oars' }]);
  });

  it('Web Clipper: blockquotes; the work from the properties', () => {
    expect(all(CLIPPER)).toEqual([
      { text: 'Without PKM, there is no KM.', author: 'Harold Jarche, Ann', title: 'Why do I need KM?', source: 'https://jarche.com/2010/10/why-do-i-need-km/', starts: '> With', ends: 'KM.' },
    ]);
  });

  it('Kindle: paragraphs between rules; the work from one nested property', () => {
    expect(all(KINDLE)).toMatchObject([
      { text: 'Read not to contradict.', author: 'Francis Bacon', title: 'Essays' },
      { text: 'Some books are to be tasted.', author: 'Francis Bacon', title: 'Essays' },
    ]);
  });

  it('Zotero: its own notes of annotations, one on each line, without the links that lead back; who is cited where the note names nobody', () => {
    const work = { author: 'Quill', title: 'The Sound of Sense' };
    expect(all(ZOTERO)).toEqual([
      { ...work, text: 'Every storm is written down before anybody sleeps.', starts: '“Every', ends: '2))' },
      { ...work, text: 'Oil is dearer than paper', quoteNote: 'Quotes/Oil', starts: '- "Oil', ends: '❞]]' },
    ]);
    expect(foundQuoteAt(ZOTERO, ZOTERO.indexOf('my remark'))?.text).toBe('Every storm is written down before anybody sleeps.');
    expect(foundQuoteAt(ZOTERO, ZOTERO.indexOf('Mine'))).toBeUndefined();
  });

  it('Zotero: callouts of its plugins, of whatever kind', () => {
    expect(all(ZOTERO_PLUGIN)).toMatchObject([
      { author: 'Ada Quill', text: 'Every storm is written down.' },
      { author: 'Ada Quill', text: 'Oil is dearer than paper.' },
    ]);
  });

  it('Web Clipper: what was marked in the page, also within a line; no code, no comparison', () => {
    expect(all(MARKED)).toMatchObject([
      { text: 'Without PKM, there is no KM.', isInline: true, title: 'Why do I need KM?', starts: '==With', ends: '.==' },
      { text: '**a second** mark', isInline: true, quoteNote: 'Quotes/A', starts: '==**a ' },
      { text: 'A block with ==a mark== in it.' },
      { text: 'Wholly marked.' },
    ]);
    expect(all(MARKED.replace('  - clippings', '  - mine').replace('published: 2010-10-05\n', ''))).toHaveLength(2);
  });

  it.each([['Readwise', READWISE], ['Web Clipper', CLIPPER], ['Kindle', KINDLE], ['Zotero', ZOTERO], ['a marked page', MARKED]])('%s: the same with Windows line breaks', (_, note) => {
    const plain = (text: string): unknown[] => foundQuotesOf(text).map(({ from: _from, to: _to, until: _until, ...quote }) => quote);
    expect(plain(note.replace(/\n/g, '\r\n'))).toEqual(plain(note));
  });
});

describe('the quote under the cursor', () => {
  it.each<[string, string, string | undefined]>([
    ['a blockquote', '> one\n> two', 'one\ntwo'],
    ['a quote callout', '> [!quote] Title\n> one', 'one'],
    ['a cite callout', '> [!cite]\n> one', 'one'],
    ['a quote callout with metadata', '> [!quote|small]- Title\n> one', 'one'],
    ['a quote callout within another callout', '> [!note] Title\n> text\n> > [!quote] T\n> > one', 'one'],
    ['a blockquote in a list', '- said\n\t> one\n\t> two', 'one\ntwo'],
    ['a callout that quotes nobody', '> [!tip] Title\n> one', undefined],
    ['plain text', 'one', undefined],
    ['a heading in a fence', '```\n## Highlights\n- one\n```', undefined],
    ['a quote in a fence', '```\n> one\n```', undefined],
    ['an empty quote', '> \n>', undefined],
  ])('in %s', (_, note, text) => {
    expect(foundQuoteAt(note, note.length)?.text).toBe(text);
  });

  it.each<[string, string, object]>([
    ['an author', '> Words.\n> — Harold Jarche', { text: 'Words.', author: 'Harold Jarche' }],
    ['an author and a work', '> Words.\n> -- Henry David Thoreau, *Walden*', { text: 'Words.', author: 'Henry David Thoreau', title: 'Walden' }],
    ['a linked author', '> Words.\n> — [[People/Ann|Ann]]', { text: 'Words.', author: 'Ann' }],
    ['a linked work', '> Words.\n> — Ann, [The work](https://x.org/a)', { text: 'Words.', author: 'Ann', title: 'The work', source: 'https://x.org/a' }],
    ['a comma in the name, where the title stands above', '> [!quote] [A title](https://x.org)\n> Words.\n> — Jarche, Harold', { author: 'Jarche, Harold', title: 'A title', source: 'https://x.org' }],
    ['a title with marks', '> [!quote] [1 \\* 2 \\[x\\]](https://x.org)\n> Words.', { title: '1 * 2 [x]' }],
    ['only a dash', '> — Words only.', { text: '— Words only.', author: undefined }],
    ['an author behind the words', '> Words. — Henry David Thoreau', { text: 'Words.', author: 'Henry David Thoreau', title: undefined }],
    ['an author and a work behind the words', '> More\n> “words” – **Ludwig van Beethoven**, *Letters* (1812)', { text: 'More\n“words”', author: 'Ludwig van Beethoven', title: 'Letters (1812)' }],
    ['a linked author behind the words', '> Words. -- [[People/Ann|Ann]] [[Quotes/A|❞]]', { text: 'Words.', author: 'Ann', quoteNote: 'Quotes/A' }],
    ['a linked work behind the words', '> "Words" - [The work](https://x.org/a)', { text: '"Words"', source: 'https://x.org/a' }],
    ['an author behind a Chinese dash', '> 走的人多了，也便成了路。——鲁迅《故乡》', { text: '走的人多了，也便成了路。', author: '鲁迅', title: '《故乡》' }],
    ['an author with lines below', '> Words.\n> — Ada Quill\n> I think so, too.', { text: 'Words.', author: 'Ada Quill' }],
    ['an author in italic letters', '> Words.\n> *— Ann Lee*', { text: 'Words.', author: 'Ann Lee' }],
    ['an author in bold letters', '> Words.\n> **— Ann Lee**', { text: 'Words.', author: 'Ann Lee' }],
    ['an author in <cite>', '> Words.\n> <cite>Ann Lee</cite>', { text: 'Words.', author: 'Ann Lee' }],
    ['an author with tags', '> Words.\n> — Ann Lee #read/again #ward', { text: 'Words.', author: 'Ann Lee' }],
    ['an author with tags behind the words', '> Words. — Ann Lee #ward', { text: 'Words.', author: 'Ann Lee' }],
    ['an author on a point', '> Words.\n> - Ann Lee', { text: 'Words.', author: 'Ann Lee' }],
    ['an author and a work on a point', '> "Words"\n>\n> - Ann Lee, 1990', { text: '"Words"', author: 'Ann Lee', title: '1990' }],
    ['an author with a single name', '> Words.\n> — Seneca', { text: 'Words.', author: 'Seneca' }],
    ['a single name behind a question in quotation marks', '> “What counts?” — Seneca', { text: '“What counts?”', author: 'Seneca' }],
    ['two names behind a question', '> Free as in beer? -- Richard Stallman', { text: 'Free as in beer?', author: 'Richard Stallman' }],
    ['where it was said', '> Words.\n> — Ann Lee to a room of nurses, in 1990', { text: 'Words.', author: 'Ann Lee to a room of nurses' }],
    ['names with numbers', '> Words.\n> — Taittiriya Samhita VII.3.1.4, translated by Ann Lee', { text: 'Words.', author: 'Taittiriya Samhita VII.3.1.4' }],
    ['a work in italic letters', '> Words.\n> — _Writing in College_, by Ann Lee', { text: 'Words.', author: 'Writing in College' }],
    ['a work behind a single name', '> Words.\n> — Seneca: *Letters*', { text: 'Words.', author: 'Seneca: Letters' }],
    ['names with small letters', '> Words.\n> — von Humboldt', { text: 'Words.', author: 'von Humboldt' }],
    ['a name in small letters with a work', '> Words.\n> — bell hooks, *All About Love*', { text: 'Words.', author: 'bell hooks', title: 'All About Love' }],
    ['a chapter and a verse', '> Words.\n> — 1 Corinthians 13:4', { text: 'Words.', author: '1 Corinthians 13:4' }],
    ['a link in brackets', '> Words.\n> — Ann Lee ([Oars](https://x.org/a))', { text: 'Words.', source: 'https://x.org/a' }],
    ['any name in a callout', '> [!quote]\n> Words.\n> — bell hooks', { text: 'Words.', author: 'bell hooks' }],
    ['a comma within the link to the author', '> Words. -- [Ann Lee, Oars](https://x.org/a)', { author: 'Ann Lee', title: 'Ann Lee, Oars', source: 'https://x.org/a' }],
    ['a remark below an author behind the words', '> Words. — Ann Lee\n> my remark', { text: 'Words.', author: 'Ann Lee' }],
    ['a note below an author behind the words', '> Words. — Ann Lee\n> My note: I tried it.', { text: 'Words.', author: 'Ann Lee' }],
    ['a note behind a dash', '> Words.\n> -- My thought: I tried this…', { text: 'Words.', author: undefined }],
    ['a note behind a dash in a callout', '> [!quote]\n> Words.\n> — My note: I tried this', { text: 'Words.', author: undefined }],
    ['a dash in verses above the author', '> It sings\n> — without the words —\n>\n> — Emily Dickinson', { author: 'Emily Dickinson' }],
    ['a place behind the words', '> Words. ([Location 12](https://readwise.io/to_kindle?location=12)) ^abc', { text: 'Words.' }],
    ['a place before an author', '> Words. ([View Highlight](https://read.readwise.io/read/1))\n> — Ann', { text: 'Words.', author: 'Ann' }],
    ['a block id', '> Words. ^abc-1', { text: 'Words.' }],
    ['the mark of a quote note', '> Words. [[Quotes/A|❞]]', { text: 'Words.', quoteNote: 'Quotes/A' }],
    ['the mark as a Markdown link', '> Words. [❞](Quotes/A.md)', { text: 'Words.', quoteNote: 'Quotes/A.md' }],
  ])('tells %s', (_, note, details) => {
    expect({ author: undefined, title: undefined, ...foundQuoteAt(note, 2) }).toMatchObject(details);
  });

  it.each([
    'Are you coming? — Yes, he said.', 'It rained. — and it went on', 'Words — Ann Quill', 'We crossed the U.S. - Mexico', 'Is it more? — That is the question', 'As told ([Page 3](https://x.org)) by others.',
    'He asked:\n— Are you coming\nand left', '— Yes\n— No\nand so on', '- Alpha. — Ann\n- Beta. — Ben', 'A book - Oars',
    'A.\n— Ann Lee\n\nB.\n— Bob Ray', 'A. — Ann Lee\nB.\n— Bob Ray', 'Words.\n— I doubt that', 'Words.\n— Yes, I think so', '— Где ты?\n— Дома.', 'Где ты?\n— Дома.', '— Who goes?\n— Ann Lee',
    'Words.\n- Location 12', 'Words.\n- Agreed', 'Bread.\n- Ann Lee\n- Bob Ray', 'We met:\n- Ann Lee', 'Was zählt am Ende? — Vertrauen', 'Words. — Absolutely\nand so on', '什么最重要？——信任',
  ])('takes nothing away from %j', (said) => {
    const note = said.replace(/^/gm, '> ');
    expect(foundQuoteAt(note, 2)).toMatchObject({ text: said });
    expect(foundQuoteAt(note, 2)).not.toHaveProperty('author');
  });

  it('does not list a line that is nothing but an author', () => {
    expect(foundQuotesOf('> a\nb\n> — Harold Jarche').map(({ text }) => text)).toEqual(['a']);
    expect(foundQuotesOf('> *— [[Harold Jarche]], 2010*\n')).toEqual([]);
    expect(foundQuotesOf('> — Are you coming?\n')).toHaveLength(1);
  });

  it('has what the block says before what the note says', () => {
    const note = '---\nauthor: Someone else\nsource: https://other.org\n---\n> Words.\n> — Ann';
    expect(foundQuoteAt(note, note.length)).toMatchObject({ author: 'Ann', source: 'https://other.org' });
  });

  it('is found in a note whose properties are broken', () => {
    expect(foundQuoteAt('---\na: "\n---\n> Words.', 14)).toEqual({ from: 13, to: 21, text: 'Words.' });
  });

  it('is found fast in a long note', () => {
    const note = `---\nauthor: A\n---\n${'> A quote.\n> — Ann\n\nText between, [with brackets\n\n'.repeat(5000)}`;
    const start = processorTime();
    expect(foundQuotesOf(note)).toHaveLength(5000);
    expect(processorTime() - start).toBeLessThan(2500);
  });
});

describe('a quote appended to a note', () => {
  const quote = (parts: object): Parameters<typeof withQuoteAppended>[1] => {
    const made = makeQuote({ text: 'Art.', captured: '2026-11-20T09:12', ...parts });
    if (!made.ok) throw new Error(made.problem);
    return made.value;
  };

  it('stands under the heading, with who led there, and can be found again whole', () => {
    const captured = quote({ author: 'Jarche, Harold', title: 'A title', source: 'https://x.org/', via: '[[Ralph Mercer]]' });
    const note = withQuoteAppended('# Day\n\n## Quotes\n', captured, 'Quotes', 'My take.');
    expect(note).toBe('# Day\n\n## Quotes\n> [!quote] [A title](https://x.org/)\n> Art.\n> — Jarche, Harold\n> — via [[Ralph Mercer]]\n\nMy take.\n');
    expect(foundQuoteAt(note, note.indexOf('Art'))).toMatchObject({ text: 'Art.', author: 'Jarche, Harold', title: 'A title', source: 'https://x.org/', via: '[[Ralph Mercer]]' });
  });

  it('is known again without an author, and with a via of any characters', () => {
    for (const via of ['Ann', '![[x]] %% <% {{', '*A* [b](c)']) {
      const note = withQuoteAppended('', quote({ via }), 'Quotes');
      for (const live of ['![[', '%%', '<%', '{{']) expect(note).not.toContain(live);
      expect(foundQuotesOf(note)).toMatchObject([{ text: 'Art.', via }]);
      expect(withQuoteAppended(note, quote({ via }), 'Quotes')).toBe(note);
    }
  });

  it('is written although another quote has its words in it', () => {
    const note = '> She started with art.\n';
    expect(withQuoteAppended(note, quote({}), 'Quotes')).toContain('> Art.');
  });

  it('is not written twice, but a new take is never dropped', () => {
    const once = withQuoteAppended('Text\r\n', quote({}), 'Quotes');
    const twice = withQuoteAppended(once, quote({ author: 'Ann' }), 'Quotes', 'My take,\nin two lines.');
    expect(twice).toBe(once.replace('> Art.', '> Art.\r\n\r\nMy take,\r\nin two lines.'));
    expect(withQuoteAppended(twice, quote({}), 'Quotes', 'My take,\nin two lines.')).toBe(twice);
  });

  it('keeps a heading or an open fence of the take from taking over the note', () => {
    const note = withQuoteAppended('## Quotes\n\n## Next\n', quote({}), 'Quotes', '# Big\n```\nopen');
    expect(note).toBe('## Quotes\n> [!quote]\n> Art.\n\n### Big\n```\nopen\n```\n\n## Next\n');
  });
});

describe('a highlight with the reader\'s own note below it', () => {
  const note = '# Walden\n- Author: [[Thoreau]]\n\n## Highlights\n- Simplify. ([Location 12](https://example.org/12))\n  - Note: like our forms\n- Next one.\n';

  it('ends where the quoted words end, and is found from the note below it too', () => {
    const found = foundQuoteAt(note, note.indexOf('like our'));
    expect(found?.text).toBe('Simplify.');
    expect(note.slice(found?.from, found?.to)).toBe('- Simplify. ([Location 12](https://example.org/12))');
  });
});

describe('a note of one\'s own', () => {
  it('lends its author to no quote', () => {
    const found = foundQuoteAt('---\nauthor: Me\ntitle: My essay\n---\n> Somebody else said this.\n', 50);
    expect(found?.text).toBe('Somebody else said this.');
    expect(found).not.toHaveProperty('author');
    expect(found).not.toHaveProperty('title');
  });
});
