import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralMarkdown, plainAsMarkdown } from '../../src/note';

describe('plain text as Markdown', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['Title\n===\n--', 'Title\n\\=\\=\\=\n\\--'],
    ['- no list\n1. none', '\\- no list\n1\\. none'],
    ['a | b\n:-|-:', 'a | b\n\\:-|-:'],
    ['    no code', 'no code'],
    ['snake_case and _this_', 'snake_case and \\_this\\_'],
    ['#tag #😀 (#x) C# #', '\\#tag \\#😀 (\\#x) C# #'],
    ['5 < 6 <b> &lt;', '5 < 6 &lt;b> \\&lt;'],
    ['$x$, $$y$$, 5$', '\\$x\\$, \\$\\$y\\$\\$, 5$'],
    ['$5 or so', '$5 or so'],
    ['https://x.org/a_(b)*[c]', 'https://x.org/a%5F(b)%2A%5Bc]'],
  ])('%j is written %j', (plain, markdown) => {
    expect(plainAsMarkdown(plain)).toBe(markdown);
  });
});

describe('Markdown from a web page', () => {
  it.each([
    ['**bold** and [web](https://x.org/a) and `code`', '**bold** and [web](https://x.org/a) and `code`'],
    ['![a picture](https://x.org/i.png)', 'a picture'],
    ['[[Note]] ![[Embed]]', '\\[\\[Note]] \\!\\[\\[Embed]]'],
    ['[run](javascript:alert(1)) [open](obsidian://x)', '[run]) [open]'],
    ['<%* code %> {{date}} %%c%%', '&lt;%* code %> {\\{date}} \\%\\%c\\%\\%'],
    ['```dataviewjs\nrun()\n```', '```\nrun()\n```'],
    ['-   ```dataviewjs\n    run()\n    ```', '-   ```\n    run()\n    ```'],
    ['> 1. ~~~tasks\n> ~~~', '> 1. ~~~\n> ~~~'],
    ['`= this.x` `$= dv`', '\\`= this.x` \\`$= dv`'],
    ['key:: value', 'key\\:\\: value'],
    ['#tag', '\\#tag'],
  ])('%j becomes %j', (markdown, neutral) => {
    expect(neutralMarkdown(markdown)).toBe(neutral);
  });

  it('holds nothing that acts, whatever is in it', () => {
    const pieces = fc.array(fc.constantFrom('[', '[[', '![', ']', '(', 'x', ' ', '\n', '<', '<%', '%', '%%', '{', '{{', '{%', ':', '::', '`', '```', '```dataview', '~~~dataviewjs', '- ', '> ', '1. ', '=', '$=', '#', 'javascript:', ')', '<!--', '<script>'), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(pieces, (markdown) => {
        const neutral = neutralMarkdown(markdown);
        for (const live of ['<%', '{{', '{%', '%%', '::', '<!--', '<script']) expect(neutral).not.toContain(live);
        expect(neutral).not.toMatch(/(?:^|[^\\])\[\[/);
        expect(neutral).not.toMatch(/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(?:`{3,}|~{3,})[ \t]*(?:dataview|dataviewjs)/m);
        expect(neutral).not.toMatch(/\]\(\s*javascript:/);
      }),
      { seed: 20261120, numRuns: 4000 },
    );
  });
});
