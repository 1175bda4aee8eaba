import { describe, expect, it } from 'vitest';
import { redact, type Privacy } from '../../src/share';

// What stands in code, and addresses that stand as words: what leads to a private note goes, all else stays to the letter.

const PRIVACY: Privacy = { isPrivate: (target) => /^(?:Private\/|Diary(?:\.md)?$)/.test(target), placeholder: '[…]' };
const shown = (text: string): string => redact(text, PRIVACY).text;
const fenced = (...lines: string[]): string => ['```html', ...lines, '```'].join('\n');

describe('what leads to a private note goes out of code', () => {
  it.each<[string, string]>([
    ['obsidian://open?vault=V&file=Private%2FSecret%20plan', '[…]'],
    ['file:///home/me/V/Private/Secret plan.md and more', '[…] and more'],
    ['file:/home/me/V/Private/A.md', '[…]'],
    ['obsidian:open?file=Private%2FA', '[…]'],
    ['shortcuts:run?input=Diary', '[…]'],
    ['note:Private/A', '[…]'],
    ['C:\\V\\Private\\A.md', '[…]'],
    ['<a href="Private/Secret plan.md">it</a>', '<a href="[…]">it</a>'],
    ["<img src='Private/a.png'", "<img src='[…]'"],
    ['<meta content="0;url=Private/A">', '<meta content="[…]">'],
    ['<Private/A.md>', '<[…]>'],
    ['a { background: url("Private/a.png") }', 'a { background: url("[…]") }'],
    ['\\href{Private/A.md}{it}', '\\href{[…]}{it}'],
    ['curl "http://localhost:27123/vault/Private/A.md"', 'curl "[…]"'],
    ['curl http://127.0.0.1:27123/vault/Private/A.md.', 'curl […].'],
    ['http://me@[::1]:27123/vault/Private/A.md', '[…]'],
    ['http://&#108;ocalhost/vault/Private/A.md', '[…]'],
    ['http://nas/Private/A.md http://192.168.1.5/Private/A.md http://my.local/Private/A', '[…] […] […]'],
    ['sftp://example.org/home/me/Private/A.md', '[…]'],
    ['https://example.org/?to=obsidian%3A%2F%2Fopen%3Ffile%3DPrivate%252FA', '[…]'],
    ['https://example.org/;file=Private/A.md', '[…]'],
    ['<a href="https://example.org/?Private/A.md=1">it</a>', '<a href="[…]">it</a>'],
    ['a { b: url(https://example.org/;f=Private/A.md) }', 'a { b: url([…]) }'],
    ['curl \'https://example.org/?j={"f":"Private/A.md"}\'', 'curl \'[…]\''],
    ['https://example.org/?a=b]|}"Private%2FA.md', '[…]'],
    ['{"at": "obsidian://open?file=Private%2FA", "b": 1}', '{"at": "[…]", "b": 1}'],
    ['see [[Diary]] and [a](Private/A.md)', 'see […] and […]'],
  ])('%s', (line, left) => {
    expect(shown(fenced('before', line, 'after'))).toBe(fenced('before', left, 'after'));
    const spanned = redact(`So \`${line}\` is it.`, PRIVACY);
    expect(spanned.text).not.toMatch(/Private|Secret|Diary/);
    expect(spanned.redactions.length).toBeGreaterThan(0);
    const words = redact(`So ${line} is it.`, PRIVACY);
    expect(words.text).not.toMatch(/Private|Secret|Diary/);
    expect(words.redactions.length).toBeGreaterThan(0);
  });

  it.each<[string, string, string]>([
    ['comments and queries in a block that shows Markdown', '```ad-note\ntitle: A\n%%hidden%% a [[Note]]\n~~~dataview\nLIST\n~~~\nb\n```', '```ad-note\ntitle: A\n a Note\nb\n```'],
    ['the same in a quote and a list', '> ```ad-tip\n> a %%hidden%%\n>\n> ~~~query\n> x\n> ~~~\n> b\n> ```\n\n- ```ad-tip\n  a <img src="i.png">\n  ```', '> ```ad-tip\n> a\n>\n> b\n> ```\n\n- ```ad-tip\n  a\n  ```'],
    ['a block within such a block', '````ad-note\n```ad-tip\n%%hidden%%a\n```\n````', '````ad-note\n```ad-tip\na\n```\n````'],
    ['such a block that nothing closes', '```ad-note\na %%hidden', '```ad-note\na'],
  ])('%s', (_, text, left) => {
    expect(shown(text)).toBe(left);
  });

  it('blocks of Markdown are read to a depth that nobody reaches, and what lies deeper stays here', () => {
    const fences = [9, 8, 7, 6, 5, 4, 3].map((length) => '`'.repeat(length));
    const { text, redactions } = redact([...fences.map((fence) => `${fence}ad-note`), 'deep', ...fences.toReversed()].join('\n'), PRIVACY);
    expect(text).not.toContain('deep');
    expect(redactions.map(({ kind }) => kind)).toEqual(['unclear']);
  });
});

