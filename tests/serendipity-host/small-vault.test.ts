import { describe, expect, it } from 'vitest';
import type { Absence } from '../../src/serendipity';
import { hasPairs, inSmallVault } from '../../src/serendipity/ui/small-vault';

// What the Links tab says in a vault of no, one, two and three notes. The absences come from the engine's own tests.

const HERE = { path: 'One.md', text: 'Bees and hives.' };

type Parts = Parameters<typeof inSmallVault>[2];

function vaultOf(paths: readonly string[], absences: readonly Absence[] = [], excluded: readonly string[] = []): { readonly parts: Parts; readonly shown: string[] } {
  const shown: string[] = [];
  const parts = {
    edge: { notes: { list: () => paths.map((path) => ({ path })) } },
    index: { isExcluded: (path: string) => excluded.includes(path) },
    finder: { explainAbsence: () => Promise.resolve(absences) },
    hidden: { showPair: (a: string, b: string) => shown.push(`${a} ${b}`), showNote: (path: string) => shown.push(path) },
  };
  return { parts: parts as unknown as Parts, shown };
}

async function said(paths: readonly string[], absences: readonly Absence[] = [], excluded: readonly string[] = []): Promise<string | undefined> {
  return (await inSmallVault(HERE, {}, vaultOf(paths, absences, excluded).parts))?.text;
}

describe('a small vault', () => {
  it('says that another note is missing, also where the other one is excluded', async () => {
    const sentence = 'No other note is here to meet this one yet. The second one that you write can appear here.';
    expect(await said(['One.md'])).toBe(sentence);
    expect(await said(['One.md', 'Private/Two.md'], [], ['Private/Two.md'])).toBe(sentence);
  });

  it('says why the one other note is not shown', async () => {
    const begin = 'Only one other note is here to meet this one.';
    expect(await said(['One.md', 'Two.md'], [{ kind: 'linked', direction: 'to' }])).toBe(`${begin} "Two": this note links to it already.`);
    expect(await said(['One.md', 'Two.md'], [{ kind: 'opened', days: 0 }])).toBe(`${begin} "Two": you opened it today, so it rests.`);
  });

  it('offers to show again what was hidden', async () => {
    for (const [kind, again] of [['hiddenPair', 'One.md Two.md'], ['hiddenNote', 'Two.md']] as const) {
      const { parts, shown } = vaultOf(['Two.md', 'One.md'], [{ kind }]);
      const state = await inSmallVault(HERE, {}, parts);
      expect(state?.action?.label).toBe('Show again');
      state?.action?.run();
      expect(shown).toEqual([again]);
    }
  });

  it('leaves a vault of three notes to the usual sentences', async () => {
    expect(await said(['One.md', 'Two.md', 'Three.md'])).toBeUndefined();
  });

  it('draws no pairs from less than two notes', () => {
    expect([[], ['One.md'], ['One.md', 'Two.md']].map((paths) => hasPairs(vaultOf(paths).parts))).toEqual([false, false, true]);
  });
});
