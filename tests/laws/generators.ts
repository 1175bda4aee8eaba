import fc from 'fast-check';
import { makeQuote, type Quote } from '../../src/seek';

/** How often a law is tried; seeded, so that a failure comes again. */
export const RUNS = { seed: 20261120, numRuns: 400 } as const;

/** Pieces of text that have broken Markdown tools before. */
const TROUBLE = [
  '> quoted', '> [!quote] inner\n> > [!note]- deeper\n> > text', '[!quote] not a callout', '```js\nconst a = 1\n```', '```', '~~~~', '````md\n```\n````',
  '- ```\n  in a list\n  ```', '    indented', '\tindented', '\r\n', '\r', '\n\n\n', '  \n', '👩‍👩‍👧‍👦', '🇩🇪', 'שלום עולם', '\u202Eevil\u202C', '知识管理', 'é',
  'e\u0301', '[[Note]]', '[[Note|label]]', ']]', '[[', '![[embed.png]]', '^block-id', ' ^id', '%%', '%% hidden %%', '---', '---\ntype: x\n---', '***', '===',
  '# heading', '## My take', '## Shared', '### Sub', '#tag', '— Author', '-- Author', '\\', '\\\\', '`', '`code`', '$$', '$a$', '|a|b|', '|-|-|', '<div>', '<!--', '-->',
  '<%* tp %>', '{{date}}', '`= this.x`', 'key:: value', '- [ ] task', '1. one', '+ plus', '* star', '_under_', '**bold**', '==mark==', '~~gone~~',
  '\u2028', '\u2029', '\u0085', '\uFEFF', '\u00A0', '\u200B', '\u0000', '\u0007', '\u001B', '\u007F', '\uD800', '\uDC00', '&amp;', '&#35;', ':', '- ', '# ',
  'https://example.org/a_(b)?q=1#:~:text=x', '[a](b)', '[a]: b', '❞', ' · ', '"', "'", 'a: b', '#', 'null', 'true', '~', '0x1F', '1e3', '2026-11-20', '*anchor', '&anchor', '!tag', '@', '|', '>', '%', '?', '[]', '{}',
  'x'.repeat(3000),
] as const;

const WORD = fc.constantFrom('sense', 'making', 'is', 'a', 'practice', 'Übung', 'network', 'ties', 'the', 'не', '学び', 'and', 'noise.');
const PIECE = fc.oneof(
  { weight: 4, arbitrary: WORD },
  { weight: 3, arbitrary: fc.constantFrom(...TROUBLE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const GLUE = fc.constantFrom(' ', '\n', '\n\n', '', '\r\n', ' ');

/** Any text, with a bias to what breaks Markdown, YAML and files. */
export const anyText = fc
  .array(fc.tuple(PIECE, GLUE), { minLength: 0, maxLength: 12 })
  .map((pieces) => pieces.map(([piece, glue]) => piece + glue).join(''));

/** Text that is well formed: what a file can hold. */
export const fileText = anyText.map((text) => text.toWellFormed());

/** One line of any text, as a modal's field gives it. */
export const anyLine = fc.oneof(
  fc.constantFrom(...TROUBLE),
  fc.constantFrom('Harold Jarche', '[[Ralph Mercer]]', 'https://jarche.com/2010/10/why-do-i-need-km/', 'https://en.wikipedia.org/wiki/Tie_(social)?a=1&b=[2]', 'jarche.com', '[[A]], [[B]]', 'O\'Brien: "quotes"'),
  anyText,
);

/** A quote as the capture modal would make it. */
export const anyQuote: fc.Arbitrary<Quote> = fc
  .record({
    text: anyText,
    author: fc.option(anyLine, { nil: undefined }),
    source: fc.option(anyLine, { nil: undefined }),
    title: fc.option(anyLine, { nil: undefined }),
    via: fc.option(anyLine, { nil: undefined }),
    foundIn: fc.option(anyLine, { nil: undefined }),
  })
  .map((parts) => makeQuote({ ...parts, captured: '2026-11-20T09:12' }))
  .filter((made) => made.ok)
  .map((made) => (made.ok ? made.value : undefined) as Quote);

const YAML_ENTRIES = [
  'title: Plain words', 'title2: "quoted: with colon" # and a comment', "odd:   'single ''quotes'''", '# a comment of its own', '', 'list: [a, "b, c"]',
  'block:\n  - one # first\n  - two', 'text: |\n  line one\n\n  line two', 'folded: >-\n  folded\n  text', 'keep: |+\n  kept\n\n', 'empty:', 'empty2: # nothing yet', 'nested:\n  deep: 1\n  # inside\n  deeper: {a: 1}',
  '"quoted key": 1', 'anchor: &a value', 'alias: *a', 'date: 2026-11-20', 'yes: true', 'big: 12345678901234567890', 'umlaut: Übung 👩‍👩‍👧', 'aliases: []', 'tags:\n- flat\n- list', 'sense-later: 2026-12-01 # not now',
  'shared: [team] # so far', 'sense: filter', 'sensed: "2026-01-01T00:00"  # long ago', 'let-go: 2026-01-01', 'sense:\n  # why\n  - filter',
];

const BODY_PARTS = [
  'A paragraph.', '# Title', '## My take', '## my TAKE ##', '### Inside', '## Shared', '## Shared\n- 2026-01-02 team · [[Ann]] · clipboard', '- item\n  - nested', '```sh\n# not a heading\n## My take\n```',
  '- ```js\n  ## Shared\n  ```', '1. ```\n   code\n   ```', '%%\n## Shared\nhidden\n%%', '> [!quote]\n> ## My take\n> — X', '$$\n## My take\n$$', '---', 'Text with trailing spaces  ', '<!--\n## Shared\n-->', '## Shared log\n- other', 'key:: value',
];

/** A note that a person wrote by hand, whatever its frontmatter's style; both kinds of line breaks, with or without a last one. */
export const handWrittenNote = fc
  .record({
    yaml: fc.option(fc.uniqueArray(fc.constantFrom(...YAML_ENTRIES), { maxLength: 9, selector: (entry) => /^"?[\w -]+"?:|^/.exec(entry)?.[0] || entry }), { nil: undefined, freq: 5 }),
    body: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...BODY_PARTS) }, { weight: 1, arbitrary: fileText }), { maxLength: 7 }),
    gap: fc.constantFrom('\n', '\n\n', '\n\n\n'),
    newline: fc.constantFrom('\n', '\r\n'),
    ending: fc.constantFrom('', '\n', '\n\n', '\n \n'),
    open: fc.constantFrom('', '', '', '```js\nnever closed', '%%\nnever closed', '- ```\n  never closed', '~~~~\nnever closed'),
  })
  .map(({ yaml, body, gap, newline, ending, open }) => {
    const head = yaml === undefined ? '' : `---\n${yaml.map((entry) => `${entry}\n`).join('')}---\n`;
    const text = head + [...body, open].filter((part) => part !== '').join(gap) + ending;
    return newline === '\n' ? text : text.replace(/\r\n?|\n/g, '\r\n');
  });
