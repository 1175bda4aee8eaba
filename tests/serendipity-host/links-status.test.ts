import { describe, expect, it } from 'vitest';
import type { IndexStatus } from '../../src/obsidian/index-status';
import { isOfPart, soFarOf } from '../../src/serendipity/ui/progress';

const ready: IndexStatus = { phase: 'ready', done: 0, total: 0, isCompared: true, notes: 100, isSparing: false };

describe('of how much of the vault a list is', () => {
  it.each<[string, Partial<IndexStatus>, string, boolean]>([
    ['of all of it', {}, '', false],
    ['of a part, while it is read', { phase: 'reading', done: 30, total: 100 }, 'so far: 30 of 100 notes read', true],
    ['of all but an edit or two', { phase: 'reading', done: 0, total: 2 }, '', false],
    ['of nobody knows how much, before the vault was compared', { phase: 'reading', isCompared: false }, 'looking for what changed', true],
    ['of a part, while reading is paused', { phase: 'paused', done: 30, total: 100 }, 'Indexing paused, 70 left', true],
    ['of all, while nothing is left to read', { phase: 'paused' }, 'Indexing paused · all notes read', false],
  ])('%s', (_, status, sentence, part) => {
    expect(soFarOf({ ...ready, ...status })).toBe(sentence);
    expect(isOfPart({ ...ready, ...status })).toBe(part);
  });
});
