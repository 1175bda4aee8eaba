import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeQuote } from '../../src/seek';
import { passGate, passOwnWriting } from '../../src/sense';
import { planShare, redact, SHARE_FORMATS, type NotePrivacy, type Privacy, type ShareChoice } from '../../src/share';
import { handWrittenNote, RUNS } from './generators';

const TOKEN = 'Xsecretx';
const RULE = { leastOwnWords: 1, mayOverride: false };
const PRIVACY: Privacy = { isPrivate: (target) => /xsecretx/i.test(target), placeholder: '[…]' };
const VAULT: NotePrivacy = { isPrivate: () => false, within: () => PRIVACY };
const choice = (format: (typeof SHARE_FORMATS)[number]): ShareChoice => ({ path: 'A.md', audience: 'community', recipients: [], format, channel: 'clipboard' });

/** Private parts that stand within a line. */
const INLINE: readonly string[] = [
  `%%${TOKEN}%%`, `%% ${TOKEN} [[x]] %%`, `<!-- ${TOKEN} -->`, `<!--${TOKEN}-->`, `![[${TOKEN}]]`, `![[${TOKEN}.png|300]]`, `![[Open#${TOKEN}]]`, `[[${TOKEN}]]`,
  `[[${TOKEN}|an alias]]`, `[[${TOKEN}#Heading|${TOKEN} alias]]`, `[[Private/${TOKEN}]]`, `[[${TOKEN}|see [1] ${TOKEN}]]`, `[[Private/${TOKEN}\\|${TOKEN} in a table]]`, `[[${TOKEN}#^block]]`,
  `[label](${TOKEN}.md)`, `[${TOKEN}](<${TOKEN} note.md>)`, `[${TOKEN}](Private%2F${TOKEN}.md)`, `[${TOKEN} [1]](${TOKEN}.md)`, `[${TOKEN}](${TOKEN}.md "a title")`, `[two\nlines ${TOKEN}](${TOKEN}.md)`, `![alt ${TOKEN}](files/${TOKEN}.png)`,
  `[![alt](${TOKEN}.png)](${TOKEN}.md)`, `[open](obsidian://open?vault=V&file=${TOKEN})`, `obsidian://open?vault=V&file=${TOKEN}`, `<file:///home/me/${TOKEN}.md>`, `<a href="${TOKEN}.md">there</a>`, `<img src='${TOKEN}.png'>`,
  `[mood:: ${TOKEN}]`, `(mood:: ${TOKEN})`, `[mood:: see (${TOKEN})]`, `(mood:: a (b) ${TOKEN})`, `[mood:: [[Open]] ${TOKEN}]`, `\`= this.${TOKEN}\``, `\`$= dv.page("${TOKEN}")\``,
];

/** Private parts that take whole lines. */
const BLOCKS: readonly string[] = [
  `%%\n${TOKEN}\n%%`, `%%\n\`\`\`js\n${TOKEN}\n\`\`\`\n%%`, `<!--\n${TOKEN}\n\n${TOKEN}\n-->`, `%% opens\n\n${TOKEN} closes %%`, `mood:: ${TOKEN}`, `- **mood**:: ${TOKEN}`, `🔥 mood:: ${TOKEN}`, `1. mood:: ${TOKEN}`, `> mood:: ${TOKEN}`,
  `Words ^${TOKEN}`, `^${TOKEN}`, `\`\`\`dataview\nLIST FROM "${TOKEN}"\n\`\`\``, `~~~dataviewjs\n${TOKEN}\n~~~`, `- \`\`\`tasks\n  ${TOKEN}\n  \`\`\``, `\`\`\`\`dataview\n\`\`\`\n${TOKEN}\n\`\`\`\``, `> \`\`\`query\n> ${TOKEN}\n> \`\`\``,
  `- item\n\t- \`\`\`dataview\n\t  ${TOKEN}\n\t  \`\`\``, `[ref]: ${TOKEN}.md`, `[ref]: <Private/${TOKEN} note.md> "title"`, `\`\`\`ad-note\nSee [[${TOKEN}]] and ![[${TOKEN}]]\n\`\`\``, `| a | [[${TOKEN}\\|b]] |\n| - | - |`,
  `- item\n  %%\n  ${TOKEN}\n  %%`, `> %% ${TOKEN}\n> ${TOKEN} %%`, `\`\`\`seek-sense-share\nshow: queue\nfolder: ${TOKEN}\n\`\`\``, `key with. dots/slash:: ${TOKEN}`,
];

/** What stands around them and may stay. */
const OPEN_INLINE = ['plain words', '`code`', '**bold**', '[[Open note]]', '[web](https://example.org/a_(b))', '``a ` b``', '100 %', '==mark==', '<b>bold</b>', '\\[[x]]', 'a\\', '#tag'];
const OPEN_BLOCKS = ['Some prose.', '# Heading', '```js\nconst a = "%%";\n```', '1. ```\n   code\n   ```', '- ```js\n  code\n  ```\n  more', '- item\n\n\t```\n\tcode\n\t```', '> quoted\n> more', '> ```\n> code\n> ```', '~~~\n```\n~~~', '```\nnever closed by this: ```` `\n```', '---', '- ```\n  left open\n', '> ```\n> left open\n', '| a | b |\n| - | - |', '    ```', '$$\nx\n$$', '```inline``` words'];

interface Part {
  readonly text: string;
}

