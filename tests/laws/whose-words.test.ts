import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundQuotesOf } from '../../src/seek';
import { passOwnWriting } from '../../src/sense';
import { RUNS } from './generators';

// A note of highlights as a tool writes it: whatever its headings are called, words with a place are the author's, and what
// the reader noted is not.

/** How a tool writes a highlight and, below or behind it, the reader's note on it. */
interface Layout {
  readonly of: string;
  /** Whether its highlights are found below any heading, also one that says "Annotations". */
  readonly anywhere?: true;
  /** Whether its places have no link: only below "Highlights", and in chapters that are surely the author's, are they known as such. */
  readonly isBare?: true;
  readonly write: (words: string, place: number) => string;
  readonly note?: (words: string) => string;
}

const RW = (place: number): string => `([Location ${place}](https://readwise.example/open/${place}))`;
const VIEW = (place: number): string => `([View Highlight](https://read.readwise.example/read/${place}))`;
const KINDLE = (place: number): string => `— location: [${place}](kindle://book?action=open&asin=B00&location=${place}) ^ref-${place}`;
const ZOTERO = (page: number): string => `[Page ${page}](zotero://open-pdf/library/items/XY?page=${page}&annotation=AB)`;

const LAYOUTS: readonly Layout[] = [
  { of: 'Readwise', write: (words, at) => `- ${words} ${RW(at)}\n`, note: (words) => `    - Note: ${words}\n` },
  { of: 'Readwise, its notes as plain points', write: (words, at) => `- ${words} ${RW(at)}\n`, note: (words) => `    - ${words}\n` },
  { of: 'Readwise, an article', write: (words, at) => `- ${words} ${VIEW(at)} ^rw${at}\n`, note: (words) => `    - Note: ${words}\n    - Tags: [[mine]]\n` },
  { of: 'Readwise, paragraphs', write: (words, at) => `${words} ${VIEW(at)}\n\n`, note: (words) => `**Note**: ${words}\n\n` },
  { of: 'Kindle', write: (words, at) => `${words} ${KINDLE(at)}\n\n`, note: (words) => `${words}\n\n---\n` },
  { of: 'Omnivore as a list', write: (words, at) => `- ${words} [⤴️](https://omnivore.app/me/x#${at})\n`, note: (words) => `  - Note: ${words}\n` },
  { of: 'Readwise, a tweet', write: (words, at) => `- ${words} ([View Tweet](https://twitter.com/a/${at}))\n`, note: (words) => `    - Note: ${words}\n` },
  { of: 'Readwise, a podcast', write: (words, at) => `- ${words} ([Time 0:12:${at}](https://readwise.example/open/${at}))\n`, note: (words) => `    - ${words}\n` },
  { of: 'Readwise, the place as a point below', write: (words, at) => `- ${words}\n        - ${VIEW(at)}\n`, note: (words) => `    - Note: ${words}\n` },
  { of: 'Readwise without links', isBare: true, write: (words, at) => `- ${words} (Page ${at})\n`, note: (words) => `    - ${words}\n` },
  { of: 'Kindle without links', isBare: true, write: (words, at) => `${words} — location: ${at} ^ref-${at}\n\n`, note: (words) => `${words}\n\n---\n` },
  { of: 'Zotero, in quotation marks and italics', anywhere: true, write: (words, at) => `*"${words}"* ${ZOTERO(at)}\n\n` },
  { of: 'Zotero, in quotation marks', anywhere: true, write: (words, at) => `“${words}” ([Quill, 2010, p. ${at}](zotero://select/library/items/AB)) ([pdf](zotero://open-pdf/library/items/XY?page=${at}))\n\n` },
  { of: 'Zotero, marked by colour', anywhere: true, write: (words, at) => `<mark class="hltr-yellow">${words}</mark> ${ZOTERO(at)}\n\n` },
  { of: 'Zotero, marked as Obsidian does', anywhere: true, write: (words, at) => `==${words}== ${ZOTERO(at)}\n\n` },
  { of: 'Zotero, the link on the next line', anywhere: true, write: (words, at) => `<mark class="hltr-red">"${words}"</mark>\n${ZOTERO(at)}\n\n` },
  { of: 'Zotero, marked as Obsidian does, the link on the next line', anywhere: true, write: (words, at) => `- ==${words}==\n  ${ZOTERO(at)}\n\n` },
];

