import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProperties } from '../../src/note';
import { TOKENS, fillTokens, gatherValues, tokensOf, unknownTokensOf, type PracticeSources, type TokenValues } from '../../src/practice';

const values: TokenValues = {
  'sense:queue': ['[[Q1]]', '[[Q2]]', '[[Q3]]'],
  'serendipity:spark': ['[[A]] ↔ [[B]] · bees', '[[C]] ↔ [[D]]'],
  'ties:due': [],
  'share:ready': ['[[R]]'],
  'sense:prompt': ['Who would know: if "this" were #wrong?'],
};

function propertiesOf(text: string): unknown {
  const read = readProperties(text);
  if (!read.ok) throw new Error(`${read.problem}\n${text}`);
  return read.value;
}

describe('finding tokens', () => {
  it('knows every token of the table, with and without a number', () => {
    expect(tokensOf('{{sense:queue}} {{ sense:queue:2 }} {{sense:prompt}} {{serendipity:spark:3}} {{ties:due}} {{share:ready}} {{practice:week}}').map(({ name, count }) => [name, count])).toEqual([
      ['sense:queue', 5], ['sense:queue', 2], ['sense:prompt', 1], ['serendipity:spark', 3], ['ties:due', 10], ['share:ready', 10], ['practice:week', 10],
    ]);
  });

  it('names the tokens of ours that it does not know, and no others', () => {
    const text = '{{date}} {{time:HH:mm}} {{title}} {{practice:month}} {{sense:queue:0}} {{sense:queue:51}} {{sense:queue:two}} {{sense:prompt:2}} {{ties:due:1:2}} {{sense:toString}}';
    expect(tokensOf(text)).toEqual([]);
    expect(unknownTokensOf(text)).toEqual(['{{practice:month}}', '{{sense:queue:0}}', '{{sense:queue:51}}', '{{sense:queue:two}}', '{{sense:prompt:2}}', '{{ties:due:1:2}}', '{{sense:toString}}']);
  });

  it('names an unknown token once, however often it stands there', () => {
    expect(unknownTokensOf('{{sense:nope}}\n{{ties:due}} {{sense:nope}} {{sense:never}}\n{{sense:nope}}')).toEqual(['{{sense:nope}}', '{{sense:never}}']);
  });

  it.each(['```\n{{sense:queue}}\n```', '~~~md\n{{sense:queue}}', 'Write `{{sense:queue}}` here', '``a ` {{sense:queue}}``'])('leaves code alone: %j', (text) => {
    expect(tokensOf(text)).toEqual([]);
    expect(fillTokens(text, values)).toBe(text);
  });
});

