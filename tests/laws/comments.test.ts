import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutComments, withoutSureComments } from '../../src/share/comments';
import { anyReading, commentedText, hiddenBy, isBehindLoneSign } from './comment-readers';

const RUNS = { seed: 20261122, numRuns: 8000 } as const;

describe('comments in any text', () => {
  it('stay here where one reader takes them for comments, whatever others do, but for what one doubtful sign would hide to the end', () => {
    fc.assert(
      fc.property(commentedText, anyReading, (text, reading) => {
        const hidden = hiddenBy(text, reading);
        const { text: kept } = withoutComments(text);
        for (const { index, 0: secret } of text.matchAll(/S\d+;/g)) if (hidden[index] === true && !isBehindLoneSign(text, index, reading)) expect(kept).not.toContain(secret);
      }),
      RUNS,
    );
  }, 60_000);

  it('are comments for certain only where they stay here, too; nothing is made up, and what is held is told', () => {
    fc.assert(
      fc.property(commentedText, (text) => {
        const [{ text: kept, comments }, sure] = [withoutComments(text), withoutSureComments(text)];
        for (const [secret] of text.matchAll(/S\d+;/g)) {
          if (kept.includes(secret)) expect(sure).toContain(secret);
          else expect(comments.join('\n')).toContain(secret);
        }
        expect([...kept].every((character) => text.includes(character))).toBe(true);
      }),
      { ...RUNS, numRuns: 2000 },
    );
  }, 60_000);

  it('are taken out and nothing else, where all readers agree', () => {
    const within = fc.constantFrom('words', '`code %%`', 'a `b` c', '$a$', '**so** [a](https://example.org/)', '<b>so</b>', '- item', '> quoted', '10 % and 5%', '%%SECRET%% and', 'a <!--SECRET--> b', 'see %%SECRET https://example.org/%% there', 'a %%`SECRET` [x](y) $5%% b', '| a | b %%SECRET%% |');
    const blocks = fc.constantFrom('%%\nSECRET\n%%', '<!--\nSECRET\n-->', '%%\nSECRET\n\n```js\nSECRET\n```\n\n<b>SECRET</b>\n%%', '```mermaid\ngraph TD %% open\n```', '- item\n\n    %% SECRET\n    SECRET %%', '%% SECRET\n\nSECRET %%', '$$\na\n$$', '<div>\n%%SECRET%%\n</div>', '[^1]: a %%SECRET%% b');
    const shown = (text: string): string => (text.startsWith('```') ? text : text.replace(/%%[^%]*SECRET[^%]*%%|<!--[^>]*SECRET[^>]*-->/g, ''));
    fc.assert(
      fc.property(fc.array(fc.oneof(within, blocks)), (parts) => {
        expect(withoutComments(parts.join('\n\n'))).toMatchObject({ text: parts.map((part) => shown(part)).join('\n\n'), isOpen: false });
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });
});
