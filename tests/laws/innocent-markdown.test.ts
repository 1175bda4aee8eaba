import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/share';
import { HOSTILE_PRIVACY } from './hostile-markdown';
import { innocentMarkdown } from './innocent-markdown';

describe('Markdown in which nothing leads into the vault', () => {
  it('leaves byte for byte, and nothing is said to be held back', () => {
    fc.assert(
      fc.property(innocentMarkdown, (markdown) => {
        expect(redact(markdown, HOSTILE_PRIVACY)).toEqual({ text: markdown, redactions: [] });
      }),
      { seed: 20261122, numRuns: 2000 },
    );
  }, 60_000);
});
