import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES } from '../../src/note';
import { defaultShareSettings, isPrivateNote, saysPrivate, vaultPrivacy } from '../../src/share';
import { MemoryVault } from './memory-vault';

const says = (text: string, privateTag = 'private'): boolean => saysPrivate(text, { privateTag }, PROPERTY_NAMES);

describe('a text says that it is private', () => {
  it.each([
    '---\nprivate: true\n---\nWords.', '---\r\nprivate: "Yes"\r\n---\r\nWords.', '\uFEFF---\nprivate: true\n---\n',
    '---\ntags: private\n---\n', '---\ntags: [bees, "#Private"]\n---\n', '---\nTag: bees, private/diary\n---\n',
    '#private', 'Words. #Private', '# Heading\n\n- item (#private)', 'a #private/diary.', 'a `b` #private c', '```\ncode\n```\n#private',
    'left ` open\nhere ` #private ` there', '---\nprivate: true\nauthor: "broken\n---\n', '---\ntags: [private\n---\n',
  ])('%j', (text) => {
    expect(says(text)).toBe(true);
  });

  // What the app takes for a tag is not written down anywhere: what was meant for one holds.
  it.each([
    '==#private==', '[[a]]#private', '[[a|b]]#private', '[a](b.md)#private', '<https://x.org>#private', '*#private*', '**#private**', '~~#private~~', '(#private)', '[#private]', '[#private](https://x.org)',
    'a/#private', 'Really?#private', '"#private"', '| a | #private |', '> #private', '#Private', '#PRIVATE/Sub', '#private/sub', 'a #private, b', '\u00A0#private', '#private\u00A0',
    '---\ntags: [#private]\n---\n', '---\ntags: #private\n---\n', '---\ntags:\n  - #private\n---\n', '---\ntags:\n- bees\n- #private/sub\n---\n', '---\n"tags":\n  - "#private"\n---\n',
    '---\ntag: private\n---\n', '---\nTAGS: a private\n---\n', '---\nPrivate: true\n---\n', '---\nprivate: 1\n---\n', '---\nprivate: [yes]\n---\n',
  ])('or was meant to: %j', (text) => {
    expect(says(text)).toBe(true);
  });

  it.each([
    '[[a#private]] b', '[a](<b c#private>)', '[a](b.md#private)', 'obsidian://open?vault=a#private', '---\ntitle: "#private"\n---\n', '---\ntags: [bees]\ntitle: a\n# tags: #private\n---\n', '#privat', '#privately', '---\nprivate: 0\n---\n', '---\nprivate: []\n---\n',
  ])('nor: %j', (text) => {
    expect(says(text)).toBe(false);
  });

  it('with an accent, whichever way it is written', () => {
    expect(['#priv\u00E9', '#prive\u0301', '#prive'].map((text) => says(text, 'prive\u0301'))).toEqual([true, true, false]);
  });

  it.each([
    'Words.', '', '---\nprivate: false\n---\n', '---\ntags: [privateer]\n---\nprivate: true', '#privateer', '#private-ish', 'a#private', '##private', '\\#private',
    '`#private`', '```\n#private\n```', '%% #private %%', '<!-- #private -->', '[[Note#private]] [[#private]] [a](#private) https://x.org/#private', '---\nauthor: "broken\n---\n',
  ])('not: %j', (text) => {
    expect(says(text)).toBe(false);
  });

  it('by the tag that is set, and by none where none is', () => {
    expect([says('#nur/ich', '#nur/ich'), says('#private', ''), says('a #c++ b', 'c++')]).toEqual([true, false, true]);
  });
});

describe('a note that was made private a moment ago', () => {
  const typed = (text: string): MemoryVault => {
    const vault = new MemoryVault();
    vault.notes.set('A.md', text);
    vault.indexed.set('A.md', 'Words.');
    return vault;
  };

  it.each(['Words. #private', '---\nprivate: true\n---\nWords.'])('is private, and so are links to it: %j', (text) => {
    const { edge, share } = typed(text);
    const privacy = vaultPrivacy(edge.notes, share, PROPERTY_NAMES);
    expect([isPrivateNote('A.md', edge.notes, share, PROPERTY_NAMES), privacy.isPrivate('A.md'), privacy.within('B.md').isPrivate('A')]).toEqual([true, true, true]);
  });

  it('is private by a text that is handed in, where no editor has it', () => {
    const { edge, share, notes } = typed('Words.');
    notes.set('B.md', 'Words.');
    expect(vaultPrivacy(edge.notes, share, PROPERTY_NAMES, { 'B.md': '#private' }).isPrivate('B.md')).toBe(true);
    expect(vaultPrivacy(edge.notes, defaultShareSettings(), PROPERTY_NAMES).isPrivate('B.md')).toBe(false);
  });
});
