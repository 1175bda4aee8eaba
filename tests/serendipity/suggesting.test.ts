import { describe, expect, it } from 'vitest';
import { type Engine, type Query, createEngine, illustrate, pairKey, wordReason } from '../../src/serendipity';
import { SurfaceReader } from '../../src/serendipity/read/surface';
import { engineOf, madeVault } from './made-vault';

const NOW = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;

const GARDEN = 'Compost feeds the soil, the soil feeds the tomato, and watering in the morning saves the harvest from blight and rot. ' +
  'Mulch keeps moisture near roots, worms loosen clay, nitrogen greens leaves, potassium ripens fruit, and netting stops hungry pigeons.';

function small(): Engine {
  const put = (path: string, text: string): void => engine.put({ path, text, mtime: NOW - 400 * DAY, ctime: 0 });
  const engine = createEngine();
  put('here/asking.md', `${GARDEN} [[linked]]`);
  put('here/linked.md', 'Compost and soil, linked already to the tomato harvest.');
  put('here/back.md', 'Soil and compost of the tomato, linking to [[asking]].');
  put('far/good.md', 'The tomato harvest depends on soil and compost more than on seed.');
  put('far/twin.md', `${GARDEN} [[other]]`);
  put('Templates/plan.md', 'Compost, soil, tomato, harvest: fill in.');
  put('2026-11-02.md', 'Compost day: soil, tomato, harvest.');
  put('Garden MOC.md', 'Compost, soil, tomato, harvest.');
  put('far/other.md', 'Watering the tomato in the morning, harvest in the evening.');
  put('far/nothing.md', 'Sonata form and counterpoint.');
  for (let at = 0; at < 12; at++) put(`filler/${at}.md`, `Unrelated words on topic ${at}, such as bridges and engines number ${at}.`);
  return engine;
}

const QUERY: Query = { path: 'here/asking.md', limit: 10, now: NOW };
const paths = (engine: Engine, query: Partial<Query> = {}): string[] => engine.suggest({ ...QUERY, ...query }).map(({ path }) => path);

