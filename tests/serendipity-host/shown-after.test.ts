import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/serendipity';
import type { FoundLink } from '../../src/serendipity/ui/link-finder';
import { shownAfter } from '../../src/serendipity/ui/shown-after';
import { NOTHING_SHOWN, type ShownLinks } from '../../src/serendipity/ui/shown-links';

// What the Links tab shows says the names of now, and nothing that a new name or place, or the end of a note, makes untrue.

const HERE = 'Notes/Bees.md';
const THERE = 'Quotes/Hive.md';

function listOf(...reasons: Reason[]): ShownLinks {
  const link: FoundLink = {
    path: THERE, title: 'Hive', folder: 'Quotes', reasons, titleMarks: [[0, 4]], excerpt: { text: 'A swarm.', marks: [[2, 7]] }, hereExcerpt: { text: '', marks: [] },
  };
  return { ...NOTHING_SHOWN, subject: { path: HERE, passage: '' }, links: [link], isAnswer: true };
}

const withRenamed = (shown: ShownLinks, from: string, path: string): ShownLinks => shownAfter(shown, { kind: 'renamed', from, note: { path, mtime: 0, ctime: 0, size: 0 } });
const reasonsAfter = (reason: Reason, from: string, to: string): readonly Reason[] => withRenamed(listOf(reason), from, to).links[0]?.reasons ?? [];

describe('a note that was renamed', () => {
  it('is named as it is now where it was found; marks of its old title go', () => {
    const [link] = withRenamed(listOf(), THERE, 'Notes/Skep.md').links;
    expect(link).toMatchObject({ path: 'Notes/Skep.md', title: 'Skep', folder: 'Notes', titleMarks: [], excerpt: { marks: [[2, 7]] } });
  });

  it('keeps the marks of its title where it only moved', () => {
    expect(withRenamed(listOf(), THERE, 'Notes/Hive.md').links[0]).toMatchObject({ path: 'Notes/Hive.md', title: 'Hive', titleMarks: [[0, 4]] });
  });

  it('stays the subject, with the words selected in it', () => {
    const shown = { ...listOf(), subject: { path: HERE, passage: 'a swarm of bees' } };
    expect(withRenamed(shown, HERE, 'Notes/Wasps.md')).toMatchObject({ subject: { path: 'Notes/Wasps.md', passage: 'a swarm of bees' }, links: [{ path: THERE }] });
  });

  it.each<[string, Reason, Reason]>([
    ['in common', { kind: 'common', via: 'Old.md', here: 'to', there: 'to' }, { kind: 'common', via: 'New.md', here: 'to', there: 'to' }],
    ['near', { kind: 'near', via: 'Old.md', there: 'from' }, { kind: 'near', via: 'New.md', there: 'from' }],
    ['in the middle of the way', { kind: 'distance', links: 3, via: 'Old.md' }, { kind: 'distance', links: 3, via: 'New.md' }],
    ['at the start of a chain', { kind: 'chain', links: 2, from: 'Old.md', isLinked: true }, { kind: 'chain', links: 2, from: 'New.md', isLinked: true }],
    ['that names both', { kind: 'beside', via: 'Old.md', target: 'Other.md' }, { kind: 'beside', via: 'New.md', target: 'Other.md' }],
    ['beside which it is named', { kind: 'beside', via: 'Other.md', target: 'Old.md' }, { kind: 'beside', via: 'Other.md', target: 'New.md' }],
  ])('is named as it is now in a reason: %s', (_, reason, after) => {
    expect(reasonsAfter(reason, 'Old.md', 'New.md')).toEqual([after]);
  });

  it('is not said to be mentioned by its new name', () => {
    const [named, naming]: Reason[] = [{ kind: 'named', name: 'Hive', where: 'here' }, { kind: 'named', name: 'Bees', where: 'there' }];
    expect(reasonsAfter(named as Reason, THERE, 'Quotes/Skep.md')).toEqual([]);
    expect(reasonsAfter(named as Reason, THERE, 'Notes/Hive.md')).toEqual([named]);
    expect(reasonsAfter(named as Reason, HERE, 'Notes/Wasps.md')).toEqual([named]);
    expect(reasonsAfter(naming as Reason, HERE, 'Notes/Wasps.md')).toEqual([]);
    expect(reasonsAfter(naming as Reason, THERE, 'Quotes/Skep.md')).toEqual([naming]);
  });

  it('is in another folder only as long as it is, and owes nothing to the habits of one that it left', () => {
    const elsewhere: Reason = { kind: 'folder', here: 'Notes', there: 'Quotes' };
    const habit: Reason = { kind: 'habit', here: 'Notes', there: 'Quotes', links: 7 };
    expect(reasonsAfter(elsewhere, THERE, 'Notes/Hive.md')).toEqual([]);
    expect(reasonsAfter(elsewhere, HERE, 'Quotes/Bees.md')).toEqual([]);
    expect(reasonsAfter(elsewhere, THERE, 'Quotes/Skep.md')).toEqual([elsewhere]);
    expect(reasonsAfter(elsewhere, THERE, 'Essays/Hive.md')).toEqual([{ kind: 'folder', here: 'Notes', there: 'Essays' }]);
    expect(reasonsAfter(habit, THERE, 'Essays/Hive.md')).toEqual([]);
    expect(reasonsAfter(habit, THERE, 'Quotes/Skep.md')).toEqual([habit]);
  });
});

describe('a note that was deleted', () => {
  const distance: Reason = { kind: 'distance', links: 3, via: 'Far.md' };
  const gone: readonly [string, Reason][] = [
    ['in common', { kind: 'common', via: 'Gone.md', here: 'to', there: 'to' }],
    ['near', { kind: 'near', via: 'Gone.md', there: 'from' }],
    ['in the middle of the way', { kind: 'distance', links: 3, via: 'Gone.md' }],
    ['at the start of a chain', { kind: 'chain', links: 2, from: 'Gone.md', isLinked: true }],
    ['that named both', { kind: 'beside', via: 'Gone.md', target: 'Other.md' }],
    ['beside which it was named', { kind: 'beside', via: 'Other.md', target: 'Gone.md' }],
  ];

  it.each(gone)('is no reason any more: %s', (_, reason) => {
    const shown = listOf({ kind: 'unconnected' }, reason, distance);
    const [link] = shownAfter(shown, { kind: 'removed', path: 'Gone.md' }).links;
    expect(link).toEqual({ ...shown.links[0], reasons: [{ kind: 'unconnected' }, distance] });
  });

  it('leaves a list that does not tell of it the very same, its own card too: the note may come back', () => {
    const shown = listOf(...gone.map(([, reason]) => reason));
    for (const path of [HERE, THERE, 'Far.md']) expect(shownAfter(shown, { kind: 'removed', path })).toBe(shown);
  });
});

it('a list that does not tell of the note stays the very same', () => {
  const shown = listOf({ kind: 'near', via: 'Other.md', there: 'to' });
  expect(withRenamed(shown, 'Far away.md', 'Farther.md')).toBe(shown);
});
