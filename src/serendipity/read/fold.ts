const MARKED = /[^ -~]/;
/** Combining marks on Latin and Greek letters. Kana voicing marks (U+3099, U+309A) and the marks of other scripts change the letter and stay. */
const MARKS_ON_LATIN_OR_GREEK = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ı: 'i', þ: 'th',
};

/** A word in small letters without the diacritics of Latin and Greek letters: "Čapek" and "Capek" become one, が and か do not. */
export function folded(word: string): string {
  if (!MARKED.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(MARKS_ON_LATIN_OR_GREEK, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðłħıþ]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter);
}
