import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSlices } from '../../src/base';
import { renderedAtOnce, rendering } from '../../src/share';
import { asHtml } from '../../src/share/html';
import { asPlainText } from '../../src/share/plain-text';

const FILLER = 'Words that go on for a while, so that a new piece begins after them. '.repeat(13).trim();
const BLOCKS = [
  FILLER, '# Heading', 'Heading\n===', '- item\n- another', '- loose\n\n- items', '1. one\n\n   more of one\n\n2. two', '> quoted\n\n> apart', '```js\na\n\nb\n\nc\n```', '~~~\nopen\n\n```\n~~~', '    indented\n\n    code',
  '| a | b |\n| - | - |\n| c | d |', '<div>\nraw\n\nafter\n</div>', '<pre>\na\n\nb\n</pre>', '---', '[link][ref]', '[ref]: https://example.org', 'Note[^1].', '[^1]: a note\n\n    more of it', '- ```\n  in a list\n\n  still\n  ```', '*emphasis*', '* * *', '+ plus', '==mark==', '```\nnever closed',
];

const tidy = (html: string): string => html.replace(/\s+/g, ' ').trim();

describe('a long text that is rendered piece by piece', () => {
  it('as plain words, links by reference keep their addresses', () => {
    const markdown = 'See [ref][1], [Two][], [one] and ![i][1].\n\n[One]: https://one.org\n[1]: https://x.org\n[1]: https://y.org\n[two]: https://two.org';
    expect(renderedAtOnce('plain', markdown).text).toBe('See ref (https://x.org), Two (https://two.org), one (https://one.org) and i.');
  });

  it.each(['See "www.example.org", „www.example.org“ and www.example.org/a.', 'At ann@example.org, mailto:ann@example.org or https://example.org/a.'])('as plain words, %s stays as it is', (words) => {
    expect(asPlainText(words)).toBe(words);
  });

  it('says the same as one that is rendered whole', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...BLOCKS), fc.constant(FILLER)), { minLength: 3, maxLength: 12 }), (blocks) => {
        const markdown = blocks.join('\n\n');
        expect(tidy(renderedAtOnce('html', markdown).html ?? '')).toBe(tidy(asHtml(markdown)));
        expect(tidy(renderedAtOnce('plain', markdown).text)).toBe(tidy(asPlainText(markdown)));
      }),
      { seed: 20261121, numRuns: 50 },
    );
  }, 120_000);

  it('is handed back between pieces', async () => {
    let breaths = 0;
    const markdown = Array.from({ length: 40 }, (_, at) => `${at}. ${FILLER}`.replace('. ', ' ')).join('\n\n');
    const outgoing = await inSlices(rendering('html', markdown), () => Promise.resolve(void breaths++));
    expect(breaths).toBeGreaterThan(60);
    expect(tidy(outgoing.html ?? '')).toBe(tidy(asHtml(markdown)));
  });

  it('takes highlights out of words only: code and addresses stay, and nothing becomes a link', () => {
    const { html } = renderedAtOnce('html', '==a **b** c== `==d==` [i](https://x.org/?e==f==g)\n\n[h]==(Private/x.md)==');
    expect(html).toBe('<p>a <strong>b</strong> c <code>==d==</code> <a href="https://x.org/?e==f==g">i</a></p>\n<p>[h](Private/x.md)</p>');
  });
});
