import { describe, expect, it } from 'vitest';
import { popularityFrom } from '../../src/serendipity/rank/popularity';
import { questionOfNote } from '../../src/serendipity/rank/question';
import { VaultIndex } from '../../src/serendipity/vault/vault-index';

/** An index of notes that link to the named ones; `asker` links to none. */
function indexOf(links: Readonly<Record<string, readonly string[]>>): VaultIndex {
  const index = new VaultIndex();
  const put = (name: string, targets: readonly string[]): void => index.put({ path: `${name}.md`, text: targets.map((target) => `[[${target}]]`).join(' '), mtime: 0, ctime: 0 });
  put('asker', []);
  for (const [name, targets] of Object.entries(links)) put(name, targets);
  return index;
}

function valueOf(index: VaultIndex, name: string, asker = 'asker'): number {
  const asked = questionOfNote(index, index.noteAt(`${asker}.md`) as number);
  return popularityFrom(index, asked)(index.noteAt(`${name}.md`) as number);
}

/** Twelve notes that link to one. */
const star = (): VaultIndex => indexOf({ hub: [], lone: [], ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`ray ${at}`, ['hub']])) });
/** Twelve notes, each of which links to the next. */
const chain = (): VaultIndex => indexOf({ lone: [], ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`step ${at}`, [`step ${at + 1}`]])) });

describe('habits of popularity', () => {
  it('say how much likelier than by chance a link leads to a note with so many links', () => {
    const index = indexOf({ a: ['hub'], b: ['hub'], c: ['hub'], hub: [] });
    // Of 5 notes 4 have no link and the hub has 3, which is of rank 2; each of the 3 links finds it with the 2 others, of rank 1.
    const expected = (10 * (1 / 5)) / 13;
    const share = (20 * expected) / 23;
    expect(valueOf(index, 'hub')).toBeCloseTo((Math.log((share + 1e-4) / (1 / 5 + 1e-4)) + 4) / 8, 10);
  });

  it('differ from vault to vault', () => {
    expect(valueOf(star(), 'hub')).toBeGreaterThan(valueOf(star(), 'lone'));
    expect(valueOf(chain(), 'lone')).toBeGreaterThan(valueOf(chain(), 'step 5'));
  });

  it('differ between notes with many links and notes with none', () => {
    const leaves = Array.from({ length: 15 }, (_, at) => `leaf ${at}`);
    const index = indexOf({ overview: leaves, 'other overview': leaves.map((leaf) => `${leaf} too`), well: [], ...Object.fromEntries(leaves.flatMap((leaf) => [[leaf, ['well']], [`${leaf} too`, ['well']]])) });
    const lean = (asker: string): number => valueOf(index, 'leaf 3 too', asker) - valueOf(index, 'well', asker);
    expect(lean('overview')).toBeGreaterThan(lean('asker'));
  });

  it('follow links that come and go', () => {
    const index = star();
    for (let at = 0; at < 12; at++) index.put({ path: `ray ${at}.md`, text: '', mtime: 1, ctime: 0 });
    for (let at = 0; at < 12; at++) index.put({ path: `ray ${at}.md`, text: '[[hub]]', mtime: 2, ctime: 0 });
    index.put({ path: 'passing.md', text: '[[hub]] [[lone]]', mtime: 0, ctime: 0 });
    expect(valueOf(index, 'hub')).not.toBe(valueOf(star(), 'hub'));
    index.remove('passing.md');
    expect(valueOf(index, 'hub')).toBe(valueOf(star(), 'hub'));
  });

  it('hold nothing where nothing is linked', () => {
    const index = indexOf({ lone: [] });
    expect(valueOf(index, 'lone')).toBeCloseTo(0.5, 2);
  });
});
