import { tokensOf, type Token } from './tokens';

/** Which of a note's tokens are meant, in order. */
export type TokenChoice = (text: string) => readonly Token[];

/**
 * The tokens in the run of text that reads as `part`. None when the note holds no such run, and none when it holds it more
 * than once: nobody can say which of them a template brought, and which a person left.
 */
export function tokensIn(part: string): TokenChoice {
  return (text) => {
    const start = text.indexOf(part);
    if (start < 0 || text.includes(part, start + 1)) return [];
    return tokensOf(text).filter(({ from, to }) => from >= start && to <= start + part.length);
  };
}
