import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressedExchanges, dayInName, exchangesWith, foundExchanges, giveAndReceive, latestDay, latestFound, notListed, openMentions, spacesMet, tieStrength, type Contact } from '../../src/ties';

const TODAY = '2026-11-20';
const ana: Contact = { path: 'People/Ana.md', name: 'Ana', aliases: [], space: 'network', communities: [], topics: [], interactions: [{ day: '2026-11-01', direction: 'gave', what: 'sent [[Quotes/On bees|this]]' }, { day: '2026-12-24', what: 'to come' }] };
const find = (name: string): Contact | undefined => (/^(?:\[\[)?Ana/.test(name) ? ana : undefined);
const shares = [
  { path: 'Quotes/On bees.md', day: '2026-11-01', audience: 'team' as const, recipients: ['Ana'] },
  { path: 'Quotes/On maps.md', day: '2026-11-03', audience: 'community' as const, recipients: ['Ana', '[[Ana]]', 'Bo'] },
];
const quotes = [{ path: 'Quotes/A.md', via: '[[Ana]]', captured: '2026-11-10T09:12' }, { path: 'Quotes/B.md', captured: '2026-11-10' }, { path: 'Quotes/C.md', via: 'Ana', captured: 'once' }];

describe('exchanges', () => {
  const found = foundExchanges({ shares, quotes }, find).get(ana.path) ?? [];

  it('are found in share histories and quotes, each once, and never beside the list that tells the same', () => {
    expect(found).toEqual([
      { kind: 'shared', day: '2026-11-03', direction: 'gave', what: 'On maps', path: 'Quotes/On maps.md', space: 'community' },
      { kind: 'quoted', day: '2026-11-10', direction: 'received', what: 'A', path: 'Quotes/A.md' },
    ]);
  });

  it('are told apart by their links: a longer name, another folder and a name without a link are something else', () => {
    const shared = (path: string) => ({ path, day: '2026-11-05', audience: 'team' as const, recipients: ['Ana'] });
    const listed = (...lines: readonly string[]): Contact => ({ ...ana, interactions: lines.map((what) => ({ day: '2026-11-05', direction: 'gave' as const, what })) });
    const left = (who: Contact): string[] => (foundExchanges({ shares: ['Bees.md', 'Notes/Bees at home.md', 'Old/Bees at home.md'].map(shared), quotes: [] }, () => who).get(who.path) ?? []).map(({ path }) => path);
    expect(left(listed('sent [[Bees at home]]'))).toEqual(['Bees.md', 'Old/Bees at home.md']);
    expect(left(listed('sent [[Old/Bees at home|this]]'))).toEqual(['Bees.md', 'Notes/Bees at home.md']);
    expect(left(listed('sent [this](Old/Bees%20at%20home.md)'))).toEqual(['Bees.md', 'Notes/Bees at home.md']);
    expect(left(listed('talked of Bees', '`[[Bees]]`', '[Bees](https://x.example/Bees)'))).toHaveLength(3);
    expect(left(listed('sent [[Bees]] and [[Bees at home]]'))).toHaveLength(2);
  });

  it('are of the note that a link really leads to, where several have its name', () => {
    const shared = (path: string) => ({ kind: 'shared' as const, path, day: '2026-11-05', direction: 'gave' as const, what: path });
    const listing = (what: string): Contact => ({ ...ana, interactions: [{ day: '2026-11-05', direction: 'gave', what }] });
    const asked: string[] = [];
    const resolve = (target: string, from: string): string | undefined => {
      asked.push(`${target} from ${from}`);
      return target === 'Gone' ? undefined : 'Old/Bees.md';
    };
    const left = (what: string): string[] => notListed(listing(what), ['Bees.md', 'Old/Bees.md', 'Gone.md'].map(shared), resolve).map(({ path }) => path);
    expect(left('sent [[Bees]]')).toEqual(['Bees.md', 'Gone.md']);
    expect(left('sent [this](Bees.md)')).toEqual(['Bees.md', 'Gone.md']);
    // Nobody knows where this leads: its name decides.
    expect(left('sent [[Gone]]')).toEqual(['Bees.md', 'Old/Bees.md']);
    expect(new Set(asked)).toEqual(new Set(['Bees from People/Ana.md', 'Gone from People/Ana.md']));
  });

  it('never make a tie weaker by a line that is written', () => {
    const days = fc.constantFrom('2026-11-01', '2026-11-02');
    const note = fc.constantFrom('Bees', 'Bees at home', 'Maps', 'Old/Bees');
    const line = fc.record({ day: days, direction: fc.constantFrom('gave' as const, 'received' as const), what: fc.array(note.map((name) => `[[${name}]]`), { maxLength: 3 }).map((links) => `of ${links.join(' and ')}`) });
    const share = fc.record({ path: note.map((name) => `${name}.md`), day: days, audience: fc.constantFrom('team' as const, 'community' as const, 'network' as const), recipients: fc.constant(['Ana']) });
    const quote = fc.record({ path: note.map((name) => `${name}.md`), via: fc.constant('Ana'), captured: days });
    fc.assert(fc.property(fc.array(line, { maxLength: 5 }), line, fc.nat(5), fc.array(share, { maxLength: 5 }), fc.array(quote, { maxLength: 3 }), (lines, added, at, sent, read) => {
      const strength = (interactions: readonly Contact['interactions'][number][]): number => {
        const who = { ...ana, interactions };
        const all = addressedExchanges({ shares: sent, quotes: read }, () => who.path).get(who.path) ?? [];
        const told = notListed(who, all);
        const latest = [latestDay(who, TODAY), latestFound(told, TODAY)].filter((day) => day !== undefined).sort().at(-1);
        return tieStrength([...interactions, ...told], latest, spacesMet(who, all).length, TODAY).value;
      };
      expect(strength(lines.toSpliced(at, 0, added))).toBeGreaterThanOrEqual(strength(lines) - 1e-12);
    }), { numRuns: 500 });
  });

  it('came back, too: an answer is received, and is contact', () => {
    const cameBack = [{ day: '2026-11-06', from: '[[Ana]]' }, { day: '2026-11-07' }, { day: '2026-11-08', from: 'Nobody known' }];
    const told = foundExchanges({ shares: [{ path: 'Quotes/On tea.md', day: '2026-11-03', audience: 'network', recipients: [], cameBack }], quotes: [] }, find).get(ana.path) ?? [];
    expect(told).toEqual([{ kind: 'answered', day: '2026-11-06', direction: 'received', what: 'On tea', path: 'Quotes/On tea.md', space: 'network' }]);
    expect(giveAndReceive(told)).toEqual({ gave: 0, received: 1 });
    expect(latestFound(told, TODAY)).toBe('2026-11-06');
  });

  it('stand with those that were listed, the latest first, up to today', () => {
    expect(exchangesWith(ana, found, TODAY).map(({ kind, day }) => `${day} ${kind}`)).toEqual(['2026-11-10 quoted', '2026-11-03 shared', '2026-11-01 listed']);
  });

  it('are contact when something was sent, and none when something was read', () => {
    expect(latestFound(found, TODAY)).toBe('2026-11-03');
    expect(latestFound(found, '2026-11-02')).toBeUndefined();
  });
});

describe('mentions in the notes of a day', () => {
  const mention = (day: string): Parameters<typeof openMentions>[0][number] => ({ contact: ana, day, path: `Daily/${day}.md` });
  const days = (list: readonly string[]): string[] => openMentions(list.map(mention), () => [{ kind: 'shared', day: '2026-11-03', what: '', path: '' }], TODAY, 60).map(({ day }) => day);

  it('are offered once for a day, the latest first, and only where nothing is known of that day', () => {
    expect(days(['2026-11-05', '2026-11-09', '2026-11-09', '2026-11-01', '2026-11-03'])).toEqual(['2026-11-09', '2026-11-05']);
  });

  it('are not offered for somebody in the archive', () => {
    expect(openMentions([{ ...mention('2026-11-09'), contact: { ...ana, archived: true } }], () => [], TODAY, 60)).toEqual([]);
  });

  it('are not offered for days to come, or long past', () => {
    expect(days(['2026-11-21', '2026-01-01'])).toEqual([]);
  });

  it.each([['Daily/2026-11-20.md', '2026-11-20'], ['2026-11-20 Budget.md', '2026-11-20'], ['Meeting 2026-11-20.md', '2026-11-20'], ['12026-11-20.md', undefined], ['2026-13-01.md', undefined], ['Bees.md', undefined]])('know the day of %s', (path, day) => {
    expect(dayInName(path)).toBe(day);
  });
});
