import { describe, expect, it } from 'vitest';
import { keptAfter, keptFor, NOTHING_KEPT, type KeptLinks } from '../../src/serendipity/ui/kept-links';
import { NOTHING_SHOWN } from '../../src/serendipity/ui/shown-links';

// What the Links tab keeps while another tab is shown goes with the vault.

const HERE = 'Notes/Bees.md';
const KEPT: KeptLinks = { ...NOTHING_KEPT, pinned: HERE, pause: 'keeps', limit: 40, shown: { ...NOTHING_SHOWN, subject: { path: HERE, passage: '' }, isAnswer: true } };

describe('what the Links tab keeps', () => {
  it('is for its note under the name of now', () => {
    const note = { path: 'Notes/Wasps.md', mtime: 0, ctime: 0, size: 0 };
    expect(keptAfter(KEPT, { kind: 'renamed', note, from: HERE })).toMatchObject({ pinned: note.path, pause: 'keeps', limit: 40, shown: { subject: { path: note.path } } });
    expect(keptAfter(KEPT, { kind: 'renamed', note, from: 'Other.md' })).toEqual(KEPT);
  });

  it('goes with its note, which can be said', () => {
    expect(keptAfter(KEPT, { kind: 'removed', path: HERE })).toEqual({ ...NOTHING_KEPT, gone: HERE });
    expect(keptAfter({ ...KEPT, pause: 'off' }, { kind: 'removed', path: HERE })).toEqual(NOTHING_KEPT);
    expect(keptAfter(KEPT, { kind: 'removed', path: 'Other.md' })).toEqual(KEPT);
  });

  it('does not stand in the way of links for another note', () => {
    expect(keptFor(KEPT, HERE)).toEqual(KEPT);
    expect(keptFor(KEPT, 'Other.md')).toMatchObject({ pinned: undefined, pause: 'off', shown: KEPT.shown });
  });
});
