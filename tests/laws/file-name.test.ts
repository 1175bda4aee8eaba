import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, freePath, pathIn } from '../../src/note';
import { defaultSeekSettings, planCapture, quoteFileName } from '../../src/seek';
import { PROPERTY_NAMES } from '../../src/note';
import { anyLine, anyQuote, RUNS } from './generators';

// What Windows, Android and Obsidian's links refuse; names that Windows keeps for devices; dots and spaces at the ends.
const ILLEGAL = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cs}]|^[.\s]|[.\s]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

const name = fc.oneof(anyLine, fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('CON', 'nul.txt', '...', ' . ', 'LPT1', 'a'.repeat(500), '知'.repeat(300), '👩‍👩‍👧‍👦'.repeat(60), '../../etc/passwd', 'می‌خواهم'));

describe('a file name', () => {
  it('is legal everywhere, and short enough', () => {
    fc.assert(
      fc.property(name, (text) => {
        const made = fileNameFor(text, 'Quote');
        expect(made).not.toMatch(ILLEGAL);
        expect(made).not.toBe('');
        expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(201);
        expect([...made].length).toBeLessThanOrEqual(81);
      }),
      { ...RUNS, numRuns: 3000 },
    );
  });

  it('is legal for every quote and pattern', () => {
    fc.assert(
      fc.property(anyQuote, fc.constantFrom('{{author}} - {{quote}}', '{{title}}', '{{date}} {{domain}} – {{quote}}', '{{unknown}}/{{quote}}'), (quote, pattern) => {
        expect(quoteFileName(quote, pattern)).not.toMatch(ILLEGAL);
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('stays the same when a name is made of it again', () => {
    fc.assert(fc.property(name, (text) => { const made = fileNameFor(text, 'Quote'); expect(fileNameFor(made, 'Quote')).toBe(made); }), RUNS);
  });
});

describe('a path', () => {
  it('is never one that is taken', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: 9 }), (text, others) => {
        const path = `${fileNameFor(text, 'Quote')}.md`;
        const taken = new Set<string>();
        for (let count = 0; count < others; count++) taken.add(freePath(path, (candidate) => taken.has(candidate.toLowerCase())).toLowerCase());
        const free = freePath(path, (candidate) => taken.has(candidate.toLowerCase()));
        expect(taken.size).toBe(others);
        expect(taken.has(free.toLowerCase())).toBe(false);
        expect(free).toMatch(/\.md$/);
      }),
      RUNS,
    );
  });

  it('never leaves the vault', () => {
    fc.assert(
      fc.property(fc.oneof(name, fc.array(fc.constantFrom('..', '.', '', ' .. ', 'a', '/', '\\')).map((parts) => parts.join('/'))), name, (folder, text) => {
        const parts = pathIn(folder, fileNameFor(text, 'Quote')).split('/');
        expect(parts.filter((part) => ['', '.', '..'].includes(part.trim()))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('of a captured quote is free, and a quote kept already gets none', () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        const plan = planCapture(quote, [], () => false, defaultSeekSettings(), { names: PROPERTY_NAMES, takeSection: 'My take' });
        expect(plan.kind).toBe('create');
        const again = planCapture(quote, [{ path: plan.path, quote }], () => true, defaultSeekSettings(), { names: PROPERTY_NAMES, takeSection: 'My take' });
        expect(again).toEqual({ kind: 'found', path: plan.path });
      }),
      RUNS,
    );
  });
});
