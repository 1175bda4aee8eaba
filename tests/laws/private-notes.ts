import fc from 'fast-check';

/** Stands in every private part; no byte of it may leave. */
export const SECRET = 'Xsecretx';

/** Private parts that stand within a line. */
const PRIVATE_INLINE: readonly string[] = [
  `%%${SECRET}%%`, `%% ${SECRET} [[x]] %%`, `<!-- ${SECRET} -->`, `![[${SECRET}]]`, `![[${SECRET}.png|300]]`, `![[Open#${SECRET}]]`, `[[${SECRET}]]`, `[[${SECRET}|an alias]]`,
  `[[Private/${SECRET}#Heading|${SECRET} alias]]`, `[label](${SECRET}.md)`, `[${SECRET}](<${SECRET} note.md>)`, `![alt ${SECRET}](files/${SECRET}.png)`,
  `[open](obsidian://open?vault=V&file=${SECRET})`, `<file:///home/me/${SECRET}.md>`, `<img src='${SECRET}.png'>`, `[mood:: ${SECRET}]`, `(mood:: a (b) ${SECRET})`, `\`= this.${SECRET}\``,
  `[a:: b][mood:: ${SECRET}]`, `[^1][mood:: ${SECRET}]`, `[^1](mood:: ${SECRET})`, `(mood:: a (b (c)) ${SECRET})`, `[mood:: [x [y]] ${SECRET}]`, `[mood:: a \\] ${SECRET}]`, `(mood:: [[Open]] (a [b (c)]) ${SECRET})`, `[[mood:: ${SECRET}]]`,
  `[[#^${SECRET}]]`, `[[#Part^${SECRET}]]`, `[x](Private/${SECRET}.md "t \\"q\\" ${SECRET}")`, `[x](Private/${SECRET}.md 'it\\'s ${SECRET}')`, `[x](Private/${SECRET}.md (a title ${SECRET}))`, `[a [b [c]] ${SECRET}](${SECRET}.md)`, `[x](a\\)${SECRET}.md)`, `[x](a(b(${SECRET})).md)`,
  `[a \`]\` ${SECRET}](${SECRET}.md "${SECRET}")`, `![a \`]\` b](files/${SECRET}.png)`, `[${SECRET} <b title="]">](${SECRET}.md)`, `[${SECRET}](${SECRET}%2Emd)`, `[${SECRET}](./${SECRET}%252Emd)`, `[${SECRET}](&#x${SECRET.charCodeAt(0).toString(16)};${SECRET.slice(1)}.md)`,
  `[${SECRET}](obsidian://open?vault=V&file=${SECRET})`, `[${SECRET}](app://local/V/${SECRET}.md)`, `<a title=">" href="${SECRET}.md">`, `<img\nsrc="${SECRET}.png">`, `<img srcset="https://example.org/a.png 1x, ${SECRET}.png 2x">`, `<obsidian:open?file=${SECRET}>`, `obsidian://open?file=a(b)${SECRET}`, `\\[x\\](${SECRET}.md)`, `[[d [[${SECRET}]] e`, `see [x]: ${SECRET}.md`,
  `\`obsidian://open?vault=V&file=${SECRET}\``, `\`<img src="${SECRET}.md">\``, `\`[[${SECRET}]]\``, `obsidian:open?file=${SECRET}`, `file:/home/me/V/${SECRET} note.md`, `\`file:///home/me/V/${SECRET}.md\``, `http://localhost:27123/vault/${SECRET}.md`, `[x](http://127.0.0.1:27123/vault/${SECRET}.md)`, `note:Private/${SECRET}.md`,
  `<meta content="0;url=${SECRET}.md">`, `<style>a { b: url(${SECRET}.md) }</style>`, `$\\href{${SECRET}.md}{x}$`, `ssh://localhost/${SECRET}.md`, `https://example.org/?u=obsidian%3A%2F%2Fopen%3Ffile%3D${SECRET}`, `https://example.org/?f=${SECRET}.md`, `[a](https://example.org/#${SECRET}.md)`, `\`\`= this.${SECRET}\`\``,
  `<b onclick="location='${SECRET}.md'">`, `<div style="background:image-set('${SECRET}.md' 1x)">`, `<div style="b:u\\72l(${SECRET}.md)">`, `<style>a{b:cross-fade("${SECRET}.md")}</style>`, `<style>a{b:u\\72l(${SECRET}.md)}</style>`, `<script>open("${SECRET} note.md")</script>`,
  `[a](https://example.org/ "${SECRET}.md")`, `![a](https://example.org/i.png 'see ${SECRET}.md')`,
];