describe('what is suggested', () => {
  it('is relevant and passes the gates', () => {
    const found = paths(small());
    expect(found.slice(0, 2).sort()).toEqual(['far/good.md', 'far/other.md']);
    for (const barred of ['here/asking.md', 'here/linked.md', 'here/back.md', 'far/twin.md', 'Templates/plan.md', '2026-11-02.md', 'Garden MOC.md']) expect(found).not.toContain(barred);
  });

  it('obeys what the user hid, excluded and opened', () => {
    const engine = small();
    expect(paths(engine, { hiddenNotes: new Set(['far/good.md']) })).not.toContain('far/good.md');
    expect(paths(engine, { hiddenPairs: new Set([pairKey('far/good.md', 'here/asking.md')]) })).not.toContain('far/good.md');
    expect(paths(engine, { excludedFolders: ['far'] }).some((path) => path.startsWith('far/'))).toBe(false);
    expect(paths(engine, { openedAt: new Map([['far/good.md', NOW - DAY]]) })).not.toContain('far/good.md');
    expect(paths(engine, { openedAt: new Map([['far/good.md', NOW - 3 * DAY]]) })).toContain('far/good.md');
    expect(paths(engine, { templateFolders: ['far'] }).some((path) => path.startsWith('far/'))).toBe(false);
    expect(paths(engine, { wantDaily: true })).toContain('2026-11-02.md');
    expect(paths(engine, { wantIndex: true })).toContain('Garden MOC.md');
  });

  it('can be filtered', () => {
    const engine = small();
    expect(paths(engine, { filter: { folder: 'filler' } }).every((path) => path.startsWith('filler/'))).toBe(true);
    expect(paths(engine, { filter: { newerThanDays: 30 } })).toEqual([]);
    expect(paths(engine, { filter: { olderThanDays: 30 } })).toContain('far/good.md');
    expect(paths(engine, { filter: { types: ['quote'] } })).toEqual([]);
  });

  it('answers a free text, and a text that replaces a note', () => {
    const engine = small();
    const free = { limit: QUERY.limit, now: QUERY.now };
    expect(engine.suggest({ ...free, text: 'tomato harvest and soil' }).map(({ path }) => path)).toContain('here/linked.md');
    expect(paths(engine, { text: `${GARDEN} [[good]]` })).not.toContain('far/good.md');
    expect(engine.suggest({ ...free, text: '' })).toEqual([]);
  });

  it('leaves out what the note links to outside of the passage that asks, and tells every shown note its place', () => {
    const engine = small();
    const passage = { text: 'The tomato harvest, soil and compost, watering in the morning.', limit: 2 };
    const why = (path: string, linked: ReadonlySet<string>): unknown => engine.explainAbsence(path, { ...QUERY, ...passage, linked });
    const [first = '', second = ''] = paths(engine, passage);
    const linked = new Set([first]);
    const shown = paths(engine, { ...passage, linked });
    expect(shown).toHaveLength(2);
    expect(shown[0]).toBe(second);
    expect(shown.map((path) => why(path, linked))).toEqual([[{ kind: 'shown', place: 1 }], [{ kind: 'shown', place: 2 }]]);
    expect(why(first, linked)).toEqual([{ kind: 'linked', direction: 'to' }]);
  });

  it('lets repeats sink', () => {
    const engine = small();
    const first = paths(engine)[0] as string;
    expect(paths(engine, { shown: new Map([[first, 8]]) })[0]).not.toBe(first);
  });

  it('shows more that is unexpected the further the slider stands', () => {
    const notes = madeVault(200, 3);
    const engine = engineOf(notes);
    const share = (surprise: number): number => {
      const shown = notes.slice(0, 40).flatMap(({ path }) => engine.suggest({ path, limit: 5, now: NOW, surprise }));
      return shown.filter(({ unexpected }) => unexpected).length / shown.length;
    };
    expect(share(1)).toBeGreaterThan(share(0));
  });

  it('says why a note is not there', () => {
    const engine = small();
    const why = (path: string, query: Partial<Query> = {}): unknown => engine.explainAbsence(path, { ...QUERY, ...query });
    expect(why('gone.md')).toEqual([{ kind: 'unknown' }]);
    expect(why('here/asking.md')).toEqual([{ kind: 'itself' }]);
    expect(why('here/linked.md')).toEqual([{ kind: 'linked', direction: 'to' }]);
    expect(why('here/back.md')).toEqual([{ kind: 'linked', direction: 'from' }]);
    expect(why('far/twin.md')).toEqual([{ kind: 'nearDuplicate' }]);
    expect(why('Garden MOC.md')).toEqual([{ kind: 'noteKind', noteKind: 'index' }]);
    expect(why('far/nothing.md')).toEqual([{ kind: 'unrelated' }]);
    expect(why('far/good.md', { excludedFolders: ['far'] })).toEqual([{ kind: 'excludedFolder', folder: 'far' }]);
    expect(why('far/good.md')).toEqual([expect.objectContaining({ kind: 'shown' })]);
    expect(why('far/good.md', { limit: 1 })).toEqual([expect.objectContaining({ kind: expect.stringMatching(/rank|shown/) as string })]);
    for (let at = 0; at < 200; at++) engine.put({ path: `beds/${at}.md`, text: `Compost, soil, tomato and harvest, bed ${at}`, mtime: 1, ctime: 1 });
    for (let at = 0; at < 300; at++) engine.put({ path: `wood/${at}.md`, text: `Beech, oak and lime number ${at}`, mtime: 1, ctime: 1 });
    engine.put({ path: 'beds/far.md', text: `A long note ${Array.from({ length: 300 }, (_, word) => `pile${word}`).join(' ')} with soil in it once.`, mtime: 1, ctime: 1 });
    expect(why('beds/far.md')).toEqual([{ kind: 'behind', others: expect.any(Number) as number }]);
  });
});

