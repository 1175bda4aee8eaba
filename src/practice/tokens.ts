import { linesOf, type Line } from '../note';

/** How much a token asks for, unless it says so itself. */
interface TokenKind {
  /** Entries without a number in the token. */
  readonly usual: number;
  /** Whether `:3` may follow. */
  readonly counted: boolean;
  /** Whether it stands for a list, also when there is only one entry; otherwise without a number for one text. */
  readonly isList: boolean;
}

/** The tokens that daily notes may hold: the one table to add to. */
export const TOKENS = {
  'serendipity:spark': { usual: 1, counted: true, isList: false },
  'sense:queue': { usual: 5, counted: true, isList: true },
  'sense:prompt': { usual: 1, counted: false, isList: false },
  'share:ready': { usual: 10, counted: true, isList: true },
  'ties:due': { usual: 10, counted: true, isList: true },
  'practice:week': { usual: 10, counted: false, isList: true },
} as const satisfies Readonly<Record<string, TokenKind>>;

export type TokenName = keyof typeof TOKENS;

/** A token in a note; offsets in UTF-16 code units. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly name: TokenName;
  readonly count: number;
  readonly isList: boolean;
  readonly line: Line;
}

/** The most entries that a token can ask for. */
const MOST_ENTRIES = 50;

// Only words of our own rooms: {{date}}, {{time:HH:mm}} and the like belong to others.
const TOKEN = /\{\{[ \t]*((?:seek|sense|share|ties|serendipity|practice):[^{}\n]*?)[ \t]*\}\}/g;
// A run of backticks with what it encloses; a run that nothing closes matches alone, so that the next one starts afresh.
const CODE_SPAN = /(`+)(?:[^`\n](?:[^\n]*?[^`\n])?\1(?!`))?/g;

/** The tokens that can be filled, in order. Those in code are left alone, so that a note may speak about tokens. */
export function tokensOf(text: string): Token[] {
  return found(text).flatMap(({ from, to, said, line }) => {
    const token = readToken(said);
    return token === undefined ? [] : [{ from, to, line, ...token }];
  });
}

/** The tokens of ours that nothing is known about, as they are written, each once. */
export function unknownTokensOf(text: string): string[] {
  const unknown = found(text).filter(({ said }) => readToken(said) === undefined);
  return [...new Set(unknown.map(({ from, to }) => text.slice(from, to)))];
}

function found(text: string): { from: number; to: number; said: string; line: Line }[] {
  if (!text.includes('{{')) return [];
  return linesOf(text)
    .filter((line) => line.setting !== 'fence' && line.text.includes('{{'))
    .flatMap((line) => {
      const spans = line.setting === 'frontmatter' ? [] : [...line.text.matchAll(CODE_SPAN)].map((span) => [span.index, span.index + span[0].length] as const);
      return [...line.text.matchAll(TOKEN)]
        .filter(({ index }) => !spans.some(([from, to]) => index >= from && index < to))
        .map((match) => ({ from: line.from + match.index, to: line.from + match.index + match[0].length, said: match[1] ?? '', line }));
    });
}

function readToken(said: string): { name: TokenName; count: number; isList: boolean } | undefined {
  const [room, topic, number, ...more] = said.split(':');
  const name = `${room ?? ''}:${topic ?? ''}`;
  if (!isTokenName(name) || more.length > 0) return undefined;
  const kind: TokenKind = TOKENS[name];
  if (number === undefined) return { name, count: kind.usual, isList: kind.isList };
  if (!kind.counted || !/^[1-9]\d?$/.test(number) || Number(number) > MOST_ENTRIES) return undefined;
  return { name, count: Number(number), isList: true };
}

function isTokenName(name: string): name is TokenName {
  return Object.hasOwn(TOKENS, name);
}
