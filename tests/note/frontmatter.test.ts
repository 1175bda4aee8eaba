import { describe, expect, it } from 'vitest';
import { readProperties, withProperties } from '../../src/note';

const NOTE = `---
# What I read
title:   "Odd   spacing"   # keep me
tags: [a, b]
sense: filter # was so
notes: |
  two
  lines
aliases:
  - one
  # between
  - two
---
Body with author: in it.
`;

describe('changing properties', () => {
  it('rewrites the changed value only', () => {
    const changed = withProperties(NOTE, { sense: ['apply'], title: 'Odd   spacing' });
    expect(changed).toEqual({ ok: true, value: NOTE.replace('sense: filter', 'sense: [apply]') });
  });

  it('removes a property with its lines, and no other', () => {
    expect(withProperties(NOTE, { notes: undefined })).toEqual({ ok: true, value: NOTE.replace('notes: |\n  two\n  lines\n', '') });
    expect(withProperties(NOTE, { aliases: undefined })).toEqual({ ok: true, value: NOTE.replace('aliases:\n  - one\n  # between\n  - two\n', '') });
  });

  it('lets no template code come to life', () => {
    const written = withProperties('', { author: '<% tp.x %> {{title}} {{{a}}}' });
    expect(written.ok && written.value).not.toMatch(/<%|\{\{/);
    expect(written.ok && readProperties(written.value)).toEqual({ ok: true, value: { author: '<% tp.x %> {{title}} {{{a}}}' } });
  });

  it('adds what is new at the end', () => {
    expect(withProperties(NOTE, { sensed: '2026-11-21T10:05' })).toEqual({ ok: true, value: NOTE.replace('\n---\nBody', '\nsensed: 2026-11-21T10:05\n---\nBody') });
  });

  it('begins a frontmatter where there is none, behind a byte order mark', () => {
    expect(withProperties('Body', { a: 1 })).toEqual({ ok: true, value: '---\na: 1\n---\nBody' });
    expect(withProperties('\uFEFFBody', { a: 1 })).toEqual({ ok: true, value: '\uFEFF---\na: 1\n---\nBody' });
    expect(withProperties('\uFEFF---\nb: 2\n---\nBody', { a: 1 })).toEqual({ ok: true, value: '\uFEFF---\nb: 2\na: 1\n---\nBody' });
  });

  it('begins none for nothing', () => {
    expect(withProperties('Body', { a: undefined })).toEqual({ ok: true, value: 'Body' });
  });

  it.each([
    ['null'], ['true'], ['~'], ['0x1F'], ['1e3'], ['12'], ['- a'], ['a: b'], ['#a'], ['a #b'], ['[[Link]]'], ['"q"'], ["it's"], ['*a'], ['&a'], ['!a'], ['|'], ['>'], ['%a'], ['@a'], ['`a`'], ['{a}'], ['---'], ['a\nb'], [' a '], [''], ['\u00A0'], ['\u0085'], ['é\u0000\u001B'], ['<%* a %>'], ['x'.repeat(500)],
  ])('keeps the text %j a text', (text) => {
    for (const value of [text, [text, 'b']]) {
      const written = withProperties('', { value });
      expect(written.ok && readProperties(written.value)).toEqual({ ok: true, value: { value } });
      expect(written.ok && written.value.split('\n')).toHaveLength(4);
      expect(written.ok && written.value).not.toContain('<%');
    }
  });
});

describe('a name that two devices left twice', () => {
  const merged = (first: string, second: string): string => `---\ntype: quote\n${first}\nauthor: Ann\n${second}\n---\nBody\n`;

  it.each<[string, string, string, unknown]>([
    ['lists', 'shared: [team, community]', 'shared: [community, network]', ['team', 'community', 'network']],
    ['a list and a word', 'shared: team', 'shared:\n  - network\n  # why\n  - "2"', ['team', 'network', '2']],
    ['nothing and a list', 'shared:', 'shared: [team]', ['team']],
    ['nothing twice', 'shared: ""', 'shared:', ''],
    ['the same', 'shared: "x: y"', 'shared: "x: y"', 'x: y'],
    ['two moments', 'sensed: 2026-11-21T10:05', 'sensed: 2026-11-20T23:59', '2026-11-20T23:59'],
  ])('says what both lines said: %s', (_, first, second, value) => {
    const note = merged(first, second);
    const name = first.slice(0, 6);
    const read = readProperties(note);
    expect(read.ok && read.value[name]).toEqual(value);
    const healed = withProperties(note, { captured: '2026-11-19' });
    const after = healed.ok ? readProperties(healed.value) : healed;
    expect(after).toEqual({ ok: true, value: { type: 'quote', [name]: value, author: 'Ann', captured: '2026-11-19' } });
    expect(healed.ok && healed.value.split('\n').filter((line) => line.startsWith(`${name}:`))).toHaveLength(1);
    expect(healed.ok && healed.value.endsWith('---\nBody\n')).toBe(true);
  });

  it('keeps what was noted beside it, and changes nothing by itself', () => {
    const note = merged('shared: [team] # first', 'shared:\n  - network\n  # because\n  - team # again');
    expect(withProperties(note, {})).toEqual({ ok: true, value: note });
    const healed = withProperties(note, { shared: ['team', 'network', 'community'] });
    expect(healed.ok && healed.value).toBe('---\ntype: quote\nshared: [team, network, community] # first\nauthor: Ann\n# because\n# again\n---\nBody\n');
  });
});

describe('frontmatter that is broken', () => {
  it.each([
    ['a name twice, with two values', 'a: 1\nb: 2\na: 3', /"a" stands more than once/],
    ['a day twice, of which either may count', 'hold-until: 2026-12-01\nhold-until: 2026-12-24', /"hold-until" stands more than once/],
    ['a name twice, deeper down', 'a:\n  b: 1\n  b: 2', /unique/i],
    ['an open quotation', 'a: "open\nb: 2', /cannot be read/],
    ['a bad indentation', 'a: 1\n   b: 2\n c: 3', /cannot be read/],
    ['a tab', 'a:\n\t- b', /cannot be read/],
    ['a link that was not quoted', 'via: [[Ralph]] and more', /line 2/],
    ['an alias of nothing', 'a: *gone', /cannot be read.*gone/],
    ['a list', '- a\n- b', /not a list of names and values/],
    ['a mere word', 'hello', /not a list of names and values/],
    ['aliases without end', 'a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]', /cannot be read/],
  ])('gives a sentence and no change: %s', (_, yaml, sentence) => {
    const note = `---\n${yaml}\n---\nBody`;
    for (const result of [readProperties(note), withProperties(note, { sensed: 'now' })]) {
      expect(result.ok).toBe(false);
      expect(result.ok ? '' : result.problem).toMatch(sentence);
    }
  });

  it('is not made by us: a property that another one refers to is left to the user', () => {
    const refused = withProperties('---\nauthor: &who Ann\neditor: *who\n---\n', { author: 'Ben' });
    expect(refused.ok ? '' : refused.problem).toMatch(/"author" cannot be changed/);
  });

  it.each(['', '# only a comment\n', '\n\n'])('is not %j', (yaml) => {
    expect(readProperties(`---\n${yaml}---\n`)).toEqual({ ok: true, value: {} });
    expect(withProperties(`---\n${yaml}---\n`, { a: 1 })).toEqual({ ok: true, value: `---\n${yaml}a: 1\n---\n` });
  });
});
