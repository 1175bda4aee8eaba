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
    ['a colon pair in prose stays', 'std::vector and 10:30:: x', 'std::vector and 10:30:: x'],
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

  it('is found fast in a long note', () => {
    const note = 'Words with [[links]], [more](https://x.org) and `code`. [open ((('.repeat(20_000);
    const start = performance.now();
    expect(shown(note).length).toBeGreaterThan(100_000);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
