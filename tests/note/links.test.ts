import { describe, expect, it } from 'vitest';
import { folderOf, nameOf, readWikilink, shownName, wikilink } from '../../src/note';

describe('a wikilink', () => {
  it.each([
    ['[[Note]]', { target: 'Note', subpath: '' }],
    [' [[ Folder/Note | a label ]] ', { target: 'Folder/Note', subpath: '', label: 'a label' }],
    ['[[Note#Heading#Sub|x]]', { target: 'Note', subpath: '#Heading#Sub', label: 'x' }],
    ['[[Note#^block]]', { target: 'Note', subpath: '#^block' }],
  ])('%j is read', (text, link) => {
    expect(readWikilink(text)).toEqual(link);
  });

  it.each(['Note', '[Note]', '[[]]', '[[#Heading]]', '[[A]] [[B]]', '![[A]]', '[[A]] and more', ''])('is not %j', (text) => {
    expect(readWikilink(text)).toBeUndefined();
  });

  it.each([[['Note'], '[[Note]]'], [['Note', 'Note'], '[[Note]]'], [['Note', 'a ]] b|c\nd'], '[[Note|a    b c d]]'], [['Note', ' '], '[[Note]]']] as const)('is written of %j', ([target, label], text) => {
    expect(wikilink(target, label)).toBe(text);
    expect(readWikilink(text)?.target).toBe(target);
  });
});

describe('names', () => {
  it.each([['A/B/C.md', 'C', 'A/B'], ['C.md', 'C', ''], ['C', 'C', ''], ['A/v1.2.md', 'v1.2', 'A']])('of %j are %j in %j', (path, name, folder) => {
    expect(nameOf(path)).toBe(name);
    expect(folderOf(path)).toBe(folder);
  });

  it.each([['[[People/Ralph Mercer]]', 'Ralph Mercer'], ['[[A|Ann]]', 'Ann'], ['Ann', 'Ann'], ['[[A]], [[P/B|Ben]] and C', 'A, Ben and C'], ['[[#x]]', '[[#x]]'], ['a ]] b', 'a ]] b']])('%j is shown as %j', (value, name) => {
    expect(shownName(value)).toBe(name);
  });
});
