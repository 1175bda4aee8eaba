import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base';
import {
  WAYS, activePrompts, choosePrompt, contradictionBetween, freshPromptId, listedPrompts, promptSettings, prompts, promptsInNote, readPromptSettings, sourceKindOf, type Prompt,
} from '../../src/sense';
import { RUNS } from '../laws/generators';

const RANDOM = (): (() => number) => seededRandom(7);

function asked(times: number, occasion: Partial<Parameters<typeof choosePrompt>[1]> = {}, all: readonly Prompt[] = prompts()): string[] {
  const random = RANDOM();
  const recent: string[] = [];
  for (let time = 0; time < times; time++) recent.push(choosePrompt(all, { random, ...occasion, recent })?.id ?? '');
  return recent;
}

describe('the prompts of the product', () => {
  it('are nineteen questions, with one for every way of sense-making', () => {
    expect(prompts()).toHaveLength(19);
    expect(prompts().filter(({ question }) => !question.endsWith('?'))).toEqual([]);
    expect(prompts().flatMap(({ way }) => way ?? [])).toEqual([...WAYS]);
  });
});

describe('choosing a prompt', () => {
  it('never asks the same twice in a row, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.constantFrom(...prompts().map(({ id }) => id))), fc.integer({ min: 2, max: 19 }), (seed, recent, count) => {
        const chosen = choosePrompt(prompts().slice(0, count), { recent, random: seededRandom(seed), suggested: recent.at(-1) ?? '' });
        expect(chosen).toBeDefined();
        expect(chosen?.id).not.toBe(recent.at(-1));
      }),
      RUNS,
    );
  });

  it('is the same for the same draws', () => {
    expect(asked(30)).toEqual(asked(30));
  });

  it('asks all of them before long, and lets each rest a while', () => {
    const order = asked(57);
    expect(new Set(order).size).toBe(19);
    const gaps = order.flatMap((id, at) => {
      const before = at === 0 ? -1 : order.lastIndexOf(id, at - 1);
      return before < 0 ? [] : [at - before];
    });
    expect(gaps.filter((gap) => gap <= 4).length / gaps.length).toBeLessThan(0.1);
  });

  it('fits the kind of source: a person brings the questions about people more often', () => {
    const about = new Set(['customise', 'halfBaked', 'discernment', 'weakTie', 'validate']);
    const share = (kind: 'person' | 'book'): number => asked(400, { kind }).filter((id) => about.has(id)).length;
    expect(share('person')).toBeGreaterThan(share('book') * 1.5);
  });

  it('prefers ways that were not used lately', () => {
    const count = (recentWays: readonly (typeof WAYS)[number][]): number => asked(600, { recentWays }).filter((id) => id === 'apply').length;
    expect(count(['filter', 'validate'])).toBeGreaterThan(count([...WAYS]));
  });

  it('asks what something speaks for, unless it was just asked', () => {
    const random = RANDOM();
    expect(choosePrompt(prompts(), { recent: ['filter'], suggested: 'contradiction', random })?.id).toBe('contradiction');
    expect(choosePrompt(prompts(), { recent: ['contradiction'], suggested: 'contradiction', random })?.id).not.toBe('contradiction');
    expect(choosePrompt(prompts(), { recent: [], suggested: 'switched off', random })).toBeDefined();
  });

  it('makes do with one, and with none', () => {
    const [only] = prompts();
    expect(choosePrompt([only as Prompt], { recent: [only?.id ?? ''], random: RANDOM() })).toEqual(only);
    expect(choosePrompt([], { recent: [], random: RANDOM() })).toBeUndefined();
  });
});