/** Layouts in which no quote is listed, but of some below "Annotations", and which are the author's for the gate nevertheless. */
const UNLISTED: readonly Layout[] = [
  { of: 'Zotero, without any sign', write: (words, at) => `${words} ${ZOTERO(at)}\n\n` },
  { of: 'Zotero, the link before the words', write: (words, at) => `- ${ZOTERO(at)} ${words}\n` },
  { of: 'Zotero, a table', write: (words, at) => `| ${words} | ${ZOTERO(at)} |  |\n` },
  { of: 'Zotero, the link below a blank line', write: (words, at) => `${words}\n\n${ZOTERO(at)}\n\n` },
  { of: 'Zotero, the link above', write: (words, at) => `${ZOTERO(at)}\n${words}\n\n` },
  { of: 'Zotero, the link as a point above', write: (words, at) => `- ${ZOTERO(at)}\n    - ${words}\n` },
  { of: 'paragraphs of two lines', write: (words, at) => `${words},\nand ${words} ${VIEW(at)}\n\n` },
];

const NAMES = [
  'Questions of Style', 'A Note on the Text', 'Review', 'Summary', 'Notes', 'My Life', 'My thoughts', 'Own Goals', 'Ideas', 'Links', 'Related', 'Metadata', 'Comments',
  'References', 'Actions', 'Takeaways', 'Fragen der Zeit', 'Mein Weg', 'Fazit', 'Chapter one', '1', 'Weather',
] as const;
const AUTHORS = ['Chapter one', '1', 'Weather', 'Economy'] as const;
const HEADS = ['# Highlights', '## Highlights', '## Highlights added November 3rd, 2026 at 9:01 AM', '## 📌 Highlights'] as const;
const TOPS = [
  '# Walden\n\n## Metadata\n- Author: [[Henry Thoreau]]\n- Full Title: Walden\n- URL: https://example.org/walden\n\n',
  '---\nkindle-sync:\n  title: Walden\n  author: Henry Thoreau\n---\n',
  '---\ncitekey: thoreau1854\nauthor: Henry Thoreau\n---\n',
  '',
] as const;
const words = fc.array(fc.constantFrom('every', 'storm', 'is', 'written', 'down', 'before', 'anybody', 'sleeps', 'oil', 'dearer', 'paper'), { minLength: 9, maxLength: 20 }).map((all) => `${all.join(' ')}.`);
type Chapters = readonly { readonly name: string; readonly level: string; readonly items: readonly string[] }[];

const chaptersOf = (names: readonly string[]): fc.Arbitrary<Chapters> => fc.array(fc.record({ name: fc.constantFrom(...names), level: fc.constantFrom('###', '####'), items: fc.array(words, { minLength: 1, maxLength: 3 }) }), { minLength: 1, maxLength: 4 });
const chapters = chaptersOf(NAMES);
const chaptersFor = ({ isBare }: Layout): fc.Arbitrary<Chapters> => (isBare === true ? chaptersOf(AUTHORS) : chapters);
const OWN = 'MINE are these seven words and more';

function noteOf(top: string, head: string, layout: Layout, all: Chapters, more = ''): string {
  let place = 0;
  return `${top}${head}\n${all.map(({ name, level, items }) => `\n${level} ${name}\n${items.map((said) => layout.write(said, ++place) + more).join('')}`).join('')}`;
}

function passes(text: string): boolean {
  return passOwnWriting({ path: 'A.md', title: 'A', text, isQuoteNote: false }, { leastOwnWords: 6, mayOverride: false, userName: 'Me' }).ok;
}

// Below a heading that says "Highlights" the quotation marks of an annotation belong to it.
const said = ({ text }: { readonly text: string }): string => text.replace(/^\*?[“"]|[”"]\*?$/g, '');
const SHORT = { ...RUNS, numRuns: 50 };
const both = (text: string): string[] => [text, text.replace(/\n/g, '\r\n')];

describe.each(LAYOUTS)('words with a place, as $of', (layout) => {
  const isTold = (top: string): boolean => layout.isBare !== true || top !== '';

  it('are quotes in every chapter of highlights, and none of the reader\'s own writing, whatever the chapter is called', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS, ...(layout.anywhere === true ? ['## Annotations'] : [])), chaptersFor(layout), (top, head, all) => {
      for (const note of both(noteOf(top, head, layout, all))) {
        expect(foundQuotesOf(note).map(said)).toEqual(all.flatMap(({ items }) => items));
        expect(passes(note)).toBe(!isTold(top));
      }
    }), SHORT);
  });

  it('make no quote of a chapter of the reader\'s among them', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS), chaptersFor(layout), fc.constantFrom('My thoughts', 'Notes', 'Summary', 'Meine Gedanken'), (top, head, all, own) => {
      for (const note of both(`${noteOf(top, head, layout, all)}\n### ${own}\n- ${OWN}\n\n${OWN}\n`)) {
        expect(foundQuotesOf(note).map(({ text }) => text).join('\n')).not.toContain('MINE');
      }
    }), SHORT);
  });
});