describe('names', () => {
  it('are found by prefix, with slips, by alias, and follow changes', () => {
    const engine = createEngine();
    engine.put({ path: 'Evergreen notes.md', text: '---\naliases: [Zettel]\n---\n', mtime: 1, ctime: 1 });
    engine.put({ path: 'Capitalism.md', text: '', mtime: 1, ctime: 1 });
    const found = (typed: string): string[] => engine.findNames(typed, 5).map(({ path }) => path);
    expect(found('everg')).toEqual(['Evergreen notes.md']);
    expect(found('evergeren')).toEqual(['Evergreen notes.md']);
    expect(found('zettel')).toEqual(['Evergreen notes.md']);
    engine.rename('Capitalism.md', 'Markets.md');
    expect(found('capitalism')).toEqual([]);
    expect(found('market')).toEqual(['Markets.md']);
    engine.remove('Markets.md');
    expect(found('market')).toEqual([]);
  });
});

describe('a passage of a long line', () => {
  it('begins where most of the strongest words stand together, not at the first weak one', () => {
    const words = `The keeper looks on quietly. ${'Nothing else happens at all on that long day. '.repeat(6)}Then the swarm votes for a quorum. ${'And so on it goes with other things. '.repeat(6)}`;
    const other = 'A swarm and its votes, a quorum, a keeper.';
    const bridge = new SurfaceReader(words, 0).words('swarm votes quorum keeper').map(({ hash }) => hash);
    const { excerpt, hereExcerpt } = illustrate({ bridge, reasons: [] }, { path: 'a.md', text: words }, { path: 'b.md', text: other });
    expect(hereExcerpt.text).toContain('swarm votes for a quorum');
    expect(hereExcerpt.marks.map(([start, end]) => hereExcerpt.text.slice(start, end))).toEqual(['swarm', 'votes', 'quorum']);
    expect(excerpt.text).toBe(other);
  });

  it('is as long as any where the strongest words stand at its end', () => {
    const words = `${'Nothing happens at all on that long day. '.repeat(12)}Then the swarm votes.`;
    const bridge = new SurfaceReader(words, 0).words('swarm votes').map(({ hash }) => hash);
    const { excerpt } = illustrate({ bridge, reasons: [] }, { path: 'a.md', text: 'A swarm votes.' }, { path: 'b.md', text: words });
    expect(excerpt.text).toMatch(/^….*Then the swarm votes\.$/);
    expect(excerpt.text.length).toBeGreaterThan(200);
    // In the one line of the asking note the words stand where a narrow pane shows them.
    const { hereExcerpt } = illustrate({ bridge, reasons: [] }, { path: 'b.md', text: words }, { path: 'a.md', text: 'A swarm votes.' });
    expect(hereExcerpt.text).toBe('…Then the swarm votes.');
  });
});

