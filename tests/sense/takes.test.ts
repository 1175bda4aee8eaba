import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { differenceOf, isSensed, readSenseState, takeIn, withLaterTake, withTake, withTakeGrown, type SenseState, type Take } from '../../src/sense';
import { anyText, RUNS } from '../laws/generators';
import { processorTime } from '../processor-time';

const FORMAT = { names: PROPERTY_NAMES, takeSection: 'My take', leastOwnWords: 1 };
const NOTE = '---\ntype: quote\n---\n> Words.\n\n## My take\n\n## Shared\n- 2026-11-22 team · clipboard\n';

function done(result: { ok: true; value: string } | { ok: false; problem: string }): string {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function state(text: string): SenseState {
  const read = readProperties(text);
  return readSenseState(text, read.ok ? read.value : {}, FORMAT);
}

const first = (text: string, at = '2026-11-21T10:05'): string => done(withTake(NOTE, { text, ways: ['filter'] }, at, FORMAT));
const later = (note: string, text: string, day: string, ways: Take['ways'] = []): string => done(withLaterTake(note, { text, ways }, day, FORMAT));

describe('takes over time', () => {
  it('stand in one section, each later one below its day, the older unchanged', () => {
    const note = later(later(first('I agree.'), 'Now I doubt it.', '2026-12-01', ['validate', 'apply']), 'It depends.', '2027-01-05');
    expect(note).toBe(
      '---\ntype: quote\nsensed: 2026-11-21T10:05\nsense: [filter, validate, apply]\n---\n> Words.\n\n## My take\nI agree.\n\n### 2026-12-01 · validate, apply\nNow I doubt it.\n\n### 2027-01-05\nIt depends.\n\n## Shared\n- 2026-11-22 team · clipboard\n',
    );
    expect(state(note)).toEqual({
      take: { text: 'It depends.', ways: [] },
      day: '2027-01-05',
      earlier: [{ text: 'I agree.', ways: ['filter'] }, { text: 'Now I doubt it.', ways: ['validate', 'apply'], day: '2026-12-01' }],
      sensed: '2026-11-21T10:05',
    });
  });

  it('are read as people type them', () => {
    const typed = '## my take\n\nFirst.\n\n#### 2026-12-01\n\n\nSecond.\n\n#### A heading of mine\nmore\n\n### 2026-13-01\nno day\n### 2026-12-24 ·  Apply , nonsense\nThird.\n```\n### 2027-01-01\n```\n# End\n### 2027-02-02\n';
    expect(state(typed)).toMatchObject({
      take: { text: 'Third.\n```\n### 2027-01-01\n```', ways: ['apply'] },
      earlier: [{ text: 'First.' }, { text: 'Second.\n\n#### A heading of mine\nmore\n\n### 2026-13-01\nno day', day: '2026-12-01' }],
    });
  });

  it('keep the day of the first as `sensed`, however often one is written', () => {
    const edited = done(withTake(first('I agree.'), { text: 'I agree with it.', ways: [] }, '2027-03-01T08:00', FORMAT, 'I agree.'));
    expect(state(edited)).toEqual({ take: { text: 'I agree with it.', ways: [] }, sensed: '2026-11-21T10:05' });
    const hint = NOTE.replace('type: quote', 'type: quote\nsensed: 2020-01-01');
    expect(state(done(withTake(hint, { text: 'First words.', ways: [] }, '2027-03-01T08:00', FORMAT))).sensed).toBe('2027-03-01T08:00');
  });

  it('are edited at their end only: the words of the latest, and the ways in its heading', () => {
    const two = later(first('I agree.'), 'Now I doubt it.', '2026-12-01');
    const edited = done(withTake(two, { text: '# Now\nI really doubt it.', ways: ['validate'] }, '2026-12-02T10:00', FORMAT, 'Now I doubt it.'));
    expect(takeIn(edited, 'My take')).toBe('I agree.\n\n### 2026-12-01 · validate\n#### Now\nI really doubt it.');
    expect(state(edited).sensed).toBe('2026-11-21T10:05');
  });

  it('lose nothing when two devices write at once', () => {
    const two = later(first('I agree.'), 'Theirs.', '2026-12-01');
    const both = done(withTake(two, { text: 'Mine.', ways: [] }, '2026-12-01T10:00', FORMAT, 'I agree.'));
    expect(takeIn(both, 'My take')).toBe('I agree.\n\n### 2026-12-01\nTheirs.\n\nMine.');
  });

  it('are not written twice, and not for nothing', () => {
    const two = later(first('I agree.'), 'Now I doubt it.', '2026-12-01');
    expect(later(two, 'Now I doubt it.', '2026-12-01')).toBe(two);
    expect(withLaterTake(two, { text: ' Now I doubt it.\n', ways: [] }, '2026-12-24', FORMAT)).toMatchObject({ ok: false, problem: expect.stringMatching(/says already/) as string });
    expect(withLaterTake('###### My take\nDeep.\n', { text: 'x', ways: [] }, '2026-12-24', FORMAT)).toMatchObject({ ok: false, problem: expect.stringMatching(/so deep/) as string });
  });

  it('begin with a later one where the first is missing', () => {
    expect(state(later(NOTE, 'Straight away.', '2026-12-01'))).toMatchObject({ take: { text: 'Straight away.' }, day: '2026-12-01' });
    expect(state(later(NOTE, 'Straight away.', '2026-12-01')).earlier).toBeUndefined();
  });

  it('keep every word that was there before, whatever is added', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (one, two, three) => {
        const start = withTake(NOTE, { text: one, ways: [] }, '2026-11-21T10:05', FORMAT);
        if (!start.ok || one.trim() === '') return;
        const before = state(start.value);
        const added = withLaterTake(start.value, { text: two, ways: [] }, '2026-12-01', FORMAT);
        if (!added.ok) return;
        expect(takeIn(added.value, 'My take').startsWith(takeIn(start.value, 'My take'))).toBe(true);
        const edited = withTake(added.value, { text: three, ways: [] }, '2026-12-02T10:00', FORMAT, state(added.value).take.text);
        if (!edited.ok || two.trim() === '') return;
        expect(takeIn(edited.value, 'My take').startsWith(takeIn(start.value, 'My take'))).toBe(true);
        expect(state(edited.value).earlier?.[0]?.text).toBe(before.take.text);
      }),
      RUNS,
    );
  });

  it('count as sense-making once one of them does', () => {
    const words = 'These are my own words about it, twelve of them in all, counted.';
    const entry = { path: 'A.md', quote: { text: 'Words.', captured: '' }, state: state(later(first(words), 'No longer.', '2026-12-01')) };
    expect(isSensed(entry, 12)).toBe(true);
    expect(isSensed({ ...entry, state: state(first('No.')) }, 12)).toBe(false);
  });
});