describe.each(LAYOUTS.filter(({ note }) => note !== undefined))('words with a place, as $of', (layout) => {
  it('leave what is noted on them the reader\'s', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS), chaptersFor(layout), (top, head, all) => {
      for (const note of both(noteOf(top, head, layout, all, layout.note?.(OWN)))) {
        expect(foundQuotesOf(note).map(said)).toEqual(all.flatMap(({ items }) => items));
        expect(passes(note)).toBe(true);
      }
    }), SHORT);
  });
});

describe.each([...LAYOUTS, ...UNLISTED])('words with a place, as $of', (layout) => {
  it('are none of the reader\'s own writing below any heading', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS, ...(layout.isBare === true ? [] : ['## Notes', '## My reading', '# A', ''])), chaptersFor(layout), (top, head, all) => {
      for (const note of both(noteOf(top, head, layout, all))) expect(passes(note)).toBe(layout.isBare === true && top === '');
    }), SHORT);
  });

  it('do not keep back what the reader writes in a section beside them', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS), chaptersFor(layout), (top, head, all) => {
      for (const note of both(`${noteOf(top, head, layout, all)}\n# Afterwards\n\n${OWN}\n`)) expect(passes(note)).toBe(true);
    }), SHORT);
  });
});

describe.each(UNLISTED.slice(0, 2))('words with a place, as $of', (layout) => {
  it('are quotes below "Annotations" where nothing sets others apart', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom('## Annotations', '# Annotations', '## 2. Annotations'), chaptersOf(AUTHORS), (top, head, all) => {
      for (const note of both(noteOf(top, head, layout, all))) {
        expect(foundQuotesOf(note).map(said)).toEqual(all.flatMap(({ items }) => items));
        expect(passes(note)).toBe(false);
      }
      for (const note of both(noteOf(top, `${head}\n${layout.write('![[figure-3.png]]', 1)}`, layout, all))) expect(foundQuotesOf(note).map(said)).toEqual(all.flatMap(({ items }) => items));
      for (const note of both(noteOf(top, `${head}\n“Another.” ${ZOTERO(1)}\n`, layout, all))) expect(foundQuotesOf(note).map(said)).toEqual(['Another.']);
    }), SHORT);
  });
});

/** Words of the author's that stand between highlights and have no place of their own: the next place is theirs, or none. */
const UNPLACED: readonly (readonly [string, (words: string) => string])[] = [
  ['a paragraph', (words) => `\n${words}\n\n`],
  ['a point', (words) => `- ${words}\n`],
  ['a point below a blank line', (words) => `\n- ${words}\n\n`],
  ['a list with points below', (words) => `- ${words}:\n    - ${words}\n        - ${words}\n`],
];

describe.each(UNPLACED)('the author\'s words without a place, as %s', (_, more) => {
  it.each(LAYOUTS)('are none of the reader\'s own writing between highlights of $of', (layout) => {
    fc.assert(fc.property(fc.constantFrom(...TOPS.filter((top) => layout.isBare !== true || top !== '')), fc.constantFrom(...HEADS), chapters, words, (top, head, all, between) => {
      for (const note of both(noteOf(top, head, layout, all, more(between)))) expect(passes(note)).toBe(false);
    }), SHORT);
  });
});

/** What a note about a work repeats or tells of it, by where it stands and how it is labelled. */
interface Record {
  readonly of: string;
  readonly write: (words: string) => string;
  /** Only below the list of metadata that Readwise writes. */
  readonly ofReadwise?: true;
}

