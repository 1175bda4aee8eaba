/** Three years of daily practice as notes in memory: what the benchmarks of the practice read. */
import { dayAfter, seededRandom, type Day } from '../src/base';
import { readProperties, type NoteRef, type NoteStore, type Properties } from '../src/note';
import { WAYS } from '../src/sense';

export const TODAY: Day = '2026-11-20';
export const SIZE = { days: 1100, quotes: 6000, shares: 2000, contacts: 500 } as const;

const WORDS = 'the practice of looking asks for time and a slow eye that others lent before one says anything about wards gardens bees rivers letters and the people who keep them'.split(' ');

/** The vault's notes by path. The same on every run. */
export function practiceVault(): Map<string, string> {
  const random = seededRandom(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const prose = (length: number): string => Array.from({ length }, () => WORDS[below(WORDS.length)] ?? '').join(' ');
  const dayBack = (back: number): Day => dayAfter(TODAY, -back);
  const notes = new Map<string, string>();
  for (let back = 0; back < SIZE.days; back++) notes.set(`Daily/${dayBack(back)}.md`, `# Day\n\n## Log\n- ${prose(20)}\n- [[Person ${below(SIZE.contacts)}]] ${prose(10)}\n\n## Tasks\n- [ ] ${prose(6)}\n`);
  for (let at = 0; at < SIZE.quotes; at++) {
    const back = 3 + below(SIZE.days - 3);
    const isTaken = below(10) < 7;
    const isShared = at % 3 === 0;
    const ways = WAYS.filter(() => below(4) === 0);
    notes.set(`Quotes/Quote ${at}.md`, [
      '---', 'type: quote', `author: Author ${below(400)}`, `source: https://example.org/${at}`, ...(below(4) === 0 ? [`via: "[[Person ${below(SIZE.contacts)}]]"`] : []),
      `captured: ${dayBack(back)}T09:12`, ...(isTaken ? [`sensed: ${dayBack(back - 1)}T10:05`] : []), ...(ways.length > 0 ? [`sense: [${ways.join(', ')}]`] : []), ...(isShared ? ['shared: [community]'] : []), '---',
      `> [!quote] [Work ${at}](https://example.org/${at})`, `> ${prose(45)}`, `> — Author`, '', '## My take', isTaken ? prose(20 + below(60)) : '', '',
      ...(isShared ? ['## Shared', `- ${dayBack(back - 2)} ${['team', 'community', 'network'][below(3)] ?? 'team'} · [[Person ${below(SIZE.contacts)}]] · clipboard`, ...(below(5) === 0 ? [`  - ${dayBack(back - 3)} reply · [[Person ${below(SIZE.contacts)}]] · ${prose(5)}`] : []), ''] : []),
      ...(below(12) === 0 ? ['## Applied', `- ${dayBack(back - 3)} insight · ${prose(14)}`, ''] : []),
    ].join('\n'));
  }
  for (let at = 0; at < SIZE.contacts; at++) {
    const lines = Array.from({ length: 12 }, () => `- ${dayBack(below(SIZE.days))} ${below(2) === 0 ? 'gave' : 'received'} · ${prose(6)}`);
    notes.set(`People/Person ${at}.md`, `---\ntype: contact\nspace: ${['team', 'community', 'network'][below(3)] ?? 'team'}\n---\n${prose(30)}\n\n## Interactions\n${lines.join('\n')}\n`);
  }
  return notes;
}

/** The vault as the rooms see it, with the properties known as the app knows them. */
export function storeOf(notes: Map<string, string>): NoteStore {
  const properties = new Map([...notes].map(([path, text]): [string, Properties] => {
    const read = readProperties(text);
    return [path, read.ok ? read.value : {}];
  }));
  const refOf = (path: string): NoteRef => ({ path, ctime: 0, mtime: 0, size: 0 });
  return {
    list: () => [...notes.keys()].map(refOf),
    find: (path: string) => (notes.has(path) ? refOf(path) : undefined),
    read: (path: string) => Promise.resolve(notes.get(path) ?? ''),
    properties: (path: string) => properties.get(path) ?? {},
    typed: () => undefined,
    hasTag: () => false,
  } as unknown as NoteStore;
}
