import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../src/base';
import type { Quote } from '../../src/seek';
import { overrideGate, passGate, passOwnWriting, type OwnWriting, type SensedQuote } from '../../src/sense';
import { carryOut, clipboardChannel, planKey, planShare, type NotePrivacy, type Outgoing, type Privacy, type ShareChoice, type SharePlan } from '../../src/share';

const RULE = { leastOwnWords: 1, mayOverride: true };
const PRIVACY: Privacy = { isPrivate: (target) => target.startsWith('Private'), placeholder: '[…]' };
const VAULT: NotePrivacy = { isPrivate: (path) => path.startsWith('Private/'), within: () => PRIVACY };
const NOW = new Date('2026-11-22T09:12:00');
const CHOICE: ShareChoice = { path: 'Quotes/A.md', audience: 'community', recipients: [{ name: 'KM practitioners' }], format: 'markdown', channel: 'clipboard' };
const QUOTE: Quote = { text: 'Without PKM,\nthere is no **KM**.', author: 'Harold Jarche', source: 'https://jarche.com/a_(b)', title: 'Why [KM]?', via: '[[People/Ralph Mercer]]', captured: '2026-11-20T09:12' };

function sensed(parts: Partial<Quote> = {}, take = 'My *own* words, with [[Note|a link]].'): SensedQuote {
  const passed = passGate({ ...QUOTE, ...parts }, { text: take, ways: [] }, RULE);
  if (!passed.ok) throw new Error(passed.problem);
  return passed.value;
}

function written(text: string, title = 'A *title*'): OwnWriting {
  const passed = passOwnWriting({ path: 'A.md', title, text, isQuoteNote: false }, RULE);
  if (!passed.ok) throw new Error(passed.problem);
  return passed.value;
}

function plan(material: SensedQuote | OwnWriting, choice: Partial<ShareChoice> = {}): SharePlan {
  const planned = planShare(material, { ...CHOICE, ...('commentary' in material ? {} : { path: material.path }), ...choice }, VAULT);
  if (!planned.ok) throw new Error(planned.problem);
  return planned.value;
}

describe('the message of a quote', () => {
  it('is the quote with attribution and via, and the take below, as Markdown', () => {
    expect(plan(sensed()).outgoing).toEqual({
      text: '> Without PKM,\n> there is no **KM**.\n>\n> — Harold Jarche, [Why \\[KM\\]?](https://jarche.com/a_%28b%29), via Ralph Mercer\n\nMy *own* words, with a link.',
    });
  });

  it('is the same as plain text', () => {
    expect(plan(sensed(), { format: 'plain' }).outgoing).toEqual({
      text: '> Without PKM,\n> there is no KM.\n> \n> — Harold Jarche, Why [KM]? (https://jarche.com/a_%28b%29), via Ralph Mercer\n\nMy own words, with a link.',
    });
  });

  it('is the same as HTML, with the plain text beside it', () => {
    const { text, html } = plan(sensed(), { format: 'html' }).outgoing;
    expect(text).toBe(plan(sensed(), { format: 'plain' }).outgoing.text);
    expect(html).toBe('<blockquote>\n<p>Without PKM,\nthere is no <strong>KM</strong>.</p>\n<p>— Harold Jarche, <a href="https://jarche.com/a_%28b%29">Why [KM]?</a>, via Ralph Mercer</p>\n</blockquote>\n<p>My <em>own</em> words, with a link.</p>');
  });

  it.each<[string, Partial<Quote>, string]>([
    ['no details', { author: undefined, source: undefined, title: undefined, via: undefined } as unknown as Partial<Quote>, '> Words\n\nMine'],
    ['an address without a title', { title: undefined } as unknown as Partial<Quote>, '> Words\n>\n> — Harold Jarche, <https://jarche.com/a_%28b%29>, via Ralph Mercer\n\nMine'],
    ['a note as its source', { source: '[[Books/Walden]]', title: undefined } as unknown as Partial<Quote>, '> Words\n>\n> — Harold Jarche, Walden, via Ralph Mercer\n\nMine'],
    ['a private note as its source', { source: '[[Private/Book]]', title: undefined } as unknown as Partial<Quote>, '> Words\n>\n> — Harold Jarche, via Ralph Mercer\n\nMine'],
    ['a private person who led there', { via: '[[Private/Him|Him]]' }, '> Words\n>\n> — Harold Jarche, [Why \\[KM\\]?](https://jarche.com/a_%28b%29)\n\nMine'],
    ['two authors, one of them private', { author: '[[Ann]] and [[Private/Him]]', via: 'B' }, '> Words\n>\n> — Ann and \\[…\\], [Why \\[KM\\]?](https://jarche.com/a_%28b%29), via B\n\nMine'],
    ['a file as its source', { source: 'file:///home/me/secret.pdf' }, '> Words\n>\n> — Harold Jarche, Why \\[KM\\]?, via Ralph Mercer\n\nMine'],
    ['a path as its source', { source: 'C:\\Users\\me\\secret.pdf', title: undefined } as unknown as Partial<Quote>, '> Words\n>\n> — Harold Jarche, via Ralph Mercer\n\nMine'],
    ['a page as its source', { source: 'A book, p. 7', title: undefined } as unknown as Partial<Quote>, '> Words\n>\n> — Harold Jarche, A book, p. 7, via Ralph Mercer\n\nMine'],
  ])('has what may be told, with %s', (_, parts, message) => {
    expect(plan(sensed({ text: 'Words', ...parts }, 'Mine')).outgoing.text).toBe(message);
  });

  it('never holds where it was found, and says what it held back', () => {
    const planned = plan(sensed({ foundIn: '[[Private/Diary]]', via: '[[Private/Him]]' }, 'Mine %%hidden%%'));
    expect(planned.outgoing.text).not.toMatch(/Diary|Him|hidden/);
    expect(planned.redactions).toEqual([{ kind: 'private-link', shown: '[[Private/Him]]' }, { kind: 'comment', shown: 'hidden' }]);
  });

  it('without a take is the quote alone, and carries the reason along', () => {
    const passed = overrideGate(QUOTE, 'The announcement itself', RULE);
    if (!passed.ok) throw new Error(passed.problem);
    const planned = plan(passed.value);
    expect(planned.withoutTake).toBe('The announcement itself');
    expect(planned.outgoing.text).toMatch(/via Ralph Mercer$/);
  });
});

