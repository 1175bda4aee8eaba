import { codeSpansOf, type Span } from '../note';
import { DELIMITER_ROW, MARKS } from './pattern-parts';
import type { Hold } from './redaction';

// A line that begins a fence or a block of HTML for some readers, a definition, an escaped backtick: what is code is no longer agreed.
const DISPUTED = new RegExp(String.raw`\\\u0060|${MARKS}(?:\u0060\u0060\u0060|~~~|<[a-z/!?])`, 'im');
const BEGINS_BLOCK = /^[ \t]*(?:[>#|=:<~-]|[*+_](?:[ \t*_]|$)|\d{1,9}[.)])/;
const BEGINS_ALONE = /^[ \t]*[>#|]/;
// Outside of code, with a backtick for each span: what begins and ends there without a backtick in between …
const WHOLE = new RegExp([
  String.raw`<[a-z/!?][^<>\u0060"']*(?:"[^"\u0060]*"[^<>\u0060"']*|'[^'\u0060]*'[^<>\u0060"']*)*>`,
  String.raw`\[\[[^[\]\u0060]*\]\]`,
  String.raw`\]\((?:<[^<>\u0060\n]*>|[^\s()<>\u0060]*(?:\([^\s()<>\u0060]*\)[^\s()<>\u0060]*)*)(?:\s+(?:"[^"\u0060]*"|'[^'\u0060]*'))?[ \t]*\)`,
  String.raw`\[\^[^\s[\]\u0060]+\]:`,
].join('|'), 'gi');
// … and what may reach over a backtick, or makes of it something else than code.
const REACHING = /<[a-z/!?]|\[\[|\]\(/i;
// A label at the start of a line, or the end of one that began above.
const DEFINES = new RegExp(String.raw`${MARKS}\[(?:[^\]\\\n]|\\.)*\]:|^[^[\n]*\]:`, 'm');
const ADDRESS_TO_CODE = /(?::\/\/|www\.)[^\s`<]*`/i;
const [FIRST, LAST] = ['\uFDD0', '\uFDD1'];
const MASK = new RegExp(`${FIRST}(\\d+)${LAST}`, 'g');

/** A stretch of a text between empty lines, and the code spans in it. */
interface Paragraph extends Span {
  /** Its code spans from the text's start, if every reader finds the same ones; undefined where they may differ. */
  readonly code: readonly Span[] | undefined;
}

/** The paragraphs of a text that hold backticks. */
export function codeByParagraph(text: string): Paragraph[] {
  if (!text.includes('`')) return [];
  const found: Paragraph[] = [];
  let [from, behind] = [0, 0];
  const end = (to: number): void => {
    const paragraph = text.slice(from, to);
    if (paragraph.includes('`')) found.push({ from, to, code: agreedIn(paragraph)?.map((span) => ({ from: from + span.from, to: from + span.to })) });
  };
  for (const line of text.split('\n')) {
    if (/^[ \t]*$/.test(line)) {
      end(behind);
      from = behind + line.length + 1;
    }
    behind += line.length + 1;
  }
  end(text.length);
  return found;
}

/** A text with signs that mean nothing to anybody in the place of the code that all readers agree on, and the way back. */
interface Masked {
  readonly text: string;
  /** Puts the code back, as `write` has it. */
  readonly unmasked: (text: string, write?: (code: string) => string) => string;
}

/** Takes the code spans on which every reader agrees out of the sight of whatever looks for links. */
export function maskedCode(text: string): Masked {
  const spans = text.includes(FIRST) || text.includes(LAST) ? [] : codeByParagraph(text).flatMap(({ code }) => code ?? []);
  if (spans.length === 0) return { text, unmasked: (same) => same };
  let [masked, behind] = ['', 0];
  spans.forEach(({ from, to }, at) => {
    masked += `${text.slice(behind, from)}${FIRST}${at}${LAST}`;
    behind = to;
  });
  const code = spans.map(({ from, to }) => text.slice(from, to));
  return { text: masked + text.slice(behind), unmasked: (left, write = (same) => same) => left.replace(MASK, (_, at: string) => write(code[Number(at)] ?? '')) };
}

/** Notes down what is held back with its code in place. */
export function unmaskedHold({ unmasked }: Masked, hold: Hold): Hold {
  return (kind, shown) => hold(kind, unmasked(shown));
}

function agreedIn(paragraph: string): readonly Span[] | undefined {
  if (DISPUTED.test(paragraph)) return undefined;
  const spans = spansByLine(paragraph) ?? spansOverLines(paragraph);
  if (spans === undefined) return undefined;
  const [code, outside] = [spans.map(({ from, to }) => paragraph.slice(from, to)), outsideOf(paragraph, spans)];
  const left = outside.replace(WHOLE, ' ');
  if (ADDRESS_TO_CODE.test(outside) || REACHING.test(left) || DEFINES.test(left)) return undefined;
  // In a table a `|` ends the cell, and the code in it.
  if (code.some((span) => span.includes('|')) && DELIMITER_ROW.test(paragraph)) return undefined;
  // A formula may begin outside of code and end in it.
  return outside.includes('$') && (paragraph.match(/\$/g) ?? []).length > 1 ? undefined : spans;
}

// Where each line pairs its own backticks, it does not matter where a block begins.
function spansByLine(paragraph: string): Span[] | undefined {
  const found: Span[] = [];
  let start = 0;
  for (const line of paragraph.split('\n')) {
    const { spans, isOpen } = codeSpansOf(line);
    if (isOpen) return undefined;
    found.push(...spans.map(({ from, to }) => ({ from: start + from, to: start + to })));
    start += line.length + 1;
  }
  return found;
}

// Over lines a code span goes only where no line begins a block.
function spansOverLines(paragraph: string): readonly Span[] | undefined {
  const [first = '', ...others] = paragraph.replace(/\n$/, '').split('\n');
  if (BEGINS_ALONE.test(first) || others.some((line) => BEGINS_BLOCK.test(line))) return undefined;
  const { spans, isOpen } = codeSpansOf(paragraph);
  return isOpen ? undefined : spans;
}

function outsideOf(paragraph: string, spans: readonly Span[]): string {
  let [kept, behind] = ['', 0];
  for (const { from, to } of spans) {
    kept += `${paragraph.slice(behind, from)}\``;
    behind = to;
  }
  return kept + paragraph.slice(behind);
}
