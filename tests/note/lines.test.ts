import { describe, expect, it } from 'vitest';
import { endOfFrontmatter, linesOf } from '../../src/note';

/** A note, a line a time, each with what it is expected to stand in: f(rontmatter), c(ode), %(comment), $(math), or prose. */
function settings(marked: string): { text: string; expected: string[] } {
  const lines = marked.split('\n').map((line) => ({ setting: line[0] ?? '', text: line.slice(2) }));
  const names: Record<string, string> = { f: 'frontmatter', c: 'fence', '%': 'comment', $: 'math', '.': 'prose' };
  return { text: lines.map(({ text }) => text).join('\n'), expected: lines.map(({ setting }) => names[setting] ?? setting) };
}

const NOTES: Readonly<Record<string, string>> = {
  'frontmatter, prose': 'f ---\nf type: x\nf ---\n. # Title\n. text',
  'a rule below, not frontmatter': '. text\n. ---\n. more\n. ---',
  'a fence with what looks like a heading': '. a\nc ```sh\nc # no heading\nc ```\n. b',
  'tildes in backticks and longer closers': 'c ```\nc ~~~\nc ````\n. b',
  'a fence that nothing closes': '. a\nc ~~~~\nc ~~~\nc # code',
  'inline code that looks like a fence': '. ```a``` b\n. text',
  'a fence indented by three, and code indented by four': 'c    ```\nc x\nc   ```\n.     ```\n. text',
  'a fence on a list item\'s first line': 'c - ```js\nc   ## code\nc   ```\n. ## Heading',
  'a fence in a numbered item': 'c 1. ```\nc    code\nc    ```\n. ## Heading',
  'a fence below a list item, by a tab': '. - item\n. \nc \t```\nc \tcode\nc \t```\n. text',
  'a fence that ends with its list item': '. - item\nc   ```\nc   left open\n. text\n. ## Heading',
  'a fence in a nested item': '. - a\n.   - b\nc     ```\nc     code\nc     ```\n.   - c',
  'comments over lines': '. a\n% %%\n% ## hidden\n% %%\n. b\n. %% inline %%\n. c',
  'HTML comments over lines': '. a\n% <!--\n% ## hidden\n% -->\n. b\n. <!-- inline -->\n. c',
  'mathematics over lines': '. a\n$ $$\n$ # x\n$ $$\n. b\n. $$x$$\n. c',
  'a fence in a comment, a comment in a fence': '% %%\n% ```\n% %%\n. a\nc ```\nc %%\nc ```\n. b',
};

describe('the setting of lines', () => {
  it.each(Object.entries(NOTES))('is known: %s', (_, marked) => {
    const { text, expected } = settings(marked);
    expect(linesOf(text).map(({ setting }) => setting)).toEqual(expected);
    expect(linesOf(text.replace(/\n/g, '\r\n')).map(({ setting }) => setting)).toEqual(expected);
  });

  it('leaves quoted fences to the quote', () => {
    expect(linesOf('> ```\n> code\n> ```\ntext').map(({ setting }) => setting)).toEqual(['prose', 'prose', 'prose', 'prose']);
  });
});

describe('frontmatter', () => {
  it.each([
    ['---\na: 1\n---\nbody', 13],
    ['---\n---\nbody', 8],
    ['---\r\na: 1\r\n---\r\nbody', 16],
    ['---  \na: 1\n---  \nbody', 17],
    ['\uFEFF---\na: 1\n---\nbody', 14],
    ['---\na: 1\n---', 12],
    ['---\na: "x\u2028---\n"\n---\nb', 20],
    ['---\na: 1\nnever closed', 0],
    [' ---\na: 1\n---\n', 0],
    ['\n---\na: 1\n---\n', 0],
    ['----\na: 1\n----\n', 0],
    ['', 0],
  ])('of %j ends at %i', (text, end) => {
    expect(endOfFrontmatter(text)).toBe(end);
  });
});
