import { describe, expect, it } from 'vitest';
import { textKey, type Quote } from '../../src/seek';
import { EMPTY_TAKE, type FoundEntry, type QuoteEntry } from '../../src/sense';
import type { FoundShelf } from '../../src/sense/ui/found-shelf';
import type { QuoteShelf } from '../../src/sense/ui/quote-shelf';
import { EMPTY_DRAFT, type TakeDraft } from '../../src/sense/ui/take-draft';
import { TakeDrafts, type Drafted } from '../../src/sense/ui/take-drafts';
import { MemoryVault } from '../share/memory-vault';

const WORDS = 'Keepers remember storms because somebody asks them at breakfast.';
const CORRECTED = 'Keepers remember storms because somebody asks at breakfast.';
const KEY = textKey({ text: WORDS });

const draft = (text: string, more: Partial<TakeDraft> = {}): TakeDraft => ({ ...EMPTY_DRAFT, text, ...more });
const quote = (text = WORDS, more: Partial<Quote> = {}): Quote => ({ text, captured: '2026-11-22T09:00', ...more });
const inNote = (path: string, of = quote()): Drafted => ({ path, quote: of, take: EMPTY_TAKE });
const among = (path: string, of = quote()): Drafted => ({ ...inNote(path, of), found: { key: textKey(of) } });

/** A device with its drafts, and a vault in which these quotes stand. */
function device(places: readonly Drafted[] = []): { vault: MemoryVault; start: () => TakeDrafts; stand: Drafted[] } {
  let now = Date.UTC(2026, 10, 22);
  const vault = new MemoryVault(() => new Date((now += 1000)));
  const stand = [...places];
  for (const { path } of places) vault.notes.set(path, '');
  const quotes = { all: () => stand.filter(({ found }) => found === undefined).map(({ path, quote: of, take }): QuoteEntry => ({ path, quote: of, state: { take } })) } as unknown as QuoteShelf;
  const found = { all: () => stand.filter((one) => one.found !== undefined).map(({ path, quote: of }) => ({ path, quote: of, key: textKey(of) }) as FoundEntry) } as unknown as FoundShelf;
  return { vault, stand, start: () => new TakeDrafts(vault.edge, vault.kept, quotes, found) };
}

/** Types into a window and leaves it. */
function leave(drafts: TakeDrafts, about: Drafted, text: string): void {
  const held = drafts.open(about);
  held.keep(draft(text));
  held.release();
}

/** What a window shows that is opened now, and what it offers beside that. */
function shown(drafts: TakeDrafts, about: Drafted): { latest: string | undefined; others: string[] } {
  const held = drafts.open(about);
  held.release();
  return { latest: held.latest?.text, others: held.others.map((other) => other.draft.text) };
}

describe('a draft of a take', () => {
  it('follows a note that is renamed while its window stands open', () => {
    const { vault, start, stand } = device([inNote('Quotes/A.md')]);
    const drafts = start();
    const held = drafts.open(inNote('Quotes/A.md'));
    held.keep(draft('Half'));
    vault.rename('Quotes/A.md', 'Quotes/B.md');
    held.keep(draft('Half a take'));
    held.release();
    // Its words were corrected: it is found by its note.
    stand.splice(0, 1, inNote('Quotes/B.md', quote(CORRECTED)));
    expect(shown(drafts, inNote('Quotes/B.md', quote(CORRECTED)))).toEqual({ latest: 'Half a take', others: [] });
  });

  it.each<[string, Drafted, Drafted]>([
    ['in its note under another name', inNote('Quotes/A.md'), inNote('Quotes/B.md')],
    ['in another note under another name', among('Reading/A.md'), among('Reading/B.md')],
    ['in the note that was made of it', among('Reading/A.md'), inNote('Quotes/A.md')],
    ['at another copy', inNote('Quotes/A.md'), among('Reading/A.md')],
    ['after it was typed off with other quotation marks', inNote('Quotes/A.md'), inNote('Quotes/A.md', quote(`“${WORDS}”`))],
  ])('is found by the words of its quote: %s, also after a start', (_, one, other) => {
    const { start } = device();
    leave(start(), one, 'Half a take');
    expect(shown(start(), other)).toEqual({ latest: 'Half a take', others: [] });
  });

  it('is not that of the same words in another work', () => {
    const { start } = device();
    const [one, other] = ['https://one.example', 'https://other.example'].map((source, at) => inNote(`Quotes/${String(at)}.md`, quote(WORDS, { source }))) as [Drafted, Drafted];
    leave(start(), one, 'On the first work');
    leave(start(), other, 'On the second');
    expect([shown(start(), one), shown(start(), other)]).toEqual([{ latest: 'On the first work', others: [] }, { latest: 'On the second', others: [] }]);
    // An address that was corrected makes no other work of it.
    expect(shown(start(), inNote('Quotes/0.md', quote(WORDS, { source: 'https://one.example/page' }))).latest).toBe('On the first work');
  });

  it('goes away when its take was saved, or every word was taken out, and not before', () => {
    const { vault, start } = device();
    const drafts = start();
    const held = drafts.open(inNote('A.md'));
    held.keep(draft('Half'));
    held.release();
    const again = drafts.open(inNote('A.md'));
    again.keep(draft('Half a take'));
    again.clear();
    // What was typed while it was being saved is kept.
    again.keep(draft('Half a take'));
    again.release();
    expect(shown(drafts, inNote('A.md')).latest).toBe('Half a take');
    const last = drafts.open(inNote('A.md'));
    last.clear();
    last.release();
    expect(shown(drafts, inNote('A.md'))).toEqual({ latest: undefined, others: [] });
    leave(drafts, inNote('A.md'), 'Once more');
    leave(drafts, inNote('A.md'), ' ');
    expect(shown(start(), inNote('A.md'))).toEqual({ latest: undefined, others: [] });
    expect([...vault.device.keys()]).toEqual(['take-drafts']);
  });

  it('is none where a window was opened on a take and left as it was', () => {
    const { start } = device();
    const about = { ...inNote('A.md'), take: { text: 'What I think.', ways: ['apply'] as const } };
    const held = start().open(about);
    held.keep({ ...about.take, before: about.take.text });
    held.release();
    // Another device has changed the take since.
    expect(shown(start(), { ...about, take: { text: 'What I think now.', ways: [] } }).latest).toBeUndefined();
  });

  it('says when the device has no room for it', () => {
    const { vault, start } = device();
    vault.kept.save = () => false;
    expect([start().open(inNote('A.md')).keep(draft('Half')), start().add(inNote('A.md'), 'Half')]).toEqual([false, false]);
  });
});

