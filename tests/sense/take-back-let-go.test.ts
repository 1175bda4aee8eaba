import { describe, expect, it, vi } from 'vitest';
import type { Edge, SaidAction } from '../../src/obsidian/edge';
import type { FoundEntry, QuoteEntry, Waiting } from '../../src/sense';
import { textKey } from '../../src/seek';
import { AsideNote } from '../../src/sense/ui/aside-note';
import { QuoteShelf } from '../../src/sense/ui/quote-shelf';
import { TakeDesk, type DeskNeeds } from '../../src/sense/ui/take-desk';
import { words } from '../../src/words';
import { MemoryVault } from '../share/memory-vault';

vi.mock('obsidian', () => ({ Modal: class {}, MarkdownView: class {}, TFile: class {} }));
vi.mock('../../src/sense/ui/take-modal', () => ({ TakeModal: class {} }));
vi.mock('../../src/sense/ui/later-suggest', () => ({ LaterSuggest: class {} }));

const note = (name: string, more = ''): string => `---\ntype: quote\n${more}---\n> ${name}\n`;
const FULL = 'On our ward the opposite holds every morning, and nobody has asked the night shift why that is so.';
const taken = (words: string, more = ''): string => `${note(words, more)}\n## My take\n${FULL}\n`;
const waiting = (name: string): Waiting => ({ id: `${name}.md`, path: `${name}.md`, quote: { text: name } as QuoteEntry['quote'], kind: 'web', searched: '' });
const inNote = (key: string): Waiting => {
  const found = { path: 'Text.md', key, quote: { text: `Words of ${key}` } } as FoundEntry;
  return { ...waiting('Text'), id: `Text.md ${key}`, quote: found.quote, found };
};

function desk(...names: string[]): { vault: MemoryVault; takes: TakeDesk; press: (at: number) => Promise<void>; aside: AsideNote; quotes: QuoteShelf } {
  const vault = new MemoryVault();
  for (const name of names) vault.notes.set(`${name}.md`, note(name));
  const buttons: SaidAction[] = [];
  const edge = {
    ...vault.edge,
    onSettings: () => undefined,
    say: (sentence: string, action?: SaidAction) => void [vault.said.push(sentence), action === undefined || buttons.push(action)],
  } as unknown as Edge;
  const aside = new AsideNote(edge);
  const quotes = new QuoteShelf(edge);
  const press = async (at: number): Promise<void> => {
    const before = vault.said.length;
    buttons[at]?.run();
    await vi.waitFor(() => expect(vault.said.length).toBeGreaterThan(before));
  };
  return { vault, takes: new TakeDesk({ edge, aside, quotes } as unknown as DeskNeeds), press, aside, quotes };
}

describe('taking back that a quote was let go', () => {
  it('leaves a day that was written after it was taken back, and says so', async () => {
    const { vault, takes, press } = desk('C');
    await takes.letGo(waiting('C'));
    await takes.takeBackLetGo?.();
    expect(vault.notes.get('C.md')).toBe(note('C'));
    vault.notes.set('C.md', note('C', 'sense-later: 2027-05-05\n'));
    await press(0);
    expect(vault.notes.get('C.md')).toBe(note('C', 'sense-later: 2027-05-05\n'));
    expect(vault.said.at(-1)).toBe(words.sense.letGoChanged('C'));
  });

  it('leaves what was decided since: another day, or a take and another letting go', async () => {
    for (const since of ['let-go: 2026-11-30\n', 'sensed: 2026-11-22\nlet-go: 2026-11-22\n', 'let-go: 2026-11-22\nsense-later: 2027-05-05\n']) {
      const { vault, takes, press } = desk('A');
      vault.notes.set('A.md', note('A', 'sense-later: 2026-10-01\n'));
      await takes.letGo(waiting('A'));
      expect(vault.notes.get('A.md')).toBe(note('A', 'let-go: 2026-11-22\n'));
      vault.notes.set('A.md', note('A', since));
      await press(0);
      expect([vault.notes.get('A.md'), vault.said.at(-1)]).toEqual([note('A', since), words.sense.letGoChanged('A')]);
      expect(takes.takeBackLetGo).toBeUndefined();
    }
  });

  it('leaves a line about a quote that was changed by hand, and brings back the line from before as it stood', async () => {
    const { vault, takes, press, aside } = desk();
    await takes.letGo(inNote('abc'));
    const own = (vault.notes.get(aside.path) ?? '').replace('2026-11-22 let go', '2027-06-06 later · MY OWN WORDS');
    expect(own).toContain('MY OWN WORDS');
    vault.notes.set(aside.path, own);
    await press(0);
    expect([vault.notes.get(aside.path), vault.said.at(-1)]).toEqual([own, words.sense.letGoChanged('Words of abc')]);
    await takes.letGo(inNote('abc'));
    expect(vault.notes.get(aside.path)).not.toBe(own);
    await press(1);
    expect(vault.notes.get(aside.path)).toBe(own);
  });

  it('brings back one after the other, each once, whichever is asked first', async () => {
    const { vault, takes, press } = desk('A', 'B', 'C');
    for (const name of ['A', 'B', 'C']) await takes.letGo(waiting(name));
    await press(0);
    expect(vault.notes.get('A.md')).toBe(note('A'));
    takes.undoLetGo();
    takes.undoLetGo();
    await vi.waitFor(() => expect([vault.notes.get('B.md'), vault.notes.get('C.md')]).toEqual([note('B'), note('C')]));
    takes.undoLetGo();
    expect(vault.said.at(-1)).toBe(words.sense.noneLetGo);
  });

  it('lets two quotes go at once before there is a note about them', async () => {
    const { vault, takes, aside } = desk();
    expect(await Promise.all([takes.letGo(inNote('abc')), takes.letGo(inNote('def'))])).toEqual([undefined, undefined]);
    expect(vault.notes.get(aside.path)).toMatch(/\^quote-abc\n.*\^quote-def\n$/);
  });

  it.each([['in a note of its own', (): Waiting => waiting('A')], ['in another note', (): Waiting => inNote('abc')]])('is one step, however often one and the same is let go %s', async (_, which) => {
    const { vault, takes } = desk('A');
    const before = vault.notes.get('A.md');
    await Promise.all([takes.letGo(which()), takes.letGo(which())]);
    expect(vault.said).toHaveLength(1);
    takes.undoLetGo();
    await vi.waitFor(() => expect(vault.said).toHaveLength(2));
    expect([vault.notes.get('A.md'), takes.takeBackLetGo]).toEqual([before, undefined]);
  });

  it('leaves a quote in another note that got a note of its own since', async () => {
    const { vault, takes, press, aside } = desk();
    const key = textKey({ text: 'Words of hers.' });
    await takes.letGo(inNote(key));
    vault.notes.set('Text.md', '> Words of hers. [[Quotes/Hers|❞]]\n');
    const gone = vault.notes.get(aside.path);
    await press(0);
    expect([vault.notes.get(aside.path), vault.said.at(-1)]).toEqual([gone, words.sense.letGoChanged(`Words of ${key}`)]);
  });
});

