import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { NoteEvent } from '../../src/note';
import { OpenedRecord } from '../../src/obsidian/opened-record';
import { pairKey } from '../../src/serendipity';
import { absenceText } from '../../src/serendipity/ui/absence-text';
import { Hidden } from '../../src/serendipity/ui/hidden';
import { seedOfDay } from '../../src/serendipity/ui/link-finder';
import { LinksFilter } from '../../src/serendipity/ui/links-filter';
import { reasonText, reasonsText } from '../../src/serendipity/ui/reason-text';

/** Local storage as Obsidian keeps it: through JSON. */
function device(stored: Record<string, unknown> = {}): App {
  const kept = new Map(Object.entries(stored).map(([key, value]) => [key, JSON.stringify(value)]));
  return {
    loadLocalStorage: (key: string) => JSON.parse(kept.get(key) ?? 'null') as unknown,
    saveLocalStorage: (key: string, value: unknown) => kept.set(key, JSON.stringify(value)),
  } as unknown as App;
}

function renamed(from: string, to: string): NoteEvent {
  return { kind: 'renamed', from, note: { path: to, ctime: 0, mtime: 0, size: 0 } };
}

describe('what the user hid', () => {
  it('is kept on the device, follows renames and can be taken back', () => {
    const app = device();
    const hidden = new Hidden(app);
    hidden.hidePair('b.md', 'a.md');
    const showAgain = hidden.hidePair('a.md', 'c.md');
    hidden.hideNote('a.md');
    showAgain();
    hidden.follow(renamed('a.md', 'Deep/z.md'));
    const later = new Hidden(app);
    expect([...later.pairs]).toEqual([pairKey('Deep/z.md', 'b.md')]);
    expect([...later.notes]).toEqual(['Deep/z.md']);
    later.showAll();
    expect(new Hidden(app).pairs.size + new Hidden(app).notes.size).toBe(0);
  });

  it.each([[null], ['text'], [{ pairs: 5, notes: { a: 1 } }], [{ pairs: [1, null], notes: [{}] }], [[]]])('stored as %j counts as nothing', (stored) => {
    const hidden = new Hidden(device({ 'seek-sense-share:hidden': stored }));
    expect(hidden.pairs.size + hidden.notes.size).toBe(0);
  });

  it('tells when it changes, until that is ended', () => {
    const hidden = new Hidden(device());
    let times = 0;
    const end = hidden.onChange(() => times++);
    hidden.hideNote('a.md');
    end();
    hidden.hideNote('b.md');
    expect(times).toBe(1);
  });
});

describe('the record of opened notes', () => {
  it('outlives a restart, follows renames and forgets deleted notes', () => {
    const app = device();
    const opened = new OpenedRecord(app);
    opened.note('a.md', 10);
    opened.note('b.md', 20);
    opened.note('c.md', 30);
    opened.follow(renamed('a.md', 'z.md'));
    opened.follow({ kind: 'removed', path: 'b.md' });
    opened.save();
    expect([...new OpenedRecord(app).openedAt]).toEqual([['z.md', 10], ['c.md', 30]]);
  });

  it('keeps the 2,000 notes opened last', () => {
    const opened = new OpenedRecord(device());
    for (let at = 0; at < 2500; at++) opened.note(`${at}.md`, at);
    opened.note('500.md', 9999);
    expect(opened.openedAt.size).toBe(2000);
    expect(opened.openedAt.get('500.md')).toBe(9999);
    expect(opened.openedAt.has('501.md')).toBe(true);
    expect(opened.openedAt.has('499.md')).toBe(false);
  });

  it.each([[null], ['text'], [{ 'a.md': 'yesterday', 'b.md': null }]])('stored as %j counts as nothing', (stored) => {
    expect(new OpenedRecord(device({ 'seek-sense-share:opened': stored })).openedAt.size).toBe(0);
  });
});

describe('words', () => {
  it('name links without their markup on cards, and the folder in full elsewhere', () => {
    const reasons = [{ kind: 'distance', links: 3, via: 'Deep/Middle.md' }, { kind: 'folder', here: '', there: 'Deep' }] as const;
    expect(reasons.map((reason) => reasonText(reason))).toEqual(['3 links apart, via Middle', 'in another folder']);
    expect(reasonsText(reasons)).toBe('3 links apart, via Middle; in another folder, Deep');
  });

  it('a day has one seed, another day another', () => {
    expect(seedOfDay('2026-11-20')).toBe(seedOfDay('2026-11-20'));
    expect(new Set(['2026-11-20', '2026-11-21', '2026-12-20'].map(seedOfDay)).size).toBe(3);
    expect(Number.isSafeInteger(seedOfDay('2026-11-20'))).toBe(true);
  });
});

describe('the filter of the tab', () => {
  it('is kept on the device and asks the engine only for what was chosen', () => {
    const app = device();
    const filter = new LinksFilter(app);
    expect(filter.filter).toBeUndefined();
    filter.choose({ folder: 'Notes/Bees' });
    filter.choose({ age: 'overTwoYears', type: '' });
    expect(new LinksFilter(app).filter).toEqual({ folder: 'Notes/Bees', olderThanDays: 730, types: [''] });
    filter.clear();
    expect(new LinksFilter(app).filter).toBeUndefined();
  });

  it.each([[null], ['text'], [{ folder: 3, age: 'tomorrow', type: [] }], [[]]])('stored as %j counts as nothing', (stored) => {
    expect(new LinksFilter(device({ 'seek-sense-share:links-filter': stored })).filter).toBeUndefined();
  });
});

describe('why a note is not shown', () => {
  it('is one sentence for everything that holds it back', () => {
    expect(absenceText('Maps', [{ kind: 'linked', direction: 'from' }, { kind: 'opened', days: 0 }, { kind: 'noteKind', noteKind: 'daily' }])).toBe(
      '"Maps": it links to this note already; you opened it today, so it rests; it is a daily note, and those are not shown.',
    );
    expect(absenceText('Maps', [{ kind: 'rank', place: 1200 }])).toBe('"Maps": others fit better: it would be number 1,200 of the list.');
    expect(absenceText('Maps', [{ kind: 'crowded', by: 'a/Charts.md', place: 4 }])).toBe('"Maps": "Charts", number 4 of the list, says the same and fits better.');
  });
});
