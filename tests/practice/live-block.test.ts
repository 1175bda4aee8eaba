import { describe, expect, it } from 'vitest';
import { readLiveBlock } from '../../src/practice';

describe('the options of a live block', () => {
  it.each([
    ['show: queue', { show: 'queue', limit: 5 }],
    ['show: queue        # queue | spark\nlimit: 7\n\nfolder: /Projects/2026/', { show: 'queue', limit: 7, folder: 'Projects/2026' }],
    ['# mine\r\n show : "ties-due" \r\nlimit: 50', { show: 'ties-due', limit: 50 }],
    ['show: spark', { show: 'spark', limit: 3 }],
    ['show: queue\nfolder: C#/Notes', { show: 'queue', limit: 5, folder: 'C#/Notes' }],
  ])('reads %j', (source, expected) => {
    expect(readLiveBlock(source)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', ['show', 'queue, spark, ties-due or spaces']],
    ['show: everything', ['show: everything', 'queue, spark, ties-due or spaces']],
    ['show: toString', ['show: toString']],
    ['show: queue\nlimit: many', ['limit: many', '1 to 50']],
    ['show: queue\nlimit: 51', ['limit: 51', '1 to 50']],
    ['show: queue\nlimit: 0', ['limit: 0']],
    ['show: spark\nfolder: X', ['folder: X', 'show: spark', 'show or limit']],
    ['show: queue\ncolour: red', ['colour: red', 'show, limit or folder']],
    ['show: queue\nshow: spark', ['"show"', 'twice']],
    ['show: queue\nfolder: /', ['folder: /']],
    ['queue', ['"queue"', 'show: queue']],
    [': x', ['": x"']],
  ])('says what is wrong with %j', (source, named) => {
    const read = readLiveBlock(source);
    expect(read.ok).toBe(false);
    for (const text of named) expect(read.ok ? '' : read.problem).toContain(text);
  });
});
