import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { endedOn, holdOn, isEarly, keptFrom, keptShown, ledgerLinesOf, nextRung, notFor, readLedger, widestReached, withHold, withNotFor, withoutHold, withResponse } from '../../src/share';

type Climbed = Parameters<typeof widestReached>[0][number];
const at = (audience: Climbed['audience'], day: string, withdrawn?: string): Climbed => ({ audience, day, ...(withdrawn === undefined ? {} : { withdrawn }) });

describe('the ladder', () => {
  it.each<[string, Climbed[], string | undefined, { audience: string; from: string } | undefined]>([
    ['nothing shared', [], undefined, undefined],
    ['the team', [at('team', '2026-11-01')], 'team', { audience: 'community', from: '2026-11-08' }],
    ['the community, twice', [at('community', '2026-11-03'), at('community', '2026-11-01')], 'community', { audience: 'network', from: '2026-11-08' }],
    ['the network', [at('team', '2026-11-01'), at('network', '2026-11-02')], 'network', undefined],
    ['what was taken back', [at('network', '2026-11-01', '2026-11-02'), at('team', '2026-11-05')], 'team', { audience: 'community', from: '2026-11-12' }],
  ])('after %s', (_, ledger, widest, next) => {
    expect(widestReached(ledger)).toBe(widest);
    expect(nextRung(ledger, 7)).toEqual(next);
  });

  it.each<[string, Climbed[], Climbed['audience'], boolean]>([
    ['nobody saw it', [], 'network', true],
    ['nobody saw it, and it goes near', [], 'community', false],
    ['a community saw it yesterday', [at('community', '2026-11-19')], 'network', true],
    ['a team saw it long ago', [at('team', '2026-11-01')], 'network', false],
    ['it is in the network already', [at('network', '2026-11-19')], 'network', false],
    ['it was in the network once', [at('network', '2026-11-19', '2026-11-20')], 'network', false],
  ])('asks when %s: %#', (_, ledger, audience, expected) => {
    expect(isEarly(ledger, audience, '2026-11-20', 7)).toBe(expected);
  });
});

describe('holding back', () => {
  const N = PROPERTY_NAMES;

  it.each<[Record<string, unknown>, unknown]>([
    [{}, undefined],
    [{ 'hold-until': '2026-12-01' }, { until: '2026-12-01' }],
    [{ 'hold-until': '2026-11-20' }, undefined],
    [{ 'hold-for': 'after the course' }, { event: 'after the course' }],
    [{ 'hold-for': '[[Course|the course]]', 'hold-until': '2026-12-01' }, { until: '2026-12-01', event: 'the course' }],
    [{ 'hold-for': 'after the course', 'hold-until': '2026-11-01' }, undefined],
    [{ 'hold-until': 'some day' }, undefined],
  ])('%j on 20 November is %j', (properties, hold) => {
    expect(holdOn(properties, N, '2026-11-20')).toEqual(hold);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{ 'not-for': ['network', '[[Joan]]'] }, ['network', '[[Joan]]']],
    [{ 'not-for': ['network'], 'hold-for': 'after the course' }, ['network']],
    [{ 'not-for': ['network'], 'hold-until': '2026-11-21' }, ['network']],
    [{ 'not-for': ['network'], 'hold-until': '2026-11-20' }, []],
    [{ 'not-for': ['network'], 'hold-until': '2026-11-20', 'hold-for': 'after the course' }, []],
    [{ 'not-for': ['network'], 'hold-until': 'some day' }, ['network']],
  ])('%j keeps it on 20 November from %j', (properties, kept) => {
    expect(notFor(properties, N, '2026-11-20')).toEqual(kept);
    expect(endedOn(properties, N, '2026-11-20') !== undefined).toBe(properties['hold-until'] === '2026-11-20');
  });

  it('passes over a rung from which the note is kept', () => {
    const ledger = [at('team', '2026-11-01')];
    expect(nextRung(ledger, 7, ['community'])).toEqual({ audience: 'network', from: '2026-11-08' });
    expect(nextRung(ledger, 7, ['community', 'network'])).toBe(undefined);
    expect(nextRung(ledger, 7, ['team'])).toEqual({ audience: 'community', from: '2026-11-08' });
  });

  it('keeps a note from audiences, people and communities', () => {
    const properties = ['Team', '[[People/Joan Petrie]]', 'KM practitioners'];
    expect(keptShown(properties)).toEqual(['Team', 'Joan Petrie', 'KM practitioners']);
    expect(keptFrom(properties, 'team', [])).toEqual(['Team']);
    expect(keptFrom(properties, 'network', [{ name: 'Joan', path: 'People/Joan Petrie.md' }])).toEqual(['Joan Petrie']);
    expect(keptFrom(properties, 'community', [{ name: 'KM Practitioners' }])).toEqual(['KM practitioners']);
    expect(keptFrom(properties, 'community', [{ name: 'Ann' }])).toEqual([]);
  });

  it('keeps a note from them under any of their names', () => {
    const pathOf = (name: string): string | undefined => (/^(?:Joan|JP|\[\[Joan Petrie\]\])$/.test(name) ? 'People/Joan A. Petrie.md' : undefined);
    for (const name of ['JP', '[[Joan Petrie]]']) {
      expect(keptFrom([name], 'network', [{ name: 'Joan A. Petrie', path: 'People/Joan A. Petrie.md' }], pathOf)).toHaveLength(1);
      expect(keptFrom([name], 'network', [{ name: 'Joan' }], pathOf)).toHaveLength(1);
      expect(keptFrom([name], 'network', [{ name: 'Ann' }, { name: 'Bo', path: 'People/Bo.md' }], pathOf)).toEqual([]);
    }
  });

  it('is written into the note\'s properties, and released', () => {
    const note = '---\ntitle: x\nnot-for: ["[[Joan]]"]\n---\nWords.\n';
    const held = withHold(note, { until: '2026-12-01', event: ' after: the course ' }, N);
    const kept = held.ok ? withNotFor(held.value, ['[[Joan]]', 'network', 'team'], N) : held;
    expect(kept.ok && readProperties(kept.value)).toEqual({ ok: true, value: { title: 'x', 'hold-until': '2026-12-01', 'hold-for': 'after: the course', 'not-for': ['team', 'network', '[[Joan]]'] } });
    expect(kept.ok && withoutHold(kept.value, N)).toEqual({ ok: true, value: '---\ntitle: x\n---\nWords.\n' });
    expect(withoutHold('---\nnot-for: { a: 1 }\n---\n', N)).toMatchObject({ ok: false });
  });
});

