import { german } from './de';
import { english } from './en';
import type { PartialWords, Words } from './translated';

const translations: Readonly<Record<string, PartialWords>> = { de: german };

/** The texts in the user's language. Chosen once, before anything is shown. */
export let words: Words = english;

/** Chooses the language by its code (`de`, `de-AT`); a text that a translation lacks stays English. */
export function speak(language: string): void {
  words = completed(english, languageOf(language) ?? {}) as Words;
}

/** The texts of a language as far as they are translated; undefined for a language that nobody translated. */
export function languageOf(language: string): PartialWords | undefined {
  const codes = [language, language.split(/[-_]/)[0] ?? ''].map((code) => code.toLowerCase());
  return codes.map((code) => (Object.hasOwn(translations, code) ? translations[code] : undefined)).find((found) => found !== undefined);
}

function completed(complete: unknown, translated: unknown): unknown {
  if (translated === undefined) return complete;
  if (!isGroup(complete) || !isGroup(translated)) return translated;
  return Object.fromEntries(Object.entries(complete).map(([key, text]) => [key, completed(text, translated[key])]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