/** Lines that a block of code may hold, and that lead to a private note. */
const PRIVATE_CODE: readonly string[] = [
  `obsidian://open?vault=V&file=${SECRET}`, `file:///home/me/V/Private/${SECRET} note.md`, `file:/home/me/V/${SECRET}.md`, `obsidian:open?file=${SECRET}`, `<a href="${SECRET}.md">`, `<img src='${SECRET}'`, `<meta content="0;url=${SECRET}.md">`, `a { b: url(${SECRET}.md) }`,
  `\\href{${SECRET}.md}{x}`, `curl "http://localhost:27123/vault/${SECRET}.md"`, `{"a": "http://127.0.0.1/vault/${SECRET}.md"}`, `<file:///V/${SECRET}.md>`, `[x](${SECRET}.md)`, `[[${SECRET}]]`, `[r]: ${SECRET}.md`, `open('obsidian://open?file=${SECRET}')`,
  `<script>open('${SECRET}.md')</script>`, `a{b:image-set("${SECRET}.md" 1x)}`, `<i onerror="f('${SECRET}.md')">`, `[a](https://example.org/ "${SECRET}.md")`,
];

/** Where a lone `%%` is none for some readers: whoever takes it for one has inside and outside of each later comment the wrong way round. */
const STRAY: readonly string[] = [
  '$$\na + b %% remark\n$$\n\nOpen.', '$5\\%%$ and', '[a](https://example.org/%%) and', '[a](https://example.org/ "100%%") and', 'https://example.org/?q=100%%25 and', '<a title="%%">b</a> and', '\\%% and', '`a\n%% b` and', '- `a\n  %% b` and', 'a \\`%%\\` and', '<pre>\n%%\n</pre>\n\n',
  'Words\n\n    code %%\n\n', '<code>%%</code> and', '[[a %% b]] and', '[100%% sure](https://example.org/) and', 'a 100%% b\n\nand', '| 100%% |', '- 100%%\n-', '<div>\n```js\n\n%%\n```\n', 'a <!-- 100%% --> b', '%%%% and', '<b>%%\n```\n%% c\n```\n',
];
const STRAYS = STRAY.flatMap((stray) => [`${stray} %%${SECRET}%% words.`, `${stray} words.\n\n%%\n${SECRET}\n%%`]);

/** Programs and style sheets over lines, whose closing tag shares a line with the path, or that hold what looks like a fence, or a stray quotation mark. */
const PRIVATE_PROGRAMS: readonly string[] = [
  `<script>\nopen("${SECRET}.md")</script>`, `<style>\na { b: image-set("${SECRET}.md" 1x) }</style>`, `<style>\na { b: cross-fade("${SECRET}.md", red) }</style>`, `<style>a{b:u\\72\nl(${SECRET}.md)}</style>`, `<style>\n\na { b: image-set('${SECRET} note.md' 1x)\n\n}</style>`,
  `<style>\n\`\`\`\na { b: image-set("${SECRET}.md" 1x) }\n\`\`\`\n</style>`, `<script>\n~~~\n\nopen('${SECRET}.md')</script>`, `<style>/* don't */ a { b: image-set('${SECRET} note.md' 1x) }</style>`, `<script>// 5" and\nf("a\\"", "${SECRET} note.md")</script>`,
  `<style>a { b: image-set("${SECRET}\\\n note.md" 1x) }</style>`, `<style>a { b: image-set("${SECRET}.\\\nmd" 1x) }</style>`, `\`\`\`css\n/* don't */ a { b: image-set('${SECRET}.md' 1x) }\n\`\`\``, `\`\`\`css\na { c: "\\"'"; b: image-set('${SECRET} note.md' 1x) }\n\`\`\``,
  `<?php include "${SECRET}.md"; ?>`, `<?php\n\n$a = 'b';\ninclude '${SECRET} note.md' ?>`, `<?= readfile("${SECRET}.md") ?>`,
];
const ARROWS = ['-->', '---', '--x', 'o--o', '--text---', '-.->', '-.-', '==>', '===', '~~~', '->>', ' --> ', '---|t|'] as const;
const PRIVATE_DIAGRAMS = ARROWS.flatMap((arrow) => [`${SECRET}${arrow}B`, `B${arrow}${SECRET}`, `A${arrow}${SECRET}${arrow}C`].map((nodes) => `\`\`\`mermaid\ngraph TD\n${nodes}\nclass ${SECRET} internal-link\n\`\`\``));

