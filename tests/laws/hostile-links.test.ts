import fc from 'fast-check';
import { decodeString } from 'micromark-util-decode-string';
import { describe, expect, it } from 'vitest';
import { atOnce, percentDecoded } from '../../src/base';
import { redact, renderedAtOnce, SHARE_FORMATS } from '../../src/share';
import { redactingWords } from '../../src/share/redact';
import { hostileMarkdown, HOSTILE_PRIVACY } from './hostile-markdown';
import { addressesIn } from './link-oracle';

// Whatever Markdown goes in: in what leaves, no reader finds an address that leads into the vault.

const RUNS = { seed: 20261122, numRuns: 800 } as const;
const PUBLIC = /^(?:https?:\/\/|mailto:|tel:|git:\/\/example)/i;
/** What makes an address of the path behind it, for whatever reader, in code or not. */
const LEADS_TO_PRIVATE = /(?:\b[a-z][a-z0-9+.-]*:(?!\/\/example)[^\s<>"'!@*`|()[\]{}]*|(?:^|\s)(?:href|src)=["']?|\]\(<?|\burl\(|\\href\{)\bprivate\/x/i;

// Entities read (but those of signs, which make no link), and percent signs as often as a program may have encoded them; without the marks of what is highlighted or struck through.
function plain(text: string): string {
  return percentDecoded(percentDecoded(percentDecoded(decodeString(text.replace(/&(?:#x28|#91|lbrack|amp);|\\</g, ' '))))).replace(/==|~~/g, ' ');
}

describe('of any Markdown', () => {
  it('nothing leaves that a reader takes for an address in the vault, and what left is left as it is by a second look', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const { text } = redact(markdown, HOSTILE_PRIVACY);
        expect(addressesIn(text).filter((address) => !PUBLIC.test(address))).toEqual([]);
        expect(atOnce(redactingWords(text, HOSTILE_PRIVACY))).toEqual({ text, redactions: [] });
      }),
      RUNS,
    );
  }, 60_000);

  it('nothing leaves that makes an address of the path of a private note, be it in code', () => {
    fc.assert(
      fc.property(hostileMarkdown, fc.constantFrom('', '```\n', '> ~~~js\n> ', '`'), (markdown, before) => {
        expect(plain(redact(before + markdown, HOSTILE_PRIVACY).text)).not.toMatch(LEADS_TO_PRIVATE);
      }),
      { ...RUNS, numRuns: 1500 },
    );
  }, 60_000);

  it('no HTML leaves that leads into the vault, also where highlights are taken out of it', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        for (const format of SHARE_FORMATS) {
          const { html = '' } = renderedAtOnce(format, redact(markdown, HOSTILE_PRIVACY).text);
          for (const [, address = ''] of html.matchAll(/<[^>]*?\s(?:href|src)="([^"]*)"/g)) expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|git:\/\/|#user-content-fn|$)/i);
        }
      }),
      { ...RUNS, numRuns: 300 },
    );
  }, 60_000);

  it('words without marks leave as they are, whatever stands around them', () => {
    const words = fc.array(fc.constantFrom('Sense', 'making,', 'is', 'a', 'practice.', 'Übung', 'не', '学び', '1999', '– and –', 'so!'), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, hostileMarkdown.filter((markdown) => !/%%|<!--|```|~~~|::/.test(markdown)), words, (before, markdown, after) => {
        const { text } = redact(`${before}\n\n${markdown}\n\n${after}`, HOSTILE_PRIVACY);
        expect([text.startsWith(before), text.endsWith(after)]).toEqual([true, true]);
      }),
      { ...RUNS, numRuns: 600 },
    );
  });
});
