import { describe, expect, it } from 'vitest';
import { isStillNamed, withAlias, type Contact } from '../../src/ties';

const nobody = { shares: [], quotes: [] };
const member = (...communities: readonly string[]): Contact => ({ path: 'A.md', name: 'A', aliases: [], space: 'network', communities, topics: [], interactions: [] });

describe('the earlier name of a renamed note', () => {
  it.each(['Ralph Mercer', '@ralph mercer', '[[Ralph Mercer]]', '[[People/Ralph Mercer|Ralph]]'])('is still used in %j', (name) => {
    expect(isStillNamed('Ralph Mercer', { ...nobody, quotes: [{ path: 'Q.md', via: name, captured: '2026-01-01' }] }, [])).toBe(true);
    expect(isStillNamed('Ralph Mercer', { ...nobody, shares: [{ path: 'Q.md', day: '2026-01-01', audience: 'team', recipients: ['X', name] }] }, [])).toBe(true);
    expect(isStillNamed('Ralph Mercer', nobody, [member(name)])).toBe(true);
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