describe('what leads to no private note stays', () => {
  it.each<string>([
    'Run `git clone ssh://git@host/x.git` and `cd x`.',
    'Set `DB=postgres://localhost/db`, or `zotero://`.',
    'Open it with `obsidian://open?vault=x`. Then write `[due:: 2026]` by hand.',
    'Use `===`, never `==`; `=>` and `=~ /x/` and `$=` are others, `==marked==` is none.',
    'Between `a`=`b` and `c`= 5 `d`.',
    'Write `<dc:creator>`, `<img src="a.png">`, `<a href="Note.md">` or `<obsidian:open?file=x>`.',
    'In `[[:alpha:]]`, `[[Note]]`, `![[Note|a]]`, `[[#^id]]`, `[words](Note.md)` and `[r]: Note.md`.',
    'A code span `that goes on\nover two lines <img src="a.png">` and `another`.',
    '- `<b>` and\n- `<img src="a.png">` in lists\n\n> `file:///etc/hosts` in quotes\n\n| `[[a]]` | `<i src="x">` |\n| - | - |',
    'A <kbd>key</kbd>, [a link](https://example.org/a_(b) "t") and `<img src="a.png">` for $5, see[^1].\n\n[^1]: `<img src="a.png">` there.',
    'From git://example.org/x.git, git+https://example.org/x.git, ssh://git@example.org:22/x, ftp://example.org/, irc://irc.example.org/a and wss://example.org/?a=b.',
    '[a](ftp://example.org/a) <ssh://git@example.org/x> [b](doi:10.1000/182) <xmpp:ann@example.org> <a href="git://example.org/x">c</a>',
    'At http://localhost:3000/ or http://127.0.0.1/a, [here](http://localhost:3000/app).',
    'https://web.archive.org/web/2020/ftp://example.org/ and note:well or file: and obsidian: or e.g.:this, at 10:30, std::vector.',
    'mailto:ann@example.org?subject=Diary',
    fenced('<a href="Note.md">a</a> <img src="a.png"> file:///etc/hosts obsidian://open?file=x [a](Note.md) [[Note]]', 'a { background: url(a.png) } const a = "b" < c && d > "e"; %% a'),
    '```ad-note\ntitle: A\n\na `==` b\n\n~~~js\nf(<a href="b">)\n~~~\n```',
    'Write url(a.png), or `@import "a.css"`, or `\\href{a}{b}`.',
  ])('%s', (text) => {
    expect(redact(text, PRIVACY)).toEqual({ text, redactions: [] });
  });
});

describe('what leads into the vault or to this device goes as words', () => {
  it.each<[string, string, string]>([
    ['addresses without slashes', 'At file:/etc/hosts, obsidian:open?file=x, obsidian:vault/V/x.', 'At , , .'],
    ['up to the sign that ends the sentence, the quotation or the code', '(at zotero://select/x). *obsidian://a* "file:///a b" `\\` `app://x/y` c', '(at ). ** " b" `\\` `…` c'],
    ['on this machine', 'By ssh://localhost/x and ftp://127.0.0.1/x.', 'By  and .'],
    ['of a style sheet and a formula', '<style>a { b: url(i.png) }</style> $\\href{Note.md}{x}$', '<style>a { b: url() }</style> $\\href{}{x}$'],
    ['of a page that leads on', 'a <meta http-equiv="refresh" content="0; url=Note.md"> b', 'a  b'],
    ['queries in spans of several backticks, also with a blank before', 'a ``= this.x`` b ` = this.y` c `$= dv.z` d', 'a  b  c  d'],
    ['code where readers differ', '<div>\n`<a href="Note.md">`\n</div>\n\n<pre>\n\n`<a href="Note.md">`\n</pre>\n\n`<a href="Note.md">`', '<div>\n``\n</div>\n\n<pre>\n\n``\n</pre>\n\n`<a href="Note.md">`'],
    ['a fence that ends behind a hard blank for some only', '```\na\n\u00A0```\n<img src="i.png"> b\n```\n[a](Note.md)', '```\na\n\u00A0```\n b\n```\na'],
  ])('%s', (_, text, left) => {
    expect(shown(text)).toBe(left);
  });
});
