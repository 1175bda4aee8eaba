import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/base';
import { redact, redactDetail, redactingWords } from '../../src/share/redact';
import type { Privacy } from '../../src/share';
import { processorTime } from '../processor-time';

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
    ['a footnote and the title of a callout may be a field, too', 'a[^1]\n\n[^1]: mood:: b\n\n> [!note]- mood:: c\n> d', 'a[^1]\n\n> d'],
    ['what a page is asked for goes where it is the path of a private note, the path of the page is its own', 'https://x.org/?f=Private/A.md [a](https://x.org/#Private%2FA) https://x.org/Private/A.md https://x.org/Diary?q=a/b&u=https://y.org/Private/A', '[…] […] https://x.org/Private/A.md https://x.org/Diary?q=a/b&u=https://y.org/Private/A'],
    ['a private path that a page is asked for goes between whatever signs', ['?q="Private/A.md"', '?j={"f":"Private/A.md"}', '?j=%7B%22f%22%3A%22Private%2FA%22%7D', ';file=Private/A.md', '?Private/A.md=1', '?q=see+Private/A,b', '?q=path:Private/A', '?a[]=(Private/A)', '#a;Private/A', '#/a?b=Private/A', '?v%61ult=V&file=Diary', ';vault=V;file=Diary', '?vault=V&j={"file":"Diary"}'].map((asked) => `[S](<https://x.org/${asked}>) https://x.org/${encodeURI(asked)} [S](<ftp://x.org/${asked}>)`).join('\n'), Array.from({ length: 13 }, () => '[…] […] […]').join('\n')],
    ['what only looks like a path of the vault stays', 'https://x.org/Private/A?a=1&b=2 https://x.org/a%20b/Diary https://x.org/#/Private/A [a](https://x.org/wiki/Help:Diary) https://x.org:8080/Private/A?c=d&e=f https://x.org/?a=b/Private/A https://x.org/;a/Private/A', 'https://x.org/Private/A?a=1&b=2 https://x.org/a%20b/Diary https://x.org/#/Private/A [a](https://x.org/wiki/Help:Diary) https://x.org:8080/Private/A?c=d&e=f https://x.org/?a=b/Private/A https://x.org/;a/Private/A'],
    ['a page that opens a note of the vault goes', 'https://x.org/open?vault=V&file=Diary', '[…]'],
    ['what leads to a place in the text itself stays', '<a href="#part">a</a> <style>a { b: url(#c) }</style> <a href="#^id">d</a>', '<a href="#part">a</a> <style>a { b: url(#c) }</style> d</a>'],
    ['queries go in braces, too, and nothing that only begins like their languages', 'a\n\n```{dataview}\nLIST\n```\n\n~~~ {.tasks a=b}\nc\n~~~\n\nb\n\n```query-plan\nd\n```', 'a\n\nb\n\n```query-plan\nd\n```'],
    ['a field in a list item takes the lines along that go on', '- a\n- mood:: b\n  c\n- d\n\ne', '- a\n- d\n\ne'],
    ['fields go whole, whatever brackets they hold or follow', 'a [b:: c][d:: e] [^1][f:: g] (h:: i (j (k)) l) [m:: [n [o]] p] [q:: r \\] s] t', 'a  [^1]    t'],
    ['brackets whose key has brackets are none', 'a [see [b] c:: d] (e (f) g:: h)', 'a [see [b] c:: d] (e (f) g:: h)'],
    ['a block id that a link shows goes', 'See [[#^secret]] and [[#Part]] and [[#Part#^id]].', 'See  and Part and Part.'],
    ['titles of links go with them, with marks in them, too', '[x](Private/S.md "t \\"q\\"") [y](Y.md (t)) [z](https://x.org "t \\"q\\"")', '[…] y [z](https://x.org "t \\"q\\"")'],
    ['references to private notes become a placeholder, wherever they are defined', '[S][r], [r][], [R] and [b][2]\n\n```js\n[r]\n```\n\n[r]: Private/A.md\n  "S"\n[2]: Note.md', '[…], […], […] and b\n\n```js\n[r]\n```'],
    ['images by reference into the vault go', 'a ![alt][i] b\n\n[i]: files/i.png', 'a  b'],
    ['words behind brackets in a list are no definition', '- [Ann]: said so\n- [x]: Note.md', '- [Ann]: said so'],
    ['a footnote stays', 'a[^1]\n\n[^1]: note', 'a[^1]\n\n[^1]: note'],
    ['a public reference stays, a local one becomes its words', '[a][1] [b][2] [c][] ![i][2]\n\n[1]: https://x.org\n[2]: Note.md\n[C]: Other.md', '[a][1] b c\n\n[1]: https://x.org'],
    ['an address that is defined for everybody, too, stays a link', '[a][1]\n\n[1]: https://x.org\n[1]: Note.md', '[a][1]\n\n[1]: https://x.org'],
    ['a private path behind words in brackets goes, the words stay', '- [a]: Private/A.md said so\n- see [b]: Private%2FB.md\n- [c]: said so\n\n[d]: said so\n\n[^1]: Private/A.md', '- [a]: […] said so\n- see [b]: […]\n- [c]: said so\n\n[d]: said so\n\n[^1]: […]'],
    ['a label may hold brackets in code or in a tag', '[a `]` b](Private/x.md "t")\n\n[a `[` b](Note.md)\n\n[a <b title="]"> c](Private/x.md)\n\n[S `x]` y][r] ![`]`](Private/i.png).\n\n[r]: Private/x.md', '[…]\n\na `[` b\n\n[…]\n\n[…] .'],
    ['links within links, both ways', '[![a](i.png) [b](https://x.org)](Note.md) [c [d](Note.md) e](https://x.org) [f [g](Private/x.md)](Note.md)', ' [b](https://x.org) [c d e](https://x.org) f […]'],
    ['an address is private however it is written', ['&#x50;rivate/x.md', 'Private%2Fx.md', 'Private%252Fx.md', './Private/x.md', '../Private/x', '/Private/x.md', 'Private\\x.md', '<Private/x y.md>', 'obsidian://open?vault=V&file=Private%2Fx', 'obsidian://vault/V/Private/x', 'obsidian:open?file=Private/x', 'file:///home/me/V/Private/x.md', 'app://local/V/Private/x.md?1'].map((address) => `[S](${address})`).join(' '), Array(13).fill('[…]').join(' ')],
    ['what a link says when it is pointed at goes where it is the path of a private note', '[a](https://x.org "Private/A.md") [b](https://x.org "t") [c][1]\n\n[1]: https://x.org (Private/A.md)', '[a](https://x.org) [b](https://x.org "t") [c][1]\n\n[1]: https://x.org'],
    ['nodes of a diagram that link to private notes become a placeholder', '```mermaid\ngraph TD\nDiary --> B["Open"]\nC[[Private/x]]:::internal-link\n```', '```mermaid\ngraph TD\n… --> B["Open"]\nC[[…]]:::internal-link\n```'],
    ['also in marks of Markdown', '```mermaid\ngraph TD\nA["`Diary`"]:::internal-link\n```', '```mermaid\ngraph TD\nA["`…`"]:::internal-link\n```'],
    ['without links in a diagram its words stay', '```mermaid\ngraph TD\nDiary --> B[Private/x]\n```', '```mermaid\ngraph TD\nDiary --> B[Private/x]\n```'],
    ['style sheets and programs lose the paths of private notes in their quotation marks', '<style>a { b: image-set("Private/x.png" 1x); c: u\\72l(Private/x.png) }</style>\n\n<script>open("Private/A.md")</script>', '<style>a { b: image-set("[…]" 1x); c: u\\72l([…]) }</style>\n\n<script>open("[…]")</script>'],
    ['over lines and in quotes, lists, tables and headings', '> [S\n> x](\n> Private/x.md\n> "S")\n\n- [ ] [S](Private/x.md)\n\n# [S](Private/x.md)\n\n| [S](Private/x.md) |\n| - |', '> […]\n\n- [ ] […]\n\n# […]\n\n| […] |\n| - |'],
    ['what is no link for anybody, but leads to a private note', '[S](Private/x y.md) and [S](Private/x.md, \\[a\\](Private/x.md) and [a](see below)', '[…] and […]'],
    ['a placeholder begins no other link', '[[Diary]](https://x.org) [[Diary]]: yes', '\\[…\\](https://x.org) \\[…\\]: yes'],
    ['wikilinks over lines lead nowhere, but tell a name', '> [[Private/\n> x.md]] and [[open\nend]]', '> […] and [[open\nend]]'],
    ['of wikilinks within each other none tells a private name', 'a [[Private/x [[b]] c [[d [[Diary]] e [[f [[g]]', 'a […] c […] e [[f g'],
    ['fields in brackets over the lines of a paragraph go whole', '[k:: a\nS] b\n\n> (k:: a\n> S)\n\nc [k:: d\ne\n\nf]', ' b\n\n>\n\nc [k:: d\ne\n\nf]'],
    ['HTML that leads into the vault goes, however it is written', '<a title=">" href="Private/x.md">a</a> <img srcset="https://x.org/i.png 1x, i.png 2x">b <img\n> src="i.png">c <i style="background:url(i.png)">d</i> <a "x" href="Private/x.md">e <obsidian:open?file=x>f <Private/x.md>g <img src="i.png', 'a</a> b c d</i> e f g <img'],
    ['HTML that leads elsewhere stays', '<a href="https://x.org/a,b">a</a> <i style="color:red">b</i> <std::vector> 1 <b and c> 2', '<a href="https://x.org/a,b">a</a> <i style="color:red">b</i> <std::vector> 1 <b and c> 2'],
    ['addresses of programs go with their brackets', '(see obsidian://open?file=a(b)c) x:// [n](https://x.org) zotero://select/x', '(see ) x:// [n](https://x.org)'],
    ['a fence right below a tag is no code to everybody', '<div>\n```\n[a](Note.md)\n\n```\n[b](Note.md)', '<div>\n```\na\n\n```\nb'],
    ['code loses links to private notes only', '```md\n[S](Private/x.md) [a](Note.md)\n[r]: Private/x.md\n```', '```md\n[…] [a](Note.md)\n\n```'],
    ['formulas stay, and code on which all readers agree', 'So $a[i](x)$ and:\n\n$$\nb[k](y)\n$$\n\nWrite `[words](Note.md)` for a link.', 'So $a[i](x)$ and:\n\n$$\nb[k](y)\n$$\n\nWrite `[words](Note.md)` for a link.'],
    ['paths in formulas go, and links in code on which readers differ', '$[a](Note.md)$ and `[b](Private/x.md)`\n\nhttps://x.org/` ` `[c](Note.md)`', '$a$ and `[…]`\n\nhttps://x.org/` ` `c`'],
    ['a footnote of one word is an address to some', '[^1]: Diary\n[^2]: Diary of mine', '[^1]: […]\n[^2]: Diary of mine'],
    ['an address may reach over a further bracket', '<https://x.org/<obsidian:open?file=x<b> <obsidian:y<https://x.org>', '<https://x.org/'],
    ['a fence below a label is none to some', '[r]:\n~~~\n[a](Note.md)', '[r]:\n~~~\na'],
    ['a fence is no address of the label above', '[r]:\n```\na\n[r]:\n```\n\nb [r]', '[r]:\n```\na\n[r]:\n```\n\nb [r]'],
    ['a fence behind a hard blank is none', '\u00A0```\n[a](Note.md) %%hidden%%', '\u00A0```\na'],
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
    ['A [t `]`](Private/x.md) <a href="x.md">b', 'A […] b', ['private-link', 'local-link']],
    ['Private/x.md', '[…]', ['private-link']],
    ['at obsidian://open?file=x', 'at', ['local-link']],
    ['Rust: std::vector & co', 'Rust: std::vector & co', []],
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
    ['of wikilinks that nothing closes', '[[a'],
    ['of ends of wikilinks', ']]'],
    ['of ends of labels', ']('],
    ['of links with open titles', '](a "'],
    ['of brackets in code', '[`]`'],
    ['of addresses in addresses', '[a]:b'],
    ['of footnotes in footnotes', '[^a]:'],
    ['of tags that nothing closes', '<a b="'],
    ['of tags over lines', '<a\n> '],
    ['of schemes', 'a.b://'],
    ['of dots', 'a.'],
    ['of addresses with open parentheses', '](https://x('],
    ['of autolinks that nothing closes', '<a:'],
    ['of formulas', '$$a'],
    ['of fields over lines', '[k:: `a\n'],
    ['of labels above fences', '[r]:\n```\n'],
    ['of addresses that carry another', 'https://a/http://'],
    ['of attributes without a tag', 'src=data-'],
    ['of code in code', '`a` <b> [c](d) '],
    ['of blocks of Markdown within each other', '```ad-note\n'],
  ])('is found fast in a long note %s', (_, piece) => {
    const note = `${piece.repeat(Math.ceil(200_000 / piece.length))} words`;
    const start = processorTime();
    expect(redact(note, PRIVACY).text.length + redact(note, PRIVACY).redactions.length).toBeGreaterThan(0);
    expect(processorTime() - start).toBeLessThan(4000);
  });
});

describe('one long paragraph of links', () => {
  it.each(['](https://x(', '[a](https://x(', '](https://x.org "'])('of %j is read in many steps', (piece) => {
    const steps = redactingWords(piece.repeat(2000), PRIVACY);
    let count = 0;
    while (steps.next().done !== true) count++;
    expect(count).toBeGreaterThan(16);
  });
});