describe('a bridging word that stands in no line of a note', () => {
  const bridge = new SurfaceReader('swarm', 0).words('swarm').map(({ hash }) => hash);
  const swarms = { path: 'a.md', text: 'Much was said of swarms.' };
  const markedIn = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }): string[] => marks.map(([start, end]) => text.slice(start, end));

  it('is marked in the title of the note that was found, below which its first line stands', () => {
    const { excerpt, titleMarks, reasons } = illustrate({ bridge, reasons: [] }, swarms, { path: 'folder/The swarm votes.md', text: 'Bees decide together.' });
    expect(markedIn({ text: 'The swarm votes', marks: titleMarks })).toEqual(['swarm']);
    expect(excerpt).toEqual({ text: 'Bees decide together.', marks: [] });
    expect(reasons).toEqual([{ kind: 'terms', terms: [{ here: 'swarms', there: 'swarm' }] }]);
  });

  it.each([['---\naliases: [Wisdom of the swarm]\n---\n', 'Wisdom of the swarm'], ['---\ntags: [Swarm]\n---\n', 'Swarm']])('is marked in its alias or tag (%j)', (properties, shown) => {
    const note = { path: 'b.md', text: `${properties}Bees decide together.` };
    const { excerpt, titleMarks } = illustrate({ bridge, reasons: [] }, swarms, note);
    expect([excerpt.text, titleMarks]).toEqual([shown, []]);
    expect(markedIn(excerpt).map((word) => word.toLowerCase())).toEqual(['swarm']);
    const { hereExcerpt } = illustrate({ bridge, reasons: [] }, note, swarms);
    expect(hereExcerpt).toEqual(excerpt);
  });

  it('is marked in the title of the asking note', () => {
    const { hereExcerpt } = illustrate({ bridge, reasons: [] }, { path: 'folder/The swarm votes.md', text: 'Bees decide together.' }, swarms);
    expect([hereExcerpt.text, markedIn(hereExcerpt)]).toEqual(['The swarm votes', ['swarm']]);
  });
});

describe('reasons', () => {
  it('name words that stand in both notes, and distances, folders and days that are right', () => {
    const alone = madeVault(5, 9).map((note) => ({ ...note, path: `alone/${note.path}`, text: note.text.replace(/\[\[|\]\]/g, '') }));
    const notes = [...alone, ...madeVault(150, 8)];
    const engine = engineOf(notes);
    const text = new Map(notes.map((note) => [note.path, note.text]));
    const distance = distancesIn(notes);
    const lastChanged = new Map(notes.map((note) => [note.path, note.mtime]));
    const openedAt = new Map(notes.filter((_, at) => at % 3 === 0).map((note, at) => [note.path, NOW - (40 + at) * DAY - 5000]));
    const daysSince = (time: number | undefined): number => Math.floor((NOW - (time ?? NaN)) / DAY);
    const folder = (path: string): string => path.slice(0, path.lastIndexOf('/'));
    const hasWord = (note: { readonly path: string; readonly text: string }, word: string): boolean => `${note.path} ${note.text}`.split(/[^\p{L}\p{N}]+/u).includes(word);
    const kinds = new Set<string>();
    let checked = 0;
    let passagesHere = 0;
    for (const { path } of notes.slice(0, 40)) {
      for (const suggestion of engine.suggest({ path, limit: 5, now: NOW, openedAt })) {
        checked++;
        const here = { path, text: text.get(path) as string };
        const there = { path: suggestion.path, text: text.get(suggestion.path) as string };
        const { reasons, excerpt, hereExcerpt } = illustrate(suggestion, here, there);
        for (const { text, marks } of [excerpt, hereExcerpt]) for (const [start, end] of marks) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(`${path.slice(path.lastIndexOf('/') + 1)} ${here.text.replace(/[[\]]/g, '')}`).toContain(hereExcerpt.text.replace(/^…|…$/g, ''));
        expect(hereExcerpt.text === '').toBe(hereExcerpt.marks.length === 0);
        if (hereExcerpt.text !== '') passagesHere++;
        for (const reason of reasons) {
          kinds.add(reason.kind);
          if (reason.kind === 'terms') expect(reason.terms.filter((term) => !hasWord(here, term.here) || !hasWord(there, term.there))).toEqual([]);
          if (reason.kind === 'distance') {
            expect(distance(path, suggestion.path)).toBe(reason.links);
            expect(distance(path, reason.via) + distance(reason.via, suggestion.path)).toBe(reason.links);
          }
          if (reason.kind === 'named') expect((reason.where === 'here' ? here : there).text.toLowerCase()).toContain(reason.name.toLowerCase());
          if (reason.kind === 'unconnected') expect(distance(path, suggestion.path)).toBe(Infinity);
          if (reason.kind === 'folder') {
            expect(reason).toMatchObject({ here: folder(path), there: folder(suggestion.path) });
            expect(reason.here).not.toBe(reason.there);
          }
          if (reason.kind === 'unopened') expect(reason.days).toBe(daysSince(openedAt.get(suggestion.path)));
          if (reason.kind === 'unmodified') {
            expect(openedAt.has(suggestion.path)).toBe(false);
            expect(reason.days).toBe(daysSince(lastChanged.get(suggestion.path)));
          }
          expect(wordReason(reason)).not.toBe('');
        }
      }
    }
    expect(checked).toBeGreaterThanOrEqual(200);
    expect(passagesHere).toBeGreaterThan(checked / 2);
    expect([...kinds]).toEqual(expect.arrayContaining(['terms', 'distance', 'unconnected', 'folder', 'unopened', 'unmodified']));
  });
});

