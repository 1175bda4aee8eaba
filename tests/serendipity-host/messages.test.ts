import { describe, expect, it } from 'vitest';
import { createEngine, exclusionOf, Feeder, RemoteEngine, type Engine, type NoteText, type Pace } from '../../src/serendipity';
import { connect, FakeStore, FakeVault, feederOn, soon } from './bench-vault';

function notes(count: number): NoteText[] {
  return Array.from({ length: count }, (_, at) => ({ path: `${at}.md`, text: `bees and hives number ${at} theme${at % 5}`, mtime: at, ctime: 0 }));
}

function failing(engine: Engine, failure: Partial<Engine>): Engine {
  return new Proxy(engine, {
    get: (target, name) => {
      const value: unknown = Reflect.get(name in failure ? failure : target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('messages', () => {
  it('a question overtakes the notes that are being taken in', async () => {
    const remote = connect(undefined);
    await remote.ask('open', {});
    await remote.ask('put', notes(20));
    remote.order.length = 0;
    await Promise.all([remote.ask('put', notes(300)), remote.ask('suggest', { path: '1.md', limit: 5, now: 0 })]);
    expect(remote.order).toEqual(['suggest', 'put']);
  });

  it('changes keep their order', async () => {
    const remote = connect(undefined);
    await remote.ask('open', {});
    await Promise.all([remote.ask('put', notes(50)), remote.ask('rename', '3.md', 'three.md'), remote.ask('remove', ['three.md', '4.md'])]);
    const { paths, mtimes } = await remote.ask('known');
    expect(paths.split('\0')).toHaveLength(48);
    expect(mtimes).toHaveLength(48);
    expect(paths.split('\0')).not.toContain('three.md');
  });

  it('a question asked before the engine is open waits for it', async () => {
    const store = new FakeStore();
    const first = connect(store);
    await first.ask('open', {});
    await first.ask('put', notes(30));
    await first.ask('save');
    const remote = connect(store);
    const early = remote.ask('size');
    await remote.ask('open', {});
    expect((await early).notes).toBe(30);
  });
});

describe('what goes wrong', () => {
  it('with one note is reported for this note; the others are taken in', async () => {
    const remote = connect(undefined, () => {
      const engine = createEngine();
      return failing(engine, {
        put: (note) => {
          if (note.path === '2.md') throw new Error('this text is cursed');
          engine.put(note);
        },
      });
    });
    await remote.ask('open', {});
    expect(await remote.ask('put', notes(4))).toEqual([{ path: '2.md', problem: 'this text is cursed' }]);
    expect((await remote.ask('size')).notes).toBe(3);
  });

  it('in an answer becomes a sentence that names it', async () => {
    const remote = connect(undefined, () => failing(createEngine(), {
      suggest: () => {
        throw new Error('the scales are broken');
      },
    }));
    await remote.ask('open', {});
    await expect(remote.ask('suggest', { limit: 3, now: 0 })).rejects.toThrow('The link index could not carry out "suggest": the scales are broken');
    expect((await remote.ask('size')).notes).toBe(0);
  });

  it('with the cache costs the cache, not the index', async () => {
    const store = new FakeStore();
    store.isBroken = true;
    const remote = connect(store);
    expect(await remote.ask('open', {})).toEqual({ notes: 0, problems: ['the disk is full'] });
    await remote.ask('put', notes(12));
    await expect(remote.ask('save')).rejects.toThrow('the disk is full');
    expect((await remote.ask('size')).notes).toBe(12);
    store.isBroken = false;
    await remote.ask('save');
    expect(await connect(store).ask('open', {})).toEqual({ notes: 12, problems: [] });
  });

  it('with the worker refuses what waits and what comes', async () => {
    const remote = new RemoteEngine(() => undefined);
    const waiting = remote.ask('size');
    remote.close('The worker is gone.');
    await expect(waiting).rejects.toThrow('The worker is gone.');
    await expect(remote.ask('size')).rejects.toThrow('The worker is gone.');
    expect(remote.waiting).toBe(0);
  });

  it('in posting is a sentence, too', async () => {
    const remote = new RemoteEngine(() => {
      throw new Error('cannot be cloned');
    });
    await expect(remote.ask('size')).rejects.toThrow('cannot be cloned');
  });

  it('with reading a note is remembered, and made good when the note can be read', async () => {
    const vault = new FakeVault();
    vault.write('a.md', 'one');
    vault.write('b.md', 'two');
    vault.unreadable.add('b.md');
    const remote = connect(undefined);
    await remote.ask('open', {});
    const feeder = feederOn(vault, remote);
    await feeder.catchUp();
    await feeder.run();
    expect([...feeder.left]).toEqual([['b.md', 'EACCES']]);
    vault.unreadable.clear();
    feeder.follow(vault.write('b.md', 'two again'));
    await feeder.run();
    expect(feeder.left.size).toBe(0);
    expect((await remote.ask('size')).notes).toBe(2);
  });

  it('while reading ends the run with the sentence', async () => {
    const vault = new FakeVault();
    for (let at = 0; at < 500; at++) vault.write(`${at}.md`, 'text');
    const remote = connect(undefined);
    await remote.ask('open', {});
    const feeder = feederOn(vault, remote);
    await feeder.catchUp();
    const run = feeder.run();
    remote.close('The worker is gone.');
    await expect(run).rejects.toThrow('The worker is gone.');
  });
});

describe('a change of the vault', () => {
  it('that only says what was just read is not read again; a later one is', async () => {
    const vault = new FakeVault();
    const first = vault.write('a.md', 'one');
    vault.write('b.md', 'two');
    const remote = connect(undefined);
    await remote.ask('open', {});
    const feeder = feederOn(vault, remote);
    await feeder.catchUp();
    const run = feeder.run();
    await soon();
    await soon();
    feeder.follow(first);
    await run;
    expect(vault.reads).toEqual(['b.md', 'a.md']);
    feeder.follow(vault.write('a.md', 'one more'));
    await feeder.run();
    expect(vault.reads).toEqual(['b.md', 'a.md', 'a.md']);
  });
});

describe('batches', () => {
  it('hold at most 100 notes and 256 KB, and at most two are under way', async () => {
    const vault = new FakeVault();
    for (let at = 0; at < 700; at++) vault.write(`${at}.md`, at % 50 === 0 ? 'long text '.repeat(9000) : 'short text');
    vault.write('huge.md', 'x'.repeat(3_000_000));
    const sizes: number[][] = [];
    let underway = 0;
    let most = 0;
    const remote = connect(undefined);
    await remote.ask('open', {});
    const watched: Pick<RemoteEngine, 'ask'> = {
      ask: (name, ...given) => {
        if (name !== 'put') return remote.ask(name, ...given);
        const [batch] = given as unknown as [readonly NoteText[]];
        sizes.push([batch.length, batch.reduce((sum, { text }) => sum + text.length, 0)]);
        most = Math.max(most, ++underway);
        const answer = remote.ask(name, ...given);
        void answer.then(() => underway--);
        return answer;
      },
    };
    const feeder = feederOn(vault, watched as RemoteEngine);
    await feeder.catchUp();
    expect(feeder.total).toBe(701);
    await feeder.run();
    expect(sizes.reduce((sum, [count = 0]) => sum + count, 0)).toBe(701);
    expect(Math.max(...sizes.map(([count = 0]) => count))).toBeLessThanOrEqual(100);
    for (const [count = 0, characters = 0] of sizes) expect(count === 1 || characters <= 256 * 1024).toBe(true);
    expect(Math.max(...sizes.map(([, characters = 0]) => characters))).toBe(1024 * 1024);
    expect(most).toBe(2);
    expect(feeder.total).toBe(0);
  });

  it('stop at a pause and go on from there', async () => {
    const vault = new FakeVault();
    for (let at = 0; at < 450; at++) vault.write(`${at}.md`, 'text');
    const remote = connect(undefined);
    await remote.ask('open', {});
    const feeder = feederOn(vault, remote);
    await feeder.catchUp();
    const run = feeder.run();
    feeder.pause();
    await run;
    expect((await remote.ask('size')).notes).toBeLessThanOrEqual(100);
    expect(feeder.isIdle).toBe(false);
    feeder.resume();
    await feeder.run();
    expect((await remote.ask('size')).notes).toBe(450);
  });
});

describe('a device that is spared', () => {
  it('gets small batches, one at a time, with a rest after each but the last', async () => {
    const vault = new FakeVault();
    for (let at = 0; at < 70; at++) vault.write(`${at}.md`, 'text');
    const remote = connect(undefined);
    await remote.ask('open', {});
    const sizes: number[] = [];
    let underway = 0;
    let most = 0;
    let rests = 0;
    const ask: RemoteEngine['ask'] = (name, ...given) => {
      const answer = remote.ask(name, ...given);
      if (name !== 'put') return answer;
      const [batch] = given as unknown as [readonly NoteText[]];
      sizes.push(batch.length);
      most = Math.max(most, ++underway);
      void answer.then(() => underway--);
      return answer;
    };
    const pace: Pace = { batchNotes: 16, batchesAhead: 1, rest: async () => void rests++ };
    const feeder = new Feeder({ notes: vault, engine: { ask }, isExcluded: () => false, breathe: () => Promise.resolve(), pace: () => pace, onProgress: () => undefined });
    await feeder.catchUp();
    await feeder.run();
    expect(sizes).toEqual([16, 16, 16, 16, 6]);
    expect(most).toBe(1);
    expect(rests).toBe(4);
    expect((await remote.ask('size')).notes).toBe(70);
  });
});

describe('excluded files', () => {
  it.each([
    ['Private', 'Private/a.md', true],
    ['Private/', 'private/deep/a.md', true],
    ['Private', 'Private notes.md', false],
    ['', 'a.md', false],
    ['/Private', 'Private/a.md', true],
  ])('folder "%s", note "%s": %s', (folder, path, excluded) => {
    expect(exclusionOf([folder], [])(path)).toBe(excluded);
  });

  it.each([
    ['Private/', 'Private/a.md', true],
    ['Priv', 'Private/a.md', true],
    ['/\\.excalidraw/', 'Draw/a.excalidraw.md', true],
    ['/(/', 'a(.md', false],
    ['//', 'a.md', false],
    ['', 'a.md', false],
  ])('Obsidian\'s filter "%s", note "%s": %s', (filter, path, excluded) => {
    expect(exclusionOf([], [filter])(path)).toBe(excluded);
  });
});
