import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { VAULT_NAME_SETTINGS, languageOf, speak, vaultNamesIn, words } from '../../src/words';
import { defaultSettings, settingAt } from '../../src/obsidian/settings';

/** Every text by its place (`ties.bases.quotes`). */
function textsOf(group: unknown, place = ''): Map<string, unknown> {
  if (typeof group !== 'object' || group === null || Array.isArray(group)) return new Map([[place, group]]);
  return new Map(Object.entries(group).flatMap(([key, value]) => [...textsOf(value, place === '' ? key : `${place}.${key}`)]));
}

speak('en');
const ENGLISH = textsOf(words);
const GERMAN = textsOf(languageOf('de'));

/** Markers that a text has to hand on, one a parameter; a text may ask for a number, a text, a list or a record of them. */
const MARKS = {
  text: ['Aardvark', 'Bumblebee', 'Capybara', 'Dormouse'],
  number: [3001, 3002, 3003, 3004],
  list: [['Aardvark', 'Ant'], ['Bumblebee', 'Bat'], ['Capybara', 'Cat'], ['Dormouse', 'Dog']],
} as const;

type Speaking = (...told: unknown[]) => unknown;

/** What a text hands on of the markers, however they are told; undefined when it does not take such values. */
function handedOn(text: Speaking, kinds: readonly (keyof typeof MARKS)[]): string[] | undefined {
  try {
    const said = text(...kinds.map((kind, at) => MARKS[kind][at]));
    const shown = typeof said === 'string' ? said.replace(/[.,\u202f\u00a0 ](?=\d{3})/g, '') : JSON.stringify(said);
    return kinds.flatMap((kind, at) => [MARKS[kind][at]].flat().map(String)).filter((mark) => shown.includes(mark));
  } catch {
    return undefined;
  }
}

function waysToTell(count: number): (keyof typeof MARKS)[][] {
  if (count === 0) return [[]];
  return waysToTell(count - 1).flatMap((before) => (['text', 'number', 'list'] as const).map((kind) => [...before, kind]));
}

afterEach(() => speak('en'));

describe('German', () => {
  it('has no text that English lacks, and each is of the same kind', () => {
    expect(GERMAN.size).toBeGreaterThan(3);
    expect([...GERMAN.keys()].filter((place) => !ENGLISH.has(place))).toEqual([]);
    const kindOf = (text: unknown): string => (Array.isArray(text) ? `list of ${text.length}` : typeof text);
    for (const [place, text] of GERMAN) expect(kindOf(text), place).toBe(kindOf(ENGLISH.get(place)));
  });

  it('is spoken in every room', () => {
    const rooms = readdirSync(new URL('../../src/words/de', import.meta.url)).map((file) => file.replace(/\.ts$/, '')).filter((room) => room !== 'index');
    expect(Object.keys(languageOf('de') ?? {}).sort()).toEqual(rooms.sort());
    speak('en');
    expect(rooms.sort()).toEqual(Object.keys(words).sort());
  });

  it('takes the same values, and hands on all that English hands on', () => {
    for (const [place, text] of GERMAN) {
      if (typeof text !== 'function') continue;
      const [german, english] = [text as Speaking, ENGLISH.get(place) as Speaking];
      expect(german.length, place).toBeLessThanOrEqual(english.length);
      for (const kinds of waysToTell(english.length)) {
        const wanted = handedOn(english, kinds);
        if (wanted !== undefined) expect(handedOn(german, kinds), `${place} told ${kinds.join(', ')}`).toEqual(expect.arrayContaining(wanted));
      }
    }
  });

  it('keeps the words in braces and the code that a text names', () => {
    const named = (text: string): string[] => [...text.matchAll(/\{\{[^}]*\}\}|type: \w+|last-contact|YYYY-MM-DD|https?:\/\//g)].map(([found]) => found).sort();
    for (const [place, text] of GERMAN) if (typeof text === 'string') expect(named(text), place).toEqual(named(String(ENGLISH.get(place))));
  });

  it('leaves the names alone that stand in notes and folders', () => {
    expect([...GERMAN.keys()].filter((place) => VAULT_NAME_SETTINGS.includes(place))).toEqual([]);
    const before = VAULT_NAME_SETTINGS.map((path) => settingAt(defaultSettings(), path));
    speak('de');
    expect(VAULT_NAME_SETTINGS.map((path) => settingAt(defaultSettings(), path))).toEqual(before);
    expect(Object.keys(vaultNamesIn('de-AT'))).toEqual(VAULT_NAME_SETTINGS);
    expect(vaultNamesIn('fr')).toEqual({});
  });
});

describe('choosing a language', () => {
  it.each(['de', 'de-AT', 'DE', 'de_CH'])('speaks German for %s, with English where a text is missing', (code) => {
    speak(code);
    expect(words.practice.noTokens).toBe('In dieser Notiz stehen keine Platzhalter.');
    const spoken = textsOf(words);
    for (const [place, text] of ENGLISH) if (!GERMAN.has(place)) expect(spoken.get(place), place).toBe(text);
    expect([...spoken.keys()]).toEqual([...ENGLISH.keys()]);
  });

  it.each(['en', 'fr', '', 'xx-YY', 'constructor', '__proto__'])('speaks English for %j', (code) => {
    speak(code);
    expect(textsOf(words)).toEqual(ENGLISH);
  });
});
