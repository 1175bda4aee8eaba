import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/base';
import { redact, redactDetail, redactingWords } from '../../src/share/redact';
import type { Privacy } from '../../src/share';

const PRIVACY: Privacy = { isPrivate: (target) => /^(?:Private\/|Diary)/.test(target), placeholder: '[…]' };
const shown = (text: string): string => redact(text, PRIVACY).text;
const kinds = (text: string): string[] => redact(text, PRIVACY).redactions.map(({ kind }) => kind);

describe('what a reader sees of a note', () => {
  it.each<[string, string, string]>([
    ['links to notes become words', 'See [[Note]], [[Note|a label]], [[A/B/Note]], [[Note#Part]] and [[#Part]].', 'See Note, a label, Note, Note and Part.'],
    ['links to private notes become a placeholder, whatever their label', 'See [[Diary]], [[Diary|my thoughts]] and [him](Private/Him.md).', 'See […], […] and […].'],
    ['links to the web stay', 'See [a](https://x.org/a_(b)), <https://x.org> and ![i](https://x.org/i.png "t").', 'See [a](https://x.org/a_(b)), <https://x.org> and ![i](https://x.org/i.png "t").'],
    ['links into the vault become words', 'See [a](Note.md) and [b](<My note.md#part>).', 'See a and b.'],
    ['embeds go', 'a ![[Note]] ![alt](files/i.png) b', 'a   b'],
    ['comments go', 'a %%hidden%% b\n\n%%\nhidden\n%%\n\nc', 'a  b\n\nc'],
    ['block ids go', 'Words. ^id\n\n^other\n\nMore.', 'Words.\n\nMore.'],
    ['fields go', 'a [mood:: b] c (d:: e)\nmood:: f\n- [ ] task [due:: 2026]', 'a  c\n- [ ] task'],
    ['queries go', 'a\n\n```dataview\nLIST\n```\n\nb `= this.x` c', 'a\n\nb  c'],
    ['code stays', '```js\nconst a = "%% [[Note]]";\n```', '```js\nconst a = "%% [[Note]]";\n```'],
    ['line breaks by two spaces stay', 'one  \ntwo   \nthree \nfour', 'one  \ntwo  \nthree\nfour'],
    ['a colon pair within a line or in code stays', 'C++ (so std::vector and 10:30:: x\n`std::vector` and `f(std::x)`', 'C++ (so std::vector and 10:30:: x\n`std::vector` and `f(std::x)`'],
    ['a line that begins with a key is a field, with or without a blank, behind whatever signs', 'a\nmood::b\n- [ ] k::v\n> k::v\n状态::v\n→ mood:: v\n## Mood:: v\n"mood:: v\n==mood==:: v\nstd::vector is one, too\nb', 'a\nb'],
    ['a field in a list item takes the lines along that go on', '- a\n- mood:: b\n  c\n- d\n\ne', '- a\n- d\n\ne'],
    ['fields go whole, whatever brackets they hold or follow', 'a [b:: c][d:: e] [^1][f:: g] (h:: i (j (k)) l) [m:: [n [o]] p] [q:: r \\] s] t', 'a  [^1]    t'],
    ['brackets whose key has brackets are none', 'a [see [b] c:: d] (e (f) g:: h)', 'a [see [b] c:: d] (e (f) g:: h)'],
    ['a block id that a link shows goes', 'See [[#^secret]] and [[#Part]] and [[#Part#^id]].', 'See  and Part and Part.'],
    ['titles of links go with them, with marks in them, too', '[x](Private/S.md "t \\"q\\"") [y](Y.md (t)) [z](https://x.org "t \\"q\\"")', '[…] y [z](https://x.org "t \\"q\\"")'],
    ['references to private notes become a placeholder, wherever they are defined', '[S][r], [r][], [R] and [b][2]\n\n```js\n[r]\n```\n\n[r]: Private/A.md\n  "S"\n[2]: Note.md', '[…], […], […] and [b][2]\n\n```js\n[r]\n```'],
    ['images by reference into the vault go', 'a ![alt][i] b\n\n[i]: files/i.png', 'a  b'],
    ['words behind brackets in a list are no definition', '- [Ann]: said so\n- [x]: Note.md', '- [Ann]: said so'],
    ['a footnote stays', 'a[^1]\n\n[^1]: note', 'a[^1]\n\n[^1]: note'],
    ['a public reference stays, a local one goes', '[a][1] [b][2]\n\n[1]: https://x.org\n[2]: Note.md', '[a][1] [b][2]\n\n[1]: https://x.org'],
    ['HTML stays unless it leads into the vault', '<b>a</b> <a href="https://x.org">b</a> <img src="i.png">', '<b>a</b> <a href="https://x.org">b</a>'],
    ['the first line keeps its indentation', '    code\n\ntext', '    code\n\ntext'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('is told, kind by kind', () => {
    expect(kinds('---\na: 1\n---\n%%c%% ![[e]] [[Diary]] [l](L.md) [f:: 1] `= q`\n\nText ^id')).toEqual(['properties', 'comment', 'block-id', 'query', 'embed', 'private-link', 'local-link', 'field']);
    expect(redact('See [[Diary|him]].', PRIVACY).redactions).toEqual([{ kind: 'private-link', shown: '[[Diary|him]]' }]);
  });

  it.each<[string, string, string[]]>([
    ['A title', 'A title', []],
    ['Ann, [[Diary]]', 'Ann, […]', ['private-link']],
    ['A title %%not yet%%', 'A title', ['comment']],
    ['A title %% not yet', 'A title', ['open-comment']],
    ['A title <!-- x --> here', 'A title  here', ['comment']],
    ['A title ^block-id', 'A title', ['block-id']],
    ['A title [mood:: low] (why:: rain)', 'A title', ['field', 'field']],
    ['A `= this.x` title', 'A  title', ['query']],
  ])('is told of a detail: %s', (detail, text, held) => {
    const redacted = redactDetail(detail, PRIVACY);
    expect([redacted.text, redacted.redactions.map(({ kind }) => kind)]).toEqual([text, held]);
  });

  it('is all of a quote that begins like frontmatter', () => {
    expect(atOnce(redactingWords('---\nnot: properties\n---', PRIVACY))).toEqual({ text: '---\nnot: properties\n---', redactions: [] });
  });

  it.each<[string, string]>([
    ['of open brackets', 'Words with [[links]], [more](https://x.org) and `code`. [open (((' ],
    ['of fields that nothing closes', '[a:: (b:: `c '],
    ['of links within links', '[![a](b.png) [c](d "e'],
    ['of definitions with open titles', '[r]: a "b\n'],
    ['of nothing but signs', '___***'],
    ['of backticks that nothing closes', '`\\`a'],
  ])('is found fast in a long note %s', (_, piece) => {
    const note = `${piece.repeat(Math.ceil(200_000 / piece.length))} words`;
    const start = performance.now();
    expect(redact(note, PRIVACY).text.length + redact(note, PRIVACY).redactions.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
