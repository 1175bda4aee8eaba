/** Where a link leads as it stands in a text. */
interface Destination {
  readonly address: string;
  /** Just behind the address and its closing `>`. */
  readonly behind: number;
  /** Where the link ends, its title and `)` included. */
  readonly to: number;
  /** Whether nothing else stands between the brackets: only then every reader takes it for a link. */
  readonly isWhole: boolean;
}

// CommonMark lets readers stop at 32; some go on.
const MOST_NESTED = 32;
/** So far a link that is none is followed: no name of a file is longer. */
const FAR = 300;
const WORD = /[^ \t\r\n]{0,2000}/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const BLANKS = /[ \t\r]*(?:\n(?![ \t>]*\n)[ \t>]*)?/y;

/**
 * Reads `(address "title")` at its `(`, at least in every form in which CommonMark 0.31, 6.3 and its readers do: over lines,
 * in angle brackets, with pairs of parentheses. What is no link for any of them is followed to its `)` on the same line.
 */
export function destinationAt(text: string, at: number): Destination {
  const start = behindBlanks(text, at + 1);
  const { address, behind, isTooDeep } = text[start] === '<' ? (angledAt(text, start) ?? bareAt(text, start)) : bareAt(text, start);
  if (isTooDeep === true) return { address: address.slice(0, 2 * FAR), behind, to: behind, isWhole: true };
  const next = behindBlanks(text, behind);
  const to = behindBlanks(text, titleEndAt(text, next) ?? next);
  if (text[to] === ')') return { address, behind, to: to + 1, isWhole: true };
  if (text[next] === ')') return { address, behind, to: next + 1, isWhole: true };
  return { address, behind, to: endOfWordsAt(text, at), isWhole: false };
}

/** The end of a title in quotation marks or parentheses that begins at a place; undefined where none does. */
export function titleEndAt(text: string, at: number): number | undefined {
  const closer = { '"': '"', "'": "'", '(': ')' }[text[at] ?? ''];
  if (closer === undefined) return undefined;
  let nested = 0;
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === closer) return end + 1;
    if (text[end] === '\\') end++;
    else if (text[end] === '(' && closer === ')' && ++nested > MOST_NESTED) return undefined;
    else if (text[end] === '\n' && behindBlanks(text, end) === end) return undefined;
  }
  return undefined;
}

/** Behind the blanks at a place, and the line's end and the marks of a blockquote among them, unless an empty line follows. */
export function behindBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  return at + (BLANKS.exec(text)?.[0].length ?? 0);
}

/** An address at a place: in angle brackets, or up to the next blank, but no longer than any address is. */
export function addressAt(text: string, at: number): { readonly address: string; readonly behind: number } {
  const angled = text[at] === '<' ? angledAt(text, at) : undefined;
  if (angled !== undefined) return angled;
  WORD.lastIndex = at;
  const address = WORD.exec(text)?.[0] ?? '';
  return { address, behind: at + address.length };
}

interface Address {
  readonly address: string;
  readonly behind: number;
  readonly isTooDeep?: boolean;
}

function angledAt(text: string, at: number): Address | undefined {
  for (let end = at + 1; end < text.length && text[end] !== '\n' && text[end] !== '<'; end++) {
    if (text[end] === '>') return { address: text.slice(at + 1, end), behind: end + 1 };
    if (text[end] === '\\') end++;
  }
  return undefined;
}

function bareAt(text: string, at: number): Address {
  let nested = 0;
  let end = at;
  for (; end < text.length; end++) {
    const sign = text[end] ?? '';
    if (/[ \t\r\n]/.test(sign) || (sign === ')' && nested === 0)) break;
    if (sign === '\\' && PUNCTUATION.test(text[end + 1] ?? '')) end++;
    else if (sign === ')') nested--;
    else if (sign === '(' && ++nested > MOST_NESTED) return { ...addressAt(text, at), isTooDeep: true };
  }
  return { address: text.slice(at, end), behind: end };
}

function endOfWordsAt(text: string, at: number): number {
  let nested = 0;
  for (let end = at; end < Math.min(text.length, at + FAR); end++) {
    if (text[end] === '\n') return end;
    if (text[end] === '(') nested++;
    else if (text[end] === ')' && --nested === 0) return end + 1;
  }
  return Math.min(text.length, at + FAR);
}
