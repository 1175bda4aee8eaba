import { describe, expect, it } from 'vitest';
import { fileNameFor, freePath, pathIn } from '../../src/note';

describe('a file name', () => {
  it.each([
    ['Why do I need KM?', 'Why do I need KM'],
    ['A/B\\C: "D" <E> | F* #G ^H [I]', 'A B C D E F G H I'],
    ['  .hidden. ', 'hidden'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['console', 'console'],
    ['e\u0301', 'é'],
    ['می‌خواهم', 'می‌خواهم'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
    ['\u200D', 'Quote'],
    ['\u202Eevil\u202C', 'evil'],
    ['???', 'Quote'],
    ['', 'Quote'],
  ])('for %j is %j', (text, name) => {
    expect(fileNameFor(text, 'Quote')).toBe(name);
  });

  it('is cut at a word, and within a word where there is no other way', () => {
    expect(fileNameFor('word '.repeat(40), 'Quote')).toBe('word '.repeat(16).trim());
    expect(fileNameFor('w'.repeat(300), 'Quote')).toBe('w'.repeat(80));
  });
});

describe('a path', () => {
  it.each([['', 'A.md'], ['/', 'A.md'], ['Quotes', 'Quotes/A.md'], ['/a//b/', 'a/b/A.md'], ['../a/./b', 'a/b/A.md'], ['a\\b', 'a/b/A.md']])('in %j is %j', (folder, path) => {
    expect(pathIn(folder, 'A')).toBe(path);
  });

  it('takes the next number that is free', () => {
    const taken = new Set(['A.md', 'A 2.md']);
    expect(freePath('A.md', (path) => taken.has(path))).toBe('A 3.md');
    expect(freePath('B.md', (path) => taken.has(path))).toBe('B.md');
  });
});
