import { describe, expect, it } from 'vitest';
import { Shelf, type NoteRef, type NoteStore } from '../../src/note';

const ref = (path: string): NoteRef => ({ path, ctime: 0, mtime: 0, size: 0 });

/** A vault in memory; a reading can be held up until it is let go. */
function vault(texts: Record<string, string>): { store: NoteStore; texts: Record<string, string>; holdUp: () => () => void } {
  let gate = Promise.resolve();
  const store = {
    list: () => Object.keys(texts).map(ref),
    find: (path: string) => (path in texts ? ref(path) : undefined),
    read: async (path: string) => { const text = texts[path] ?? ''; await gate; return text; },
  } as unknown as NoteStore;
  return { store, texts, holdUp: () => { let open = (): void => undefined; gate = new Promise((resolve) => { open = resolve; }); return () => { open(); gate = Promise.resolve(); }; } };
}

const reader = { belongs: (path: string) => path.startsWith('Q/'), read: ({ path }: NoteRef, text: string) => `${path}=${text}` };
const breathe = (): Promise<void> => Promise.resolve();

describe('a shelf', () => {
  it('reads what belongs to it, and tells when it is full', async () => {
    const { store } = vault({ 'Q/a.md': '1', 'b.md': '2', 'Q/c.md': '3' });
    const shelf = new Shelf(store, reader);
    let told = 0;
    shelf.onChange(() => told++);
    expect(shelf.isFilled).toBe(false);
    await shelf.fill(breathe);
    expect([shelf.isFilled, told, shelf.all()]).toEqual([true, 1, ['Q/a.md=1', 'Q/c.md=3']]);
  });

  it('follows changes, renames and removals', async () => {
    const { store, texts } = vault({ 'Q/a.md': '1', 'b.md': '2' });
    const shelf = new Shelf(store, reader);
    await shelf.fill(breathe);
    texts['Q/a.md'] = 'new';
    await shelf.follow({ kind: 'changed', note: ref('Q/a.md') });
    expect(shelf.get('Q/a.md')).toBe('Q/a.md=new');
    texts['Q/b.md'] = texts['b.md'] ?? '';
    await shelf.follow({ kind: 'renamed', note: ref('Q/b.md'), from: 'b.md' });
    await shelf.follow({ kind: 'removed', path: 'Q/a.md' });
    expect(shelf.all()).toEqual(['Q/b.md=2']);
  });

  it('keeps the last reading, when two come in the wrong order', async () => {
    const { store, texts, holdUp } = vault({ 'Q/a.md': 'old' });
    const shelf = new Shelf(store, reader);
    const letGo = holdUp();
    const first = shelf.follow({ kind: 'changed', note: ref('Q/a.md') });
    letGo();
    texts['Q/a.md'] = 'new';
    await shelf.follow({ kind: 'changed', note: ref('Q/a.md') });
    await first;
    expect(shelf.get('Q/a.md')).toBe('Q/a.md=new');
  });

  it('does not bring back what was removed while it was read', async () => {
    const { store, texts, holdUp } = vault({ 'Q/a.md': 'old' });
    const shelf = new Shelf(store, reader);
    const letGo = holdUp();
    const reading = shelf.follow({ kind: 'changed', note: ref('Q/a.md') });
    delete texts['Q/a.md'];
    await shelf.follow({ kind: 'removed', path: 'Q/a.md' });
    letGo();
    await reading;
    expect(shelf.all()).toEqual([]);
  });

  it('no longer tells those who left', async () => {
    const { store } = vault({ 'Q/a.md': '1' });
    const shelf = new Shelf(store, reader);
    let told = 0;
    const leave = shelf.onChange(() => told++);
    leave();
    await shelf.fill(breathe);
    expect(told).toBe(0);
  });
});
