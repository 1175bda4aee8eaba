import { describe, expect, it } from 'vitest';
import { innerBlocksOf, quoteBlockAt, quoteBlocksOf } from '../../src/note';

const texts = (note: string): string[] => quoteBlocksOf(note).map(({ text }) => text);

describe('quote blocks', () => {
  it.each<[string, string, string[]]>([
    ['a blockquote', 'a\n\n> one\n> two\n\nb', ['one\ntwo']],
    ['two of them', '> one\n\n> two', ['one', 'two']],
    ['without space', '>one\n>  two', ['one\n two']],
    ['nested', '> one\n>> two\n> > three', ['one\n> two\n> three']],
    ['with a fence in it', '> ```\n> code\n> ```\ntext', ['```\ncode\n```']],
    ['in list items', '- > one\n  > two\n- > three', ['one\ntwo', 'three']],
    ['below a list item, by a tab', '- said:\n\t> one\n\t> two\n', ['one\ntwo']],
    ['below a task', '- [ ] task\n    > one', ['one']],
    ['none: indented code', 'text\n\n    > code', []],
    ['none: in a fence', '```\n> code\n```', []],
    ['none: in a comment', '%%\n> hidden\n%%', []],
    ['none: in frontmatter', '---\na: >\n  b\n> c: d\n---\n', []],
    ['Windows line breaks', '> one\r\n> two\r\n', ['one\ntwo']],
  ])('%s', (_, note, expected) => {
    expect(texts(note)).toEqual(expected);
  });

  it('tell a callout\'s kind and title', () => {
    expect(quoteBlocksOf('> [!Quote]- A *title*\n> text')).toMatchObject([{ callout: 'quote', title: 'A *title*', text: 'text' }]);
    expect(quoteBlocksOf('> [!quote|wide]\n> text')).toMatchObject([{ callout: 'quote', title: '', text: 'text' }]);
  });

  it('are found under the cursor, at both ends too', () => {
    const note = 'a\n> one\n> two\nb';
    expect([0, 2, 8, 13, 14].map((offset) => quoteBlockAt(note, offset)?.text)).toEqual([undefined, 'one\ntwo', 'one\ntwo', 'one\ntwo', undefined]);
  });

  it('give the blocks inside them, where they stand in the note', () => {
    const note = 'a\r\n> [!note] Title\r\n> > [!quote] Inner\r\n> > words\r\n> end\r\n';
    const [outer] = quoteBlocksOf(note);
    const inner = outer === undefined ? [] : innerBlocksOf(note, outer);
    expect(inner).toMatchObject([{ callout: 'quote', title: 'Inner', text: 'words' }]);
    expect(inner.map(({ from, to }) => note.slice(from, to))).toEqual(['> > [!quote] Inner\r\n> > words']);
  });
});
