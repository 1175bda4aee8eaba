import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, type RemoteEngine, type Suggestion } from '../../src/serendipity';
import { connect, FakeStore, FakeVault, feederOn, soon } from './bench-vault';

const NOW = 1_800_000_000_000;
const PATHS = ['a.md', 'b.md', 'c.md', 'Deep/d.md', 'Deep/e.md', 'Other/f.md', 'Other/g.md', 'Secret/h.md', 'Secret/i.md', 'j.md'];
const WORDS = ['bees', 'dance', 'hive', 'swarm', 'decides', 'ward', 'nurse', 'handover', 'maps', 'drawing', 'legend', 'repair', 'bolt', 'thread', 'garden', '[[a]]', '[[Deep/d]]', '[[g]]'];
const isExcluded = (path: string): boolean => path.startsWith('Secret/');

const path = fc.constantFrom(...PATHS);
/** Lists as long as they may be: without a size, fast-check makes them of about ten at most. */
const upTo = (maxLength: number): fc.ArrayConstraints => ({ maxLength, size: 'max' });
const text = fc.array(fc.constantFrom(...WORDS), upTo(30)).map((words) => words.join(' '));
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), path }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename' as const), path, to: path }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('run', 'run', 'wait', 'wait', 'wait', 'save', 'settle', 'pause', 'resume', 'restart', 'rebuild') }) },
);

function outline(suggestions: readonly Suggestion[]): [string, number][] {
  return suggestions.map((suggestion): [string, number] => [suggestion.path, Math.round(suggestion.score * 1e6)]).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function expectSameAsFresh(vault: FakeVault, remote: RemoteEngine): Promise<void> {
  const fresh: Engine = createEngine();
  for (const [at, { text: content, mtime }] of vault.files) if (!isExcluded(at)) fresh.put({ path: at, text: content, mtime, ctime: 0 });
  const known = await remote.ask('known');
  expect(known.paths.split('\0').filter((at) => at !== '').sort()).toEqual([...fresh.notes()].map((note) => note.path).sort());
  for (const asking of PATHS) {
    const query = { path: asking, text: vault.files.get(asking)?.text ?? 'bees dance hive', limit: 20, surprise: 0, now: NOW };
    expect(outline(await remote.ask('suggest', query))).toEqual(outline(fresh.suggest(query)));
  }
}

describe('whatever happens to the vault', () => {
  it('the served engine ends with the answers of a fresh one, and excluded notes are never read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, upTo(40)), async (history) => {
        const vault = new FakeVault();
        let store = new FakeStore();
        let remote = connect(store);
        await remote.ask('open', {});
        let feeder = feederOn(vault, remote, isExcluded);
        let running: Promise<unknown> = Promise.resolve();
        const unlessKilled = (work: Promise<unknown>): Promise<unknown> => work.catch((error: Error) => expect(error.message).toBe('killed'));
        for (const one of history) {
          if (one.do === 'write' && 'text' in one) feeder.follow(vault.write(one.path, one.text));
          else if (one.do === 'remove' && 'path' in one) {
            if (vault.files.has(one.path)) feeder.follow(vault.remove(one.path));
          } else if (one.do === 'rename' && 'to' in one) {
            if (vault.files.has(one.path) && !vault.files.has(one.to)) feeder.follow(vault.rename(one.path, one.to));
          } else if (one.do === 'run') running = Promise.all([running, unlessKilled(feeder.run())]);
          else if (one.do === 'wait') await soon();
          else if (one.do === 'save') void unlessKilled(remote.ask('save'));
          else if (one.do === 'settle') void unlessKilled(remote.ask('settle'));
          else if (one.do === 'pause') feeder.pause();
          else if (one.do === 'resume') feeder.resume();
          else if (one.do === 'rebuild') {
            feeder.stop();
            feeder = feederOn(vault, remote, isExcluded);
            void unlessKilled(remote.ask('clear'));
            running = Promise.all([running, unlessKilled(feeder.catchUp())]);
          } else if (one.do === 'restart') {
            feeder.stop();
            remote.close('killed');
            await running;
            store.isDead = true;
            store = new FakeStore(store.records);
            remote = connect(store);
            expect((await remote.ask('open', {})).problems).toEqual([]);
            feeder = feederOn(vault, remote, isExcluded);
            running = Promise.all([running, unlessKilled(feeder.catchUp())]);
          }
        }
        feeder.resume();
        await running;
        await feeder.run();
        expect(feeder.isIdle).toBe(true);
        await expectSameAsFresh(vault, remote);
        expect(vault.reads.filter(isExcluded)).toEqual([]);
      }),
      { numRuns: 1000, seed: 20261120 },
    );
  }, 120_000);
});

describe('a cache that is torn', () => {
  it('is rebuilt only where it is torn, and says so', async () => {
    const vault = new FakeVault();
    for (let at = 0; at < 1300; at++) vault.write(`Notes/${at}.md`, `note number${at} of topic${at % 7} and theme${at % 11}`);
    const store = new FakeStore();
    const first = connect(store);
    await first.ask('open', { vault: 'here' });
    const feeder = feederOn(vault, first);
    await feeder.catchUp();
    await feeder.run();
    await first.ask('save');

    const segments = [...store.records.keys()].filter((key) => key.startsWith('segment/'));
    expect(segments.length).toBeGreaterThan(2);
    const torn = store.records.get(segments[1] ?? '');
    if (torn === undefined) throw new Error('the second segment is missing');
    torn[torn.length >> 1] = (torn[torn.length >> 1] ?? 0) ^ 0xff;

    const second = connect(store);
    const report = await second.ask('open', { vault: 'here' });
    expect(report.problems).toHaveLength(1);
    expect(report.notes).toBeGreaterThan(700);
    vault.reads.length = 0;
    const again = feederOn(vault, second);
    await again.catchUp();
    await again.run();
    expect(vault.reads).toHaveLength(1300 - report.notes);
    await second.ask('save');
    const third = connect(store);
    expect(await third.ask('open', { vault: 'here' })).toEqual({ notes: 1300, problems: [] });
  });

  it('of another vault is not used', async () => {
    const store = new FakeStore();
    const first = connect(store);
    await first.ask('open', { vault: 'here' });
    await first.ask('put', [{ path: 'a.md', text: 'a note', mtime: 1, ctime: 1 }]);
    await first.ask('save');
    const second = connect(store);
    const report = await second.ask('open', { vault: 'there' });
    expect(report.notes).toBe(0);
    expect(report.problems).toHaveLength(1);
  });
});
