import fc from 'fast-check';

// The counterpart of hostile Markdown: nothing in it leads into a vault, although much of it looks as if it did.

const CODE = [
  '`<dc:creator>`', '`<img src="a.png">`', '`<a href="Note.md">`', '`</a>`', '`[[:alpha:]]`', '`[[Note]]`', '`![[Note|300]]`', '`[[#^id]]`', '`[a](Note.md)`', '`![a](b.png)`', '`[r]: Note.md`', '`](`', '`[`', '`]]`', '`[^1]:`',
  '`===`', '`==`', '`=`', '`=>`', '`=~`', '`$=`', '`==marked==`', '`a == b`', '`x <= y`', '`!==`', '`->`', '`::`', '`std::vector`', '`[due:: 2026]`', '`key:: value`', '`%%`', '`%% a %%`', '`<!-- a -->`', '`$a$`', '`$HOME`', '`{{a}}`', '`^id`', '`#tag`',
  '`git clone ssh://git@host/x.git`', '`DB=postgres://localhost/db`', '`obsidian://open?vault=x`', '`obsidian:open?file=x`', '`zotero://`', '`file:///etc/hosts`', '`http://localhost:3000/a`', '`url(a.png)`', '`\\href{a}`', '``a ` b``', '`` ` ``', '`a\\b`', '`~~~`', '`C:/x`',
] as const;
const WORDS = [
  'words', 'Übung', '学び', '100 %', 'a < b > c', '2 > 1', 'x = y', 'either/or', 'e.g.', 'at 10:30', 'note: this', 'a (so b) c', '[sic]', '[1]', '*so*', '**so**', '_so_', '==so==', '~~so~~', 'C++', 'AT&T', '&amp;', '"said"', '5 * 3', 'a_b_c', 'obsidian: a tool', 'file: none', '#tag',
  '<kbd>Ctrl</kbd>', '<br>', '<span class="a" title="b c">d</span>', '<a href="https://example.org/a">b</a>', '<img src="https://example.org/i.png" alt="a">', '<b style="background:image-set(red)">b</b>', '<https://example.org/>', '<ann@example.org>',
  '[a](https://example.org/a_(b) "t")', '![i](https://example.org/i.png)', '[a](mailto:ann@example.org)', '[b](ftp://example.org/b)', '[c](http://localhost:3000/)', 'https://example.org/?a=b&c=d#e', 'https://example.org/?q=either/or&f=so.md#part', '<a href="#part">so</a>', 'www.example.org',
  'git://example.org/x.git', 'git+https://example.org/x.git', 'ssh://git@example.org/x', 'irc://irc.example.org/a', 'wss://example.org/', 'git@example.org:a/b.git', 'http://127.0.0.1:8080/', 'doi:10.1000/182',
] as const;
const BLOCKS = [
  '```html\n<a href="Note.md">a</a> <img src="a.png">\n[[Note]] [a](Note.md) `= x` [k:: v] %% a %%\n```', '~~~sh\ncurl http://localhost:3000/ && open obsidian://open?file=x file:///etc/hosts\n~~~', '> ```css\n> a { background: url(a.png) }\n> ```',
  '- item\n  ```js\n  if (a == b && c < d) f("<a href=b>");\n  ```', '```ad-note\ntitle: A\nwords `==` and `<b>`\n```', '$$\na[i](x)\n$$', 'So $a[i](x)$ is.', '---', '# Heading `<b>`', '| `a` | b |\n| --- | --- |\n| `[[c]]` | `<i src="d">` |', '[^1]: A `<b>` note.', '```mermaid\ngraph TD; A[a] --> B(b) %% a\n```', '```mermaid\ngraph TD\n  A["Open note"] --> B{either/or}\n  class A internal-link\n```',
  '```css\na { background: image-set("a.png" 1x); content: "\\201C" }\n```', '```query-plan\nso\n```', '```js\nopen("Private/x.md")\n```', '<style>a { font-family: "A"; b: url(https://example.org/a.png) }</style>', '[r]: https://example.org/ "A title"', '```mermaid\ngraph TD\n  Open--xOther---Third-.->Fourth==>Fifth\n  class Open internal-link\n```', '```css\n/* don\'t */ a { content: "it\'s\\\nso"; b: image-set(\'a.png\' 1x) }\n```',
  '<?php include "a.php"; echo "so/so"; ?>',
] as const;

const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...CODE) }, { weight: 4, arbitrary: fc.constantFrom(...WORDS) });
const sentence = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.constantFrom(' ', ', ', ' – '), fc.constantFrom('', '.', '!', ':')).map(([pieces, between, end]) => `So ${pieces.join(between)}${end}`);
const paragraph = fc.tuple(fc.constantFrom('', '> ', '- ', '1. ', '## ', '- [ ] '), fc.array(sentence, { minLength: 1, maxLength: 3 })).map(([mark, sentences]) => sentences.map((words) => mark + words).join('\n'));

/** Markdown in which all leads to where everybody may go, or is code for every reader: it leaves byte for byte. */
export const innocentMarkdown = fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: fc.constantFrom(...BLOCKS) }), { minLength: 1, maxLength: 6 }).map((parts) => ['So it begins.', ...parts].join('\n\n'));
