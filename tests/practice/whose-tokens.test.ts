import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES } from '../../src/note';
import { bringsTokens, broughtIn, tokensIn, tokensNotSaid, type Token, type TokenChoice } from '../../src/practice';

// Which tokens a template brought, and which ones somebody said.

const FORMAT = { names: PROPERTY_NAMES, takeSection: 'My take', logSections: ['Applied', 'Shared', 'Interactions'] };

const chosen = (text: string, choose: TokenChoice): string[] => choose(text).map((token: Token) => text.slice(token.from - 2, token.to));

describe('the tokens in a text that came in', () => {
  it('are those of the one place where it stands', () => {
    expect(chosen('a {{sense:queue}}\nT {{sense:queue}} and {{ties:due}}\nb {{ties:due}}', tokensIn('T {{sense:queue}} and {{ties:due}}\n'))).toEqual(['T {{sense:queue}}', 'd {{ties:due}}']);
    expect(chosen('{{sense:queue}}', tokensIn('{{ties:due}}'))).toEqual([]);
  });

  it.each(['{{sense:queue}} is how I begin.\n\n{{sense:queue}}', '{{sense:queue}}\n{{sense:queue}}\n'])('are none where it stands twice, one of them perhaps a person\'s: %j', (text) => {
    expect(chosen(text, tokensIn('{{sense:queue}}'))).toEqual([]);
  });
});

describe('a change', () => {
  it.each([
    ['', '{{sense:queue}}', true],
    ['{{sense:queue}}', '{{sense:queue}} {{sense:queue}}', true],
    ['{{sense:queue}}', '{{ties:due}}', true],
    ['{{sense:queue}}', '{{sense:queue:2}}', true],
    ['{{sense:queue}} {{ties:due}}', 'now {{ties:due}}', false],
    ['{{ties:due}} a {{sense:queue}}', '{{sense:queue}} {{ties:due}}', false],
    ['', '`{{sense:queue}}` {{date}}', false],
  ])('from %j to %j brings a token: %j', (before, after, expected) => {
    expect(bringsTokens(before, after)).toBe(expected);
  });
});

describe('what is new in a text that takes the place of another', () => {
  const OWN = 'Mine: {{sense:queue}}\nEnd.\n';

  it.each([
    ['', '{{ties:due}}', '{{ties:due}}'],
    ['', '\n{{ties:due}}\n', '\n{{ties:due}}\n'],
    [OWN, `${OWN}{{ties:due}}\nmore\n`, '{{ties:due}}\nmore'],
    [OWN, `{{ties:due}}\n${OWN}`, '{{ties:due}}'],
    ['First\nLast', 'First\n{{ties:due}}\nLast', '{{ties:due}}'],
    ['No line break', 'No line break{{ties:due}}', 'No line break{{ties:due}}'],
  ])('of %j by %j', (before, after, expected) => {
    expect(broughtIn(before, after)).toBe(expected);
  });

  it.each([
    ['the same token, with another word at both ends', OWN, 'Ours: {{sense:queue}}\nThe end.\n'],
    ['the same token in a link', '{{sense:queue}} is how', '[[A|{{sense:queue}} is how]]'],
    ['a token nearby', OWN, 'Mine: {{sense:queue}} {{ties:due}}\nEnd.\n'],
    ['no token', 'a', 'b {{date}}'],
  ])('is nothing to fill with %s', (_, before, after) => {
    expect(broughtIn(before, after)).toBeUndefined();
  });
});

describe('the tokens that nobody said', () => {
  const quote = (type: string): string => [
    '---', `type: ${type}`, 'author: "{{sense:queue}}"', '---', '0 {{ties:due}}', '', '> [!quote]', '> 1 {{sense:queue}}', '', '## My take', '2 {{sense:queue}}', '',
    '### 2026-11-20 · connect', '3 {{sense:queue}}', '', '## Shared', '- 2026-11-20 community · 4 {{sense:queue}}', '', '## Mine', '5 {{ties:due}}', '',
    '## Applied', '- 2026-11-20 tried · 6 {{sense:queue}}', '7 {{sense:queue}}', '', '## my TAKE', '8 {{sense:queue}}', '',
  ].join('\n');

  it('are, in a quote note, those outside of the quote, its properties, the takes and the logs', () => {
    expect(chosen(quote('quote'), tokensNotSaid(FORMAT))).toEqual(['0 {{ties:due}}', '5 {{ties:due}}']);
    expect(chosen(quote('[quote, "x'), tokensNotSaid(FORMAT))).toEqual(['0 {{ties:due}}', '5 {{ties:due}}']);
    expect(chosen(quote('quote').replaceAll('\n', '\r\n'), tokensNotSaid(FORMAT))).toEqual(['0 {{ties:due}}', '5 {{ties:due}}']);
  });

  it('are, in any other note, all but those in the dated lines of a log', () => {
    const all = chosen(quote('day'), tokensNotSaid(FORMAT)).map((token) => token[0]);
    expect(all).toEqual([' ', '0', '1', '2', '3', '5', '7', '8']);
    for (const day of ['[[2026-11-20]]', '[[Daily/2026-11-20|Friday]]', '[x] 2026-11-20', '[ ] [[2026-11-20]]']) {
      expect(chosen(`## Interactions\n- ${day} gave · {{ties:due}}\n* ${day} · {{sense:queue}}\n`, tokensNotSaid(FORMAT))).toEqual([]);
    }
    expect(chosen('## Interactions\n- 2026-11-20 gave · {{ties:due}}\n- {{ties:due}}\n\n## Shared\n{{share:ready}}\n', tokensNotSaid(FORMAT))).toEqual(['- {{ties:due}}', 'd\n{{share:ready}}']);
  });
});
