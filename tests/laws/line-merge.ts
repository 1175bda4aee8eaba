import { diffArrays } from 'diff';

interface Edits {
  /** Lines of the base that are gone. */
  readonly gone: ReadonlySet<number>;
  /** What was put before a line of the base; the last place is the end. */
  readonly put: ReadonlyMap<number, readonly string[]>;
}

/**
 * A three-way merge by lines, as tools do that sync files: what only one side changed is taken, what both put in one place
 * stands there from both sides, the same once.
 */
export function mergeLines(base: string, mine: string, theirs: string): string {
  const lines = base.split('\n');
  const [left, right] = [editsOf(lines, mine.split('\n')), editsOf(lines, theirs.split('\n'))];
  const merged: string[] = [];
  for (let at = 0; at <= lines.length; at++) {
    const [one, other] = [left.put.get(at) ?? [], right.put.get(at) ?? []];
    merged.push(...one, ...(one.join('\n') === other.join('\n') ? [] : other.filter((line) => line === '' || !one.includes(line))));
    if (at < lines.length && !left.gone.has(at) && !right.gone.has(at)) merged.push(lines[at] ?? '');
  }
  return merged.join('\n');
}

function editsOf(base: string[], changed: string[]): Edits {
  const gone = new Set<number>();
  const put = new Map<number, string[]>();
  let at = 0;
  for (const { value, added, removed } of diffArrays(base, changed)) {
    if (added) put.set(at, [...(put.get(at) ?? []), ...value]);
    else {
      if (removed) for (let place = at; place < at + value.length; place++) gone.add(place);
      at += value.length;
    }
  }
  return { gone, put };
}
