import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/serendipity';
import { LinkGraph } from '../../src/serendipity/vault/link-graph';
import { FolderHabits } from '../../src/serendipity/vault/folder-habits';

const linkTo = (...targets: string[]): { target: string; anchor: number[] }[] => targets.map((target) => ({ target, anchor: [] }));

/** Four books that name their authors and no other book, and four authors. */
function library(): LinkGraph {
  const graph = new LinkGraph();
  for (let at = 0; at < 4; at++) {
    graph.addNote(at, `books/book ${at}.md`);
    graph.addNote(4 + at, `authors/author ${at}.md`);
  }
  for (let at = 0; at < 3; at++) graph.setLinks(at, linkTo(`author ${at}`));
  return graph;
}

describe('habits of folders', () => {
  it('say how much likelier than by chance a link leads from one folder to another', () => {
    const from = library().habits.from('books');
    // 3 links, all to authors: (3 + 4·(1 − 1/5)·½ + 0.02) / ((3 + 4)·½ + 0.02), and (0 + 4·1/5 + 0.02) / (7·½ + 0.02)
    expect(from(7)).toBeCloseTo(Math.log(4.62 / 3.52), 10);
    expect(from(3)).toBeCloseTo(Math.log(0.82 / 3.52), 10);
  });

  it('take what is not known of a folder from the whole vault', () => {
    const graph = library();
    graph.addNote(8, 'films/film.md');
    const here = graph.habits.from('films');
    const nowhere = graph.habits.from('no such folder');
    expect(here(8)).toBeGreaterThan(here(0)); // 1 in 5 links would stay, 1 note in 9 is here
    expect(nowhere(0)).toBeCloseTo(nowhere(4), 10);
  });

  it('follow notes and links that come, go and move', () => {
    const graph = library();
    const before = graph.habits.from('books')(7);
    graph.setLinks(3, linkTo('book 0', 'author 3'));
    graph.setLinks(2, []);
    graph.removeNote(5); // the link of book 1 leads nowhere
    graph.setLinks(3, []);
    graph.setLinks(2, linkTo('author 2'));
    graph.addNote(5, 'authors/author 1.md');
    expect(graph.habits.from('books')(7)).toBe(before);
  });

  it('hold nothing before the first note', () => {
    expect(() => new FolderHabits().from('')).not.toThrow();
  });
});

describe('what habits and names do to an answer', () => {
  const put = (engine: ReturnType<typeof createEngine>, path: string, text: string): void => engine.put({ path, text, mtime: 0, ctime: 0 });

  it('prefers, of two notes that say as much, the one to whose folder such notes link', () => {
    const engine = createEngine();
    for (let at = 0; at < 6; at++) {
      put(engine, `meetings/meeting ${at}.md`, `Agenda number ${at}. [[plan ${at}]]`);
      put(engine, `plans/plan ${at}.md`, `Something about phase ${at}.`);
      put(engine, `clips/clip ${at}.md`, `Whatever stood in paper ${at}.`);
    }
    put(engine, 'meetings/asking.md', 'We spoke of the harbour bridge and its cables.');
    put(engine, 'clips/found there.md', 'Harbour bridge cables, steel.');
    put(engine, 'plans/found here.md', 'Harbour bridge cables, stone.');
    const [first, second] = engine.suggest({ path: 'meetings/asking.md', limit: 2, now: 0, surprise: 0 });
    expect([first?.path, second?.path]).toEqual(['plans/found here.md', 'clips/found there.md']);
    expect(first?.parts['habit']).toBeGreaterThan(second?.parts['habit'] as number);
  });

  it('leaves folders out of it for a text that stands nowhere', () => {
    const engine = createEngine();
    put(engine, 'harbour.md', 'The harbour bridge and its cables.');
    put(engine, 'far/bridge.md', 'The harbour bridge and its cables, too.');
    for (const { parts } of engine.suggest({ text: 'Harbour bridge cables', limit: 2, now: 0 })) expect(parts).toMatchObject({ habit: 0, place: 0 });
  });

  it('sees that a note speaks of the asking one by its name', () => {
    const engine = createEngine();
    put(engine, 'a/Harbour bridge.md', 'Opened in spring.');
    put(engine, 'a/walk.md', 'Over the harbour bridge in spring rain.');
    put(engine, 'a/rain.md', 'More spring rain over there, all day.');
    for (let at = 0; at < 8; at++) put(engine, `a/other ${at}.md`, `Sonata number ${at}.`);
    const found = engine.suggest({ path: 'a/Harbour bridge.md', limit: 2, now: 0, surprise: 0 });
    expect(found.map(({ path, parts }) => [path, parts['named']])).toEqual([['a/walk.md', 1], ['a/rain.md', 0]]);
  });
});