describe('a quote that got its take since it was shown', () => {
  const steps = [['let go', (takes: TakeDesk, one: Waiting) => takes.letGo(one)], ['put off', (takes: TakeDesk, one: Waiting) => takes.later(one, '2026-12-24')]] as const;

  it.each(steps)('is not %s, and the notice says so', async (_, step) => {
    const { vault, takes } = desk();
    vault.notes.set('A.md', taken('A', 'sensed: 2026-11-22T09:00\n'));
    expect(await step(takes, waiting('A'))).toBeUndefined();
    expect(vault.notes.get('A.md')).toBe(taken('A', 'sensed: 2026-11-22T09:00\n'));
    expect([vault.said, takes.takeBackLetGo]).toEqual([[words.sense.takenSince('A')], undefined]);
  });

  it.each(steps)('is not %s where its words have a note of their own, made from another copy', async (_, step) => {
    const { vault, takes, aside } = desk();
    vault.notes.set('Hers.md', note('Words of hers.'));
    await step(takes, inNote(textKey({ text: 'Words of hers.' })));
    expect([vault.notes.has(aside.path), takes.takeBackLetGo]).toEqual([false, undefined]);
    expect(vault.said).toHaveLength(1);
    expect(vault.said[0]).toContain('Nothing was changed');
  });

  it.each(steps)('is %s where one place of its words has a mark for a note that is gone, and another has none', async (_, step) => {
    const { vault, takes, aside } = desk();
    vault.notes.set('Text.md', '> Words of hers. [[Quotes/Hers|❞]]\n\nMine.\n\n> Words of hers.\n');
    const key = textKey({ text: 'Words of hers.' });
    await step(takes, inNote(key));
    expect(vault.notes.get(aside.path)).toContain(`^quote-${key}`);
  });

  it('stays let go where the take came afterwards, written by hand without a word of the plugin', async () => {
    const { vault, takes, press } = desk('A');
    await takes.letGo(waiting('A'));
    vault.notes.set('A.md', taken('A', 'let-go: 2026-11-22\n'));
    await press(0);
    expect([vault.notes.get('A.md'), vault.said.at(-1)]).toEqual([taken('A', 'let-go: 2026-11-22\n'), words.sense.letGoChanged('A')]);
  });

  it('is not told to wait again where a copy in another note got the note of its own afterwards', async () => {
    const { vault, takes, press, aside, quotes } = desk();
    const key = textKey({ text: 'Words of hers.' });
    await takes.letGo(inNote(key));
    const gone = vault.notes.get(aside.path);
    vault.write('Hers.md', taken('Words of hers.'));
    await vi.waitFor(() => expect(quotes.all()).toHaveLength(1));
    await press(0);
    expect([vault.notes.get(aside.path), vault.said.at(-1)]).toEqual([gone, words.sense.letGoChanged(`Words of ${key}`)]);
  });
});
