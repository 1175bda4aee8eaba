import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { readSenseState, takeIn, withLater, withLaterTake, withLetGo, withTake, type SenseState } from '../../src/sense';

const FORMAT = { names: PROPERTY_NAMES, takeSection: 'My take', leastOwnWords: 1 };
const AT = '2026-11-21T10:05';
const NOTE = '---\ntype: quote\nsense-later: 2026-12-01 # not now\n---\n> Words.\n\n## My take\n\n## Shared\n- 2026-11-22 team · clipboard\n';

function state(text: string): SenseState {
  const read = readProperties(text);
  return readSenseState(text, read.ok ? read.value : {}, FORMAT);
}

function write(text: string, take: string, before?: string): string {
  const written = withTake(text, { text: take, ways: ['apply', 'filter'] }, AT, FORMAT, before);
  if (!written.ok) throw new Error(written.problem);
  return written.value;
}

describe('writing a take', () => {
  it('fills the section and the properties, and nothing else', () => {
    expect(write(NOTE, ' My words.\n')).toBe('---\ntype: quote\nsensed: 2026-11-21T10:05\nsense: [apply, filter]\n---\n> Words.\n\n## My take\nMy words.\n\n## Shared\n- 2026-11-22 team · clipboard\n');
  });

  it('says since when there is a take that counts, and not before', () => {
    const rule = { ...FORMAT, leastOwnWords: 6 };
    const save = (text: string, take: string, at: string, before = ''): string => {
      const written = withTake(text, { text: take, ways: [] }, at, rule, before);
      if (!written.ok) throw new Error(written.problem);
      return written.value;
    };
    const full = 'We tried this on our ward last week.';
    const short = save(NOTE, 'Great post! So true.', AT);
    expect(short).toContain('## My take\nGreat post! So true.\n');
    expect(state(short)).not.toHaveProperty('sensed');
    expect(state(save(short, full, '2026-11-22T08:00', 'Great post! So true.')).sensed).toBe('2026-11-22T08:00');
    const later = withLaterTake(short, { text: full, ways: [] }, '2026-11-23T08:00', rule);
    expect(later.ok && state(later.value)).toMatchObject({ sensed: '2026-11-23T08:00', day: '2026-11-23', take: { text: full } });
    expect(later.ok && state(save(later.value, 'So true.', '2026-11-24T08:00', full)).sensed).toBe('2026-11-23T08:00');
    // What another device added meanwhile counts as well.
    expect(state(save(save(short, full, AT, 'Great post! So true.').replace(/sensed:.*\n/, ''), 'Yes.', '2026-11-25T08:00', 'Great post! So true.')).sensed).toBe('2026-11-25T08:00');
    // What was written before is the user's.
    const typed = NOTE.replace('type: quote', 'type: quote\nsensed: 2026-01-01T10:00');
    expect(state(save(typed, 'So true.', AT)).sensed).toBe('2026-01-01T10:00');
  });

  it('makes the section where it is missing', () => {
    expect(write('> Words.', 'Mine.')).toBe('---\nsensed: 2026-11-21T10:05\nsense: [apply, filter]\n---\n> Words.\n\n## My take\nMine.\n');
  });

  it('replaces what the writer saw, and adds to what the writer did not see', () => {
    const first = write(NOTE, 'First.');
    expect(takeIn(write(first, 'Second.', 'First.'), 'My take')).toBe('Second.');
    const both = write(first, 'Second.', 'Something older.');
    expect(takeIn(both, 'My take')).toBe('First.\n\nSecond.');
    expect(write(both, 'Second.', 'Something older.')).toBe(both);
  });

  it('lets the writer take a paragraph back', () => {
    const two = write(NOTE, 'First.\n\nSecond.');
    expect(takeIn(write(two, 'Second.', 'First.\n\nSecond.'), 'My take')).toBe('Second.');
  });

  it('is the same on Windows', () => {
    const note = NOTE.replace(/\n/g, '\r\n');
    const once = write(note, 'One.\r\nTwo.');
    expect(once).not.toMatch(/[^\r]\n/);
    expect(takeIn(once, 'My take')).toBe('One.\nTwo.');
    expect(write(once, 'One.\nTwo.')).toBe(once);
    expect(takeIn(write(once, 'Three.', 'One.\nTwo.'), 'My take')).toBe('Three.');
  });

  it.each([
    ['a big heading', '# Big\ntext\n## Less', '### Big\ntext\n#### Less'],
    ['an open fence', '```js\ncode', '```js\ncode\n```'],
    ['an open comment', '%%\nhidden', '%%\nhidden\n%%'],
    ['an open HTML comment', 'a\n<!--\nhidden', 'a\n<!--\nhidden\n-->'],
    ['an open formula', '$$\nx', '$$\nx\n$$'],
    ['a fence that holds a heading', '```\n# code\n```', '```\n# code\n```'],
  ])('keeps the following section from %s', (_, take, kept) => {
    const note = write(NOTE, take);
    expect(takeIn(note, 'My take')).toBe(kept);
    expect(takeIn(note, 'Shared')).toBe('- 2026-11-22 team · clipboard');
  });

  it('keeps its headings below a section of another level', () => {
    const note = write('#### My take\n\n#### Shared\nx\n', '# Big');
    expect(takeIn(note, 'My take')).toBe('##### Big');
    expect(takeIn(note, 'Shared')).toBe('x');
  });

  it.each([
    ['sense: [synthesise, reflect]', ['apply', 'filter', 'reflect']],
    ['sense: reflect', ['apply', 'filter', 'reflect']],
    ['sense: {a: 1}', { a: 1 }],
    ['sense: [[a]]', [['a']]],
  ])('keeps ways of the user\'s own: %s', (yaml, kept) => {
    const read = readProperties(write(`---\n${yaml}\n---\n`, 'Mine.'));
    expect(read.ok && read.value['sense']).toEqual(kept);
  });

  it('changes nothing in a note whose properties are broken', () => {
    expect(withTake('---\na: "\n---\n', { text: 'Mine.', ways: [] }, AT, FORMAT)).toMatchObject({ ok: false });
  });
});