describe('a draft of a quote whose words were corrected', () => {
  it('is offered, but not shown, where its note was deleted and another quote stands there', () => {
    const { vault, stand, start } = device([inNote('Quotes/A.md')]);
    const drafts = start();
    leave(drafts, inNote('Quotes/A.md'), 'Half a take');
    vault.remove('Quotes/A.md');
    const other = inNote('Quotes/A.md', quote('Bread teaches hurry nothing at all.'));
    stand.splice(0, 1, other);
    expect(shown(drafts, other)).toEqual({ latest: undefined, others: ['Half a take'] });
    stand.push(inNote('Quotes/B.md'));
    expect([shown(start(), other), shown(start(), inNote('Quotes/B.md'))]).toEqual([{ latest: undefined, others: [] }, { latest: 'Half a take', others: [] }]);
  });

  it('is found by the note that is the quote\'s own, under its name of now', () => {
    const { vault, start } = device();
    const drafts = start();
    leave(drafts, inNote('Quotes/A.md'), 'Half a take');
    vault.rename('Quotes/A.md', 'Quotes/B.md');
    expect(shown(drafts, inNote('Quotes/B.md', quote(CORRECTED))).latest).toBe('Half a take');
    // Typed on, it belongs to the new words.
    leave(drafts, inNote('Quotes/B.md', quote(CORRECTED)), 'Half a take, and more');
    expect(shown(start(), among('Reading/C.md', quote(CORRECTED))).latest).toBe('Half a take, and more');
  });

  it('stays with the note that has the old words now', () => {
    const { start } = device([inNote('Quotes/A.md', quote('Others.')), inNote('Quotes/B.md')]);
    leave(start(), inNote('Quotes/A.md'), 'Half a take');
    expect(shown(start(), inNote('Quotes/A.md', quote('Others.'))).latest).toBeUndefined();
    expect(shown(start(), inNote('Quotes/B.md')).latest).toBe('Half a take');
  });

  it('is offered at the quotes of the note among which it was begun, and at those that got a note of their own, as long as the old words stand nowhere', () => {
    const { stand, start } = device([among('Reading/A.md')]);
    leave(start(), among('Reading/A.md'), 'Half a take');
    const others = { latest: undefined, others: ['Half a take'] };
    expect(shown(start(), among('Reading/A.md', quote('Another one of that note.')))).toEqual({ latest: undefined, others: [] });
    stand.splice(0, 1, among('Reading/A.md', quote(CORRECTED)));
    expect(shown(start(), among('Reading/A.md', quote(CORRECTED)))).toEqual(others);
    expect(shown(start(), inNote('Quotes/A.md', quote(CORRECTED, { foundIn: '[[A]]' })))).toEqual(others);
    expect(shown(start(), among('Reading/B.md', quote(CORRECTED)))).toEqual({ latest: undefined, others: [] });
  });
});