describe('shared ideas', () => {
  const shared = (here: string, there: string, more: Record<string, string> = {}): string[] => {
    const engine = createEngine();
    const notes: Record<string, string> = { 'a/one.md': here, 'b/two.md': there, ...more };
    for (let at = 0; at < 12; at++) notes[`filler/${at}.md`] = `Bridges and engines number ${at} of an ordinary kind.`;
    for (const [path, text] of Object.entries(notes)) engine.put({ path, text, mtime: 1, ctime: 1 });
    const found = engine.suggest({ path: 'a/one.md', limit: 10, now: NOW }).find(({ path }) => path === 'b/two.md');
    if (found === undefined) return ['nothing was found'];
    const { reasons } = illustrate(found, { path: 'a/one.md', text: here }, { path: 'b/two.md', text: there });
    return reasons.flatMap((reason) => (reason.kind === 'terms' ? reason.terms.map((term) => term.there) : []));
  };

  it('are ideas, not words of any text', () => {
    expect(shared('She took enough time and gave the compost away.', 'He took compost, enough of it, and gave it time.')).toEqual(['compost']);
  });

  it('are no dates and numbers', () => {
    expect(shared('In 2025 the delta flooded 17 times.', 'The delta of 2025 had 17 channels.')).toEqual(['delta']);
  });

  it('are no headings and labels of a form', () => {
    expect(shared('## Interactions\nThe delta floods.\n## Whereabouts', '## Interactions\nA delta has channels.\n## Whereabouts')).toEqual(['delta']);
  });

  it('are names of people only where there is hardly anything else', () => {
    const contact = { 'People/Joan Petrie.md': '---\ntype: contact\n---\n' };
    expect(shared('Joan Petrie speaks of estuary silt and dredging.', 'Petrie again, Joan on estuary silt.', contact)).toEqual(expect.arrayContaining(['estuary', 'silt']));
    expect(shared('Joan Petrie speaks of estuary silt and dredging.', 'Petrie again, Joan on estuary silt.', contact)).toHaveLength(2);
    expect(shared('Joan Petrie speaks.', 'Petrie again.', contact)).toEqual(['Petrie']);
  });
});

/** Distances over links, worked out anew from the texts. */
function distancesIn(notes: readonly { readonly path: string; readonly text: string }[]): (from: string, to: string) => number {
  const byName = new Map(notes.map(({ path }) => [path.slice(path.lastIndexOf('/') + 1, -3), path]));
  const near = new Map<string, Set<string>>(notes.map(({ path }) => [path, new Set()]));
  for (const { path, text } of notes) {
    for (const [, name] of text.matchAll(/\[\[([^\]]+)\]\]/g)) {
      const target = byName.get(name as string);
      if (target === undefined || target === path) continue;
      near.get(path)?.add(target);
      near.get(target)?.add(path);
    }
  }
  return (from, to) => {
    const seen = new Set([from]);
    let front = [from];
    for (let links = 0; front.length > 0; links++) {
      if (front.includes(to)) return links;
      front = front.flatMap((path) => [...(near.get(path) ?? [])]).filter((path) => !seen.has(path) && seen.add(path));
    }
    return Infinity;
  };
}
