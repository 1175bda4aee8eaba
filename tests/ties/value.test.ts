import { describe, expect, it } from 'vitest';
import { acquaintances, introductions, whoKnowsAbout, whoMightValue, type Contact, type Exchange } from '../../src/ties';

const person = (name: string, topics: readonly string[] = [], more: Partial<Contact> = {}): Contact => ({ path: `People/${name}.md`, name, aliases: [], space: 'network', communities: [], topics, interactions: [], ...more });
const note = { path: 'Notes/Swarms.md', text: 'Bees decide by dancing.\n\n#complexity', links: ['Quotes/Scouts.md', 'People/Named.md', 'Notes/Old.md'] };
const shared = (path: string, day = '2026-01-01'): Exchange => ({ kind: 'shared', day, direction: 'gave', what: '', path });
const quoted = (path: string): Exchange => ({ kind: 'quoted', day: '2026-01-01', direction: 'received', what: '', path });

function namesFor(contacts: readonly Contact[], found: Readonly<Record<string, readonly Exchange[]>> = {}): ReturnType<typeof whoMightValue> {
  return whoMightValue(note, contacts, (path) => found[path] ?? []);
}

describe('who might value a note', () => {
  it('is told by topics, quotes behind the note, names in it and what they answered; always with the reasons', () => {
    const answered = person('Answered', [], { interactions: [{ day: '2026-01-20', direction: 'received', what: 'thanks' }] });
    const found = { 'People/Led.md': [quoted('Quotes/Scouts.md')], 'People/Answered.md': [shared('Notes/Old.md')], 'People/Got.md': [shared('Notes/Old.md')] };
    expect(namesFor([person('Nobody', ['music']), person('Got'), answered, person('Named'), person('Topic', ['bee', 'complexity', 'maps']), person('Led')], found).map(({ contact, reasons }) => [contact.name, reasons])).toEqual([
      ['Topic', [{ kind: 'topics', topics: ['bee', 'complexity'] }]],
      ['Led', [{ kind: 'led-here', path: 'Quotes/Scouts.md' }]],
      ['Answered', [{ kind: 'answered', path: 'Notes/Old.md', day: '2026-01-20' }]],
      ['Named', [{ kind: 'named' }]],
      ['Got', [{ kind: 'shared', path: 'Notes/Old.md' }]],
    ]);
  });

  it('counts what was noted below a share as its answer, however late it came', () => {
    const answer: Exchange = { kind: 'answered', day: '2026-09-09', direction: 'received', what: '', path: 'Notes/Old.md' };
    const reasons = (found: readonly Exchange[]): unknown => namesFor([person('Late')], { 'People/Late.md': found })[0]?.reasons;
    expect(reasons([shared('Notes/Old.md'), answer])).toEqual([{ kind: 'answered', path: 'Notes/Old.md', day: '2026-09-09' }]);
    expect(reasons([shared('Notes/Old.md'), { ...answer, path: 'Notes/Other.md' }])).toEqual([{ kind: 'shared', path: 'Notes/Old.md' }]);
  });

  it('leaves out whoever got it already, by the share history or by their own list', () => {
    const listed = (what: string, direction: 'gave' | 'received' = 'gave'): Contact => person('Listed', ['bees'], { interactions: [{ day: '2026-01-01', direction, what }] });
    expect(namesFor([person('Got', ['bees'])], { 'People/Got.md': [shared(note.path)] })).toEqual([]);
    for (const what of ['sent [[Swarms]]', 'sent [[Notes/swarms|this]]', 'sent [[Swarms#Dance]]']) expect(namesFor([listed(what)])).toEqual([]);
    expect(namesFor([listed('sent [[Swarms of gnats]]')])).toHaveLength(1);
    expect(namesFor([listed('talked of [[Swarms]]', 'received')])).toHaveLength(1);
    // Another note of the same name is what they got.
    const given = (path: string): unknown[] => whoMightValue(note, [listed('sent [[Swarms]]')], () => [], (_target, from) => (from === 'People/Listed.md' ? path : undefined));
    expect([given('Old/Swarms.md').length, given(note.path).length]).toEqual([1, 0]);
  });

  it('needs all words of a topic', () => {
    expect(namesFor([person('A', ['bees in winter'])])).toEqual([]);
  });
});

describe('whom one knows about a topic', () => {
  const people = [person('Talked', [], { interactions: [{ day: '2026-01-01', what: 'a call about [[Bees]] in town' }] }), person('Expert', ['Bees', 'honey']), person('Other', ['maps'])];
  const names = (asked: string): string[] => whoKnowsAbout(asked, people, () => []).map(({ contact }) => contact.name);

  it('is told by topics first, then by what went between', () => {
    expect(names('bee')).toEqual(['Expert', 'Talked']);
    expect(names('bees to')).toEqual(['Talked']);
    expect(names('ma')).toEqual(['Other']);
    expect(names(' ')).toEqual([]);
    expect(names('stars')).toEqual([]);
  });
});

describe('introductions', () => {
  const people = [person('A', ['bees', 'maps']), person('B', ['Bee']), person('C', ['maps', 'bees'], { communities: ['x'] }), person('D', ['maps'], { communities: ['x'] })];
  const pairs = (declined: (one: Contact, other: Contact) => boolean = () => false): string[] => introductions(people, acquaintances(people), 10, declined).map(({ one, other, topics }) => `${one.name}${other.name} ${topics.join('+')}`);

  it('are offered for people who share a topic and do not know each other, the most in common first', () => {
    expect(pairs()).toEqual(['AC bees+maps', 'AB bees', 'AD maps', 'BC bees']);
  });

  it('are not offered again when declined, nor for what everybody is interested in', () => {
    expect(pairs((one) => one.name === 'A')).toEqual(['BC bees']);
    const crowd = Array.from({ length: 40 }, (_, at) => person(`P${at}`, ['everything']));
    expect(introductions(crowd, acquaintances(crowd), 5)).toEqual([]);
  });
});
