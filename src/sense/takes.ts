import { readDay, withUnixLines, type Day } from '../base';
import { contentOf, findSection, linesOf, withSectionText } from '../note';
import { readWays, type Way } from './ways';

/** One of the takes in a note, with where it stands. Offsets are those of the section's text, its lines ending with `\n`. */
interface TakePart {
  /** The day of a later take; the first has none of its own. */
  readonly day?: Day;
  /** The ways that a later take names in its heading. */
  readonly ways?: readonly Way[];
  /** Where its heading's line starts; the same as `from` for the first take. */
  readonly headingFrom: number;
  /** Where its words start and end, without blank lines around them and without the line that leads to a note grown of it. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]+·[ \t]+(.*?))?[ \t]*$/;
/** The line that leads from a take to the note that grew of it. */
const GROWN = /(?:^|\n)→ (?:\[\[[^[\]\n]+\]\]|\[[^\]\n]*\]\([^)\n]*\))[ \t]*$/;

/** The text of the section that holds the takes, its lines ending with `\n`; empty when there is none. */
export function takeIn(text: string, takeSection: string): string {
  const section = findSection(text, takeSection);
  return section === undefined ? '' : withUnixLines(contentOf(text, section));
}

/** The takes in a section's text, the oldest first; the first may be empty. Later ones stand below a heading that begins with their day. */
export function takePartsOf(body: string): TakePart[] {
  // A line before the text, so that `---` at its start is not taken for properties.
  const lines = linesOf(`\n${body}`).slice(1).map((line) => ({ ...line, from: line.from - 1, next: line.next - 1 }));
  const headings = lines.flatMap(({ text, setting, from, next }) => {
    const [, day = '', named = ''] = (setting === 'prose' && HEADING.exec(text)) || [];
    return readDay(day) === undefined ? [] : [{ day, ways: readWays(named.split(',').map((way) => way.trim())), headingFrom: from, bodyFrom: next }];
  });
  const starts = [{ headingFrom: 0, bodyFrom: 0 }, ...headings];
  return starts.map(({ bodyFrom, ...start }, at) => ({ ...start, ...spanOf(body, bodyFrom, starts[at + 1]?.headingFrom ?? body.length) }));
}

/** The note with the words of its latest take replaced; `ways` rewrites the heading of a later one. The section is made when it is missing. */
export function withLatestReplaced(text: string, takeSection: string, words: string, ways: readonly Way[], level: number): string {
  const body = takeIn(text, takeSection);
  const part = takePartsOf(body).at(-1);
  if (part === undefined) return withSectionText(text, takeSection, words, level);
  const heading = part.day === undefined ? '' : `${headingLine(part.day, ways, levelIn(body, part))}\n`;
  const before = part.day === undefined ? body.slice(0, part.from) : body.slice(0, part.headingFrom) + heading;
  const after = body.slice(part.to);
  return withSectionText(text, takeSection, before + words + after, level);
}

/** The note with one take more, below a heading of its own. */
export function withPartAdded(text: string, takeSection: string, words: string, day: Day, ways: readonly Way[], level: number): string {
  const body = takeIn(text, takeSection);
  return withSectionText(text, takeSection, `${body}\n\n${headingLine(day, ways, level + 1)}\n${words}`, level);
}

/** The note with a line below its latest take that leads to a note which grew of it; once, however often it is asked for. */
export function withGrownLink(text: string, takeSection: string, link: string, level: number): string {
  const body = takeIn(text, takeSection);
  const part = takePartsOf(body).at(-1);
  const line = `→ ${link}`;
  if (part === undefined || body.slice(part.to).split('\n').includes(line)) return text;
  return withSectionText(text, takeSection, `${body.slice(0, part.to)}\n\n${line}${body.slice(part.to)}`, level);
}

function spanOf(body: string, from: number, to: number): { from: number; to: number; text: string } {
  const whole = body.slice(from, to);
  const lead = /^(?:[^\S\n]*\n)*/.exec(whole)?.[0].length ?? 0;
  let text = whole.slice(lead).trimEnd();
  for (let grown = GROWN.exec(text); grown !== null; grown = GROWN.exec(text)) text = text.slice(0, grown.index).trimEnd();
  return { from: from + lead, to: from + lead + text.length, text };
}

function levelIn(body: string, { headingFrom }: TakePart): number {
  return /^ {0,3}(#+)/.exec(body.slice(headingFrom))?.[1]?.length ?? 3;
}

function headingLine(day: Day, ways: readonly Way[], level: number): string {
  return `${'#'.repeat(Math.min(6, level))} ${day}${ways.length === 0 ? '' : ` · ${ways.join(', ')}`}`;
}
