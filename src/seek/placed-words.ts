import { linesOf, type Line } from '../note';
import { indentOf } from './indent';
import { isPlaced, LOCATION } from './locations';

/** Words that have a place in a work behind them, below them or above them; offsets are those of the note's text. */
interface PlacedWords {
  readonly from: number;
  /** The end of the place. */
  readonly to: number;
  /** The end of its line: what follows the place there may be the reader's. */
  readonly until: number;
}

/** Lines that belong together: a paragraph, or one item of a list; without lines where a quote, a heading or a rule stands. */
interface Paragraph {
  readonly lines: Line[];
  readonly indent: number;
  /** Whether nothing, not even a blank line, stands between it and the paragraph above. */
  readonly isGlued: boolean;
  readonly isQuote: boolean;
}

const LOCATIONS = new RegExp(LOCATION.source, 'gu');
const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const LETTER = /[\p{L}\p{N}]/u;
// What leads to a work as a whole is no place in it.
const TO_THE_WORK = /\]\(zotero:\/\/select\b/i;
const QUOTED = /^\s*>/;
const ELSEWHERE = /^\s*(?:>|#{1,6}\s|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$)/;

/**
 * What of a note's prose stands with a place in a work, whatever section it is in: each paragraph up to its last place. A line
 * that is nothing but a place has its words above it or, where none are there, below it. It is meant for telling what may be
 * somebody else's: rather too much than too little.
 */
export function placedWordsOf(text: string): PlacedWords[] {
  if (!isPlaced(text)) return [];
  const paragraphs = paragraphsOf(linesOf(text));
  const placed = paragraphs.map(({ lines }) => lines.findLastIndex((line) => isPlaced(line.text)));
  return paragraphs.flatMap((paragraph, at) => {
    const last = paragraph.lines[placed[at] ?? -1];
    if (last === undefined) return [];
    const own = { from: paragraph.lines[0]?.from ?? 0, to: startsWithPlace(paragraph) ? last.to : endOfPlaces(last), until: last.to };
    const said = paragraph.lines.filter(({ from }) => from <= last.from);
    return said.every(isPlaceOnly) ? [own, ...wordsBeside(paragraph, said, at, paragraphs, placed).flatMap(wholly)] : [own];
  });
}

// The words that a place on lines of its own belongs to.
function wordsBeside(here: Paragraph, said: readonly Line[], at: number, paragraphs: readonly Paragraph[], placed: readonly number[]): Paragraph[] {
  const before = paragraphs[at - 1];
  const isToTheWork = said.every(({ text }) => TO_THE_WORK.test(text));
  const above = before !== undefined && before.lines.length > 0 && (placed[at - 1] ?? -1) < 0 && (here.isGlued || !isToTheWork) ? [before] : [];
  if (isToTheWork) return above;
  let next = at + 1;
  while ((paragraphs[next]?.indent ?? -1) > here.indent) next++;
  const deeper = paragraphs.slice(at + 1, next);
  const isAlone = above.length + deeper.length === 0 && here.lines.length === said.length && before?.isQuote !== true;
  return [...above, here, ...deeper, ...(isAlone ? paragraphs.slice(at + 1, at + 2) : [])];
}

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const found: Paragraph[] = [];
  let isGlued = false;
  for (const line of lines) {
    const isProse = line.setting === 'prose' && line.text.trim() !== '' && !ELSEWHERE.test(line.text);
    const present = found.at(-1);
    if (isProse && isGlued && present !== undefined && !LIST_ITEM.test(line.text)) present.lines.push(line);
    else if (isProse) found.push({ lines: [line], indent: indentOf(line.text), isGlued, isQuote: false });
    else if (line.text.trim() !== '') found.push({ lines: [], indent: -1, isGlued: false, isQuote: QUOTED.test(line.text) });
    isGlued = isProse;
  }
  return found;
}

// Only by links: elsewhere anybody may write "(Page 3)".
function isPlaceOnly({ text }: Line): boolean {
  return !LETTER.test(text.replace(LOCATIONS, ' '));
}

// Where nothing stands before the places, the words are behind them.
function startsWithPlace({ lines }: Paragraph): boolean {
  const first = lines[0]?.text ?? '';
  return !LETTER.test(first.slice(0, LOCATION.exec(first)?.index));
}

function endOfPlaces(line: Line): number {
  const last = [...line.text.matchAll(LOCATIONS)].at(-1);
  return last === undefined ? line.to : line.from + last.index + last[0].length;
}

function wholly({ lines }: Paragraph): PlacedWords[] {
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? [] : [{ from: first.from, to: last.to, until: last.to }];
}