const RECORDS: readonly Record[] = [
  { of: 'an abstract below a heading', write: (said) => `## Abstract\n${said}\n\n${said}\n\n` },
  { of: 'an abstract below a numbered heading, with headings of its own', write: (said) => `## 1.1 Abstract & Info\n### Methods\n${said}\n### Results\n- ${said}\n\n` },
  { of: 'an abstract in German', write: (said) => `## Zusammenfassung\n${said}\n\n` },
  { of: 'an abstract in Chinese', write: (said) => `## 摘要\n${said}\n\n` },
  { of: 'an abstract behind bold letters', write: (said) => `**Abstract**: ${said}\n${said}\n\n` },
  { of: 'an abstract behind bold letters with a full stop', write: (said) => `**Abstract.** ${said}\n\n` },
  { of: 'an abstract in a field', write: (said) => `abstract:: ${said}\n\n` },
  { of: 'an abstract as a point with points below', write: (said) => `- **Abstract**: ${said}\n    - ${said}\n\n      ${said}\n- Pages: 1–20\n\n` },
  { of: 'an abstract of paragraphs below a label', write: (said) => `**Abstract**\n\n${said}\n\n${said}\n\n` },
  { of: 'an abstract below its name', write: (said) => `ABSTRACT\n${said}\n\nAbstract\n\n${said}\n\n${said}\n\n` },
  { of: 'an abstract in parts', write: (said) => `**Abstract**: Background: ${said}\n\nMETHODS: ${said}\n${said}\n\nResults and discussion. ${said}\n\n` },
  { of: 'keywords', write: (said) => `**Keywords**: ${said}\n- Collections: ${said}\n\n` },
  { of: 'a bibliography below a heading', write: (said) => `## Bibliography\n- ${said}\n\n` },
  { of: 'references below a heading', write: (said) => `## References\n${said}\n\n` },
  { of: 'a citation behind a label', write: (said) => `**Citation:** ${said}\n\n` },
  { of: 'a bibliographic entry', write: (said) => `Quill, A. (2010). On ${said} *Journal of Sense*, *12*(3), 1–12. https://doi.org/10.1000/182\n\n` },
  { of: 'a bibliographic entry without a number', write: (said) => `Quill, Ada. 2010. “On ${said}” Oars & Sons.\n\n` },
  { of: 'fields of a reference', write: (said) => `**Publication**:: ${said}\nseries:: ${said}\n- **Publisher:** ${said}\n- Full Title: ${said}\n\n` },
  { of: 'a summary by Readwise', write: (said) => `## Summary\n${said}\n\n`, ofReadwise: true },
  { of: 'a whole document, with headings of its own', write: (said) => `## Full Document\n${said}\n# ${said}\n${said}\n## My life\n${said}\n`, ofReadwise: true },
];
const WORKS = [
  '---\ncitekey: thoreau1854\n---\n',
  '---\nCitekey: thoreau1854\n---\n# Walden\n',
  '---\nauthor: Henry Thoreau\nsource: a book\n---\n# Walden\n',
  `---\ntype: literature-note\n---\n# Walden\n[Zotero](zotero://select/library/items/AB)\n\n`,
  `# Walden\n> Words of the work. [(p. 1)](zotero://open-pdf/library/items/XY?page=1)\n\n`,
] as const;
const READWISE_WORKS = [TOPS[0], '# Walden\n## Metadata\n- Full Title: Walden\n- Category: #books\n- URL: https://example.org/walden\n\n'] as const;
const ESSAYS = ['', '# On oars\n', '---\nauthor: Me\ntitle: On oars\n---\n', '---\ntags: [diary]\n---\n# 2026-11-22\n'] as const;

describe.each(RECORDS)('what repeats a work: $of', ({ write, ofReadwise, of }) => {
  const tops = fc.constantFrom(...(ofReadwise === true ? READWISE_WORKS : WORKS));

  it('is none of the reader\'s own writing, and does not keep back what they write below a heading of their own', () => {
    fc.assert(fc.property(tops, words, fc.constantFrom('## Notes', '## My notes', '# Summary', '## Meine Gedanken'), (top, said, own) => {
      for (const note of both(top + write(said))) expect(passes(note)).toBe(false);
      if (ofReadwise === true && own === '# Summary') return;
      for (const note of both(`${top}${write(said)}${of.startsWith('a whole') ? '## My notes' : own}\n${OWN}\n`)) expect(passes(note)).toBe(true);
    }), SHORT);
  });

  it('does not come with highlights, either, and leaves the reader their sections beside them', () => {
    fc.assert(fc.property(tops, words, fc.constantFrom(...LAYOUTS), chapters, (top, said, layout, all) => {
      for (const note of both(noteOf(top + write(said), '## Highlights', layout, all))) expect(passes(note)).toBe(false);
      for (const own of ['Summary', 'My thoughts']) {
        for (const note of both(`${noteOf(top + write(said), '## Highlights', layout, all)}\n## ${own}\n${OWN}\n`)) expect(passes(note)).toBe(true);
      }
    }), SHORT);
  });

  it('may be the writer\'s own where there is no work', () => {
    fc.assert(fc.property(fc.constantFrom(...ESSAYS), words, (top, said) => {
      for (const note of both(top + write(said))) expect(passes(note)).toBe(true);
      for (const note of both(`${top}${OWN}\n\n${write(said)}`)) expect(passes(note)).toBe(true);
    }), SHORT);
  });
});

