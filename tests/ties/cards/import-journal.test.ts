import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES } from '../../../src/note';
import { changedEntry, isUntouched, madeEntry, makeCard, readJournal, withCardNews, withMovesFollowed, withoutImport, type JournalEntry } from '../../../src/ties';

type Changed = JournalEntry & { kind: 'changed' };
const entryOf = (before: string, after: string): Changed => changedEntry('People/A.md', before, after) as Changed;

describe('an import can be taken back', () => {
  const notes = fc.constantFrom('', '---\ntype: contact\n# mine\nemail: a@x.example # work\n---\n', '---\ntype: contact\n---\nWords.  \n\n\n## Interactions\n- x\n', '---\r\na: 1\r\n---\r\nWords\r\n\r\n# H\r\n', 'no properties\n');
  const news = fc.record({ emails: fc.constantFrom([], ['b@x.example']), phones: fc.constantFrom([], ['1']), note: fc.constantFrom(undefined, 'Hello.', 'a\n\nb') }).map((parts) => ({ ...makeCard({ name: 'A', ...parts }), otherNames: [] }));

  it('to the byte, and also when the user has written elsewhere in the note', () => {
    fc.assert(fc.property(notes, news, (before, added) => {
      const after = withCardNews(before, added, PROPERTY_NAMES);
      if (!after.ok) throw new Error(after.problem);
      const entry = entryOf(before, after.value);
      expect(withoutImport(entry, after.value)).toEqual({ ok: true, value: before });
      expect(withoutImport(entry, `${after.value}\nLater words.`)).toEqual({ ok: true, value: `${before}\nLater words.` });
    }));
  });

  it('but not over what a person changed since', () => {
    const entry = entryOf('---\na: 1\n---\nx\n', '---\na: 1\nphone: "1"\n---\nx\n');
    expect(withoutImport(entry, '---\na: 1\nphone: "2"\n---\nx\n')).toMatchObject({ ok: false, problem: expect.stringContaining('A') as string });
    expect(isUntouched(madeEntry('A.md', 'x'), 'x')).toBe(true);
    expect(isUntouched(madeEntry('A.md', 'x'), 'x and more')).toBe(false);
  });

  it('follows notes that were moved, and takes a new name for a change by the user', () => {
    const journal = { file: 'a.vcf', entries: [madeEntry('People/A.md', 'x'), madeEntry('People/B.md', 'y'), madeEntry('People/C.md', 'z')] };
    const { entries } = withMovesFollowed(journal, [['People/A.md', 'Old/A.md'], ['People/B.md', 'People/Bo.md'], ['Old/A.md', 'Older/A.md'], ['Else.md', 'People/A.md']]);
    expect(entries.map(({ path }) => path)).toEqual(['Older/A.md', 'People/Bo.md', 'People/C.md']);
    expect(entries.map((entry, at) => isUntouched(entry, 'xyz'[at] ?? ''))).toEqual([true, false, true]);
    expect(withMovesFollowed({ file: '', entries: [entryOf('a', 'b')] }, [['People/A.md', 'People/Ana.md']]).entries).toEqual([{ ...entryOf('a', 'b'), path: 'People/Ana.md' }]);
  });

  it('reads what the device kept, and nothing else', () => {
    const journal = { file: 'a.vcf', entries: [madeEntry('A.md', 'x'), entryOf('a', 'b')] };
    expect(readJournal(JSON.parse(JSON.stringify(journal)))).toEqual(journal);
    for (const other of [null, 7, {}, { entries: [] }, { entries: [{ kind: 'made' }, 'x', null] }]) expect(readJournal(other)).toBeUndefined();
  });
});
