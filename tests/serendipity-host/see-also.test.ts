import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSection, linesOf } from '../../src/note';
import { SEE_ALSO_END, SEE_ALSO_START, withSeeAlso } from '../../src/serendipity';
import { fileText, handWrittenNote, RUNS } from '../laws/generators';

const HEADING = 'See also';
const LINK = fc.constantFrom('[[Bees]]', '[[Deep/Maps|maps]]', '[Care](Notes/Care%20of%20tools.md)', '[[知识]]', '[[50 % of it]]');
const add = (note: string, ...links: string[]): string => links.reduce((text, link) => withSeeAlso(text, link, HEADING), note);

/** Where the block's inner lines begin and end. */
function inner(note: string): { from: number; to: number } {
  const lines = linesOf(note).filter(({ setting }) => setting === 'prose');
  const end = lines.findLast(({ text }) => text.trim() === SEE_ALSO_END);
  const start = lines.findLast(({ text, from }) => text.trim() === SEE_ALSO_START && from < (end?.from ?? 0));
  if (start === undefined || end === undefined) throw new Error(`no block in ${JSON.stringify(note)}`);
  return { from: start.next, to: end.from };
}

describe('"See also"', () => {
  it('begins as a block of its own at the end of the note', () => {
    expect(add('# Bees\n\nThey dance.\n', '[[Maps]]', '[[Care]]')).toBe(
      `# Bees\n\nThey dance.\n\n## See also\n${SEE_ALSO_START}\n- [[Maps]]\n- [[Care]]\n${SEE_ALSO_END}\n`,
    );
  });

  it('goes below the heading that the note has already', () => {
    const note = '## See also\n\n- my own link\n\n## Later\ntext\n';
    const written = add(note, '[[Maps]]');
    expect(written.match(/## See also/g)).toHaveLength(1);
    expect(written.startsWith('## See also\n\n- my own link')).toBe(true);
    expect(written.endsWith('\n\n## Later\ntext\n')).toBe(true);
  });

  it('says nothing twice, however the link is written', () => {
    const note = add('text\n', '[[Maps]]');
    expect(add(note, '[[maps|of the sea]]', '[[Maps#Scale]]', '[Maps](Maps.md)', '[[Maps]]')).toBe(note);
  });

  it('is not found in code, nor without its end', () => {
    const inCode = `\`\`\`\n${SEE_ALSO_START}\n${SEE_ALSO_END}\n\`\`\`\n`;
    expect(add(inCode, '[[Maps]]').startsWith(inCode)).toBe(true);
    const halfDeleted = `${SEE_ALSO_START}\n- [[Old]]\n\nmine\n`;
    expect(add(halfDeleted, '[[Maps]]').startsWith(halfDeleted)).toBe(true);
    expect(add(halfDeleted, '[[Maps]]', '[[Care]]').split(SEE_ALSO_END)).toHaveLength(2);
  });
});

describe('a note with a block', () => {
  const blocked = fc.tuple(handWrittenNote, LINK).map(([note, link]) => add(note, link));

  it('keeps every character outside of it, and every line inside', () => {
    fc.assert(
      fc.property(blocked, fileText, LINK, (note, mine, link) => {
        // What the user writes into the block: lines that leave it a block.
        const { from, to } = inner(note);
        const own = mine.replace(/^.*(?:%%|<!--|\$\$|```|~~~).*$/gm, '').replace(/\r?\n?$/, '\n');
        const before = note.slice(0, to) + own + note.slice(to);
        const after = add(before, link);
        const place = inner(before);
        expect(after.slice(0, place.from)).toBe(before.slice(0, place.from));
        expect(after.slice(after.length - (before.length - place.to))).toBe(before.slice(place.to));
        const added = after.length - before.length;
        if (added === 0) return;
        const at = after.lastIndexOf(`- ${link}`);
        expect(after.slice(0, at) + after.slice(at + added)).toBe(before);
        expect(at).toBeGreaterThanOrEqual(from);
      }),
      { ...RUNS, numRuns: 1500 },
    );
  });

  it('says nothing twice and never gets a second block', () => {
    fc.assert(
      fc.property(handWrittenNote, LINK, LINK, (note, one, other) => {
        const once = add(note, one);
        expect(add(once, one)).toBe(once);
        const both = add(once, other);
        expect(add(both, one, other)).toBe(both);
        const blocks = (text: string): number => linesOf(text).filter((line) => line.setting === 'prose' && line.text.trim() === SEE_ALSO_END).length;
        expect(blocks(both)).toBe(blocks(once));
        expect(findSection(both, HEADING)).toBeDefined();
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('loses nothing when the block is made', () => {
    fc.assert(
      fc.property(handWrittenNote, LINK, (note, link) => {
        const kept = (text: string): string => text.replace(/\s/g, '');
        const written = add(note, link);
        const marks = linesOf(written).findLast((line) => line.setting === 'prose' && line.text.trim() === SEE_ALSO_START);
        expect(marks).toBeDefined();
        expect(kept(written)).toContain(kept(`${SEE_ALSO_START}- ${link}${SEE_ALSO_END}`));
        let at = 0;
        for (const character of kept(note)) {
          at = kept(written).indexOf(character, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { ...RUNS, numRuns: 100 },
    );
  });
});