/** Private parts that take whole lines. */
const PRIVATE_BLOCKS: readonly string[] = [
  ...STRAYS, ...PRIVATE_DIAGRAMS, ...PRIVATE_PROGRAMS, ...PRIVATE_PROGRAMS.flatMap((program) => [`> ${program.replace(/\n/g, '\n> ')}`, `- ${program.replace(/\n/g, '\n  ')}`]),
  `\`\`\`mermaid\ngraph TD\nA[${SECRET}] --> B{"${SECRET} note"}\nclass A,B internal-link\n\`\`\``, `> ~~~mermaid\n> graph LR\n> ${SECRET}:::internal-link --> b\n> ~~~`, `\`\`\`mermaid\ngraph TD\nclick A "${SECRET}.md"\n\`\`\``, `[a][r11]\n\n[r11]: https://example.org/ "${SECRET}.md"`,
  `%%\n${SECRET}\n\n${SECRET}\n%%`, `<!--\n${SECRET}\n-->`, `mood:: ${SECRET}`, `- **mood**:: ${SECRET}`, `Words ^${SECRET}`, `^${SECRET}`, `\`\`\`dataview\nLIST FROM "${SECRET}"\n\`\`\``,
  `> \`\`\`query\n> ${SECRET}\n> \`\`\``, `[ref]: ${SECRET}.md`, `| a | [[${SECRET}\\|b]] |\n| - | - |`, `> %% ${SECRET}\n> ${SECRET} %%`, `\`\`\`seek-sense-share\nshow: queue\nfolder: ${SECRET}\n\`\`\``,
  `mood::${SECRET}`, `[^1]: mood:: ${SECRET}`, `> [!info]- mood:: ${SECRET}`, `\`\`\`{dataview}\nLIST FROM "${SECRET}"\n\`\`\``, `- [ ] k::${SECRET}`, `> k::${SECRET}`, `状态::${SECRET}`, `→ mood:: ${SECRET}`, `## Mood:: ${SECRET}`, `• mood:: ${SECRET}`, `– mood::${SECRET}`, `@mood:: ${SECRET}`, `#mood:: ${SECRET}`, `"mood:: ${SECRET}"`, `==mood==:: ${SECRET}`, `==mood:: ${SECRET}`,
  `👍🏽 mood::${SECRET}`, `- mood:: a\n  ${SECRET}`, `- words [mood:: a\n  ${SECRET}]`, `Open \` here\nand \` [mood:: ${SECRET}] \` there`, `Open \` here\nand \` %%${SECRET}%% \` there`,
  `[${SECRET}][r1]\n\n[r1]: ${SECRET}.md`, `![${SECRET}][r2]\n\n[r2]: ${SECRET}.md`, `[${SECRET}][] and [${SECRET}]\n\n[${SECRET}]: ${SECRET}.md`, `[r3]: Private/${SECRET}.md\n  "${SECRET}"`, `[r4]: ${SECRET}.md "two\nlines ${SECRET}"`, `- [r5]: ${SECRET}.md`, `> [r6]:\n> ${SECRET}.md`,
  `[k:: a\n${SECRET}]`, `> (k:: a\n> ${SECRET})`, `[${SECRET} \`x]\` y][r7]\n\n[r7]: ${SECRET}.md`, `- [r8]: ${SECRET}.md said so`, `[^1]: ${SECRET}.md`, `[^2]: [r9]: ${SECRET}.md`, `[r10\nr10]: ${SECRET}.md`, `> [x](\n> ${SECRET}.md)`, `# [${SECRET}](${SECRET}.md)`, `| [x](${SECRET}.md) |\n| - |`, `<div\n> data-x="${SECRET}"`,
  ...PRIVATE_CODE.flatMap((line) => [`\`\`\`js\n${line}\n\`\`\``, `> ~~~\n> ${line}\n> ~~~`]), `\`\`\`ad-note\n%%${SECRET}%%\n~~~dataview\n${SECRET}\n~~~\n\`\`\``, `- \`\`\`ad-tip\n  words [mood:: ${SECRET}]\n  \`\`\``,
];

