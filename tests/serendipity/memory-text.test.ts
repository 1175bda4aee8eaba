import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/serendipity';
import { serendipity as de } from '../../src/words/de/serendipity';
import { serendipity as en } from '../../src/words/en/serendipity';
import { engineOf, madeVault } from './made-vault';

const MB = 2 ** 20;

describe('what is said of a memory cap', () => {
  it('is known to the engine: nothing dropped, or as few terms as can be', () => {
    const notes = madeVault(60, 3);
    expect(engineOf(notes).size()).toMatchObject({ thinnedTo: undefined, isThinnest: false });
    const engine = createEngine({ memoryCap: 1000 });
    for (const note of notes) engine.put(note);
    engine.settle();
    expect(engine.size()).toMatchObject({ thinnedTo: 16, isThinnest: true });
    expect(engine.size().bytes).toBeGreaterThan(1000);
  });

  it('is a sentence in both languages', () => {
    expect(en.thinnedMegabytes(60.5 * MB, 64 * MB, 128)).toBe('60.5 of at most 64 MB: of each note, only the 128 strongest words count');
    expect(en.overMegabytes(80 * MB, 64 * MB, 16)).toBe('80 MB, more than the 64 MB allowed: of each note, only the 16 strongest words count, and fewer would find too little');
    expect(de.thinnedMegabytes?.(60.5 * MB, 64 * MB, 128)).toBe('60,5 von höchstens 64 MB: Von jeder Notiz zählen nur die 128 stärksten Wörter');
    expect(de.overMegabytes?.(80 * MB, 64 * MB, 16)).toBe('80 MB, mehr als die erlaubten 64 MB: Von jeder Notiz zählen nur die 16 stärksten Wörter, und mit weniger fände sich zu wenig');
  });
});