describe('co-authors', () => {
  it('stand in a property of their own, and stay when nothing is said about them', () => {
    const note = done(withTake(NOTE, { text: 'Ours.', ways: [], coAuthors: ['[[Joan Petrie]]', 'Sam'] }, '2026-11-21T10:05', FORMAT));
    expect(note).toContain('co-authors: ["[[Joan Petrie]]", Sam]\n');
    expect(state(note).take.coAuthors).toEqual(['[[Joan Petrie]]', 'Sam']);
    expect(state(later(note, 'Still ours.', '2026-12-01')).take.coAuthors).toEqual(['[[Joan Petrie]]', 'Sam']);
    const alone = done(withTake(note, { text: 'Mine.', ways: [], coAuthors: [] }, '2026-11-21T10:05', FORMAT, 'Ours.'));
    expect(alone).not.toContain('co-authors');
  });
});

describe('a take that became a note', () => {
  it('stays where it is, with a link below that does not belong to its words', () => {
    const grown = withTakeGrown(first('I agree.'), '[[Agreement]]', FORMAT);
    expect(takeIn(grown, 'My take')).toBe('I agree.\n\n→ [[Agreement]]');
    expect(withTakeGrown(grown, '[[Agreement]]', FORMAT)).toBe(grown);
    expect(state(grown).take.text).toBe('I agree.');
    const edited = done(withTake(grown, { text: 'I mostly agree.', ways: [] }, '2026-12-01T10:00', FORMAT, 'I agree.'));
    expect(takeIn(edited, 'My take')).toBe('I mostly agree.\n\n→ [[Agreement]]');
    const two = later(edited, 'No.', '2026-12-01');
    expect(takeIn(withTakeGrown(two, '[No](No.md)', FORMAT), 'My take')).toBe('I mostly agree.\n\n→ [[Agreement]]\n\n### 2026-12-01\nNo.\n\n→ [No](No.md)');
    expect(state(two).earlier?.[0]?.text).toBe('I mostly agree.');
  });
});

describe('the difference between two takes', () => {
  it('is told word by word', () => {
    expect(differenceOf('I agree with this.', 'I do not agree with that.')).toEqual([
      { kind: 'same', text: 'I ' }, { kind: 'added', text: 'do not ' }, { kind: 'same', text: 'agree with ' }, { kind: 'removed', text: 'this' }, { kind: 'added', text: 'that' }, { kind: 'same', text: '.' },
    ]);
  });

  it('is two texts, one after the other, where they have few words in common', () => {
    const [before, after] = ['There are two steps, and the second is hard. No team of ours has ever taken the first.', 'A third step is missing: somebody has to be asked at breakfast, and that never ends.'];
    expect(differenceOf(before, after)).toEqual([{ kind: 'removed', text: before }, { kind: 'added', text: after }]);
  });

  it('leaves sentences whole that stayed, and those that are all but new', () => {
    expect(differenceOf('Logbooks help. Nobody reads them aloud at night. So we forget.', 'Logbooks help. We meet by the window before work. So we forget.')).toEqual([
      { kind: 'same', text: 'Logbooks help. ' }, { kind: 'removed', text: 'Nobody reads them aloud at night. ' }, { kind: 'added', text: 'We meet by the window before work. ' }, { kind: 'same', text: 'So we forget.' },
    ]);
  });

  it('leaves no single word between two that were replaced', () => {
    expect(differenceOf('Our whole team of twelve nurses reads the old book every single morning.', 'Our whole team of seven of doctors reads the new book every single morning.')).toContainEqual({ kind: 'same', text: 'Our whole team of ' });
    expect(differenceOf('We all read old and dusty books there every day.', 'We all read new and clean books there every day.')).toEqual([
      { kind: 'same', text: 'We all read ' }, { kind: 'removed', text: 'old and dusty ' }, { kind: 'added', text: 'new and clean ' }, { kind: 'same', text: 'books there every day.' },
    ]);
  });

  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const changes = differenceOf(before, after);
        const without = (kind: string): string => changes.filter((change) => change.kind !== kind).map(({ text }) => text).join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
      RUNS,
    );
  });

  it('does not make anybody wait for two long texts without a common word', () => {
    const long = (word: string): string => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
    const since = processorTime();
    expect(differenceOf(long('a'), long('b')).length).toBeGreaterThan(0);
    expect(processorTime() - since).toBeLessThan(8000);
  });
});
