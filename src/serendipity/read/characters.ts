/** What the scanner needs to know of one UTF-16 unit. */
export const SEPARATOR = 0;
/** A letter, mark or digit of a script that writes spaces between words. */
export const WORD = 1;
/** A script without spaces: Han, Kana, Thai, Lao, Khmer, Burmese. Words are found by `Intl.Segmenter`. */
export const UNSPACED = 2;
/** First half of a surrogate pair: look at the whole code point. */
export const HIGH_SURROGATE = 3;
const UNKNOWN = 255;

const UNSPACED_SCRIPT = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const LETTER = /^[\p{L}\p{M}\p{N}]$/u;

const classes = new Uint8Array(65_536).fill(UNKNOWN);

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (UNSPACED_SCRIPT.test(character)) return LETTER.test(character) ? UNSPACED : SEPARATOR;
  return LETTER.test(character) ? WORD : SEPARATOR;
}

/** The class of a UTF-16 unit; filled lazily, since asking for all 65,536 at once would take milliseconds at start. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  if (known !== UNKNOWN) return known;
  const found = unit >= 0xd800 && unit <= 0xdbff ? HIGH_SURROGATE : unit >= 0xdc00 && unit <= 0xdfff ? SEPARATOR : classify(unit);
  classes[unit] = found;
  return found;
}

/** The class of the pair that starts at `at`; a lone surrogate separates words. */
export function classOfPair(text: string, at: number): number {
  const codePoint = text.codePointAt(at) ?? 0;
  return codePoint > 0xffff ? classify(codePoint) : SEPARATOR;
}
