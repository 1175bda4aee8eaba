import { describe, expect, it } from 'vitest';
import { Hidden } from '../../src/serendipity/ui/hidden';
import { Offers } from '../../src/serendipity/ui/offers';

// The pairs of a day stay, whatever happens to the vault; a pair falls out when one of its notes is gone or not wanted any more.

const EMPTY = { text: '', marks: [] };
const JOINED = { kind: 'common', via: 'v.md', here: 'to', there: 'from' };

class Vault {
  readonly stored = new Map<string, unknown>();
  readonly paths = new Set(['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md']);
  readonly excluded = new Set<string>();
  /** What the engine would draw now. */
  drawn: readonly (readonly [string, string])[] = [['a.md', 'b.md'], ['c.md', 'd.md']];
  day = '2026-11-20';
  readonly #app = { loadLocalStorage: (key: string) => this.stored.get(key) ?? null, saveLocalStorage: (key: string, value: unknown) => this.stored.set(key, structuredClone(value)) };
  readonly hidden = new Hidden(this.#app as unknown as ConstructorParameters<typeof Hidden>[0]);
  readonly offers = new Offers(
    { app: this.#app, clock: () => new Date(`${this.day}T09:00:00`), notes: { find: (path: string) => (this.paths.has(path) ? { path } : undefined) } } as unknown as ConstructorParameters<typeof Offers>[0],
    { status: { phase: 'ready' }, isAnswering: true, whenComplete: () => Promise.resolve(), isExcluded: (path: string) => this.excluded.has(path) } as unknown as ConstructorParameters<typeof Offers>[1],
    { sparks: (count: number) => Promise.resolve(this.drawn.slice(0, count).map(([here, there]) => ({ here: { path: here, title: here, excerpt: EMPTY }, there: { path: there, title: there, excerpt: EMPTY }, reasons: [JOINED] }))) } as unknown as ConstructorParameters<typeof Offers>[2],
    this.hidden,
  );

  async pairs(): Promise<string[]> {
    return (await this.offers.sparksOfToday(2)).map(({ first, second }) => `${first.path} ${second.path}`);
  }
}

describe('the sparks of a day', () => {
  it('say by name which notes are joined', async () => {
    expect((await new Vault().offers.sparksOfToday(1)).map(({ reason }) => reason)).toEqual(['"a.md" links to v, which links to "b.md"']);
  });

  it('stay all day, though others would be drawn by now, and are others the next day', async () => {
    const vault = new Vault();
    expect(await vault.pairs()).toEqual(['a.md b.md', 'c.md d.md']);
    vault.drawn = [['e.md', 'f.md'], ['a.md', 'd.md']];
    expect(await vault.pairs()).toEqual(['a.md b.md', 'c.md d.md']);
    vault.day = '2026-11-21';
    expect(await vault.pairs()).toEqual(['e.md f.md', 'a.md d.md']);
  });

  it('follow a note that is renamed', async () => {
    const vault = new Vault();
    await vault.pairs();
    vault.paths.delete('b.md');
    vault.paths.add('x/Bees.md');
    vault.offers.follow({ kind: 'renamed', from: 'b.md', note: { path: 'x/Bees.md', mtime: 1, ctime: 1, size: 1 } });
    const [first] = await vault.offers.sparksOfToday(1);
    expect(first?.second).toEqual({ path: 'x/Bees.md', title: 'Bees' });
  });

  it.each([
    ['deleted', (vault: Vault) => vault.paths.delete('b.md')],
    ['hidden', (vault: Vault) => vault.hidden.hideNote('b.md')],
    ['hidden from the other', (vault: Vault) => vault.hidden.hidePair('b.md', 'a.md')],
    ['excluded', (vault: Vault) => vault.excluded.add('b.md')],
  ])('let a pair go when a note is %s', async (_, happen) => {
    const vault = new Vault();
    await vault.pairs();
    happen(vault);
    vault.drawn = [['e.md', 'f.md']];
    expect(await vault.pairs()).toEqual(['c.md d.md', 'e.md f.md']);
  });
});
