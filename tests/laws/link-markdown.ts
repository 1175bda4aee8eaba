import fc from 'fast-check';

// Markdown full of links and of all that hides a link or only looks as if it did.

const LINKS = ['[[A]]', '[[B|words]]', '![[C]]', '[[D#part]]', '[e](E.md)', '[f](<F g.md>)'] as const;
const LOOKS = [
  'I <3 it', 'i<n', 'a < b', 'x<y', '1<<32', '$a<b$', '$b>a$', 'a -> b', 'b <- a', '=>', '100%%', '100 %', 'a > b', '5 * 3', '<', '>', '\\`', '\\<b', '\\[[H]]', '<b', '<b and, so', 'https://example.org/a', '#tag', 'AT&T', '&amp;', 'so', 'Übung', '学び',
  '<!--', '`', '``', '<b>', '</b>', '<br/>', '<a href="https://example.org/" title=so>', '<https://example.org/>', '<ann@example.org>', '[^1]', '[sic]', '[', ']]', '**so**',
] as const;
const HIDING = ['`i<n`', '`%%`', '`<!--`', '`<b`', '`1<<32`', '`[[G]]`', '`` ` [[G]] ``', '`[g](G.md)`', '`-->`', '<!-- [[G]] -->', '<!-- so -->', '`[[`', '`%% a`', '```so``` so', '`a\nb`', '`a\n[[G]] b`', '<b\ntitle="so">', '<!-- a\n[[G]] -->'] as const;
const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...LINKS) }, { weight: 4, arbitrary: fc.constantFrom(...LOOKS) }, { weight: 2, arbitrary: fc.constantFrom(...HIDING) });
const MARKS = ['', '', '', '> ', '- ', '1. ', '## ', '- [ ] ', '> - ', '> > '] as const;

/** One block: what begins its first line begins none of the lines in its pieces, but those of a quote go on as quotes. */
const block = fc.tuple(fc.constantFrom(...MARKS), fc.array(piece, { minLength: 1, maxLength: 7 })).map(([mark, pieces]) => {
  const text = pieces.join(' ');
  return `${mark}So ${mark === '## ' ? text.replace(/\n/g, ' ') : text}`;
});
const FENCED = [
  '```\n[[G]]\n```', '~~~ so\n[[G]]\n~~~', '````\n```\n[[G]]\n````', '- ```\n  [[G]]\n  ```', '> ```\n> [[G]]', '> ~~~\n> [[G]]\n> ~~~', '1. so\n   ```\n   [[G]]\n   ```', '- so\n\n  ```js\n  [[G]]\n\n  ```', '```\n```js\n[[G]]\n```', '```so``` and', '- ```\n  [[G]]', '%%\n[[I]]\n%%', '%% [[I]] %%',
] as const;

/** Notes in which a reader has to tell links from what looks like one. */
export const linkMarkdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: fc.constantFrom(...FENCED) }), { minLength: 1, maxLength: 6 })
  .chain((blocks) => fc.constantFrom('\n\n', '\n \n').map((gap) => blocks.join(gap)));