const OPEN = ['Plain words.', '# Heading', '```js\nconst a = "%%";\n```', '- item\n  - nested', '> quoted', '[[Open note]] and [[Open note|a label]]', '[web](https://example.org/a_(b))', '| a | b |\n| - | - |', '`code` 100 %', '---', ']]>', '<b>bold</b>'];

const inline = fc.array(fc.constantFrom('words', '**bold**', '[[Open note]]', ...PRIVATE_INLINE), { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(' '));
const part = fc.oneof(inline, fc.constantFrom(...OPEN), fc.constantFrom(...PRIVATE_BLOCKS));

/** Markdown with private parts of every kind between open ones. */
export const privateMarkdown = fc.tuple(fc.array(part, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([parts, newline]) => `${parts.join('\n\n')}\n`.replace(/\n/g, newline));

/** A note with private properties, private parts, and a share history that tells who got what. */
export const privateNote = fc.tuple(fc.constantFrom('', `---\nauthor: ${SECRET}\nhold-for: ${SECRET}\nnot-for: [${SECRET}]\n---\n`, `\uFEFF---\nsecret: |\n  ${SECRET}\n---\n`), privateMarkdown, fc.boolean())
  .map(([head, body, isShared]) => `${head}${body}${isShared ? `\n## Shared\n- 2026-11-22 team · [[${SECRET}]] · clipboard\n  - 2026-11-24 reply · [[${SECRET}]] · ${SECRET}\n` : ''}`);

/** Private parts that may stand behind a name or a title. */
export const PRIVATE_IN_DETAILS: readonly string[] = [`Ann %%${SECRET}%%`, `Ann %% ${SECRET}`, `Ann <!-- ${SECRET} -->`, `Ann ^${SECRET}`, `Ann [mood:: ${SECRET}]`, `Ann (mood:: ${SECRET})`, `Ann \`= this.${SECRET}\``, `Ann <a href="${SECRET}.md">`, `Ann obsidian://open?file=${SECRET}`, `Ann [a \`]\`](${SECRET}.md)`, `${SECRET}.md`];

/** A detail of a quote that may name something private. */
export const privateDetail = fc.option(fc.constantFrom('Ann', `[[${SECRET}]]`, `[[${SECRET}|Ann]]`, `[[Open]], [[${SECRET}]]`, `[Ann](People/${SECRET}.md)`, `Ann, [Bo](<People/${SECRET}.md>)`, ...PRIVATE_IN_DETAILS), { nil: undefined });
/** People who are credited, some of whom nobody may hear of. */
export const privatePeople = fc.array(fc.constantFrom('Ann', `[[${SECRET}]]`, `[[People/${SECRET}|Bo]]`, '[[Open]]', `[Cy](People/${SECRET}.md)`), { maxLength: 3 });
/** Where a quote is from. */
export const privateSource = fc.option(fc.constantFrom('https://example.org/', `[[${SECRET}]]`, `obsidian://open?file=${SECRET}`, `file:///home/me/${SECRET}.pdf`, `obsidian:open?file=${SECRET}`, `http://localhost:27123/vault/${SECRET}.md`, `${SECRET}.md`), { nil: undefined });
