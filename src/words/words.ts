import { english } from './en';

/** All texts the product shows, by room. English is complete; another language may leave keys out. */
export type Words = typeof english;

/** The texts of a language that may be incomplete. */
export type PartialWords = { readonly [Room in keyof Words]?: Partial<Words[Room]> };

const translations: Readonly<Record<string, PartialWords>> = {};

/** The texts in the user's language. Chosen once, before anything is shown. */
export let words: Words = english;

/** Chooses the language by its code (`de`, `pt-BR`); a text that a translation lacks stays English. */
export function speak(language: string): void {
  const chosen = translations[language] ?? translations[language.split('-')[0] ?? ''] ?? {};
  words = Object.fromEntries(
    Object.entries(english).map(([room, texts]) => [room, { ...texts, ...chosen[room as keyof Words] }]),
  ) as Words;
}
