import { describe, expect, it } from 'vitest';
import { createEngine, illustrate, type Reason } from '../../src/serendipity';
import { folded } from '../../src/serendipity/read/fold';
import { LANGUAGES } from '../../src/serendipity/read/languages';
import { hashOf, stemOf } from '../../src/serendipity/read/lexicon';
import { WEAK_WORDS } from '../../src/serendipity/read/weak-lists';
import { isWeak } from '../../src/serendipity/read/weak-words';

const numberOf = (name: string): number => LANGUAGES.findIndex((language) => language.name === name);
const hash = (word: string, language: number): number => hashOf(stemOf(word, language) ?? '');

/** The reasons of the first suggestion to a note, in a vault of these two notes and some of other subjects. */
function reasonsFor(here: string, there: string, others: readonly string[]): readonly Reason[] {
  const engine = createEngine();
  const put = (path: string, text: string): void => engine.put({ path, text, mtime: 0, ctime: 0 });
  put('here.md', here);
  put('there.md', there);
  others.forEach((text, at) => put(`other ${at}.md`, text));
  const first = engine.suggest({ path: 'here.md', limit: 1, now: 0, surprise: 0 })[0];
  if (first?.path !== 'there.md') throw new Error(`The first suggestion is ${first?.path ?? 'missing'}.`);
  return illustrate(first, { path: 'here.md', text: here }, { path: 'there.md', text: there }).reasons;
}

/** The ideas among them, as they stand in the note that asks. */
function named(here: string, there: string, others: readonly string[]): string[] {
  return reasonsFor(here, there, others).flatMap((reason) => (reason.kind === 'terms' ? reason.terms.map((term) => term.here.toLowerCase()) : []));
}

describe('words that name no idea', () => {
  it.each([
    ['english', 'getting', 'compost'], ['german', 'beispielsweise', 'komposthaufen'], ['german', 'wichtigen', 'erinnerung'], ['french', 'souvent', 'mémoire'], ['french', 'certaines', 'confiance'],
    ['spanish', 'además', 'memoria'], ['italian', 'abbastanza', 'fiducia'], ['portuguese', 'talvez', 'memória'], ['dutch', 'bijvoorbeeld', 'vertrouwen'], ['swedish', 'exempelvis', 'minne'],
    ['norwegian', 'forskjellige', 'tillit'], ['danish', 'forskellige', 'tillid'], ['russian', 'например', 'память'],
  ])('in %s: %s, not %s', (name, weak, idea) => {
    const language = numberOf(name);
    expect(isWeak(hash(weak, language), [language])).toBe(true);
    expect(isWeak(hash(idea, language), [language])).toBe(false);
  });

  it('in scripts without spaces, whatever the language of a note is taken for', () => {
    for (const word of ['例如', '因此', 'しかし', '例えば']) expect(isWeak(hashOf(folded(word)), [])).toBe(true);
    for (const word of ['记忆', '信任', '記憶']) expect(isWeak(hashOf(folded(word)), [])).toBe(false);
  });

  it('are told by language: a German manner is no English art', () => {
    expect(isWeak(hash('art', 0), [numberOf('german')])).toBe(true);
    expect(isWeak(hash('art', 0), [0])).toBe(false);
  });

  it('are known in notes too short to show their language', () => {
    for (const word of ['verschiedene', 'wichtig', 'möglicherweise', 'und', 'zwischen']) expect(isWeak(hash(word, 0), [numberOf('german')])).toBe(true);
  });

  it('stand in each list once, in small letters', () => {
    for (const list of Object.values(WEAK_WORDS)) {
      const words = list.trim().split(/\s+/u);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
    }
  });
});

describe('a word that names no idea, and is all that two notes share', () => {
  const here = 'Gardens thrive without haste.';
  const there = 'A sonata without repeats.';
  const others = ['Steel for cables.', 'Rain over harbours.', 'Nurses hand a ward on.'];

  it('is named where nothing else joins them', () => {
    expect(named(here, there, others)).toEqual(['without']);
  });

  it.each([
    ['a note that links to both', here, [...others, '[[here]], [[there]]'], 'chain'],
    ['the name of the one in the other', 'There gardens thrive without haste.', others, 'named'],
  ] as const)('is not named where %s does', (_, mine, rest, kind) => {
    expect(reasonsFor(mine, there, rest).map((reason) => reason.kind).filter((each) => each === 'terms' || each === kind)).toEqual([kind]);
  });
});

describe('what is named as shared', () => {
  it.each([
    ['German', 'Vertrauen wächst langsam, und beispielsweise ist Gegenseitigkeit dafür wichtig. Verschiedene Netzwerke zeigen das.',
      'Beispielsweise zeigen verschiedene Netzwerke, dass Vertrauen und Gegenseitigkeit wichtig sind.', ['vertrauen', 'gegenseitigkeit', 'netzwerke'],
      ['Der Kompost ist warm und die Erde ist nass.', 'Die Sonate hat drei Sätze, und das Thema kehrt wieder.', 'Eine Brücke aus Stahl ist über dem Fluss.']],
    ['French', 'La confiance grandit souvent avec la réciprocité, et plusieurs réseaux le montrent cependant.',
      'Plusieurs réseaux montrent souvent que la confiance est cependant une réciprocité.', ['confiance', 'réciprocité', 'réseaux'],
      ['Le compost est chaud et la terre est dans le jardin.', 'La sonate est en trois mouvements pour le piano.', 'Un pont est sur la rivière et il est en acier.']],
    ['Spanish', 'Además, la confianza crece con la reciprocidad, y varias redes lo muestran siempre.',
      'Varias redes muestran siempre que la confianza es además una reciprocidad.', ['confianza', 'reciprocidad', 'redes'],
      ['El compost es para la tierra del jardín y las plantas.', 'La sonata tiene tres partes y es para el piano.', 'Un puente de acero está sobre el río.']],
    ['Chinese', '例如，信任的增长通常需要互惠。因此网络非常重要。', '网络通常非常重要，例如信任和互惠。因此人们合作。', ['信任', '互惠', '网络'],
      ['堆肥让土壤变暖。', '奏鸣曲有三个乐章。', '钢桥在河上。']],
  ])('are ideas, in %s', (_, here, there, ideas, others) => {
    expect(named(here, there, others).sort()).toEqual([...ideas].sort());
  });

  it('are words, not the characters that they are made of', () => {
    const found = named('惊魂的结构。惊魂很长。', '导演和惊魂。惊魂很旧。', ['堆肥让土壤变暖。', '奏鸣曲有三个乐章。', '钢桥在河上。']);
    expect(found).toContain('惊魂');
    expect(found).not.toContain('惊');
    expect(found).not.toContain('魂');
  });
});
