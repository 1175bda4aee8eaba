import { describe, expect, it } from 'vitest';
import { TermArena } from '../../src/serendipity/vault/arena';

/** More than a page holds, and lists that end just at the end of one. */
const SIZES = [0, 1, 1023, 1024, 200_000, 62_143, 0, 5, 262_144, 0, 3, 300_000, 0, 262_143, 1, 1, 7];

function filled(): { arena: TermArena; lists: { start: number; count: number; first: number }[] } {
  const arena = new TermArena();
  const lists = SIZES.map((count, at) => {
    const terms = Int32Array.from({ length: count }, (_, term) => at * 400_000 + term);
    return { start: arena.append(terms, Uint8Array.from(terms, (term) => term & 255)), count, first: at * 400_000 };
  });
  return { arena, lists };
}

/** Whether a list is what was put there; looked through without a matcher for each number. */
function isWhole(arena: TermArena, { start, count, first }: { start: number; count: number; first: number }): boolean {
  const { terms, codes } = arena.list(start, count);
  return terms.length === count && codes.length === count && terms.every((term, at) => term === first + at) && codes.every((code, at) => code === ((first + at) & 255));
}

describe('the lists of terms in their pages', () => {
  it('are read as they were put, however long', () => {
    const { arena, lists } = filled();
    arena.trim();
    expect(lists.filter((list) => !isWhole(arena, list))).toEqual([]);
    expect(arena.length).toBe(SIZES.reduce((sum, size) => sum + size, 0));
  });

  it('are moved together, each to be read at any time, and what nobody wants is let go of', () => {
    const { arena, lists } = filled();
    const kept = lists.filter((_, at) => at % 3 !== 1);
    arena.waste = arena.length - kept.reduce((sum, { count }) => sum + count, 0);
    for (const moved of arena.compacting(kept)) expect([moved, ...kept].every((list) => isWhole(arena, list))).toBe(true);
    arena.trim();
    expect(kept.filter((list) => !isWhole(arena, list))).toEqual([]);
    expect(arena.waste).toBe(0);
    expect(arena.length).toBe(kept.reduce((sum, { count }) => sum + count, 0));
  });

  it('stay whole where moving is given up, take in new ones, and are moved the next time', () => {
    const { arena, lists } = filled();
    let left = 6;
    for (const list of arena.compacting(lists)) if (list.count > 0 && --left === 0) break;
    const start = arena.append(Int32Array.of(7, 8), Uint8Array.of(7, 8));
    const all = [...lists, { start, count: 2, first: 7 }];
    expect(all.filter((list) => !isWhole(arena, list))).toEqual([]);
    const live = all.reduce((sum, { count }) => sum + count, 0);
    expect(arena.length - arena.waste).toBe(live);
    Array.from(arena.compacting(all.sort((a, b) => a.start - b.start)));
    expect(all.filter((list) => !isWhole(arena, list))).toEqual([]);
    expect([arena.length, arena.waste]).toEqual([live, 0]);
  });
});
