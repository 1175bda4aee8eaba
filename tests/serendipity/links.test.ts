import { describe, expect, it } from 'vitest';
import { LinkGraph } from '../../src/serendipity/vault/link-graph';

function graphOf(paths: readonly string[]): LinkGraph {
  const graph = new LinkGraph();
  paths.forEach((path, note) => graph.addNote(note, path));
  return graph;
}

function targets(graph: LinkGraph, note: number): number[] {
  const found: number[] = [];
  graph.eachOut(note, (target) => found.push(target));
  return found;
}

const link = (target: string): { target: string; anchor: number[] } => ({ target, anchor: [] });

describe('which note a link means', () => {
  it.each([
    ['the exact path', ['a/x.md', 'x.md', 'from.md'], 'x', 1],
    ['a path that ends so', ['a/b/x.md', 'c/x.md', 'from.md'], 'b/x', 0],
    ['small and capital letters alike', ['Deep/Note.md', 'from.md'], 'deep/NOTE', 0],
    ['a link with its extension', ['n.md', 'from.md'], 'n.md', 0],
    ['the note below the linking folder', ['z.md', 'far/away/y.md', 'near/sub/y.md', 'near/from.md'], 'y', 2],
    ['the shorter path', ['long/long/y.md', 's/y.md', 'from.md'], 'y', 1],
    ['a relative path', ['a/y.md', 'y.md', 'a/b/from.md'], '../y', 0],
    ['a path from the root', ['a/y.md', 'y.md', 'a/from.md'], '/y', 1],
    ['no part of a name', ['my x.md', 'from.md'], 'x', undefined],
  ])('takes %s', (_, paths, target, expected) => {
    const graph = graphOf(paths);
    const from = paths.length - 1;
    graph.setLinks(from, [link(target)]);
    expect(targets(graph, from)[0]).toBe(expected);
  });

  it('turns links when notes come, go and come back', () => {
    const graph = graphOf(['from.md']);
    graph.setLinks(0, [link('x')]);
    expect(targets(graph, 0)).toEqual([]);
    graph.addNote(1, 'deep/down/x.md');
    expect(targets(graph, 0)).toEqual([1]);
    graph.addNote(2, 'x.md');
    expect(targets(graph, 0)).toEqual([2]);
    expect(graph.inDegree(1)).toBe(0);
    graph.removeNote(2);
    expect(targets(graph, 0)).toEqual([1]);
    graph.setLinks(0, []);
    expect(graph.size).toBe(0);
    expect(graph.degree(1)).toBe(0);
  });
});
