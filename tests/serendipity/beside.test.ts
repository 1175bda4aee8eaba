import { describe, expect, it } from 'vitest';
import { standBeside } from '../../src/serendipity/rank/graph-signals';
import { questionOfNote } from '../../src/serendipity/rank/question';
import { Sums } from '../../src/serendipity/rank/sums';
import { VaultIndex } from '../../src/serendipity/vault/vault-index';
import { engineOf } from './made-vault';

const written = (targets: readonly string[]): string => targets.map((target) => `[[${target}]]`).join(' ');

/** What stands beside the links of a note named `asker`, by name. */
function besideOf(links: Readonly<Record<string, readonly string[]>>): Map<string, number> {
  const index = new VaultIndex();
  for (const [name, targets] of Object.entries(links)) index.put({ path: `${name}.md`, text: written(targets), mtime: 0, ctime: 0 });
  const sums = new Sums();
  sums.clear(index.entries.length);
  standBeside(index, questionOfNote(index, index.noteAt('asker.md') as number), sums);
  return new Map(Array.from(sums.touched(), (note) => [index.entry(note).title, sums.get(note)]));
}

const lone = (...names: readonly string[]): Record<string, readonly string[]> => Object.fromEntries(names.map((name) => [name, []]));

describe('what others link to beside what a note links to', () => {
  it('counts the more the closer it stands', () => {
    const beside = besideOf({ ...lone('oak', 'elm', 'ash', 'fir'), asker: ['oak'], walk: ['elm', 'oak', 'ash', 'fir'] });
    expect(beside.get('elm')).toBe(beside.get('ash'));
    // Two notes link to the oak, one of them two links away from the fir.
    expect(beside.get('fir')).toBeCloseTo(1 / 2 / Math.log(4), 12);
  });

  it('counts the less the more is linked to what the note links to', () => {
    const others = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`other ${at}`, ['oak']]));
    const links = { ...lone('oak', 'elm'), asker: ['oak'], walk: ['oak', 'elm'] };
    expect(besideOf({ ...links, ...others }).get('elm') ?? 0).toBeLessThan(besideOf(links).get('elm') ?? 0);
  });

  it('takes nothing from what is far away, from links that lead nowhere, from the note itself', () => {
    const between = Array.from({ length: 6 }, (_, at) => `nowhere ${at}`);
    const beside = besideOf({ ...lone('oak', 'elm', 'ash'), asker: ['oak', 'elm'], walk: ['oak', ...between, 'ash'], loop: ['loop', 'oak'] });
    expect([...beside.keys()]).toEqual([]);
  });

  it('puts such a note ahead of one that stands further away in the same list', () => {
    const fillers = Array.from({ length: 12 }, (_, at) => `filler ${at}`);
    const notes = { ...lone('oak', 'elm', 'ash', ...fillers), asker: ['oak'], 'first walk': ['oak', 'elm', ...fillers, 'ash'], 'second walk': ['ash', ...fillers, 'elm', 'oak'] };
    const engine = engineOf(Object.entries(notes).map(([name, targets]) => ({ path: `${name}.md`, text: `tree ${written(targets)}`, mtime: 0, ctime: 0 })));
    const found = engine.suggest({ path: 'asker.md', limit: 30, now: 0, surprise: 0 }).map(({ title }) => title);
    expect(found).toContain('ash');
    expect(found.indexOf('elm')).toBeLessThan(found.indexOf('ash'));
  });
});
