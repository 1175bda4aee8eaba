import { describe, expect, it } from 'vitest';
import { foundQuoteAt, foundQuotesOf, withPlaceMark } from '../../src/seek';
import { processorTime } from '../processor-time';

const AT = (place: number): string => `— location: [${place}](kindle://book?action=open&asin=B00&location=${place})`;
const RW = (place: number): string => `([Location ${place}](https://readwise.example/open/${place}))`;
const VIEW = '([View Highlight](https://read.readwise.example/read/01abc))';
const ZOTERO = (page: number): string => `[Page ${page}](zotero://open-pdf/library/items/XY?page=${page}&annotation=AB)`;

/** Each layout: the section "Highlights" (or the whole note, where it begins with `#`), and the quotes in it. No word of MINE is one. */
const LAYOUTS: readonly (readonly [string, string, readonly string[]])[] = [
  ['Kindle: the note in a paragraph of its own', `Alpha stands. ${AT(1)} ^ref-1\n\nMINE on alpha.\n\n---\nBeta stands. ${AT(2)} ^ref-2\n\n---\n`, ['Alpha stands.', 'Beta stands.']],
  ['Kindle: the note glued behind the place', `Alpha stands. ${AT(1)}MINE, glued\n\n---\nBeta stands. ${AT(2)} ^ref-2 MINE on beta\n`, ['Alpha stands.', 'Beta stands.']],
  ['Kindle: the note on the next line', `Alpha stands. ${AT(1)} ^ref-1\nMINE on alpha,\nin two lines.\n\nBeta stands. ${AT(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Kindle: the note as a list', `Alpha stands. ${AT(1)}\n\n- MINE, a point\n- MINE, another\n\n---\nBeta stands. ${AT(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Kindle: one highlight a line', `Alpha stands. ${AT(1)}\nBeta stands. ${AT(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Readwise: a note of two lines', `- Alpha stands. ${RW(1)}\n    - Note: MINE, line one\nMINE, line two\n- Beta stands. ${RW(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Readwise: a note of two paragraphs', `- Alpha stands. ${RW(1)}\n    - Note: MINE one\n\n      MINE two\n\n    MINE three\n- Beta stands. ${RW(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Readwise: a free paragraph between items', `- Alpha stands. ${RW(1)}\n\nMINE, free.\n\n- Beta stands. ${RW(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Readwise: labels in bold letters, and other words for a note', `- Alpha stands.\n    - **Note:** MINE\n- Beta stands.\n  *My comment*: MINE\n- Gamma stands.\n\t- **Anmerkung**: MINE\n- Delta stands.\n  Ana's thoughts: MINE\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.', 'Delta stands.']],
  ['Readwise: a plain point below', `- Alpha stands.\n    - MINE\n        - MINE, deeper\n- Beta stands.\n`, ['Alpha stands.', 'Beta stands.']],
  ['Readwise: tags, and a note that is not indented', `- Alpha stands. ${RW(1)}\n- Tags: [[MINE]]\n- Note: MINE\n- Beta stands. ${RW(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Readwise: a highlight of paragraphs and points, its place last', `- Alpha stands:\n\n  1. first,\n  2. second. ${RW(1)}\n    - Note: MINE\n- Beta stands. ${RW(2)}\n`, ['Alpha stands:\n\n1. first,\n2. second.', 'Beta stands.']],
  ['Readwise: a highlight that begins like a note', `- Note: all authors say so. ${RW(1)}\n    - Note: MINE\n`, ['Note: all authors say so.']],
  ['a note that names a page of the book', `- Alpha stands. ${RW(1)}\n    - Note: MINE, as in ([Page 3](https://x.example))\n`, ['Alpha stands.']],
  ['highlights that are points of chapters', `- MINE: chapter one\n    - Alpha stands. ${RW(1)}\n    - Beta stands. ${RW(2)}\n      - MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['paragraphs, and notes with a label', `Alpha stands.\n\n**Note:** MINE\n\nBeta stands.\n🗒️ My note: MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['paragraphs, with lists of notes below', `Alpha stands.\n    - Note: MINE\n\nBeta stands.\n\n    MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['blockquotes, and prose between', `> Alpha stands.\n\n**Note:** MINE\n\n> Beta stands. ^b2\n\nMINE, free.\n\n- MINE, a point\n`, ['Alpha stands.', 'Beta stands.']],
  ['blockquotes as points of a list', `- > Alpha stands.\n- > Beta stands. ${RW(2)}\n    - MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['blockquotes with the note within', `> Alpha stands.\n>    - Tags: #MINE\n>    - Note: MINE\n\n> Beta stands.\n> Comment: MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['a note above each blockquote', `MINE\n\n> Alpha stands.\n\nMINE\n\n> Beta stands.\n`, ['Alpha stands.', 'Beta stands.']],
  ['Zotero: comments below words and a link', `"==Alpha stands.==" ${ZOTERO(2)}\n\nMINE\n\n"==Beta stands.==" ${ZOTERO(3)} MINE\n`, ['"==Alpha stands.=="', '"==Beta stands.=="']],
  ['Zotero: a comment in the callout', `# A\n> [!quote] Yellow\n> Alpha stands.\n> ${ZOTERO(2)}\n>\n> **Comment:** MINE\n\n> [!annotation-red] ${ZOTERO(3)}\n>\n> Beta stands.\n>\n> **comment:**\n> MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['Zotero: a comment before the words', `# A\n> [!quote] ${ZOTERO(2)}\n> **Note:** MINE,\n> and MINE\n>\n> Alpha stands.\n`, ['Alpha stands.']],
  ['a callout of the reader\'s within the quote', `# A\n> [!cite] Alpha ${ZOTERO(2)}\n> Alpha stands.\n>\n> > [!info] Comment\n> > MINE\n`, ['Alpha stands.']],
  ['a note in bold letters in any quote', `# A\n> Alpha stands.\n> **My note:** MINE\n> — Ann\n`, ['Alpha stands.']],
  ['Zotero: a comment in a blockquote of its own', `# A\n> Alpha stands.\n> ${ZOTERO(2)}\n\n> 💬 MINE\n> and MINE\n`, ['Alpha stands.']],
  ['Annotator: a comment below the words', '# A\n>Alpha stands.\n>%%LINK%%[[#^ab|show]]\n>%%COMMENT%%\n>MINE\n>%%TAGS%%\n>#MINE\n^ab\n', ['Alpha stands.']],
  ['Hypothesis: tags and a note below', `- [[2024-03-13]] Alpha stands. — [original](https://hyp.is/AB/example.org)\n    -   #MINE\n    - MINE\n\n- Beta stands. — [Updated on 2024-03-13 09:01:00](https://hyp.is/AC/example.org) — Group: #Public\n`, ['[[2024-03-13]] Alpha stands.', 'Beta stands.']],
  ['an author who writes "Commentary:" in bold letters', '# A\n> Alpha stands.\n> **Commentary:**\n> it always did.\n', ['Alpha stands.\n**Commentary:**\nit always did.']],
  ['an author who begins with a note in bold letters', '# A\n> **Note:** this was deprecated.\n> Alpha stands.\n', ['**Note:** this was deprecated.\nAlpha stands.']],
  ['an author who begins with a picture', '# A\n> ✏️ Pencils are cheap.\n', ['✏️ Pencils are cheap.']],
  ['an author with a list that has a label', '# A\n> Alpha:\n> - Comments: all are welcome\n> - Thoughts: none\n', ['Alpha:\n- Comments: all are welcome\n- Thoughts: none']],
  ['an author with thoughts, as a highlight', '- Thoughts: they are not facts.\n- * Beta stands.\n- Gamma stands.\n  - **Thoughts:** MINE\n', ['Thoughts: they are not facts.', '* Beta stands.', 'Gamma stands.']],
  ['a note of one\'s own in any quote', '# A\n> Alpha stands.\n>\n> My note: MINE\n\n> Beta stands.\n> Own comment: MINE\n\n> Gamma stands.\n> Meine Notiz: MINE\n\n> Delta stands.\n> **Eigener Kommentar:** MINE\n', ['Alpha stands.', 'Beta stands.', 'Gamma stands.', 'Delta stands.']],
  ['"Me:" in any quote', '# A\n> Alpha stands.\n> Me: MINE\n\n> Beta stands.\n>\n> **Ich:** MINE\n', ['Alpha stands.', 'Beta stands.']],
  ['"Me:" in a dialogue', '# A\n> Ann: Who is there?\n> Me: Nobody.\n> Ann: Good.\n\n> Me: Nobody.\n', ['Ann: Who is there?\nMe: Nobody.\nAnn: Good.', 'Me: Nobody.']],
  ['words behind the author', '# A\n> Alpha stands.\n> — Ann, *Book*\n>\n> MINE, after it\n', ['Alpha stands.']],
  ['two quotes with their authors, and a dash that goes on', '# A\n> Alpha stands.\n> — Ann\n>\n> Beta stands.\n> — Bob\n\n> Gamma stands\n> – as it always did.\n>\n> So does delta.\n', ['Alpha stands.\n— Ann\n\nBeta stands.\n— Bob', 'Gamma stands\n– as it always did.\n\nSo does delta.']],
  ['an arrow below an item', '- Alpha stands.\n  → MINE\n- Beta stands.\n  -> MINE\n\nGamma stood here.\n', ['Alpha stands.', 'Beta stands.']],
  ['an arrow below a paragraph', 'Alpha stands.\n→ MINE\n\nBeta stands.\n\n→ MINE\n', ['Alpha stands.', 'Beta stands.']],
  ['chapters', `\n### One\n- Alpha stands.\n    - MINE\n#### Deeper\n- Beta stands.\n### Two\nMINE, before it\n\n- Gamma stands.\n### My thoughts\n- MINE\n#### On one\n- MINE\n### Three\n> Delta stands.\n> **Note:** MINE\n`, ['Delta stands.']],
  ['chapters with lists', `\n### One\n- Alpha stands.\n    - MINE\n#### Deeper\n- Beta stands.\n### Two\nMINE, before it\n\n- Gamma stands.\n### My thoughts\n- MINE\n#### On one\n- MINE\n### Three\nMINE\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.']],
  ['chapters of paragraphs', `\n### One\nAlpha stands.\n### Two\nBeta stands.\n`, ['Alpha stands.', 'Beta stands.']],
  ['chapters with places', `- Alpha stands. ${RW(1)}\n### One\n- MINE\n### Two\n- Beta stands. ${RW(2)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['a title that says highlights, and other headings', `# Highlights of A\n- Alpha stands.\n## Elsewhere\n- MINE\n`, ['Alpha stands.']],
  ['chapters of an author named like notes of a reader, with places', `\n### Questions of Style\n- Alpha stands. ${RW(1)}\n### A Note on the Text\n- Beta stands. ${RW(2)}\n    - Note: MINE\n### Review\nGamma stands. ${AT(3)}\n\nMINE\n\n---\n### My thoughts\n- MINE\n#### Links\n- Delta stands. ${RW(4)}\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.', 'Delta stands.']],
  ['Zotero: words marked by colour or with signs', `# A\n<mark class="hltr-yellow">Alpha stands.</mark> ${ZOTERO(1)}\n\nMINE\n\n==Beta stands.== ${ZOTERO(2)} MINE\n\n- <mark>“Gamma stands.”</mark> ${ZOTERO(3)}\n\n==MINE== alone, and ==MINE== ==MINE== ${ZOTERO(4)}\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.']],
  ['Zotero: the link on the line below', `# A\n<mark class="hltr-red">"Alpha stands."</mark>\n${ZOTERO(1)}\n\n> 💬 MINE\n${ZOTERO(1)}\n\n---\n- ==Beta stands.==\n  ${ZOTERO(2)} MINE\n\n"MINE"\n\n${ZOTERO(3)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['Omnivore: labels of the reader\'s', `> Alpha stands. [⤴️](https://omnivore.app/me/x#1) #MINE #MINE/deeper ^a1\n\nMINE\n\n> Beta stands. [⤴️](https://omnivore.app/me/x#2)  ^b2\n`, ['Alpha stands.', 'Beta stands.']],
  ['blockquotes with places', `> Alpha stands. ${VIEW}\n\n> Beta stands. ${RW(2)} ^b\n> Note: MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['Zotero: words behind the link', `# A\n> Alpha stands. ${ZOTERO(1)}\n>\n> MINE\n\n> Beta stands.\n> (${ZOTERO(2)}) MINE\n> - MINE\n> > MINE deeper\n\n> Page 3 ${ZOTERO(3)}\n> Gamma stands. \n\n> "Delta stands." ${ZOTERO(4)}\n> MINE\n> "Epsilon stands." ${ZOTERO(5)} MINE\n`, ['Alpha stands.', 'Beta stands.', 'Page 3\nGamma stands.', '"Delta stands."\n"Epsilon stands."']],
  ['Zotero: words below a rule in a callout', `# A\n> [!note] Page [3](zotero://open-pdf/library/items/XY?page=3)\n> Alpha stands.\n> \n> ---\n> MINE\n`, ['Alpha stands.']],
  ['ZotLit: callouts without a link', `# A\n[Zotero](zotero://select/library/items/AB)\n\n> [!note] Page 3\n> \n> Alpha stands.\n> \n> ---\n> MINE\n\n> [!note] Mine\n> MINE\n`, ['Alpha stands.']],
  ['an author\'s own label before the place', `- Alpha:\n  Note: a caveat.\n  Gamma. ${VIEW}\n  - Note: MINE\n\n- Beta stands. ${VIEW}\n`, ['Alpha:\nNote: a caveat.\nGamma.', 'Beta stands.']],
  ['an author\'s own label in a paragraph', `Alpha stands.\nNotes: see below. ${AT(1)}\n\nMINE\n\n---\nBeta stands. ${AT(2)}\nNote: MINE\n`, ['Alpha stands.\nNotes: see below.', 'Beta stands.']],
  ['somebody who says "my comment"', '# A\n> He said:\n> "My comment: all wrong."\n\n> He said:\n> „Meine Notiz: falsch.“\n', ['He said:\n"My comment: all wrong."', 'He said:\n„Meine Notiz: falsch.“']],
  ['an author who begins with thoughts', '# A\n> My thoughts: they wander.\n', ['My thoughts: they wander.']],
  ['Zotero: what kind it is, in a line marked by colour', `# A\n> <mark style="background-color: #ffd400">Highlight</mark>\n> Alpha stands.\n> ${ZOTERO(1)}\n\n> <mark style="background-color: #ff6666">Comment</mark>\n> MINE\n> ${ZOTERO(2)}\n\n> Note\n> MINE\n> ${ZOTERO(3)}\n\n> <mark style="background-color: #ff6666">Quote</mark>\n> Beta stands.\n> <mark>Comment</mark>\n> MINE\n> ${ZOTERO(4)}\n\n> **Underline**\n> Gamma stands.\n> ${ZOTERO(5)}\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.']],
  ['Zotero: a comment in a blockquote below, without a link', `# A\n> Alpha stands. ([p. 1](zotero://open-pdf/library/items/XY?page=1))\n\n> MINE\n\n> MINE, too\n\nMINE\n\n> Beta stands. ([p. 2](zotero://open-pdf/library/items/XY?page=2))\n\n> Gamma stands.\n> — Ann Lee, elsewhere\n\n> Delta stands.\n\n${ZOTERO(3)}\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.', 'Delta stands.']],
  ['Zotero: a callout for notes', `# A\n> [!note] ${ZOTERO(2)}\n> MINE\n\n> [!note] Page 3 [open](zotero://open-pdf/library/items/XY?page=3)\n> Alpha stands.\n>\n> MINE\n\n> [!comment] Page 3 [open](zotero://open-pdf/library/items/XY?page=3)\n> MINE\n\n> [!note] Note\n> MINE\n> ${ZOTERO(4)}\n`, ['Alpha stands.']],
  ['Zotero: a callout for notes beside others', `# A\n> [!quote] Yellow\n> Alpha stands. ${ZOTERO(2)}\n\n> [!note] Page 3 [open](zotero://open-pdf/library/items/XY?page=3)\n> MINE\n\n> [!important] Red\n> Beta stands. ${ZOTERO(4)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['ZotLit: a comment below a blank line', `# A\n[Zotero](zotero://select/library/items/AB)\n\n> [!note] Page 3\n> \n> Alpha stands.\n> \n> MINE\n`, ['Alpha stands.']],
  ['Zotero: quotation marks in italics or bold letters', `# A\n*"Alpha stands."* ${ZOTERO(1)}\n\n**“Beta stands.”** ${ZOTERO(2)} MINE\n\n- _"Gamma stands."_\n  ${ZOTERO(3)}\n\n*"MINE"*\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.']],
  ['Zotero: no sign below "Annotations"', `# A\nMINE ${ZOTERO(9)}\n\n## Annotations\nMINE\n\nAlpha stands,\nand beta. ${ZOTERO(1)} MINE\n\n### Imported: 2026-11-22\n- Gamma stands (p. 2) [↗](zotero://open-pdf/library/items/XY?page=2)\n    - MINE ${ZOTERO(2)}\n- [(p. 3)](zotero://open-pdf/library/items/XY?page=3) Delta stands.\n- [(p. 4)](zotero://open-pdf/library/items/XY?page=4) Note: MINE\n\nComment: MINE ${ZOTERO(5)}\n\n${ZOTERO(6)} MINE\n\n### Notes\nMINE ${ZOTERO(6)}\n`, ['Alpha stands,\nand beta.', 'Gamma stands', 'Delta stands.']],
  ['Zotero: signs below "Annotations", and comments with links', `# A\n## Annotations\n“Alpha stands.” ${ZOTERO(1)}\n\nMINE ${ZOTERO(2)}\n\n## Annotations of May\n> Beta stands. ${ZOTERO(3)}\n\nMINE ${ZOTERO(3)}\n`, ['Alpha stands.', 'Beta stands.']],
  ['places without a link', `- Alpha stands. (Page 12)\n    - MINE\n- Beta stands (page 3 of it). (Location 1305) ^b\n- MINE\n\nGamma stands. — page: 12\n\nMINE\n\n---\nDelta stands. — location: 2305\nMINE\n\n---\nEpsilon stands. — page: 12 — location: [2306](kindle://book?action=open&location=2306) ^ref-6\n`, ['Alpha stands.', 'Beta stands (page 3 of it).', 'Gamma stands.', 'Delta stands.', 'Epsilon stands.']],
  ['Zotero: the link before the words', `- ${ZOTERO(1)} Alpha stands.\n    - MINE\n- ${ZOTERO(2)}: Beta stands. ^b\n- ${ZOTERO(3)} Note: MINE\n\n“Gamma stands.”\n\n${ZOTERO(4)} MINE\n`, ['Alpha stands.', 'Beta stands.']],
  ['other links of Readwise', `- Alpha stands. ([View Tweet](https://twitter.com/a/1))\n- Beta stands. ([Time 0:12:34](https://readwise.example/open/2))\n    - Note: MINE\n- MINE\n### Notes\n- Gamma stands. ([View Tweet](https://twitter.com/a/3))\n### Comments\n- MINE, as on (Page 3)\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.']],
  ['the place as a point below', `- Alpha stands.\n        - (${VIEW.slice(1, -1)})\n- Beta stands,\n  and gamma.\n    - MINE\n    - ${VIEW}\n    - MINE\n- MINE: chapter one\n    - Delta stands.\n        - ${RW(2)}\n    - Epsilon stands.\n        - Note: MINE\n        - ${RW(3)}\n`, ['Alpha stands.', 'Beta stands,\nand gamma.', 'Delta stands.', 'Epsilon stands.']],
  ['points of chapters, with notes between', `- MINE: chapter one\n    - Alpha stands. ${RW(1)}\n        - Note: MINE\n            - MINE, as in ([Page 3](https://x.example))\n    - Beta stands. ${RW(2)}\n- MINE: chapter two\n    - Note: MINE\n    - Gamma stands. ${RW(3)}\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.']],
  ['blockquotes below notes', `- Alpha stands. ${RW(1)}\n    - Note: MINE\n      > MINE\n- Beta stands. ${RW(2)}\n    > MINE\n\n> Gamma stands.\n- Delta stands. ${RW(3)}\n    - Comment: MINE\n\n        > [!quote] MINE\n        > MINE\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.', 'Delta stands.']],
  ['blockquotes below labelled notes, where blockquotes are what is quoted', `> Alpha stands.\n\n- Note: MINE\n  > MINE\n`, ['Alpha stands.']],
  ['callouts of tools for PDF files', `# A\n> [!PDF|yellow] [[a.pdf#page=2&selection=1,2|a, p. 2]]\n> > Alpha stands.\n> \n> MINE\n\n> [!PDF|red] [[a.pdf#page=3|a, p. 3]]\n> Beta stands.\n> \n> MINE\n\n> ([[a.pdf#page=4|a, p. 4]])\n> Gamma stands.\n`, ['Alpha stands.', 'Beta stands.', 'Gamma stands.']],
  ['Annotator: all that it writes', '# A\n>%%\n>```annotation-json\n>{"text":"MINE","target":[{"source":"a.pdf"}]}\n>```\n>%%\n>*%%PREFIX%%before it%%HIGHLIGHT%% ==Alpha stands.== %%POSTFIX%%behind it*\n>%%LINK%%[[#^ab|show annotation]]\n>%%COMMENT%%\n>MINE\n>%%TAGS%%\n>#MINE\n^ab\n', ['Alpha stands.']],
  ['an author who writes "Note:"', `# A\n> Alpha stands.\n> Note: it always did.\n`, ['Alpha stands.\nNote: it always did.']],
];

function noteOf(layout: string): string {
  return layout.startsWith('#') ? layout : `---\nauthor: Ann\n---\n## Highlights\n${layout}\n## Mine\nMINE, elsewhere.\n`;
}

describe('what a reader noted beside highlights', () => {
  it.each(LAYOUTS)('is no quote, nor part of one – %s', (_, layout, quotes) => {
    for (const note of [noteOf(layout), noteOf(layout).replace(/\n/g, '\r\n')]) {
      expect(foundQuotesOf(note).map(({ text }) => text)).toEqual(quotes);
    }
  });

  it.each(LAYOUTS)('stays where it is when the place gets its mark, and the quote is known again – %s', (_, layout, quotes) => {
    let note = noteOf(layout);
    for (const [at, text] of quotes.entries()) {
      const found = foundQuotesOf(note)[at];
      if (found === undefined) throw new Error(text);
      const { from, to } = found;
      const marked = withPlaceMark(note, { path: 'A.md', from, to, text: note.slice(from, to) }, `[[Q${at}|❞]]`);
      expect(marked.replace(` [[Q${at}|❞]]`, '')).toBe(note);
      note = marked;
    }
    expect(foundQuotesOf(note).map(({ text, quoteNote }) => [text, quoteNote])).toEqual(quotes.map((text, at) => [text, `Q${at}`]));
  });

  it.each<[string, string, string]>([
    ['in a paragraph', `Alpha. ${AT(1)}\n\nMINE\n\n---\nBeta. ${AT(2)}\n`, 'Alpha.'],
    ['glued behind the place', `Alpha. ${AT(1)} ^a MINE\n`, 'Alpha.'],
    ['in a second paragraph', `- Alpha.\n  - Note: one\n\n    MINE\n- Beta.\n`, 'Alpha.'],
  ])('leads to the highlight when the cursor stands in it: %s', (_, layout, text) => {
    const note = noteOf(layout);
    expect(foundQuoteAt(note, note.indexOf('MINE'))?.text).toBe(text);
  });

  it('may stand between the words and a mark from before', () => {
    const note = noteOf(`Alpha. ${AT(1)} ^a\nMINE [[Q1|❞]]\n\n- MINE\n\nBeta. ${AT(2)}MINE [[Q2|❞]] ^b\n`);
    expect(foundQuotesOf(note).map(({ text, quoteNote }) => [text, quoteNote])).toEqual([['Alpha.', 'Q1'], ['Beta.', 'Q2']]);
    const item = noteOf('- Alpha.\n  - MINE [[Q1|❞]]\n\n    MINE [[Q2|❞]]\n');
    expect(foundQuotesOf(item)).toMatchObject([{ text: 'Alpha.', quoteNote: 'Q1' }]);
  });

  it('leaves a paragraph a quote that has its own quote note', () => {
    const note = noteOf(`Alpha. ${AT(1)}\n\nWithout a place. [[Q|❞]]\n`);
    expect(foundQuotesOf(note).map(({ text, quoteNote }) => [text, quoteNote])).toEqual([['Alpha.', undefined], ['Without a place.', 'Q']]);
  });

  it('is read fast in a long note', () => {
    const note = noteOf(`${`- Alpha. ${RW(1)}\n    - Note: MINE\n\n      MINE\n\nMINE\n`.repeat(5000)}${`\n## Highlights of May\n- Beta.\n`.repeat(2000)}`);
    const start = processorTime();
    expect(foundQuotesOf(note)).toHaveLength(7000);
    expect(processorTime() - start).toBeLessThan(2500);
  });

  // Six times as long takes six times, not thirty-six times, as long; with room for a busy machine.
  it.each<[string, string]>([
    ['headings', '## Highlights\n- A ([Location 1](x))\n'],
    ['headings with blockquotes', '## Highlights\n> A\n\n'],
    ['chapters', '### A\n- A\n\n'],
    ['items with places', `- A. ${RW(1)}\n`],
  ])('is read in a time that grows with the length of the note: %s', (_, part) => {
    const timeOf = (times: number): number => Math.min(...[1, 2, 3].map(() => {
      const note = `---\nauthor: Ann\n---\n## Highlights\n${part.repeat(times)}`;
      const start = processorTime();
      expect(foundQuotesOf(note)).toHaveLength(times);
      return processorTime() - start;
    }));
    expect(timeOf(3000) / timeOf(500)).toBeLessThan(20);
  }, 60_000);
});

describe('lines made to be read slowly', () => {
  it.each(['blanks: ', '([Location ', '([Location](', '[', '([a](zotero://', '- ', '==a ', '- location: [', ' ^', '. — [[', '. — [', 'A. — '])('200 KB of %j take time in proportion', (piece) => {
    const filling = piece === 'blanks: ' ? ' ' : piece;
    const line = filling.repeat(200_000 / filling.length);
    const started = processorTime();
    for (const note of [`## Highlights\n\n- words ${line}end\n`, `> words ${line}end\n`, `---\ntags: clippings\n---\nwords ${line}end\n`]) foundQuotesOf(note);
    expect(processorTime() - started).toBeLessThan(4000);
  });
});
