import { describe, expect, it } from 'vitest';
import { foundQuoteAt, withPlaceMark } from '../../src/seek';

const LINK = '[[Quotes/A|❞]]';
const mark = (note: string, text: string, from = note.indexOf(text)): string => withPlaceMark(note, { path: 'N.md', from, to: from + text.length, text }, LINK);

describe('the place of a quote', () => {
  it.each<[string, string, string, string]>([
    ['gets the link behind it', 'Some words here.', 'words', `Some words ${LINK} here.`],
    ['gets it before a block id', '> Words. ^id', '> Words. ^id', `> Words. ${LINK} ^id`],
    ['gets it before spaces at its end', 'Words.  \nmore', 'Words.  ', `Words. ${LINK}  \nmore`],
    ['gets it on the last line of a callout', '> [!quote]\n> Words\n\nmore', '> [!quote]\n> Words', `> [!quote]\n> Words ${LINK}\n\nmore`],
  ])('%s', (_, note, text, marked) => {
    expect(mark(note, text)).toBe(marked);
    expect(mark(marked, text, marked.indexOf(text.trimEnd().replace(/ \^id$/, '')))).toBe(marked);
  });

  it('is found again when the text moved, but only where it is certain', () => {
    expect(withPlaceMark('New line.\nSome words.', { path: '', from: 5, to: 10, text: 'words' }, LINK)).toBe(`New line.\nSome words ${LINK}.`);
    expect(withPlaceMark('words and words', { path: '', from: 5, to: 10, text: 'words' }, LINK)).toBe('words and words');
    expect(withPlaceMark('gone', { path: '', from: 0, to: 5, text: 'words' }, LINK)).toBe('gone');
    expect(withPlaceMark('text', { path: '', from: 0, to: 0, text: ' ' }, LINK)).toBe('text');
  });

  it('leads from the quote to its note afterwards', () => {
    const note = '> Words.\n> — Ann ^id';
    expect(foundQuoteAt(mark(note, note), 2)).toMatchObject({ text: 'Words.', author: 'Ann', quoteNote: 'Quotes/A' });
  });
});
