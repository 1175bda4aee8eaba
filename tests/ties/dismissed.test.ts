import { describe, expect, it } from 'vitest';
import { closerKey, introductionKey, keyAfterRename, mentionKey, quietKey, type Community, type Contact } from '../../src/ties';

const person = (path: string): Contact => ({ path, name: path, aliases: [], space: 'network', communities: [], topics: [], interactions: [] });
const group = (path: string, ...days: readonly string[]): Community => ({ path, name: path, aliases: [], topics: [], practiceChanges: days.map((day) => ({ day, text: 'x' })) });
const [ana, bo] = [person('People/Ana.md'), person('People/Bo.md')];

describe('the key of a question that was answered with no', () => {
  it('is another one for every kind of question, person, pair and day', () => {
    const keys = [
      mentionKey({ contact: ana, day: '2026-11-20' }), mentionKey({ contact: ana, day: '2026-11-21' }), mentionKey({ contact: bo, day: '2026-11-20' }),
      closerKey(ana), closerKey(bo), quietKey(group('People/Ana.md')), quietKey(group('People/Ana.md', '2024-03-03')), introductionKey(ana, bo),
      // With the parts merely side by side, these two pairs would be one.
      introductionKey(person('a.md'), person('b c.md')), introductionKey(person('a.md b'), person('c.md')),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('asks about a community again after its latest change, not after an older one was noted', () => {
    expect(quietKey(group('G.md', '2024-03-03', '2023-01-01'))).toBe(quietKey(group('G.md', '2024-03-03')));
  });

  it('is one for a pair, in whatever order', () => {
    expect(introductionKey(ana, bo)).toBe(introductionKey(bo, ana));
  });

  it.each([
    ['People/Ana.md', 'People/Zoe.md', 'a renamed note'],
    ['People/Ana.md', 'Archive/Old/Ana.md', 'a moved note'],
  ])('goes along from %s to %s: %s', (from, to) => {
    const after = person(to);
    expect(keyAfterRename(closerKey(ana), from, to)).toBe(closerKey(after));
    expect(keyAfterRename(mentionKey({ contact: ana, day: '2026-11-20' }), from, to)).toBe(mentionKey({ contact: after, day: '2026-11-20' }));
    expect(keyAfterRename(quietKey(group(from, '2024-03-03')), from, to)).toBe(quietKey(group(to, '2024-03-03')));
    expect(keyAfterRename(introductionKey(ana, bo), from, to)).toBe(introductionKey(after, bo));
  });

  it.each(['Ana.md', 'People', 'People/A', 'e/Ana.md', 'closer', '2026-11-20'])('stays as it is when %j gets another name, which only has some of the same letters', (from) => {
    for (const key of [closerKey(ana), introductionKey(ana, bo)]) expect(keyAfterRename(key, from, 'Z.md')).toBe(key);
  });

  it.each(['', 'closer People/Ana.md', '["closer"', '{"closer":1}', '["closer",1]', 'null'])('stays as it is when it is of another form: %j', (key) => {
    expect(keyAfterRename(key, 'People/Ana.md', 'Z.md')).toBe(key);
  });
});