describe('a place without a link', () => {
  const plain = fc.array(words, { minLength: 3, maxLength: 6 });
  const ENDS = ['(Page 12)', '(Location 1305)', '(Time 1:12:30)', '([View Chart](https://x.example))'];

  it('leaves the others quotes where few items have one, and the writer\'s own words theirs in a note about no work', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS), plain, fc.constantFrom(...ENDS), (top, head, items, end) => {
      for (const note of both(`${top}${head}\n${items.map((item, at) => `- ${item}${at === 0 ? ` ${end}` : ''}\n`).join('')}`)) {
        expect(foundQuotesOf(note)).toHaveLength(items.length);
        expect(passes(note)).toBe(top === '');
      }
    }), SHORT);
  });

  it('makes an item without one the reader\'s where most have one', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS), plain, fc.constantFrom(...ENDS), (top, head, items, end) => {
      for (const note of both(`${top}${head}\n${items.map((item) => `- ${item} ${end}\n`).join('')}- MINE\n`)) expect(foundQuotesOf(note).map(({ text }) => text)).toEqual(items);
    }), SHORT);
  });

  it('is none in what the reader notes on a highlight', () => {
    fc.assert(fc.property(fc.constantFrom(...TOPS), fc.constantFrom(...HEADS), plain, fc.constantFrom('    - Note: see ', '- Note: see ', '    - My note: see '), fc.constantFrom(...ENDS), (top, head, items, label, end) => {
      for (const note of both(`${top}${head}\n${items.map((item, at) => `- ${item}\n${at === 0 ? '' : `${label}${end}\n`}`).join('')}`)) expect(foundQuotesOf(note).map(({ text }) => text)).toEqual(items);
    }), SHORT);
  });

  it('is told by a time, and only behind the words', () => {
    const quotes = (body: string): string[] => foundQuotesOf(`## Highlights\n${body}`).map(({ text }) => text);
    expect(quotes('- A brief history (Time 1905)\n- Beta.\n')).toEqual(['A brief history (Time 1905)', 'Beta.']);
    expect(quotes('- The chart ([View Chart](https://x.example)) shows that oil rose. ([View Highlight](https://x.example/h))\n')).toEqual(['The chart ([View Chart](https://x.example)) shows that oil rose.']);
    expect(quotes('- Oil rose. ([View Chart](https://x.example)) ([View Highlight](https://x.example/h))\n')).toEqual(['Oil rose.']);
    expect(quotes('> The chart (Page 3)\n> shows that oil rose. (Page 4)\n')).toEqual(['The chart (Page 3)\nshows that oil rose.']);
  });
});

