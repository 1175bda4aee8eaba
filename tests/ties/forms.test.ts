import { describe, expect, it } from 'vitest';
import { draftOf, namesIn, readContactForm, readInteractionForm, shownWhat, withDraft, type ContactForm } from '../../src/ties';

const TODAY = '2026-11-20';
const form: ContactForm = { name: '@hana', space: 'team', communities: 'KM, [[A, B]],KM ,', topics: 'bees', cadence: '60', email: 'a@b.example', url: 'https://b.example' };

describe('the form of a new contact', () => {
  it('is read as a contact that was met today', () => {
    expect(readContactForm(form, TODAY)).toEqual({
      ok: true,
      value: { name: 'hana', space: 'team', communities: ['KM', '[[A, B]]'], topics: ['bees'], cadence: 60, email: 'a@b.example', url: 'https://b.example', met: TODAY },
    });
  });

  it('needs nothing but a name', () => {
    expect(readContactForm({ name: 'H', space: 'x', communities: '', topics: ' ', cadence: '', email: '', url: '' }, TODAY)).toEqual({ ok: true, value: { name: 'H', space: 'network', communities: [], topics: [], met: TODAY } });
  });

  it.each([
    ['name', ' ', 'type a name'],
    ['cadence', '0', '"0"'],
    ['cadence', '-3', '"-3"'],
    ['cadence', '2 weeks', '"2 weeks"'],
    ['cadence', '1e9', '"1e9"'],
    ['email', 'hana', '"hana"'],
    ['url', 'javascript:alert(1)', '"javascript:alert(1)"'],
    ['url', 'b.example', 'https://'],
  ])('says what is wrong with %s %j', (field, value, named) => {
    const read = readContactForm({ ...form, [field]: value }, TODAY);
    expect(read.ok ? '' : read.problem).toContain(named);
  });
});

describe('the form of an interaction', () => {
  const typed = { who: 'H', direction: 'gave', day: '2026-11-01', what: ' a\nbook ' };

  it('is read as one line', () => {
    expect(readInteractionForm(typed, TODAY)).toEqual({ ok: true, value: { day: '2026-11-01', direction: 'gave', what: 'a book' } });
  });

  it.each([['', '""'], ['yesterday', '"yesterday"'], ['2026-02-31', '"2026-02-31"'], ['2026-11-21', '2026-11-21']])('says what is wrong with the day %j', (day, named) => {
    const read = readInteractionForm({ ...typed, day }, TODAY);
    expect(read.ok ? '' : read.problem).toContain(named);
  });
});

it('separates names by commas, but not inside links', () => {
  expect(namesIn(' A ,, [[B, C]] , D\nE')).toEqual(['A', '[[B, C]]', 'D', 'E']);
});

it('restores a draft field by field, and nothing that is no text', () => {
  expect(withDraft({ a: '1', b: '2' }, { a: 'x', b: 7, c: 'y' })).toEqual({ a: 'x', b: '2' });
  expect(withDraft({ a: '1' }, null)).toEqual({ a: '1' });
});

it('keeps as a draft only what was changed, so that a later look brings nothing back that changed elsewhere', () => {
  const opened = { who: 'Ana', day: '2026-11-20', what: '' };
  const typed = withDraft(opened, undefined);
  typed.what = 'a call';
  const draft = draftOf(typed, opened);
  expect(draft).toEqual({ what: 'a call' });
  const nextDay = { who: 'Ana Lee', day: '2026-11-21', what: '' };
  const again = withDraft(nextDay, draft);
  expect(again).toEqual({ who: 'Ana Lee', day: '2026-11-21', what: 'a call' });
  expect(draftOf({ ...again, who: '' }, nextDay)).toEqual({ who: '', what: 'a call' });
});

it('shows links in what happened as a reader sees them', () => {
  expect(shownWhat({ day: TODAY, what: 'sent [[Notes/A|this]], [[Notes/B]] and [c](https://c.example)' })).toBe('sent this, B and c');
});
