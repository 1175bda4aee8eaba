import { describe, expect, it } from 'vitest';
import { questionOfNote } from '../../src/serendipity/rank/question';
import { NEAR_SHARE, SURPRISE_BONUS, TERMS_FOR_SURPRISE } from '../../src/serendipity/rank/weights';
import { VaultIndex } from '../../src/serendipity/vault/vault-index';
import { engineOf, madeVault } from './made-vault';

const NOW = Date.UTC(2026, 10, 20);
const ASKING = ['area 0/note 0.md', 'stub.md', 'treatise.md'] as const;

describe('surprise', () => {
  const made = madeVault(120, 3);
  const all = made.slice(1, 60).map(({ text }) => text).join('\n').replace(/\[\[[^\]]*\]\]/g, ' ');
  const notes = [
    ...made,
    { path: 'stub.md', text: 'compost harvest melody', mtime: 0, ctime: 0 },
    { path: 'treatise.md', text: all, mtime: 0, ctime: 0 },
  ];
  const engine = engineOf(notes);
  const index = new VaultIndex();
  for (const note of notes) index.put(note);
  const termsOf = (path: string): number => questionOfNote(index, index.noteAt(path) as number).terms.length;
  const scores = (path: string, surprise: number): Map<string, { score: number; unexpected: boolean }> =>
    new Map(engine.suggest({ path, limit: 200, now: NOW, surprise }).map((found) => [found.path, found]));

  it('counts by how much the asking note says, up to enough', () => {
    expect(termsOf('stub.md')).toBe(3);
    expect(termsOf('treatise.md')).toBeGreaterThan(TERMS_FOR_SURPRISE);
    for (const path of ASKING) {
      const bonus = SURPRISE_BONUS * Math.min(1, termsOf(path) / TERMS_FOR_SURPRISE);
      const closest = scores(path, 0);
      const gains = [...scores(path, 1)].filter(([other]) => closest.has(other)).map(([other, { score, unexpected }]) => ({ unexpected, gain: score - (closest.get(other)?.score ?? 0) }));
      expect(gains.some(({ unexpected }) => unexpected)).toBe(true);
      for (const { unexpected, gain } of gains) {
        const allowed = unexpected ? [bonus] : [0, bonus * NEAR_SHARE];
        expect(allowed.some((one) => Math.abs(one - gain) < 1e-6), `${path}: ${gain}`).toBe(true);
      }
    }
  });
});