describe('the user\'s list of prompts', () => {
  it('keeps order, wording, what is off and what was added; what is new comes last', () => {
    const kept = readPromptSettings([{ id: 'own-1', question: 'And in Spanish?' }, { id: 'apply', question: 'Where today?' }, { id: 'value', off: true }, { id: 'gone' }, 3, null, { id: 'apply' }]);
    const listed = listedPrompts(kept);
    expect(listed.slice(0, 3)).toEqual([
      { id: 'own-1', question: 'And in Spanish?', off: false, isOwn: true },
      { id: 'apply', question: 'Where today?', way: 'apply', off: false, isOwn: false },
      { id: 'value', question: 'If you added nothing, what would your reader miss?', off: true, isOwn: false },
    ]);
    expect(listed).toHaveLength(20);
    expect(activePrompts(listed).map(({ id }) => id)).not.toContain('value');
    expect(listedPrompts(readPromptSettings(promptSettings(listed)))).toEqual(listed);
  });

  it('keeps no wording that is the product\'s own, so that a better translation comes through', () => {
    expect(promptSettings(listedPrompts([]))).toEqual(prompts().map(({ id }) => ({ id })));
  });

  it('asks no empty question, and finds free ids', () => {
    expect(activePrompts(listedPrompts([{ id: 'own-1', question: '  ' }])).map(({ id }) => id)).not.toContain('own-1');
    const ids = listedPrompts([{ id: 'own-20', question: 'x' }]);
    expect(freshPromptId(ids)).toBe('own-21');
    expect(freshPromptId([{ id: 'own-2' }])).toBe('own-3');
  });

  it.each([[undefined], [{}], ['filter'], [[['id', 'filter']]]])('is the product\'s own where nothing sensible is stored: %j', (stored) => {
    expect(activePrompts(listedPrompts(readPromptSettings(stored)))).toEqual(prompts());
  });
});

describe('prompts in a note', () => {
  it('are its list items, once each', () => {
    const note = ['# Questions', '- What would Ada say?', '* [ ] Apply: Who could try it with me?', 'No item', '1. What would Ada say?', '  - Note: keep short', '-'];
    expect(promptsInNote(note).map(({ question, way }) => [question, way])).toEqual([['What would Ada say?', undefined], ['Who could try it with me?', 'apply'], ['Note: keep short', undefined]]);
  });
});

describe('the kind of a source', () => {
  it.each([
    [{ via: '[[Ann]]', source: 'https://x.org' }, 'person'],
    [{ source: 'https://x.org' }, 'web'],
    [{ source: 'https://www.gutenberg.org/ebooks/1' }, 'book'],
    [{ source: 'kindle://book?x' }, 'book'],
    [{ title: 'Walden', foundIn: '[[Highlights]]' }, 'book'],
    [{ source: '[[My field notes]]' }, 'note'],
    [{ foundIn: '[[My field notes]]' }, 'note'],
    [{}, 'unknown'],
  ] as const)('of %j is %s', (quote, kind) => {
    expect(sourceKindOf(quote)).toBe(kind);
  });
});

describe('two notes that might contradict each other', () => {
  it.each([
    ['English', 'A checklist improves the handover of patients.', 'We found: checklists do not improve how a handover goes.'],
    ['contracted', 'Experts share their knowledge freely.', "In my ward experts don't share knowledge."],
    ['German', 'Wissen entsteht durch Austausch in Gemeinschaften.', 'Das Wissen entsteht nicht durch Austausch.'],
    ['French', 'La confiance naît des petites choses.', 'La confiance ne naît jamais de choses imposées, et les choses demeurent.'],
    ['Spanish', 'Compartir conocimiento mejora los equipos.', 'Compartir conocimiento nunca mejora nada en equipos cansados, ni los une.'],
  ])('are noticed: %s', (_, one, other) => {
    expect(contradictionBetween(one, other).length).toBeGreaterThanOrEqual(2);
    expect(contradictionBetween(other, one).length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['both say yes', 'A checklist improves the handover.', 'Checklists improve handovers everywhere.'],
    ['both say no', 'A checklist never improves a handover.', 'Checklists do not improve handovers.'],
    ['other subjects', 'A checklist improves the handover.', 'Bees do not dance in the rain.'],
    ['nothing', '', ''],
  ])('are not imagined: %s', (_, one, other) => {
    expect(contradictionBetween(one, other)).toEqual([]);
  });
});
