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

  it.each<[string, string, string, string]>([
    ['emphasis', 'Some *words **here*** too.', 'words here', 'Some *words **here*** @ too.'],
    ['emphasis that begins behind it', 'Some **bold** words *here* too.', 'bold words', 'Some **bold** words @ *here* too.'],
    ['a link with its own words', 'See [[Notes/Deep|the deep note]] now.', 'See the deep', 'See [[Notes/Deep|the deep note]] @ now.'],
    ['a web address', 'Read [the post](https://x.example/a_(b)) today.', 'Read the post', 'Read [the post](https://x.example/a_(b)) @ today.'],
    ['code', 'Call `run()` then *go*.', 'Call run()', 'Call `run()` @ then *go*.'],
    ['marks and the full stop', '"All ==marked== *words*." More *text*.', 'marked words.', '"All ==marked== *words*. @" More *text*.'],
    ['several lines of a list', '1. **One** thing\n2. Two things\n', 'One thing\nTwo things', '1. **One** thing\n2. Two things @\n'],
    ['a callout', '> [!note] Title\n> Words *of* it. ^id\n', 'Words of it.', '> [!note] Title\n> Words *of* it. @ ^id\n'],
    ['comments', 'One %%hidden%% *two* three', 'One two', 'One %%hidden%% *two* @ three'],
    ['letters beyond the first plane', '𝔸 *𝔹𝔹* ℂ 漢字 *かな*', '𝔹𝔹 ℂ 漢字', '𝔸 *𝔹𝔹* ℂ 漢字 @ *かな*'],
  ])('is found by its letters in what is shown: %s', (_, note, shown, marked) => {
    expect(withPlaceMark(note, { path: '', from: -1, to: -1, text: shown }, LINK)).toBe(marked.replace(' @', ` ${LINK}`));
  });

  it('is not guessed: twice there, in code, in properties, or not at all', () => {
    for (const [note, shown] of [['*a* b and a *b*', 'a b'], ['```\na *b*\n```', 'a b'], ['---\nx: a *b*\n---\n', 'a b'], ['words', 'other']] as const) {
      expect(withPlaceMark(note, { path: '', from: -1, to: -1, text: shown }, LINK)).toBe(note);
    }
  });

  it('leads from the quote to its note afterwards', () => {
    const note = '> Words.\n> — Ann ^id';
    expect(foundQuoteAt(mark(note, note), 2)).toMatchObject({ text: 'Words.', author: 'Ann', quoteNote: 'Quotes/A' });
  });
});
