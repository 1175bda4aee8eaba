import { describe, expect, it } from 'vitest';
import { foundQuotesOf, withPlaceMark } from '../../src/seek';
import { placeNow } from '../../src/sense/ui/place-now';
import { MemoryVault } from '../share/memory-vault';

const PATH = 'Reading/Book.md';
const BOOK = '---\nauthor: Jane\ntitle: Book\n---\n## Highlights\n- First words of hers. ([Location 12](https://readwise.io/x))\n- Second words. ([Location 13](https://readwise.io/y))\n\n> Third words.\n> — Ann\n\n> Second to last.\n';

describe('where a quote stands by now', () => {
  it('is found anew for each quote of a note, whatever links the others got meanwhile', async () => {
    const vault = new MemoryVault();
    vault.notes.set(PATH, BOOK);
    // As the queue read them at first.
    const waiting = foundQuotesOf(BOOK).map((found) => ({ path: PATH, found }));
    expect(waiting).toHaveLength(4);
    for (const [at, entry] of waiting.entries()) {
      const place = await placeNow(entry, vault.edge);
      expect(place?.text).toContain(entry.found.text);
      if (place !== undefined) vault.notes.set(PATH, withPlaceMark(vault.notes.get(PATH) ?? '', place, `[[Q${at}|❞]]`));
    }
    const marked = vault.notes.get(PATH) ?? '';
    expect(marked.replace(/ \[\[Q\d\|❞\]\]/g, '')).toBe(BOOK);
    expect(foundQuotesOf(marked).map(({ quoteNote }) => quoteNote)).toEqual(['Q0', 'Q1', 'Q2', 'Q3']);
    for (const entry of waiting) expect(await placeNow(entry, vault.edge)).toBeUndefined();
  });

  it('is the nearest place with these words, and none where they are gone', async () => {
    const vault = new MemoryVault();
    const [first, second] = foundQuotesOf('> Twice.\n\nBetween.\n\n> Twice.\n');
    vault.notes.set(PATH, 'Above.\n\n> Twice.\n\nBetween.\n\n> Twice.\n');
    if (first === undefined || second === undefined) throw new Error('Two quotes are expected.');
    expect((await placeNow({ path: PATH, found: first }, vault.edge))?.from).toBe(8);
    expect((await placeNow({ path: PATH, found: second }, vault.edge))?.from).toBe(28);
    vault.notes.set(PATH, '> Another one.\n');
    expect(await placeNow({ path: PATH, found: first }, vault.edge)).toBeUndefined();
    expect(await placeNow({ path: 'Gone.md', found: first }, vault.edge)).toBeUndefined();
  });
});