describe('what came back', () => {
  const NOTE = '## Shared\n- 2026-11-22 team · clipboard\n- 2026-11-23 network · clipboard\n\n## More\nWords.\n';
  const share = (text: string, place: number): string => ledgerLinesOf(text, 'Shared')[place]?.text ?? '';
  const log = (text: string, line: string, said: string): string => {
    const logged = withResponse(text, line, { day: '2026-11-24', kind: 'reply', from: { name: 'Joan Petrie', path: 'People/Joan Petrie.md' }, text: said }, 'Shared', () => '[[Joan Petrie]]');
    if (!logged.ok) throw new Error(logged.problem);
    return logged.value;
  };

  it('stands below its share, linked to the person, and is read again', () => {
    const logged = log(NOTE, share(NOTE, 0), 'Tell me\nmore!');
    expect(logged).toBe(NOTE.replace('clipboard\n', 'clipboard\n  - 2026-11-24 reply · [[Joan Petrie]] · Tell me more!\n'));
    expect(readLedger(logged, 'Shared')[0]?.cameBack).toEqual([{ day: '2026-11-24', kind: 'reply', from: '[[Joan Petrie]]', text: 'Tell me more!' }]);
    expect(readLedger(logged, 'Shared')[1]?.cameBack).toBeUndefined();
  });

  it('is logged once, in order, and in the line breaks of the note', () => {
    const once = log(NOTE, share(NOTE, 0), 'One');
    expect(log(once, share(once, 0), 'One')).toBe(once);
    expect(readLedger(log(once, share(once, 0), 'Two'), 'Shared')[0]?.cameBack?.map(({ text }) => text)).toEqual(['One', 'Two']);
    const windows = NOTE.replace(/\n/g, '\r\n');
    expect(log(windows, share(windows, 1), 'One')).toBe(log(NOTE, share(NOTE, 1), 'One').replace(/\n/g, '\r\n'));
  });

  it('is not written where the share is gone', () => {
    expect(withResponse(NOTE, '- 2026-01-01 team · clipboard', { day: '2026-11-24', kind: 'thanks', text: '' }, 'Shared', () => '')).toMatchObject({ ok: false });
  });
});
