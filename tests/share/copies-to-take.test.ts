import { describe, expect, it } from 'vitest';
import { copiesToTake, type CommonsCopy, type FoundCopy, type TakenNote } from '../../src/share';

const KEY = '0f3k2m9qz7a1b';
const [PATH, CONFLICT] = ['Theirs/On waiting.md', 'Theirs/On waiting.sync-conflict-20261122-101112-ABCDEFG.md'];
const NOTE: TakenNote = { path: 'From others/A.md', key: KEY, author: 'Ines Carvalho' };

function found(path: string, parts: Partial<CommonsCopy> = {}): FoundCopy {
  return { path, copy: { key: KEY, title: 'On waiting', by: 'Ines Carvalho', audience: 'community', licence: '', shared: '2026-11-20', text: 'Waiting is work.', isUntouched: true, ...parts } };
}

const taken = (copies: readonly FoundCopy[], notes: readonly TakenNote[] = []): (readonly [string, string | undefined])[] => copiesToTake(copies, notes).map(({ path, there }) => [path, there] as const);

describe('of the copies in a folder', () => {
  it('each is taken in, into the note that was made of it', () => {
    const other = found('Theirs/B.md', { key: 'another000000' });
    expect(taken([found(PATH), other], [NOTE])).toEqual(expect.arrayContaining([[PATH, NOTE.path], ['Theirs/B.md', undefined]]));
  });

  it('one of several of one item is taken in, in whatever order they lie there', () => {
    const versions = [found(CONFLICT, { text: 'Waiting is hard work.' }), found(PATH)];
    for (const copies of [versions, [...versions].reverse()]) {
      expect(taken(copies)).toEqual([[PATH, undefined]]);
      expect(taken(copies, [NOTE])).toEqual([[PATH, NOTE.path]]);
    }
  });

  it('one that stands goes before one that was taken back', () => {
    expect(taken([found(PATH, { withdrawn: '2026-11-25' }), found(CONFLICT)])).toEqual([[CONFLICT, undefined]]);
    expect(taken([found(PATH, { withdrawn: '2026-11-25' }), found(CONFLICT, { withdrawn: '2026-11-25' })], [NOTE])).toEqual([[PATH, NOTE.path]]);
  });

  it('two people who gave the same quote are both heard, each in a note of their own', () => {
    const copies = [found(PATH), found('Theirs/On waiting 2.md', { by: 'Ben' })];
    const bens = { ...NOTE, path: 'From others/B.md', author: 'ben' };
    expect(taken(copies)).toEqual([[PATH, undefined], ['Theirs/On waiting 2.md', undefined]]);
    expect(taken(copies, [NOTE])).toEqual([[PATH, NOTE.path], ['Theirs/On waiting 2.md', undefined]]);
    expect(taken(copies, [bens, NOTE])).toEqual([[PATH, NOTE.path], ['Theirs/On waiting 2.md', bens.path]]);
  });

  it('one stays with its note where the user put another author there', () => {
    expect(taken([found(PATH)], [{ ...NOTE, author: '[[Ines]]' }])).toEqual([[PATH, NOTE.path]]);
  });

  it('one that names nobody is of its author', () => {
    const { path, copy: { key, title, audience, licence, shared, text, isUntouched } } = found(PATH);
    const nameless = { path, copy: { key, title, audience, licence, shared, text, isUntouched, author: 'Harold Jarche' } };
    expect(taken([nameless, found(CONFLICT)], [{ ...NOTE, author: 'Harold Jarche' }])).toEqual([[PATH, NOTE.path], [CONFLICT, undefined]]);
  });
});