describe('two drafts of one quote', () => {
  it('are written in two windows that stand open at once: the later one is shown, the other kept and offered', () => {
    const { start } = device();
    const drafts = start();
    const [first, second] = [drafts.open(inNote('Quotes/A.md')), drafts.open(among('Reading/A.md'))];
    second.keep(draft('In the second window'));
    first.keep(draft('In the first'));
    first.keep(draft('In the first one'));
    // A third one is not given what is being typed elsewhere.
    expect(shown(drafts, inNote('Quotes/A.md'))).toEqual({ latest: undefined, others: [] });
    // They are closed in any order.
    second.keep(draft('In the second window'));
    for (const held of [first, second]) held.release();
    expect(shown(start(), inNote('Quotes/A.md'))).toEqual({ latest: 'In the first one', others: ['In the second window'] });
  });

  it('are both there until each was saved or thrown away, which can be taken back', () => {
    const { start } = device();
    const drafts = start();
    const windows = ['One', 'Two'].map((text) => ({ text, held: drafts.open(inNote('A.md')) }));
    for (const { text, held } of windows) held.keep(draft(text));
    for (const { held } of windows) held.release();
    const held = drafts.open(inNote('A.md'));
    const back = held.others[0]?.remove();
    held.clear();
    held.release();
    expect(shown(drafts, inNote('A.md'))).toEqual({ latest: undefined, others: [] });
    // Meanwhile another one may have its place.
    leave(drafts, inNote('A.md'), 'Three');
    back?.();
    expect(shown(start(), inNote('A.md'))).toEqual({ latest: 'Three', others: ['One'] });
  });

  it('are one where a take comes with a quote that is captured again: its words stand below', () => {
    const { start } = device();
    const drafts = start();
    drafts.add(inNote('A.md'), 'With the first capture');
    drafts.add(inNote('A.md'), 'With the second');
    expect(shown(drafts, inNote('A.md'))).toEqual({ latest: 'With the first capture\n\nWith the second', others: [] });
    const held = drafts.open(inNote('A.md'));
    drafts.add(inNote('A.md'), 'While it is open');
    held.keep(draft('Typed in the window'));
    held.release();
    expect(shown(drafts, inNote('A.md'))).toEqual({ latest: 'Typed in the window', others: ['While it is open'] });
  });
});

describe('a draft of an earlier version, kept by the path of a note', () => {
  it.each<[string, string, Drafted]>([
    ['of a quote with a note of its own', 'take:Quotes/A.md', inNote('Quotes/A.md')],
    ['of one in another note', `take:Reading/A.md#${KEY}`, among('Reading/A.md')],
    ['of one in another note that has its own by now', `take:Reading/A.md#${KEY}`, inNote('Quotes/A.md', quote(WORDS, { foundIn: '[[Reading/A|A]]' }))],
  ])('%s is found, and then kept by the words', (_, key, about) => {
    const { vault, start } = device([among('Reading/A.md')]);
    vault.device.set(key, draft('Half a take', { ways: ['apply'], before: 'Old.' }));
    expect(start().open(about).latest).toEqual({ text: 'Half a take', ways: ['apply'], before: 'Old.' });
    expect(vault.device.has(key)).toBe(false);
    expect(shown(start(), among('Elsewhere.md')).latest).toBe('Half a take');
  });

  it('stands beside another one of the same quote: the longer one is shown; the same words are kept once', () => {
    const { vault, start } = device([among('Reading/A.md')]);
    const about = inNote('Quotes/A.md', quote(WORDS, { foundIn: '[[A]]' }));
    vault.device.set('take:Quotes/A.md', draft('Short'));
    vault.device.set(`take:Reading/A.md#${KEY}`, draft('The longer one'));
    expect(shown(start(), about)).toEqual({ latest: 'The longer one', others: ['Short'] });
    vault.device.set('take:Quotes/A.md', draft('Short'));
    expect(shown(start(), about)).toEqual({ latest: 'The longer one', others: ['Short'] });
  });

  it('is taken over once the quotes are known, so that no other name hides it', async () => {
    const { vault, start } = device([inNote('Quotes/A.md'), among('Reading/B.md', quote(CORRECTED))]);
    vault.device.set('take:Quotes/A.md', draft('On the first'));
    vault.device.set(`take:Reading/B.md#${textKey({ text: CORRECTED })}`, draft('On the second'));
    const drafts = start();
    await drafts.takeOverAll();
    vault.rename('Quotes/A.md', 'Quotes/Z.md');
    vault.rename('Reading/B.md', 'Reading/Z.md');
    expect([shown(drafts, inNote('Quotes/Z.md')).latest, shown(drafts, among('Reading/Z.md', quote(CORRECTED))).latest]).toEqual(['On the first', 'On the second']);
    expect([...vault.device.keys()].filter((key) => key.startsWith('take:'))).toEqual([]);
    // Once on each device.
    vault.device.set('take:Quotes/A.md', draft('Not looked for again'));
    await start().takeOverAll();
    expect(vault.device.has('take:Quotes/A.md')).toBe(true);
  });
});
