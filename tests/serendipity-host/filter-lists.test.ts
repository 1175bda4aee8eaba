import { describe, expect, it } from 'vitest';
import type { NoteRef } from '../../src/note';
import { filterListsOf } from '../../src/serendipity/ui/filter-lists';
import { notesNamed } from '../../src/serendipity/ui/notes-named';
import { processorTime } from '../processor-time';

const ref = (path: string): NoteRef => ({ path, ctime: 0, mtime: 0, size: 0 });

describe('what a filter can choose from', () => {
  const types: Record<string, unknown> = { 'Quotes/a.md': ' Quote ', 'Deep/Down/b.md': 'note', 'Private/Mine/c.md': 'secret', 'd.md': 5 };
  const notes = { list: () => Object.keys(types).map(ref), properties: (path: string) => ({ type: types[path] }) };

  it('are folders with those above them, and types, but nothing that only excluded notes have', async () => {
    const lists = await filterListsOf(notes, (path) => path.startsWith('Private/'), () => Promise.resolve());
    expect(lists).toEqual({ folders: ['Deep', 'Deep/Down', 'Quotes'], types: ['note', 'quote'] });
  });

  it('is gathered with a breath at every note', async () => {
    let breaths = 0;
    await filterListsOf(notes, () => false, () => Promise.resolve(void breaths++));
    expect(breaths).toBe(4);
  });
});

describe('notes by what is typed', () => {
  const notes = ['Bees/Swarm.md', 'Teams/A swarm decides.md', 'Swarm/Other.md', 'Music/Tuning before the rehearsal.md'].map(ref);
  const named = (typed: string, limit = 10): string[] => notesNamed(notes, limit)(typed).map(({ path }) => path);

  it.each([
    ['', notes.map(({ path }) => path)],
    ['SWARM', ['Bees/Swarm.md', 'Teams/A swarm decides.md', 'Swarm/Other.md']],
    ['rehearsal  tun', ['Music/Tuning before the rehearsal.md']],
    ['teams swarm', ['Teams/A swarm decides.md']],
    ['nothing', []],
  ])('%j', (typed, found) => expect(named(typed)).toEqual(found));

  it('are no more than asked for', () => expect(named('swarm', 2)).toEqual(['Bees/Swarm.md', 'Teams/A swarm decides.md']));

  it('are found among 10,000 within one key press', () => {
    const many = notesNamed(Array.from({ length: 10_000 }, (_, at) => ref(`Folder ${at % 300}/A note of some length ${at}.md`)), 100);
    many('a');
    const times = ['n', 'no', 'note of 9999', 'x'].map((typed) => {
      const begun = processorTime();
      many(typed);
      return processorTime() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});
