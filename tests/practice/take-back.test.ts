import { describe, expect, it, vi } from 'vitest';
import type { Edge } from '../../src/obsidian/edge';
import { takeBack } from '../../src/practice/ui/take-back';
import { words } from '../../src/words';

vi.mock('obsidian', () => ({ Modal: class {}, Component: class {} }));

const STEPS = [{ kind: 'folder', path: 'People' }, { kind: 'folder', path: 'Samples' }, { kind: 'file', path: 'Samples/A.md', text: 'A' }] as const;

/** A vault whose trash refuses some paths. */
function vaultThatKeeps(...refused: string[]): { edge: Edge; said: string[]; present: Set<string> } {
  const [present, said] = [new Set<string>(STEPS.map(({ path }) => path)), [] as string[]];
  const childrenOf = (folder: string): string[] => [...present].filter((path) => path.startsWith(`${folder}/`));
  const app = {
    vault: {
      getFileByPath: (path: string) => (present.has(path) ? { path } : null),
      getFolderByPath: (path: string) => (present.has(path) ? { path, children: childrenOf(path) } : null),
      read: () => Promise.resolve('A'),
    },
    fileManager: {
      trashFile: ({ path }: { path: string }) => (refused.includes(path) ? Promise.reject(new Error('The trash is full')) : Promise.resolve(void present.delete(path))),
    },
  };
  return { edge: { app, say: (sentence: string) => void said.push(sentence) } as unknown as Edge, said, present };
}

const noSetting = (): Promise<void> => Promise.reject(new Error('No name was changed.'));

describe('taking back what the welcome did', () => {
  it('trashes files, and folders once they are empty', async () => {
    const { edge, said, present } = vaultThatKeeps();
    expect([await takeBack(STEPS, edge, noSetting), said, [...present]]).toEqual([[], [], []]);
  });

  it('tells which folder the trash refuses, and goes on with the next', async () => {
    const { edge, said, present } = vaultThatKeeps('Samples');
    expect(await takeBack(STEPS, edge, noSetting)).toEqual(['Samples']);
    expect([said, [...present]]).toEqual([[words.notes.notChanged('Samples', 'The trash is full')], ['Samples']]);
  });

  it('leaves the folder of a file that the trash refuses', async () => {
    const { edge, said, present } = vaultThatKeeps('Samples/A.md');
    expect(await takeBack(STEPS, edge, noSetting)).toEqual(['Samples/A.md']);
    expect([said, [...present]]).toEqual([[words.notes.notChanged('Samples/A.md', 'The trash is full')], ['Samples', 'Samples/A.md']]);
  });
});
