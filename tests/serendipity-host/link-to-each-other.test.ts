import { describe, expect, it } from 'vitest';
import { fail, type Result } from '../../src/base';
import type { NoteStore } from '../../src/note';
import { linkToEachOther } from '../../src/serendipity/ui/add-see-also';

const LOCKED = '"b.md" is read-only.';

/** Notes in memory; those in `locked` cannot be changed. `after` happens after each change. */
function vault(locked: readonly string[], after: (texts: Map<string, string>) => void = () => undefined): { readonly notes: NoteStore; readonly texts: Map<string, string> } {
  const texts = new Map([['a.md', 'On bees.\n'], ['b.md', 'On votes.\n']]);
  const change = (path: string, edit: (text: string) => Result<string>): Promise<Result<string>> => {
    if (locked.includes(path)) return Promise.resolve(fail(LOCKED));
    const changed = edit(texts.get(path) ?? '');
    if (changed.ok) texts.set(path, changed.value);
    after(texts);
    return Promise.resolve(changed);
  };
  return { notes: { change, linkTo: (path: string) => `[[${path.slice(0, -3)}]]` } as unknown as NoteStore, texts };
}

describe('two notes that are linked to each other', () => {
  it('each name the other', async () => {
    const { notes, texts } = vault([]);
    expect((await linkToEachOther(notes, 'a.md', 'b.md')).ok).toBe(true);
    expect(texts.get('a.md')).toContain('- [[b]]');
    expect(texts.get('b.md')).toContain('- [[a]]');
  });

  it('both stay as they were where one of them cannot be changed', async () => {
    for (const [one, other] of [['a.md', 'b.md'], ['b.md', 'a.md']] as const) {
      const { notes, texts } = vault(['b.md']);
      expect(await linkToEachOther(notes, one, other)).toEqual(fail(LOCKED));
      expect([...texts.values()]).toEqual(['On bees.\n', 'On votes.\n']);
    }
  });

  it('keep what somebody else wrote meanwhile, and it is said', async () => {
    const { notes, texts } = vault(['b.md'], (all) => all.set('a.md', `${all.get('a.md') ?? ''}More.\n`));
    const linked = await linkToEachOther(notes, 'a.md', 'b.md');
    expect(linked.ok ? '' : linked.problem).toMatch(/^"b.md" is read-only\. "a" was changed since/);
    expect(texts.get('a.md')).toMatch(/\[\[b\]\][^]*More\.\n$/);
  });
});