describe('what readers write about a work', () => {
  it.each(['## Summary', '## Key points', '## Notes', '# Related', '## Why it matters', '### Methods I want to try'])('counts as theirs below %s', (heading) => {
    for (const top of WORKS) for (const note of both(`${top}\n${heading}\n${OWN}\n`)) expect(passes(note)).toBe(true);
  });

  it.each(['**Summary**: ', '**My take**: ', 'Contribution:: ', '- Note: ', 'In 2024 I read: ', '> [!info] Words\n\n'])('counts as theirs behind %j', (label) => {
    for (const top of WORKS) for (const note of both(`${top}\n${label}${OWN}\n`)) expect(passes(note)).toBe(true);
  });

  const LONG = `${OWN}, and nobody has asked the night shift why that is so. `.repeat(9);
  it.each([
    'Honestly, I think that our ward has done it like this since 2020, and nobody has asked the night shift why that is so.',
    '- Honestly, I think that our ward has done it like this since 2020, and nobody has asked why.', 'Finally, Quill (2010) argues what we have known on our ward for many years.',
    'Yesterday, Ana and I looked at all that was written on the ward in 2020.',
    `${LONG}What he says on pp. 34–41 was wrong in 1854 as well.`, `${LONG}The study of 2019 (doi 10.1000/182) says the same.`,
    'On 3 May 2024, 10:15–10:45, the whole ward met and talked about nothing but oars.', `On 3 May 2024, 10:15–11, ${LONG}`,
    'The argument on pp. 12–18 (written 1998) looks dated now, since phones changed the whole thing.', 'Smith and Jones (2015) tried this with 40 nurses (doi:10.1000/182). The effect was smaller and nobody says why.',
    '**Thesis**: oars think. **Evidence**: a study of 40 nurses in 2010, pp. 3–9. **Doubt**: small sample.', 'Date read: 2024-05-03, 10:15-10:45. Good for the next meeting of the group on oars.',
    'Genesis 1:1-5 (NIV, 2011) reads quite differently after this book on beginnings and oars.', 'Luhmann, N. (1992) said the same thing about slip boxes and nobody listened to him then either.',
    'Berlin, Germany (2010): the study took place in one hospital only, so be careful with its claims.', 'Ada Quill: “Oars think.” This is what the whole ward missed most of all in 2010.',
    'According to Quill (2010, pp. 34–41), rowing is a social practice. That fits what the ward does.', 'Volume 12(3), 2010: the whole issue is about oars, and only this article is worth reading.',
    'I tried on pp. 34–41 what was written in 1854, and it works for us.',
    '## Citations and comments\nMINE are these seven words and more', '## References & my notes\nMINE are these seven words and more',
    '- Source: I tried this on our ward with three colleagues', '**Date**: yesterday we tried this on our ward with three colleagues',
  ])('counts as theirs though a year, pages or a name stand in it: %j', (own) => {
    for (const top of WORKS) {
      for (const note of both(`${top}\n${own}\n`)) expect(passes(note)).toBe(true);
      for (const note of both(`${top}\n${own}\n\n${noteOf('', '## Highlights', LAYOUTS[0] as Layout, [{ name: '1', level: '###', items: ['Oars.'] }])}`)) expect(passes(note)).toBe(true);
    }
  });

  it('counts as theirs right below an abstract', () => {
    for (const top of WORKS) for (const note of both(`${top}\n**Abstract**: Oars, and what they are for.\n\n${OWN}\n`)) expect(passes(note)).toBe(true);
  });

  it('counts as theirs beside what a tool for PDF files copied, but for the lines that it signed', () => {
    const copied = (body: string): string => `# a.pdf\n${`> Words of the work.\n\n${body}\n\n* *highlighted by Ada Quill at page 2 on [[Papers/a_b.pdf]]*\n\n`.repeat(4)}`;
    for (const note of both(copied(''))) expect(passes(note)).toBe(false);
    for (const note of both(copied(OWN))) expect(passes(note)).toBe(true);
  });
});

describe('an entry of a bibliography', () => {
  it.each([
    'Quill, A., & Thoreau, H. D. (2010). Oars that every ward and every night shift needs. Oars.', '- Quill, Ada (2010): Oars that every ward and every night shift needs',
    'Quill, A. (2010) Oars that every ward and every night shift needs', '[1] van der Berg, Ada, and Henry Thoreau. 2010a. *What I need on every ward*. Oars.',
    'Quill, Ada. *Oars that every ward and every night shift needs*. Oars & Sons, 2010.', 'World Ward Organization. (2010). Oars that every ward and every night shift needs.',
    'Quill A. Oars that every ward needs. J Sense. 2010;12(3):1–12.', 'Latour, B. (1993). *We have never been modern on the ward at night*. Harvard.',
    'Quill, A., & Thoreau, H. D. (Eds.). (2010, May 3). Oars that every ward needs at night. Oars.', 'Ada Quill, *Oars that every ward needs at night* (London: Oars & Sons, 2010), 12–18.',
    '[3] A. Quill and H. D. Thoreau, “Oars that every ward needs at night,” *J. Sense*, vol. 12, no. 3, Mar. 2010, doi: 10.1000/182.',
    'Quill, Ada, and Henry Thoreau. “Oars that Every Ward Needs at Night.” *Journal of Sense* 12, no. 3 (2010): 1–12.', 'Latour, Bruno. *We have never been modern on the ward*. Harvard UP, 1993.',
    'Quill, Ada: Oars that every ward needs at night, London 2010, S. 12–18.', 'QUILL, Ada. *Oars that every ward needs*. London: Oars & Sons, 2010. ISBN 978-3-16-148410-0.',
    '[1]张三,李四.论夜间病房划桨的意义与方法[J].划桨学报,2010,12(3):1-12.', '山田太郎（2010）「夜の病棟の櫂について考える」『櫂学研究』12(3), 1–12.',
  ])('is none of the reader\'s own writing: %j', (entry) => {
    for (const top of WORKS) for (const note of both(`${top}\n${entry}\n`)) expect(passes(note)).toBe(false);
  });
});
