import { describe, expect, it } from 'vitest';
import { BLOCK_KINDS, completionAt, readLiveBlock } from '../../src/practice';

describe('the options of a live block', () => {
  it.each([
    ['show: queue', { show: 'queue', limit: 5 }],
    ['show: queue        # queue | spark\nlimit: 7\n\nfolder: /Projects/2026/', { show: 'queue', limit: 7, folder: 'Projects/2026' }],
    ['# mine\r\n show : "ties-due" \r\nlimit: 50', { show: 'ties-due', limit: 50 }],
    ['show: spark', { show: 'spark', limit: 3 }],
    ['show: history\nfolder: Quotes', { show: 'history', limit: 10, folder: 'Quotes' }],
    ['show: week\ndate: 2026-11-21 # last', { show: 'week', limit: 50, date: '2026-11-21' }],
    ['show: queue\nfolder: C#/Notes', { show: 'queue', limit: 5, folder: 'C#/Notes' }],
  ])('reads %j', (source, expected) => {
    expect(readLiveBlock(source)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', ['show', 'queue, spark, links, ties-due, ties-dormant, ready, history, week, roles or spaces']],
    ['show: everything', ['show: everything', 'queue, spark, links, ties-due, ties-dormant, ready, history, week, roles or spaces']],
    ['show: toString', ['show: toString']],
    ['show: queue\nlimit: many', ['limit: many', '1 to 50']],
    ['show: queue\nlimit: 51', ['limit: 51', '1 to 50']],
    ['show: queue\nlimit: 0', ['limit: 0']],
    ['show: spark\nfolder: X', ['folder: X', 'show: spark', 'show or limit']],
    ['show: queue\ncolour: red', ['colour: red', 'show, limit or folder']],
    ['show: queue\nshow: spark', ['"show"', 'twice']],
    ['show: queue\nfolder: /', ['folder: /']],
    ['show: week\ndate: 2026-13-40', ['date: 2026-13-40', 'a day']],
    ['show: week\ndate: tomorrow', ['date: tomorrow']],
    ['show: week\nlimit: 3', ['limit: 3', 'show or date']],
    ['show: links\nfolder: X', ['folder: X', 'show or limit']],
    ['queue', ['"queue"', 'show: queue']],
    [': x', ['": x"']],
  ])('says what is wrong with %j', (source, named) => {
    const read = readLiveBlock(source);
    expect(read.ok).toBe(false);
    for (const text of named) expect(read.ok ? '' : read.problem).toContain(text);
  });
});

describe('what is offered while a block is written', () => {
  const sources = { folders: () => ['Quotes', 'Projects', 'Projects/2026', 'Old quotes'], today: () => '2026-11-21' };
  const offered = (before: string, others: string[] = []): readonly string[] | undefined => completionAt(before, others, sources)?.offers;

  it.each([
    ['', [], ['show: ']],
    ['sh', [], ['show: ']],
    ['', ['show: queue'], ['limit: ', 'folder: ']],
    ['', ['show: queue # mine', 'limit: 3'], ['folder: ']],
    ['  li', ['show: spark'], ['limit: ']],
    ['', ['show: nonsense'], undefined],
    ['', ['show: week', 'date: 2026-11-21'], undefined],
    ['show: ', [], Object.keys(BLOCK_KINDS)],
    ['show: ties', [], ['ties-due', 'ties-dormant']],
    ['show: queue', [], undefined],
    ['show:dor', [], ['ties-dormant']],
    ['limit: ', [], ['3', '5', '10', '20', '50']],
    ['limit: 5', [], undefined],
    ['date: 20', [], ['2026-11-21']],
    ['folder: Projects', [], undefined],
    ['folder: Projects/', [], ['Projects/2026']],
    ['folder: quo', [], ['Quotes', 'Old quotes']],
    ['colour: r', [], undefined],
    ['# a comment', [], undefined],
    ['show: queue # c', [], undefined],
  ])('after %j with %j', (before, others, expected) => {
    expect(offered(before, others)).toEqual(expected);
  });

  it('leads to a block that can be read', () => {
    for (const show of Object.keys(BLOCK_KINDS)) {
      const lines = [`show: ${show}`];
      for (let keys = offered('', lines); keys !== undefined; keys = offered('', lines)) {
        const value = offered(keys[0] ?? '', lines)?.[0];
        lines.push(`${keys[0] ?? ''}${value ?? ''}`);
      }
      expect(readLiveBlock(lines.join('\n')), lines.join(', ')).toMatchObject({ ok: true, value: { show } });
    }
  });
});