describe('the state of a quote note', () => {
  it('tells take, ways and days', () => {
    expect(state(write(NOTE, 'Mine.'))).toEqual({ take: { text: 'Mine.', ways: ['filter', 'apply'] }, sensed: AT });
    expect(state(NOTE)).toEqual({ take: { text: '', ways: [] }, later: '2026-12-01' });
  });

  it.each<[string, object]>([
    ['sense: synthesise', { take: { text: '', ways: ['synthesise'] } }],
    ['sense: [APPLY, nonsense, 3]', { take: { text: '', ways: ['apply'] } }],
    ['sense-later: someday\nlet-go: true', { take: { text: '', ways: [] } }],
    ['sensed: 2026', { sensed: '2026' }],
    ['sensed: [a]\nsense: {a: 1}', { take: { text: '', ways: [] } }],
  ])('is read from %j', (yaml, expected) => {
    expect(state(`---\n${yaml}\n---\n`)).toMatchObject(expected);
  });

  it('changes when a quote is put off or let go, and a take ends both', () => {
    const later = withLater(NOTE, '2026-12-24', PROPERTY_NAMES);
    const gone = later.ok ? withLetGo(later.value, '2026-12-25', PROPERTY_NAMES) : later;
    if (!later.ok || !gone.ok) throw new Error('not written');
    expect(later.value).toBe(NOTE.replace('2026-12-01', '2026-12-24'));
    expect(state(gone.value)).toMatchObject({ letGo: '2026-12-25' });
    expect(state(gone.value).later).toBeUndefined();
    expect(state(write(gone.value, 'Mine.'))).toEqual({ take: { text: 'Mine.', ways: ['filter', 'apply'] }, sensed: AT });
  });
});