const inlinePart: fc.Arbitrary<Part> = fc
  .array(fc.constantFrom(...OPEN_INLINE, ...INLINE), { minLength: 1, maxLength: 5 })
  .map((pieces) => ({ text: pieces.join(' ') }));
const part: fc.Arbitrary<Part> = fc.oneof(inlinePart, fc.constantFrom(...OPEN_BLOCKS).map((text) => ({ text })), fc.constantFrom(...BLOCKS).map((text) => ({ text })));
const frontmatter = fc.constantFrom('', `---\nauthor: ${TOKEN}\n---\n`, `\uFEFF---\nsecret: |\n  ${TOKEN}\n---\n`);
const newline = fc.constantFrom('\n', '\r\n');

/** A note with private parts, every one of which carries the token. */
const noteWithSecrets = fc.tuple(frontmatter, fc.array(part, { maxLength: 6 }), newline).map(([head, parts, lineBreak]) => `${head}${parts.map(({ text }) => text).join('\n\n')}\n`.replace(/\n/g, lineBreak));

describe('what leaves the vault', () => {
  it.each([...INLINE, ...BLOCKS, `    %% ${TOKEN} %%`, `\\\` %% ${TOKEN} %% \``, `\\\` <!-- ${TOKEN} --> \``])('holds nothing private of %j', (secret) => {
    for (const around of ['', 'Words before.\n\n', '- ```\n  code\n  ```\n\n', '> - quoted\n\n']) {
      const { text, redactions } = redact(`${around}${secret}\n\nWords after.`, PRIVACY);
      expect(text).not.toContain(TOKEN);
      expect(text).toContain('Words after.');
      expect(redactions.some(({ shown }) => shown.includes(TOKEN))).toBe(true);
    }
  });

  it('is free of secrets in all three formats, whatever the own note holds', () => {
    fc.assert(
      fc.property(noteWithSecrets, (text) => {
        const passed = passOwnWriting({ path: 'A.md', title: 'A title', text: `${text}\n\nOwn words of mine.`, isQuoteNote: false }, RULE);
        if (!passed.ok) return;
        for (const format of SHARE_FORMATS) {
          const plan = planShare(passed.value, choice(format), VAULT);
          if (plan.ok) expect(`${plan.value.outgoing.text}\n${plan.value.outgoing.html ?? ''}`).not.toContain(TOKEN);
        }
      }),
      { ...RUNS, numRuns: 1200 },
    );
  });

  it('is free of secrets in all three formats, whatever the quote and the take hold', () => {
    const detail = fc.option(fc.constantFrom('Ann', `[[${TOKEN}]]`, `[[${TOKEN}|Ann]]`, `[[Open]], [[${TOKEN}]]`, `Ann ([[${TOKEN}]])`), { nil: undefined });
    const source = fc.option(fc.constantFrom('https://example.org/', `[[${TOKEN}]]`, `obsidian://open?file=${TOKEN}`, `file:///home/me/${TOKEN}.pdf`, 'A book, p. 7'), { nil: undefined });
    fc.assert(
      fc.property(noteWithSecrets, noteWithSecrets, detail, detail, source, fc.option(fc.constantFrom('A title', `About [[${TOKEN}]]`), { nil: undefined }), (quoted, take, author, via, from, title) => {
        const body = (text: string): string => text.replace(/^\uFEFF?---[\s\S]*?\n---\r?\n/, '');
        const quote = makeQuote({ text: body(quoted), author, via, source: from, title, foundIn: `[[${TOKEN}]]`, captured: '2026-11-20T09:12' });
        if (!quote.ok) return;
        const passed = passGate(quote.value, { text: `${body(take)}\n\nOwn words of mine.`, ways: [] }, RULE);
        if (!passed.ok) return;
        for (const format of SHARE_FORMATS) {
          const plan = planShare(passed.value, choice(format), VAULT);
          if (plan.ok) expect(`${plan.value.outgoing.text}\n${plan.value.outgoing.html ?? ''}`).not.toContain(TOKEN);
        }
      }),
      { ...RUNS, numRuns: 800 },
    );
  });

  it('is told: every secret stands in the list of what was held back', () => {
    fc.assert(
      fc.property(noteWithSecrets, (text) => {
        const { redactions } = redact(text, PRIVACY);
        if (text.includes(TOKEN)) expect(redactions.map(({ shown }) => shown).join('\n')).toContain(TOKEN);
      }),
      { ...RUNS, numRuns: 800 },
    );
  });

  it('keeps every word of a note in which nothing is private', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Some prose.', '# Heading', '- item', '```js\nconst a = "%%";\n```', '1. ```\n   code\n   ```', '> quoted', '100 %', '`std::vector` and `a[std::b]`', 'C++ (std) has ::', 'a ~ b', 'at 10:30::', '[a](https://x.org/?a::b)', '[a][1] [b [c]]', '[web](https://example.org/a_(b))', '2 > 1 and a < b')), (parts) => {
        const text = parts.join('\n\n');
        expect(redact(`\n${text}`, PRIVACY)).toEqual({ text, redactions: [] });
      }),
      RUNS,
    );
  });

  it('says of any hand-written note the same in Windows line breaks', () => {
    fc.assert(
      fc.property(handWrittenNote, (note) => {
        const unix = note.replace(/\r\n?/g, '\n');
        expect(redact(unix.replace(/\n/g, '\r\n'), PRIVACY).text).toBe(redact(unix, PRIVACY).text);
      }),
      RUNS,
    );
  });
});