describe('the message of an own note', () => {
  it('has the title above, unless the note has it, and callouts as quotes', () => {
    expect(plan(written('---\na: 1\n---\nWords.\n\n> [!note]- Heed\n> this\n\n> [!tip]\n> that')).outgoing.text).toBe('# A \\*title\\*\n\nWords.\n\n> **Heed**\n> this\n\n> **tip**\n> that');
    expect(plan(written('# Own title\nWords.')).outgoing.text).toBe('# Own title\nWords.');
  });
});

describe('plain text and HTML', () => {
  it.each<[string, string, string]>([
    ['lists', '- a\n  - b\n- c\n\n1. one\n2. two', '- a\n  - b\n- c\n\n1. one\n2. two'],
    ['marks', '==marked== ~~gone~~ `code` ~5', 'marked gone code ~5'],
    ['single tildes', '~5 or ~10~', '~5 or ~10~'],
    ['HTML', '<div>kept words</div>\n\nand <b>bold</b>', 'kept words\n\nand bold'],
    ['code', '```js\na  b\n```', 'a  b'],
    ['tables', '| a | b |\n| - | - |\n| c | d |', 'a | b\nc | d'],
    ['addresses', '<https://x.org> [https://x.org](https://x.org) [x](mailto:a@x.org)', 'https://x.org https://x.org x (mailto:a@x.org)'],
    ['rules', 'a\n\n---\n\nb', 'a\n\n* * *\n\nb'],
  ])('show %s', (_, take, text) => {
    expect(plan(sensed({ text: 'Words', author: 'A', source: '', title: '', via: '' }, `Own words.\n\n${take}`), { format: 'plain' }).outgoing.text.split('Own words.\n\n')[1]).toBe(text);
  });

  it('let no HTML and no script address through', () => {
    const { html } = plan(sensed({}, 'Own <script>alert(1)</script> [x](javascript:alert(1)) <img src=https://x.org onerror=alert(1)>'), { format: 'html' }).outgoing;
    expect(html).not.toMatch(/<script|<img|href="javascript/);
  });
});

describe('the title', () => {
  const titleOf = (quote: Partial<Quote>, isOneOfSeveral: boolean): string => {
    const planned = planShare(sensed({ title: 'Walden', ...quote }), CHOICE, VAULT, undefined, isOneOfSeveral);
    if (!planned.ok) throw new Error(planned.problem);
    return planned.value.title;
  };

  it('is the work; of several quotes it tells one from another by its words, never by private ones', () => {
    expect(titleOf({ text: 'Simplify, **simplify**.' }, false)).toBe('Walden');
    expect(titleOf({ text: 'Simplify, **simplify**.' }, true)).toBe('Walden – Simplify, simplify.');
    expect(titleOf({ text: 'I went to the woods because I wished to live deliberately.' }, true)).toBe('Walden – I went to the woods because I wished to…');
    expect(titleOf({ text: '[[Private/Him]] said so. %%hidden%%' }, true)).toBe('Walden – […] said so.');
    expect(titleOf({ title: '[[Private/Him]]', text: 'Simplify.' }, true)).toBe('Simplify.');
  });

  it('does not change what an item is known by', () => {
    const keyOf = (isOneOfSeveral: boolean): string | undefined => {
      const planned = planShare(sensed({ title: 'Walden' }), CHOICE, VAULT, undefined, isOneOfSeveral);
      return planned.ok ? planned.value.key : undefined;
    };
    expect(keyOf(true)).toBe(keyOf(false));
  });
});

describe('planning', () => {
  it('refuses a private note, whatever its text', () => {
    expect(planShare(sensed(), { ...CHOICE, path: 'Private/A.md' }, VAULT)).toMatchObject({ ok: false, problem: expect.stringMatching(/private/) as string });
  });

  it('refuses a writing under the name of another note', () => {
    expect(planShare(written('Words of mine.'), CHOICE, VAULT)).toEqual({ ok: false, problem: '"A.md" cannot be shared as "Quotes/A.md".' });
  });

  it('gives the same item the same key on every device, whatever the note is called', () => {
    const [here, there] = [plan(sensed()), plan(sensed({}, 'Another take of mine'), { path: 'Renamed.md', recipients: [] })];
    expect(there.key).toBe(here.key);
    expect(plan(sensed(), { audience: 'network' }).key).not.toBe(here.key);
    expect(plan(sensed(), { channel: 'feed' }).key).not.toBe(here.key);
  });

  it('gives an own note the same key under another name, and keeps the one that the ledger tells', () => {
    const keyOf = (text: string, title: string, kept?: string): string | undefined => {
      const planned = planShare(written(text, title), { ...CHOICE, path: 'A.md' }, VAULT, kept);
      return planned.ok ? planned.value.key : undefined;
    };
    const key = keyOf('Words of mine.\n', 'Why');
    expect(key).toMatch(/^\w{13}$/);
    expect(keyOf('Words of mine.\n', 'Why, renamed')).toBe(key);
    expect(keyOf('Other words of mine.\n', 'Why')).not.toBe(key);
    // A title that stands in the note is among its words.
    expect(keyOf('# Why\n\nWords of mine.\n', 'A')).toBe(keyOf('# Why\n\nWords of mine.\n', 'B'));
    expect(keyOf('Words of mine.\n', 'Why, renamed', '1p7c4d8x2w6e0')).toBe('1p7c4d8x2w6e0');
  });

  it('tells own notes apart by their names where nothing else leaves', () => {
    const nothing = '```dataviewjs\ndv.list(words of mine)\n```\n';
    const writing = (title: string): OwnWriting => ({ ...written('Words of mine.', title), text: nothing });
    expect(plan(writing('Why')).outgoing.text.trim()).toBe('# Why');
    expect(plan(writing('Why')).key).not.toBe(plan(writing('How')).key);
  });

  it('gives the same key for the same line in the ledger', () => {
    const one = plan(sensed(), { recipients: [{ name: 'A' }, { name: 'B', path: 'B.md' }] });
    const other = plan(sensed({}, 'Other words'), { recipients: [{ name: 'New name of B', path: 'B.md' }, { name: 'A' }], format: 'html' });
    expect(planKey(one, '2026-11-22')).toBe(planKey(other, '2026-11-22'));
    for (const key of [planKey(one, '2026-11-23'), planKey(plan(sensed(), { audience: 'team' }), '2026-11-22')]) expect(key).not.toBe(planKey(one, '2026-11-22'));
  });
});

describe('carrying out', () => {
  it('sends exactly what was planned, and makes the record', async () => {
    const sent: Outgoing[] = [];
    const planned = plan(sensed(), { format: 'html' });
    const record = await carryOut(planned, clipboardChannel({ write: (content) => { sent.push(content); return Promise.resolve(ok(undefined)); } }), NOW);
    expect(sent).toEqual([planned.outgoing]);
    expect(record).toEqual({ ok: true, value: { record: { path: 'Quotes/A.md', day: '2026-11-22', audience: 'community', recipients: [{ name: 'KM practitioners' }], channel: 'clipboard' } } });
  });

  it('records nothing when nothing went out', async () => {
    expect(await carryOut(plan(sensed()), clipboardChannel({ write: () => Promise.resolve(fail('The clipboard is closed.')) }), NOW)).toEqual({ ok: false, problem: 'The clipboard is closed.' });
  });
});
