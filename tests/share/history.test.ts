import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/note';
import { filteredHistory, historyAsCsv, historyAsMarkdown, type HistoryEntry } from '../../src/share';

const ENTRIES: readonly HistoryEntry[] = [
  { path: 'Quotes/A.md', day: '2026-11-20', audience: 'team', recipients: ['Joan Petrie'], channel: 'clipboard' },
  { path: 'Quotes/B.md', day: '2026-11-22', audience: 'network', recipients: [], channel: 'feed', address: 'Feeds/network.xml#0f3k2m9qz7a1b', early: 'it hurries', updated: '2026-11-24' },
  { path: '=cmd|B.md', day: '2026-11-23', audience: 'network', recipients: ['=1+1', '@SUM(A1)'], channel: 'clipboard', withoutTake: '+exact "words", so', cameBack: [{ day: '2026-11-24', kind: 'reply', from: '[[Joan Petrie]]', text: '-thanks' }] },
];

describe('the history', () => {
  it.each([
    [{}, 3], [{ audience: 'network' }, 2], [{ channel: 'feed' }, 1], [{ from: '2026-11-22' }, 2], [{ to: '2026-11-22' }, 2], [{ from: '2026-11-21', to: '2026-11-22' }, 1],
    [{ text: 'PETRIE' }, 1], [{ text: 'hurries' }, 1], [{ text: ' b ' }, 3], [{ text: 'nobody' }, 0], [{ audience: 'network', text: 'exact' }, 1],
  ] as const)('filtered by %j has %i entries', (filter, count) => {
    expect(filteredHistory(ENTRIES, filter, nameOf)).toHaveLength(count);
  });

  it('is a table that a spreadsheet reads, and no cell is a formula', () => {
    const { data, errors } = parse<string[]>(historyAsCsv(ENTRIES, nameOf).trimEnd());
    expect(errors).toEqual([]);
    expect(data).toHaveLength(4);
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([12]));
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(data[3]?.[4]).toBe("'=1+1, @SUM(A1)");
    expect(data[3]?.[7]).toBe('\'+exact "words", so');
  });

  it('is a table in Markdown: a row for each share, whatever stands in it', () => {
    const rows = historyAsMarkdown([...ENTRIES, { path: 'A|B.md', day: '2026-11-25', audience: 'team', recipients: ['a | b\nc'], channel: 'x' }], nameOf).trimEnd().split('\n');
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(10);
    expect(rows[3]).toContain('[[Quotes/B\\|B]]');
  });

  it('tells in Markdown where each share stands and what came back, in the words it came in', () => {
    expect(historyAsMarkdown([
      { path: 'Quotes/A.md', day: '2026-11-20', audience: 'team', recipients: ['Joan Petrie', '[[Ann]]'], channel: 'clipboard', cameBack: [
        { day: '2026-11-24', kind: 'reply', from: '[[People/Joan|Joan]]', text: 'see [[Bees]], a | b' },
        { day: '2026-11-25', kind: 'thanks', text: 'already \\| so, `x\\\\|y`' },
      ] },
      { path: 'Quotes/B.md', day: '2026-11-22', audience: 'network', recipients: [], channel: 'feed', address: 'Feeds/network.xml#0f3k', early: 'it *hurries*', updated: '2026-11-24', withdrawn: '2026-11-26' },
      { path: 'Quotes/C.md', day: '2026-11-23', audience: 'community', recipients: [], channel: 'a forum', address: 'https://example.org/t/7?a=b', withoutTake: 'urgent' },
      { path: 'Quotes/D.md', day: '2026-11-24', audience: 'community', recipients: [], channel: 'a forum', address: 'https://example.org/a|b' },
    ], nameOf)).toBe([
      '| Day | Note | With whom | Recipients | Way | Address | Remarks | Came back |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| 2026-11-20 | [[Quotes/A\\|A]] | Team | Joan Petrie, \\[\\[Ann\\]\\] | clipboard |  |  | 2026-11-24 · A reply · [[People/Joan\\|Joan]] · see [[Bees]], a \\| b; 2026-11-25 · Thanks · already \\| so, `x\\\\\\|y` |',
      '| 2026-11-22 | [[Quotes/B\\|B]] | Network |  | feed | Feeds/network.xml\\#0f3k | it \\*hurries\\*; new version 2026-11-24; taken back 2026-11-26 |  |',
      '| 2026-11-23 | [[Quotes/C\\|C]] | Community |  | a forum | <https://example.org/t/7?a=b> | without a take: urgent |  |',
      '| 2026-11-24 | [[Quotes/D\\|D]] | Community |  | a forum | <https://example.org/a%7Cb> |  |  |',
      '',
    ].join('\n'));
  });
});
