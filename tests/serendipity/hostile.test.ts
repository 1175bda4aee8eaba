import { describe, expect, it } from 'vitest';
import { type Engine, createEngine, illustrate } from '../../src/serendipity';
import { engineOf, madeVault } from './made-vault';
import { processorTime } from '../processor-time';

const NOW = Date.UTC(2026, 10, 20);

function put(engine: Engine, path: string, text: string): number {
  const start = processorTime();
  engine.put({ path, text, mtime: 1, ctime: 1 });
  return processorTime() - start;
}

describe('notes nobody should write', () => {
  it('0, 1 and 2 notes give empty but sound answers', () => {
    const engine = createEngine();
    expect(engine.suggest({ path: 'a.md', limit: 10, now: NOW })).toEqual([]);
    expect(engine.suggest({ text: 'soil', limit: 10, now: NOW })).toEqual([]);
    expect(engine.sparks({ count: 3, seed: 1, now: NOW })).toEqual([]);
    expect(engine.findNames('a', 3)).toEqual([]);
    put(engine, 'a.md', 'soil and compost');
    expect(engine.suggest({ path: 'a.md', limit: 10, now: NOW })).toEqual([]);
    put(engine, 'b.md', 'soil and tomato');
    expect(engine.suggest({ path: 'a.md', limit: 10, now: NOW }).map(({ path }) => path)).toEqual(['b.md']);
  });

  it.each([
    ['20 MB of prose', 'a river runs through the valley of [[many]] small stones. '.repeat(20 * 2 ** 20 / 58)],
    ['20 MB without a space', 'x'.repeat(20 * 2 ** 20)],
    ['20 MB of opening brackets', '[['.repeat(10 * 2 ** 20)],
    ['20 MB of Chinese', '知识管理方法'.repeat(2 ** 20)],
    ['20 MB of fences', '```\n'.repeat(5 * 2 ** 20)],
    ['one word a million times', 'river '.repeat(1_000_000)],
    ['a million links to one note', '[[many]] '.repeat(1_000_000)],
    ['a million tags', '#tag '.repeat(1_000_000)],
    ['a million lines of frontmatter', `---\n${'a: b\n'.repeat(1_000_000)}---\n`],
    ['open comments and tags', '<'.repeat(500_000) + '%% <!-- '.repeat(100_000)],
  ])('%s are read in bounded time', (_, text) => {
    const engine = engineOf(madeVault(30, 1));
    expect(put(engine, 'big.md', text)).toBeLessThan(4_000);
    expect(() => engine.suggest({ path: 'big.md', limit: 10, now: NOW })).not.toThrow();
    expect(engine.size().bytes).toBeLessThan(40 * 2 ** 20);
  });

  it('5,000 links in one note, link cycles and links to itself', () => {
    const notes = Array.from({ length: 300 }, (_, at) => ({ path: `n${at}.md`, text: `word${at} soil [[n${(at + 1) % 300}]] [[n${at}]]`, mtime: 1, ctime: 1 }));
    const engine = engineOf(notes);
    const links = Array.from({ length: 5_000 }, (_, at) => `[[n${at}]]`).join(' ');
    expect(put(engine, 'hub.md', `${links} soil`)).toBeLessThan(1_000);
    expect(engine.suggest({ path: 'hub.md', limit: 10, now: NOW })).toEqual([]);
    expect(engine.suggest({ path: 'n5.md', limit: 10, now: NOW }).every(({ path }) => !['n4.md', 'n6.md', 'hub.md'].includes(path))).toBe(true);
    engine.remove('hub.md');
    expect(engine.size().links).toBe(600);
  });

  it('3,000 notes of one name', () => {
    const start = processorTime();
    const engine = engineOf(Array.from({ length: 3_000 }, (_, at) => ({ path: `f${at}/README.md`, text: `word${at % 50} soil [[README]]`, mtime: 1, ctime: 1 })));
    expect(engine.size().notes).toBe(3_000);
    expect(processorTime() - start).toBeLessThan(8_000);
  });

  it('lone surrogates and NUL in text, name and link', () => {
    const engine = engineOf(madeVault(10, 1));
    put(engine, 'bad\ud800.md', 'soil \udc00 \ud83d tomato\0 [[bad\ud800]] 𠀀𠀁 𝒳 😀');
    put(engine, 'other.md', 'soil and tomato 𠀀𠀁');
    const [found] = engine.suggest({ path: 'bad\ud800.md', limit: 10, now: NOW });
    expect(found).toBeDefined();
    expect(() => illustrate(found as NonNullable<typeof found>, { path: 'bad\ud800.md', text: 'soil \udc00' }, { path: 'other.md', text: 'soil \ud83d' })).not.toThrow();
  });

  it('names that are also members of objects', () => {
    const engine = createEngine();
    for (const name of ['__proto__', 'constructor', 'toString']) put(engine, `${name}.md`, `${name} soil [[constructor]] [[__proto__]] #constructor`);
    expect(engine.size().notes).toBe(3);
    expect(engine.size().links).toBe(6);
    expect(() => engine.suggest({ path: '__proto__.md', limit: 3, now: NOW })).not.toThrow();
  });
});

describe('a memory cap', () => {
  it('thins the terms of notes, and answers still come', () => {
    const notes = madeVault(400, 6).map((note, at) => ({ ...note, text: `${note.text}\n${Array.from({ length: 300 }, (_, word) => `rare${at}x${word}`).join(' ')}` }));
    const free = engineOf(notes);
    const cap = free.size().bytes * 0.75;
    const engine = createEngine({ memoryCap: cap });
    for (const note of notes) engine.put(note);
    engine.settle();
    expect(engine.size().bytes).toBeLessThan(free.size().bytes);
    expect(engine.suggest({ path: 'area 0/note 0.md', limit: 5, now: NOW }).length).toBe(5);
  });
});
