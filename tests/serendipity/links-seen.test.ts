import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/serendipity/read/lexicon';
import { NoteReader } from '../../src/serendipity/read/read-note';
import { parseMetadata } from '../../workbench/metadata';
import { RUNS, fileText } from '../laws/generators';
import { innocentMarkdown } from '../laws/innocent-markdown';
import { linkMarkdown } from '../laws/link-markdown';
import { processorTime } from '../processor-time';

const reader = new NoteReader(new Lexicon());

function seen(text: string): readonly string[] {
  return [...new Set(reader.read('note.md', text).links.map(({ target }) => target))].filter((target) => target !== '').sort();
}

/** What a whole parser of Markdown finds, as the app keeps it. */
function parsed(text: string): readonly string[] {
  const { links = [], embeds = [] } = parseMetadata(text);
  return [...new Set([...links, ...embeds].map(({ link }) => link.replace(/#.*$/s, '').trim()))].filter((target) => target !== '').sort();
}

describe('a link that is written is seen', () => {
  it.each([
    ['I <3 it: see [[T]]\n\n> quoted', ['T']],
    ['a loop `i<n` in code: [[T]]\n\n> quoted', ['T']],
    ['$a<b$ [[T]] $b>a$', ['T']],
    ['hide with `%%`. See [[T]]', ['T']],
    ['`<!--` hides, see [[T]]', ['T']],
    ['100%% sure, see [[T]]', ['T']],
    ['100%% sure; hide with `%%`. See [[T]] and `x`', ['T']],
    ['%% see [[T]] %%', ['T']],
    ['%%\nsee [[T]]', ['T']],
    ['<!-- see [[T]] -->', []],
    ['so <!-- see [[T]]', ['T']],
    ['<!-- see\n\n[[T]]', []],
    ['> <!-- so\n\n[[T]]', ['T']],
    ['write `[[T]]` to link', []],
    ['`` ` [[T]] `` and `a\n[[T]]`', []],
    ['`a\n\n[[T]]`', ['T']],
    ['- `a\n- [[T]]`', ['T']],
    ['| `a | [[T]]` |\n|---|---|', ['T']],
    ['a lone \\` [[T]] \\`', ['T']],
    ['\\[[T]] \\\\[[U]]', ['U']],
    ['```inline``` [[T]]', ['T']],
    ['- ```\n  code\n  ```\n\n[[T]]', ['T']],
    ['- ```\n  code\n- [[T]]', ['T']],
    ['> ```\n> code\n\n[[T]]', ['T']],
    ['so\n    ```\n[[T]]', ['T']],
    ['```\n```js\n[[U]]\n```\n[[T]]', ['T']],
    ['[^[[T]]] [[[U]] `https://example.org/`[[V]]', ['T', 'U', 'V']],
    ['<b>so</b> <br/>[[T]] <a href="x" title=\'y\'>[[U]]</a> <a\nb>[[V]]', ['T', 'U', 'V']],
  ])('%j', (text, targets) => {
    expect(seen(text)).toEqual(targets);
    expect(parsed(text)).toEqual(targets);
  });

  it('and nothing else is, whatever stands around it', () => {
    fc.assert(fc.property(linkMarkdown, (text) => { expect(seen(text)).toEqual(parsed(text)); }), { ...RUNS, numRuns: 2000 });
  });

  it('wherever it stands in other text', () => {
    fc.assert(fc.property(fc.oneof(innocentMarkdown, fileText), (text) => { expect(seen(text)).toEqual(expect.arrayContaining([...parsed(text)])); }), RUNS);
  });
});

describe('what tells links apart takes linear time', () => {
  // So many characters take about 30 ms; were it quadratic, twice as many would take four times as long.
  it.each([
    ['open code', '`a '], ['runs of backticks', ''], ['open tags', '<a '], ['open tags in quotes', '<a b="'], ['open comments', '<!-- '], ['open comments, one end', '<!-- a\n\n'], ['percent signs', '%% a\n'],
    ['quotes', '> '], ['items', '- '], ['fences in items', '- ```\n'], ['closed code', '`a` '], ['code over lines', '`a\nb` '], ['code in rows', '| `a '], ['less', '<'], ['backslashes', '\\'],
  ])('%s', (name, piece) => {
    const text = name === 'runs of backticks' ? Array.from({ length: 630 }, (_, length) => '`'.repeat(length + 1)).join(' ') : piece.repeat(200_000 / piece.length);
    const start = processorTime();
    reader.read('note.md', `${text}${name === 'open comments, one end' ? '-->' : ''}`);
    expect(processorTime() - start).toBeLessThan(500);
  });
});
