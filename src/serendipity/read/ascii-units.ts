export const NEWLINE = 10, SPACE = 32, BANG = 33, HASH = 35, DOLLAR = 36, PERCENT = 37, AMP = 38, QUOTE = 39, OPEN = 40, CLOSE = 41;
export const SLASH = 47, COLON = 58, SEMICOLON = 59, LESS = 60, GREATER = 62, BACKSLASH = 92, BRACKET = 91, BRACKET_END = 93, CARET = 94, BACKTICK = 96, PIPE = 124, TILDE = 126;

/** What an ASCII unit is to the scanner, in `asciiKinds`: a letter or digit, the beginning of something that is no word, or neither. */
export const ASCII_WORD = 1;
export const ASCII_SPECIAL = 2;
export const asciiKinds = new Uint8Array(128);
/** The small letter or digit of each ASCII unit, 0 for all others: one look a character, and no branch, tells words apart and folds them. */
export const asciiSmall = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  const character = String.fromCharCode(unit);
  if (/[A-Za-z0-9]/.test(character)) {
    asciiKinds[unit] = ASCII_WORD;
    asciiSmall[unit] = character.toLowerCase().charCodeAt(0);
  } else if ('\n[]<%#$^&\\`'.includes(character)) asciiKinds[unit] = ASCII_SPECIAL;
}
