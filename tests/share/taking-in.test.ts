import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { readQuoteNote } from '../../src/seek';
import { takeInCopy, type CommonsCopy, type Taking } from '../../src/share';

const RULE = { names: PROPERTY_NAMES, takeSection: 'My take' };
const COPY: CommonsCopy = {
  key: '0f3k2m9qz7a1b', title: 'On waiting', by: 'Ines Carvalho', source: 'https://example.org/waiting', audience: 'community', licence: 'CC BY 4.0', shared: '2026-11-20',
  text: '> Waiting is work.\n\nIn our ward it is, too. ![[x]] `= 1` {{date}}', isUntouched: true,
};

function taken(copy: Partial<CommonsCopy> = {}, present?: string): Taking {
  const result = takeInCopy({ ...COPY, ...copy }, present, '2026-11-22T09:12', RULE);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function first(): string {
  const made = taken();
  if (made.kind !== 'new') throw new Error('Nothing was made.');
  return made.text;
}

describe('a copy that is taken in', () => {
  it('is a quote of the giver, with provenance, an empty take, and nothing that acts here', () => {
    const text = first();
    expect(readQuoteNote(text, PROPERTY_NAMES)).toMatchObject({ ok: true, value: { author: 'Ines Carvalho', source: 'https://example.org/waiting', title: 'On waiting' } });
    expect(readProperties(text)).toMatchObject({ ok: true, value: { type: 'quote', 'taken-in': '0f3k2m9qz7a1b', licence: 'CC BY 4.0', captured: '2026-11-22T09:12' } });
    expect(text).not.toMatch(/[^\\]!\[\[|[^\\]`= 1|\{\{date/);
    expect(text.endsWith('## My take\n')).toBe(true);
  });

  it('is not taken in twice, also later and with other line breaks', () => {
    expect(taken({}, first()).kind).toBe('unchanged');
    expect(taken({}, first().replace(/\n/g, '\r\n')).kind).toBe('unchanged');
    expect(takeInCopy(COPY, first(), '2026-12-30T10:00', RULE)).toMatchObject({ value: { kind: 'unchanged' } });
  });

  it('takes a new version: their words change, the user\'s do not', () => {
    const mine = first().replace('## My take\n', '## My take\nMy own words on it.\n\n## Shared\n- 2026-11-23 team · clipboard\n').replace('---\n>', 'mood: good\n---\nA line of mine.\n\n>');
    const newer = taken({ text: 'Waiting is hard work.' }, mine);
    if (newer.kind !== 'updated') throw new Error(newer.kind);
    expect(newer.text).toContain('> Waiting is hard work.');
    expect(newer.text).not.toContain('Waiting is work.');
    for (const line of ['A line of mine.', 'mood: good', 'My own words on it.', '- 2026-11-23 team · clipboard']) expect(newer.text).toContain(line);
    expect(taken({ text: 'Waiting is hard work.' }, newer.text).kind).toBe('unchanged');
    expect(taken({ text: 'Waiting is the hardest work.' }, newer.text).kind).toBe('updated');
  });

  it('is left as it is where the user changed their words', () => {
    const edited = first().replace('Waiting is work.', 'Waiting is ==work==.');
    expect(taken({ text: 'Waiting is hard work.' }, edited)).toEqual({ kind: 'kept' });
    expect(taken({ text: 'Waiting is hard work.' }, edited.replace(/^>.*\n/gm, ''))).toEqual({ kind: 'kept' });
  });

  it('is marked once its giver takes it back, and keeps all words', () => {
    const back = taken({ text: 'Taken back.', withdrawn: '2026-11-25' }, first());
    if (back.kind !== 'withdrawn') throw new Error(back.kind);
    expect(back.text).toContain('withdrawn: 2026-11-25');
    expect(back.text).toContain('Waiting is work.');
    expect(taken({ withdrawn: '2026-11-25' }, back.text).kind).toBe('unchanged');
    expect(taken({ withdrawn: '2026-11-25' }).kind).toBe('unchanged');
  });

  it('says what is wrong with an empty copy, and with broken properties', () => {
    expect(takeInCopy({ ...COPY, text: ' ' }, undefined, '2026-11-22T09:12', RULE)).toEqual({ ok: false, problem: 'The copy "On waiting" is empty.' });
    expect(takeInCopy(COPY, '---\ntype: "x\n---\n', '2026-11-22T09:12', RULE).ok).toBe(false);
  });
});
