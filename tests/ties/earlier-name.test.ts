import { describe, expect, it } from 'vitest';
import { isStillNamed, readEarlierNames, withAlias, withRename, type Contact, type EarlierName } from '../../src/ties';

const nobody = { shares: [], quotes: [] };
const member = (...communities: readonly string[]): Contact => ({ path: 'A.md', name: 'A', aliases: [], space: 'network', communities, topics: [], interactions: [] });

describe('the earlier name of a renamed note', () => {
  it.each(['Ralph Mercer', '@ralph mercer', '[[Ralph Mercer]]', '[[People/Ralph Mercer|Ralph]]'])('is still used in %j', (name) => {
    expect(isStillNamed('Ralph Mercer', { ...nobody, quotes: [{ path: 'Q.md', via: name, captured: '2026-01-01' }] }, [])).toBe(true);
    expect(isStillNamed('Ralph Mercer', { ...nobody, shares: [{ path: 'Q.md', day: '2026-01-01', audience: 'team', recipients: ['X', name] }] }, [])).toBe(true);
    expect(isStillNamed('Ralph Mercer', { ...nobody, shares: [{ path: 'Q.md', day: '2026-01-01', audience: 'team', recipients: [], cameBack: [{ day: '2026-01-02' }, { day: '2026-01-03', from: name }] }] }, [])).toBe(true);
    expect(isStillNamed('Ralph Mercer', nobody, [member(name)])).toBe(true);
    expect(isStillNamed('Ralph Mercer', nobody, [], ['team', name])).toBe(true);
  });

  it('is not when all links followed', () => {
    expect(isStillNamed('Ralph Mercer', { shares: [], quotes: [{ path: 'Q.md', via: '[[Ralph A. Mercer]]', captured: '2026-01-01' }] }, [member('[[KM]]')])).toBe(false);
  });

  it('becomes one more other name, once', () => {
    const text = '---\ntype: contact\naliases: [RM]\n---\nWords.\n';
    expect(withAlias(text, 'Ralph Mercer')).toEqual({ ok: true, value: '---\ntype: contact\naliases: [RM, Ralph Mercer]\n---\nWords.\n' });
    expect(withAlias(text, 'rm')).toEqual({ ok: true, value: text });
    expect(withAlias('---\na: [\n---\n', 'x')).toMatchObject({ ok: false });
  });
});

describe('earlier names that wait to be looked at', () => {
  const after = (...renames: readonly (readonly [string, string])[]): EarlierName[] => renames.reduce<EarlierName[]>((waiting, [from, to]) => withRename(waiting, from, to), []);

  it('all go along with a note that is renamed again and again, or moved', () => {
    expect(after(['P/A.md', 'P/B.md'], ['P/X.md', 'P/Y.md'], ['P/B.md', 'P/C.md'], ['P/C.md', 'Q/C.md'])).toEqual([{ earlier: 'A', path: 'Q/C.md' }, { earlier: 'X', path: 'P/Y.md' }, { earlier: 'B', path: 'Q/C.md' }]);
  });

  it('are none when only the folder changed, or the note has its name back', () => {
    expect(after(['P/A.md', 'Q/A.md'], ['Q/A.md', 'Q/a.md'])).toEqual([]);
    expect(after(['P/A.md', 'P/B.md'], ['P/B.md', 'P/A.md'])).toEqual([{ earlier: 'B', path: 'P/A.md' }]);
  });

  it('stand there once, however often a name came and went', () => {
    expect(after(['A.md', 'B.md'], ['B.md', 'A.md'], ['A.md', 'B.md'], ['B.md', 'C.md'])).toEqual([{ earlier: 'A', path: 'C.md' }, { earlier: 'B', path: 'C.md' }]);
  });

  it('are kept apart where two notes change their names', () => {
    expect(after(['A.md', 'T.md'], ['B.md', 'A.md'], ['T.md', 'B.md'])).toEqual([{ earlier: 'A', path: 'B.md' }, { earlier: 'B', path: 'A.md' }, { earlier: 'T', path: 'B.md' }]);
  });

  it.each([undefined, null, 'A', {}, [1, null, { earlier: 'A' }, { earlier: 1, path: 'B.md' }]])('are read from whatever was kept: %j', (kept) => {
    expect(readEarlierNames(kept)).toEqual([]);
    expect(readEarlierNames([kept, { earlier: 'A', path: 'B.md', more: 1 }])).toEqual([{ earlier: 'A', path: 'B.md' }]);
  });
});
