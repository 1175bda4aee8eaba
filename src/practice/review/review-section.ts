import { lineBreakOf, stableId, type Result, ok, onOneLine } from '../../base';
import { findSection, linesOf, sectionsOf, withAppended, type Line } from '../../note';

/** What a weekly review writes into a note. */
export interface ReviewText {
  /** The week, such as `2026-W47`: a note may hold several reviews. */
  readonly week: string;
  readonly heading: string;
  /** What stands between the marks: Markdown, one entry a line. */
  readonly lines: readonly string[];
  readonly questions: readonly string[];
}

const END = '%% seek-sense-share:review end %%';
const START = /^%% seek-sense-share:review (\S+) (\S+) %%$/;
const LINK = /\[\[[^\]\n]*\]\]|\]\([^)\n]*\)/g;

/**
 * The note with the week's review: the first time below a heading of its own at the note's end, with the questions after it;
 * from then on only what stands between the two marks is written anew. Where somebody has written between the marks, their
 * text stays: it comes to stand below the new block, without marks.
 */
export function withReview(text: string, review: ReviewText): string {
  const newline = lineBreakOf(text);
  const block = [startOf(review.week, review.lines.join('\n')), ...review.lines, END];
  const present = blockOf(text, review.week);
  if (present === undefined) return withSection(text, review, block.join('\n'));
  const { start, end } = present;
  const inner = text.slice(start.next, end.from);
  const written = block.join(newline);
  if (isOurs(start, inner)) return text.slice(0, start.from) + written + text.slice(end.to);
  return text.slice(0, start.from) + written + newline + newline + inner.replace(/\r?\n$/, '') + text.slice(end.to);
}

/** The line at which the review of a week begins in a note, counted from 0: that above its mark, where the heading stands. */
export function lineOfReview(text: string, week: string): number | undefined {
  const present = blockOf(text, week);
  return present === undefined ? undefined : Math.max(0, text.slice(0, present.start.from).split('\n').length - 2);
}

/** For `notes.change`: never fails. */
export function reviewed(review: ReviewText): (text: string) => Result<string> {
  return (text) => ok(withReview(text, review));
}

// Questions that stand in the section already are not asked twice.
function withSection(text: string, { heading, questions }: ReviewText, block: string): string {
  const section = findSection(text, heading);
  const asked = section === undefined ? [] : sectionsOf(text.slice(section.bodyFrom, section.to)).map(({ title }) => title);
  const level = section === undefined ? 3 : Math.min(6, section.level + 1);
  const open = questions.map(onOneLine).filter((question) => question !== '' && !asked.includes(question));
  return withAppended(text, heading, [block, ...open.flatMap((question) => ['', `${'#'.repeat(level)} ${question}`, ''])].join('\n'));
}

function blockOf(text: string, week: string): { start: Line; end: Line } | undefined {
  let start: Line | undefined;
  for (const line of linesOf(text)) {
    if (line.setting !== 'prose') continue;
    const said = line.text.trim();
    if (START.exec(said)?.[1] === week) start = line;
    else if (START.test(said)) start = undefined;
    else if (said === END && start !== undefined) return { start, end: line };
  }
  return undefined;
}

function startOf(week: string, inner: string): string {
  return `%% seek-sense-share:review ${week} ${markOf(inner)} %%`;
}

// The app rewrites links when a note gets another name: that is nobody's writing.
function markOf(inner: string): string {
  return stableId(inner.replace(/\r\n/g, '\n').replace(LINK, '').trim());
}

function isOurs(start: Line, inner: string): boolean {
  return START.exec(start.text.trim())?.[2] === markOf(inner);
}