describe('filling tokens', () => {
  it.each([
    ['{{sense:queue:2}}', '- [[Q1]]\n- [[Q2]]'],
    ['- {{sense:queue:2}}', '- [[Q1]]\n- [[Q2]]'],
    ['  * [ ] {{sense:queue:2}}  ', '  * [ ] [[Q1]]\n  * [ ] [[Q2]]  '],
    ['> {{sense:queue:2}}', '> - [[Q1]]\n> - [[Q2]]'],
    ['Due: {{sense:queue:2}}.', 'Due: [[Q1]], [[Q2]].'],
    ['## {{serendipity:spark}}', '## [[A]] ↔ [[B]] · bees'],
    ['{{serendipity:spark}}', '[[A]] ↔ [[B]] · bees'],
    ['{{serendipity:spark:1}}', '- [[A]] ↔ [[B]] · bees'],
    ['a\r\n{{sense:queue:2}}\r\nb', 'a\r\n- [[Q1]]\r\n- [[Q2]]\r\nb'],
    ['a\n{{ties:due}}\nb', 'a\n\nb'],
    ['{{practice:month}} {{date}}', '{{practice:month}} {{date}}'],
    ['%% {{share:ready}} %%', '%% [[R]] %%'],
  ])('turns %j into %j', (text, expected) => {
    expect(fillTokens(text, values)).toBe(expected);
  });

  it.each<[string, string, TokenValues]>([
    ['| a | {{ties:due:2}} |\n|---|---|', '| a | [[P\\|Pat]] · 2026-11-01 |\n|---|---|', { 'ties:due': ['[[P|Pat]] · 2026-11-01'] }],
    ['> | {{sense:prompt}} | b |', '> | a \\| b | b |', { 'sense:prompt': ['a \\| b'] }],
    ['Met {{ties:due:2}}', 'Met [[P|Pat]]', { 'ties:due': ['[[P|Pat]]'] }],
  ])('lets no link end the cell of a table: %j becomes %j', (text, expected, present) => {
    expect(fillTokens(text, present)).toBe(expected);
  });

  it('leaves a token alone for which nothing was gathered', () => {
    expect(fillTokens('{{sense:queue}} {{share:ready}}', { 'share:ready': ['[[R]]'] })).toBe('{{sense:queue}} [[R]]');
  });

  it('changes nothing but the tokens, and nothing the second time', () => {
    const token = fc.constantFrom(...Object.keys(TOKENS), 'sense:queue:2', 'serendipity:spark:2').map((name) => `{{${name}}}`);
    const other = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\r\n', '- ', '> ', '```\n', '`', '{{', '}}', '{{date}}', '{{sense:', '\\', '---\n', '%%', ' '));
    fc.assert(
      fc.property(fc.array(fc.oneof(token, other), { maxLength: 15 }).map((parts) => parts.join('')), (text) => {
        const filled = fillTokens(text, values);
        expect(fillTokens(filled, values)).toBe(filled);
        // What lies between the tokens comes out in the same order, whole.
        let at = 0;
        let from = 0;
        for (const between of [...tokensOf(text).map((one) => { const slice = text.slice(from, one.from); from = one.to; return slice; }), '']) {
          const found = filled.indexOf(between.replace(/["']$/, ''), at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found;
        }
        expect(filled.endsWith(text.slice(from).replace(/^["']/, ''))).toBe(true);
        if (tokensOf(text).length === 0) expect(filled).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('filling tokens in properties', () => {
  const fill = (yaml: string): unknown => propertiesOf(fillTokens(`---\n${yaml}\n---\nbody\n`, values));
  const prompt = values['sense:prompt']?.[0];

  it.each([
    ['queue: {{sense:queue}}', { queue: ['[[Q1]]', '[[Q2]]', '[[Q3]]'] }],
    ['queue: "{{sense:queue}}"', { queue: ['[[Q1]]', '[[Q2]]', '[[Q3]]'] }],
    ["queue: '{{sense:queue}}' # mine", { queue: ['[[Q1]]', '[[Q2]]', '[[Q3]]'] }],
    ['queue:\n  - {{sense:queue:2}}\n  - x', { queue: ['[[Q1]]', '[[Q2]]', 'x'] }],
    ['queue:\n  - "{{sense:queue:2}}"', { queue: ['[[Q1]]', '[[Q2]]'] }],
    ['due: {{ties:due}}', { due: [] }],
    ['due:\n  - {{ties:due}}', { due: [''] }],
    ['spark: {{serendipity:spark}}', { spark: '[[A]] ↔ [[B]] · bees' }],
    ['ask: {{sense:prompt}}', { ask: prompt }],
    ['ask: "Today: {{sense:prompt}}"', { ask: `Today: ${prompt ?? ''}` }],
    ["ask: 'It''s {{sense:prompt}}'", { ask: `It's ${prompt ?? ''}` }],
    ['queue: ["{{sense:queue:1}}", "x"]', { queue: ['[[Q1]]', 'x'] }],
    ['ask: Next {{share:ready}}', { ask: 'Next [[R]]' }],
  ])('makes valid YAML of %j', (yaml, expected) => {
    expect(fill(yaml)).toEqual(expected);
  });

  it('leaves a token that could not be written there, and fills the rest of the note', () => {
    expect(fillTokens('---\nask: Today {{sense:prompt}}\n---\n{{share:ready}}\n', values)).toBe('---\nask: Today {{sense:prompt}}\n---\n- [[R]]\n');
  });

  it('gives back any text, in any quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/gu, ' ').trim()), fc.constantFrom('a: {{sense:prompt}}', 'a: "{{sense:prompt}}"', 'a: "x{{sense:prompt}}"', "a: 'x{{sense:prompt}}y'", 'a:\n  - {{sense:prompt}}'), (text, yaml) => {
        const filled = fillTokens(`---\n${yaml}\n---\n`, { 'sense:prompt': [text] });
        const { a } = propertiesOf(filled) as { a: unknown };
        expect([text, `x${text}`, `x${text}y`]).toContain(Array.isArray(a) ? a[0] : a);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('gathering what tokens stand for', () => {
  const sources = (more: Partial<PracticeSources>): PracticeSources => ({ prepared: () => Promise.resolve(), queue: () => [], sparks: () => Promise.resolve([]), due: () => [], dormant: () => [], links: () => Promise.resolve([]), history: () => [], ready: () => [], prompt: () => '', week: () => Promise.reject(new Error('No week was asked for.')), onChange: () => () => undefined, ...more });
  const linkTo = (path: string): string => `[[${path.replace(/\.md$/, '')}]]`;
  const note = (title: string): { path: string; title: string } => ({ path: `${title}.md`, title });

  it('asks only for what the note wants, and for the most it wants', async () => {
    const asked: number[] = [];
    const { values: gathered } = await gatherValues('{{sense:queue:2}} {{sense:queue:7}}', sources({ queue: (limit) => { asked.push(limit); return [note('Q')]; } }), linkTo);
    expect(asked).toEqual([7]);
    expect(gathered).toEqual({ 'sense:queue': ['[[Q]]'] });
  });

  it('writes links, dates and shared ideas, one line each', async () => {
    const { values: gathered } = await gatherValues('{{ties:due:2}} {{serendipity:spark}}', sources({
      due: () => [{ ...note('Hana'), latest: '2026-08-01' }, note('Bram'), note('Third')],
      sparks: () => Promise.resolve([{ first: note('A'), second: note('B'), terms: ['bees', 'swarm'], reason: 'far apart' }]),
    }), linkTo);
    expect(gathered).toEqual({ 'ties:due': ['[[Hana]] · 2026-08-01', '[[Bram]]'], 'serendipity:spark': ['[[A]] ↔ [[B]] · bees, swarm'] });
  });

  it('fills what it can when one room fails, and says which token is left', async () => {
    const text = '{{serendipity:spark}} {{share:ready}}';
    const { values: gathered, problems } = await gatherValues(text, sources({ sparks: () => Promise.reject(new Error('the index is gone.')), ready: () => [note('R')] }), linkTo);
    expect(fillTokens(text, gathered)).toBe('{{serendipity:spark}} [[R]]');
    expect(problems).toEqual(['{{serendipity:spark}} could not be filled: the index is gone.']);
  });

  it('brings no code of template engines or queries into the note', async () => {
    const { values: gathered } = await gatherValues('{{sense:queue}} {{sense:prompt}} {{serendipity:spark}}', sources({
      queue: () => [note('<% tp.file.title %>'), note('{{date}}'), note('`= 1+1`'), note('Good')],
      prompt: () => 'What <% evil() %> {{sense:queue}} `$= dv.pages()` %% key:: value\n- next?',
      sparks: () => Promise.resolve([{ first: note('A'), second: note('B'), terms: ['<%x%>', '{{sense:queue}}', '[[C]]'], reason: '' }]),
    }), linkTo);
    expect(gathered['sense:queue']).toEqual(['[[Good]]']);
    const written = Object.values(gathered).flat().join('\n');
    expect(written).not.toMatch(/<%|\{\{|(?<!\\)`|%%|::|\[\[C/);
    expect(gathered['sense:prompt']).toHaveLength(1);
    expect(unknownTokensOf(written)).toEqual([]);
    expect(tokensOf(written)).toEqual([]);
  });
});
