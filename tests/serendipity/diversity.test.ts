import { describe, expect, it } from 'vitest';
import { type Engine, createEngine } from '../../src/serendipity';
import { engineOf, madeVault } from './made-vault';

const NOW = Date.UTC(2026, 10, 20);
const QUOTE = 'Reading maketh a full man, conference a ready man, and writing an exact man.';
const ASKING = 'What reading and writing do to a man: conference makes him ready, and an exact mind takes practice in many rooms of a house.';

function engineWith(notes: Readonly<Record<string, string>>): Engine {
  return engineOf(Object.entries(notes).map(([path, text]) => ({ path, text, mtime: 1, ctime: 1 })));
}

/** Notes that have nothing to do with it, so that words are rare. */
const filler = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`Filler/${at}.md`, `Bridges and engines number ${at}, told at length by engineer${at} and turner${at}.`]));

const quotes = (count: number, text: (at: number) => string = () => QUOTE): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`Quotes/Francis Bacon - Reading maketh ${at}.md`, `---\ntype: quote\nauthor: Francis Bacon\n---\n> ${text(at)}\n`]));

const shown = (engine: Engine, path: string, limit = 10): string[] => engine.suggest({ path, limit, now: NOW }).map((suggestion) => suggestion.path);

describe('notes that say the same', () => {
  it.each([['in a small vault', 6], ['among others', 60]])('show once: five equal quotes %s', (_, others) => {
    const engine = engineWith({ 'Asking.md': ASKING, ...quotes(5), ...filler(others) });
    const found = shown(engine, 'Asking.md');
    expect(found.filter((path) => path.startsWith('Quotes/'))).toHaveLength(1);
    const [first = ''] = found.filter((path) => path.startsWith('Quotes/'));
    const place = found.indexOf(first) + 1;
    for (const path of Object.keys(quotes(5)).filter((quote) => quote !== first)) {
      expect(engine.explainAbsence(path, { path: 'Asking.md', limit: 10, now: NOW })).toEqual([{ kind: 'crowded', by: first, place }]);
    }
  });

  it('show once where they are long, too', () => {
    const long = 'Compost feeds the soil, the soil feeds the tomato, and watering in the morning saves the harvest from blight and rot; mulch keeps moisture near roots, worms loosen clay, nitrogen greens leaves, potassium ripens fruit.';
    const engine = engineWith({ 'Asking.md': 'The tomato harvest depends on soil, compost and watering.', 'a/One.md': long, 'b/Other.md': `${long} Netting stops pigeons.`, ...filler(40) });
    expect(shown(engine, 'Asking.md').filter((path) => !path.startsWith('Filler/'))).toHaveLength(1);
  });

  it('are not shown to each other, however few their words', () => {
    for (const text of [QUOTE, 'Make haste slowly.', 'Simplify.']) {
      for (const others of [0, 60]) {
        const engine = engineWith({ 'a.md': text, 'Copies/b.md': text, ...filler(others) });
        expect(shown(engine, 'a.md')).not.toContain('Copies/b.md');
        expect(engine.explainAbsence('Copies/b.md', { path: 'a.md', limit: 8, now: NOW })).toEqual([{ kind: 'nearDuplicate' }]);
        expect(engine.explainAbsence('Copies/b.md', { text, limit: 8, now: NOW })).toEqual([{ kind: 'nearDuplicate' }]);
      }
    }
  });
});

describe('notes that only look alike', () => {
  it('are shown: quotes of one author that differ', () => {
    const words = ['full', 'ready', 'exact', 'learned', 'idle'];
    const engine = engineWith({ 'Asking.md': ASKING, ...quotes(5, (at) => `Reading maketh a ${words[at] ?? ''} man in house${at} and room${at}.`), ...filler(60) });
    expect(shown(engine, 'Asking.md').filter((path) => path.startsWith('Quotes/'))).toHaveLength(5);
  });

  it('are shown: entries of a catalogue that only their names tell apart', () => {
    const titles = ['Persuasion heroine', 'Middlemarch province', 'Villette governess', 'Cranford ladies', 'Shirley weaver'];
    const books = Object.fromEntries(titles.map((title) => [`Books/${title}.md`, 'Read in winter, novel.']));
    const engine = engineWith({ 'Asking.md': 'A novel read in winter about ladies, a governess and a weaver.', ...books, ...filler(60) });
    expect(shown(engine, 'Asking.md').filter((path) => path.startsWith('Books/'))).toHaveLength(5);
    expect(shown(engine, 'Books/Cranford ladies.md').filter((path) => path.startsWith('Books/'))).toHaveLength(4);
  });
});

describe('the place of a note that is missed', () => {
  it('is the one it has in a longer list', () => {
    const made = madeVault(160, 21);
    const copies = made.filter((_, at) => at % 4 === 0).map((note, at) => ({ ...note, path: `copies/copy ${at}.md` }));
    const engine = createEngine();
    for (const note of [...made, ...copies]) engine.put(note);
    engine.settle();
    const kinds = new Map<string, number>();
    for (const { path } of made.slice(0, 20)) {
      const query = { path, limit: 5, now: NOW };
      const all = engine.suggest({ ...query, limit: 1000 }).map((suggestion) => suggestion.path);
      for (const other of [...all.slice(0, 12), ...copies.slice(0, 12).map((copy) => copy.path)]) {
        const [absence] = engine.explainAbsence(other, query);
        if (absence === undefined) throw new Error('No reason was given.');
        kinds.set(absence.kind, (kinds.get(absence.kind) ?? 0) + 1);
        if (absence.kind === 'shown') expect(engine.suggest(query)[absence.place - 1]?.path).toBe(other);
        if (absence.kind === 'rank') expect(engine.suggest({ ...query, limit: absence.place })[absence.place - 1]?.path).toBe(other);
        if (absence.kind === 'crowded') {
          expect(all).not.toContain(other);
          expect(all[absence.place - 1]).toBe(absence.by);
        }
      }
    }
    expect((kinds.get('rank') ?? 0) + (kinds.get('shown') ?? 0)).toBeGreaterThanOrEqual(200);
    expect(kinds.get('crowded')).toBeGreaterThan(10);
  });
});
