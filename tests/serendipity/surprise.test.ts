import { describe, expect, it } from 'vitest';
import { questionOfNote } from '../../src/serendipity/rank/question';
import { BLEND, PARTS, SURPRISE_WORTH, TERMS_FOR_SURPRISE } from '../../src/serendipity/rank/weights';
import type { Suggestion } from '../../src/serendipity/types';
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
  const answer = (path: string, surprise: number, shown?: ReadonlyMap<string, number>): Map<string, Suggestion> =>
    new Map(engine.suggest({ path, limit: 200, now: NOW, surprise, ...(shown && { shown }) }).map((found) => [found.path, found]));
  const scoreOf = (found: Map<string, Suggestion>, path: string): number => found.get(path)?.score ?? NaN;

  it('is not counted at the closest, where scores are shares of the likelihood that the weighted parts give', () => {
    for (const path of ASKING) {
      const found = [...answer(path, 0).values()];
      expect(found.reduce((total, { score }) => total + score, 0)).toBeLessThanOrEqual(1 + 1e-6);
      const points = (parts: Suggestion['parts']): number => PARTS.reduce((total, part) => total + BLEND[part] * (parts[part] ?? NaN), 0);
      const [first] = found;
      for (const { score, parts } of found.filter((one) => one.score > 1e-5)) {
        expect(Math.log(score / (first?.score ?? NaN))).toBeCloseTo(points(parts) - points(first?.parts ?? {}), 3);
      }
    }
  });

  it('is worth the same for every note that is elsewhere, and more the more the asking note says, up to enough', () => {
    expect(termsOf('stub.md')).toBe(3);
    expect(termsOf('treatise.md')).toBeGreaterThan(TERMS_FOR_SURPRISE);
    for (const path of ASKING) {
      const worth = SURPRISE_WORTH * Math.min(1, termsOf(path) / TERMS_FOR_SURPRISE);
      const closest = answer(path, 0);
      for (const [surprise, share] of [[1, 1], [0.5, 0.25]] as const) {
        const gains = [...answer(path, surprise).values()].filter((one) => closest.has(one.path)).map(({ unexpected, score, path: other }) => ({ unexpected, gain: score - scoreOf(closest, other) }));
        expect(gains.some(({ unexpected }) => unexpected)).toBe(true);
        for (const { unexpected, gain } of gains) {
          const allowed = unexpected ? [worth * share] : [0, worth * share];
          expect(allowed.some((one) => Math.abs(one - gain) < 1e-8), `${path}: ${gain}`).toBe(true);
        }
      }
    }
  });

  it('never pushes out what is far likelier', () => {
    for (const path of ASKING) {
      const overwhelming = [...answer(path, 0).values()].filter(({ score }) => score > SURPRISE_WORTH * 2);
      const first = [...answer(path, 1).keys()].slice(0, 10);
      for (const one of overwhelming) expect(first).toContain(one.path);
    }
  });

  it('does not keep up what was shown before', () => {
    const before = answer('treatise.md', 1);
    const first = [...before.keys()].slice(0, 10);
    const after = answer('treatise.md', 1, new Map(first.map((path) => [path, 1])));
    for (const path of first) expect(after.get(path)?.score ?? 0).toBeLessThan(scoreOf(before, path) / 2);
    expect([...after.keys()].slice(0, 10).filter((path) => !first.includes(path)).length).toBeGreaterThan(3);
  });
});
