import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfFrontmatter, findSection, linesOf, contentOf, sectionsOf, unescaped, escapedInline, withAppended, selfContained, asBlockquote, quoteBlocksOf } from '../../src/note';
import { fileText, handWrittenNote, RUNS } from './generators';

const TITLE = fc.constantFrom('My take', 'Shared', 'Quotes', 'C #', '## odd', 'Überblick', '学び');
const BLOCK = fc.constantFrom('- 2026-11-22 community · clipboard', '> [!quote]\n> Words', 'One paragraph.');

describe('the lines of a note', () => {
  it('put together are the note', () => {
    fc.assert(fc.property(handWrittenNote, (note) => { expect(linesOf(note).map(({ from, next }) => note.slice(from, next)).join('')).toBe(note); }), RUNS);
  });
});

describe('appending to a section', () => {
  it('puts the block into that section, below the frontmatter and outside fences and comments', () => {
    fc.assert(
      fc.property(handWrittenNote, TITLE, BLOCK, (note, title, block) => {
        const written = withAppended(note, title, block);
        const section = findSection(written, title);
        if (section === undefined) throw new Error(`no section "${title}" in ${JSON.stringify(written)}`);
        const own = written.slice(section.bodyFrom, section.ownTo).replace(/\r\n/g, '\n').trimEnd();
        expect(own.endsWith(block)).toBe(true);
        expect(section.from).toBeGreaterThanOrEqual(endOfFrontmatter(written));
        const at = section.bodyFrom + written.slice(section.bodyFrom, section.ownTo).lastIndexOf(block.split('\n')[0] ?? '');
        expect(linesOf(written).find(({ from, next }) => at >= from && at < next)?.setting).toBe('prose');
      }),
      { ...RUNS, numRuns: 1500 },
    );
  });

  it('keeps all that was there, in order, but for blank lines at the place', () => {
    fc.assert(
      fc.property(handWrittenNote, TITLE, BLOCK, (note, title, block) => {
        const written = withAppended(note, title, block);
        const [start, end] = [sharedStart(note, written), sharedEnd(note, written)];
        const lost = note.slice(start, Math.max(start, note.length - end));
        expect(lost.trim()).toBe('');
      }),
      RUNS,
    );
  });

  it('makes no second section of the same title', () => {
    fc.assert(
      fc.property(handWrittenNote, TITLE, BLOCK, (note, title, block) => {
        const once = withAppended(note, title, block);
        expect(sectionsOf(withAppended(once, title, block)).length).toBe(sectionsOf(once).length);
      }),
      RUNS,
    );
  });

  it('uses the line breaks of the note', () => {
    fc.assert(
      fc.property(handWrittenNote, TITLE, BLOCK, (note, title, block) => {
        fc.pre(note.includes('\r\n') && !/[^\r]\n|^\n/.test(note));
        expect(withAppended(note, title, block)).not.toMatch(/[^\r]\n/);
      }),
      RUNS,
    );
  });
});

describe('text made to stand in a section', () => {
  it('ends before what follows it, and is the same when made so again', () => {
    fc.assert(
      fc.property(fileText, (text) => {
        const words = selfContained(text.replace(/\r\n?/g, '\n').trim(), 2);
        const note = `## My take\n${words}\n\n## After\n`;
        const section = findSection(note, 'My take');
        expect(sectionsOf(note).filter(({ level }) => level <= 2).map(({ title }) => title)).toEqual(['My take', 'After']);
        expect(section === undefined ? undefined : contentOf(note, section)).toBe(words.trim());
        expect(selfContained(words, 2)).toBe(words);
      }),
      { ...RUNS, numRuns: 1500 },
    );
  });
});

describe('escaping and quoting', () => {
  it('an escaped line gives back its characters', () => {
    fc.assert(fc.property(fileText, (text) => { expect(unescaped(escapedInline(text))).toBe(text); }), RUNS);
  });

  it('a blockquote gives back its text', () => {
    fc.assert(
      fc.property(fileText, (text) => {
        const words = text.replace(/\r\n?/g, '\n');
        fc.pre(!/^\[!/.test(words));
        expect(quoteBlocksOf(asBlockquote(words)).map((block) => block.text)).toEqual([words]);
      }),
      RUNS,
    );
  });
});

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function sharedEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.at(-1 - at) === other.at(-1 - at)) at++;
  return at;
}
