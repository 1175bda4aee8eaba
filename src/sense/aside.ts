import { onOneLine, readDay, shortened, type Day } from '../base';
import { linesOf, plainAsMarkdown, type Line } from '../note';
import { words } from '../words';

/** What was decided about a quote that stands in another note: not before a day, or let go on a day. */
export interface Aside {
  readonly kind: 'later' | 'letGo';
  readonly day: Day;
}

/** A quote to be set aside: the key of its words, the link to its note, and its words. */
interface AsideQuote {
  readonly key: string;
  readonly link: string;
  readonly text: string;
}

const LINE = /^\s*[-*+]\s+(\d{4}-\d{2}-\d{2})\s+(later|let go)\b.*\s\^quote-([0-9a-z]+)\s*$/i;
const EXCERPT = 80;

/**
 * What a note says about quotes in other notes: `- DAY later · [[note]] · words ^quote-KEY`, or `let go`. The block id at
 * the end of a line is the key of the quote's words. Of several lines about a quote the last counts; a line that somebody
 * removes brings its quote back.
 */
export function readAside(text: string): Map<string, Aside> {
  const found = new Map<string, Aside>();
  for (const line of linesOf(text)) {
    const [, day, kind = '', key = ''] = (line.setting === 'prose' && LINE.exec(line.text)) || [];
    if (readDay(day) === undefined || day === undefined) continue;
    found.set(key.toLowerCase(), { kind: kind.toLowerCase() === 'later' ? 'later' : 'letGo', day });
  }
  return found;
}

/** The note with a line about a quote, in place of one that stood there; a new note gets a heading and says what it is for. */
export function withAside(text: string, quote: AsideQuote, { kind, day }: Aside): string {
  const written = `- ${day} ${kind === 'later' ? 'later' : 'let go'} · ${quote.link} · ${excerptOf(quote.text)} ^quote-${quote.key}`;
  const start = text.trim() === '' ? `${words.sense.asideIntroduction}\n\n` : text;
  const present = lineAbout(start, quote.key);
  if (present !== undefined) return start.slice(0, present.from) + written + start.slice(present.to);
  const newline = start.includes('\r\n') ? '\r\n' : '\n';
  return `${start}${start.endsWith('\n') ? '' : newline}${written}${newline}`;
}

/** The line about a quote that `withAside` would replace, as it stands there; undefined when there is none. */
export function asideLineOf(text: string, key: string): string | undefined {
  return lineAbout(text, key)?.text;
}

/** The note with the line `before` in place of what was `written` about a quote, or with none; undefined when it says something else by now. */
export function withAsideBack(text: string, key: string, written: string, before: string | undefined): string | undefined {
  const line = lineAbout(text, key);
  if (line?.text !== written) return undefined;
  return before === undefined ? text.slice(0, line.from) + text.slice(line.next) : text.slice(0, line.from) + before + text.slice(line.to);
}

function lineAbout(text: string, key: string): Line | undefined {
  return linesOf(text).find((line) => line.setting === 'prose' && LINE.exec(line.text)?.[3]?.toLowerCase() === key);
}

// Other people's Markdown, cut in the middle, could open a link or a comment that nothing closes.
function excerptOf(text: string): string {
  const plain = onOneLine(text.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|!?\[([^\]]*)\]\([^)]*\)/g, '$1$2')).replace(/[\\*_`~=#^%<>{}[\]$|]+/g, ' ');
  return plainAsMarkdown(shortened(onOneLine(plain), EXCERPT));
}
