import { codeSpansOf, linesOf, unclosedBlock, type Line, type Span } from '../note';
import { endOfRow, isTableRow, isTableRule } from './table-row';

/** What an editor has to do to put a link into its text: replace a stretch of it. Offsets in UTF-16 code units. */
interface LinkPlace extends Span {
  /** What goes before and behind the link. */
  readonly before: string;
  readonly behind: string;
  /** The words that the link replaces, as its label. */
  readonly label?: string;
  /** Whether it stands in a row of a table, where a bare upright stroke would begin another cell. */
  readonly isInRow: boolean;
}

/**
 * Where a link goes that is wanted at a selection (or, with `from` = `to`, at the cursor). Words selected in one line become
 * its label. Everything else that is there stays what it is. Among properties, the link goes to the first line after them; in
 * a code block, a formula, a rule, the mark of a comment or the second line of a table, behind what hangs together with it; in
 * another link, a code span or a tag, behind that; in the sign of a heading, an item or a quote, behind the sign;
 * behind the last cell of a table's row, into that cell. A
 * blank keeps it from words beside it.
 */
export function placeOfLink(text: string, { from, to }: Span): LinkPlace {
  const lines = linesOf(text);
  const at = lines.findLastIndex((line) => line.from <= to);
  const line = lines[at];
  if (line === undefined) return { from: to, to, before: '', behind: '', isInRow: false };
  if (line.setting === 'frontmatter') return afterProperties(lines);
  if (isKeptWhole(line)) return besideBlock(text, lines, at);
  const spots = protectedSpans(line, to);
  const isInRow = isTableRow(lines, at);
  const end = Math.min(endOfWords(line), isInRow ? line.from + endOfRow(line.text) : line.to);
  const place = labelled(text, line, { from, to }, spots) ?? apart(text, line, outsideOf(spots, Math.min(to, end)));
  return { ...place, isInRow };
}

/**
 * A link as it is to be written at a place, apart from what touches it. The stroke before its label is written so that it does not end the
 * cell that the link stands in.
 */
export function linkAtPlace(link: string, { before, behind, isInRow }: LinkPlace): string {
  return before + (isInRow ? link.replace(/\|/g, '\\|') : link) + behind;
}

type PlaceInLine = Omit<LinkPlace, 'isInRow'>;

// Words that stand partly in something else, such as half of a tag, are no label.
function labelled(text: string, line: Line, selection: Span, spots: readonly Span[]): PlaceInLine | undefined {
  const from = Math.max(selection.from, line.from + signOf(line));
  const { to } = selection;
  const selected = text.slice(from, to);
  const label = selected.trim();
  if (selection.from < line.from || label === '' || /[\n[\]|]/.test(label)) return undefined;
  if (spots.some((spot) => spot.from < to && from < spot.to && (spot.from < from || to < spot.to))) return undefined;
  const start = from + selected.indexOf(label);
  return { from: start, to: start + label.length, before: '', behind: '', label };
}

const GLUED_BEFORE = /[\p{L}\p{M}\p{N}\].,;:!?)`>$]$/u;
// A bracket directly behind a link would make it something else, and a number sign there is no tag.
const GLUED_BEHIND = /^(?:[\p{L}\p{M}\p{N}[(#`<$]|!\[)/u;

function apart(text: string, line: Line, at: number): PlaceInLine {
  const [left, right] = [text.slice(line.from, at), text.slice(at, line.to)];
  return { from: at, to: at, before: GLUED_BEFORE.test(left.slice(-LONGEST_LETTER)) ? ' ' : '', behind: GLUED_BEHIND.test(right) ? ' ' : '' };
}

const LONGEST_LETTER = 2;
/** Rules and lines that make a heading of the line above mean something only as they are, as the second line of a table does. */
const MARKS_ONLY = /^(?:(?:[-*_][ \t]*){3,}|=+[ \t]*)$/;
const COMMENT_MARK = /^(?:%%|<!--)|(?:%%|-->)$/;

function isKeptWhole(line: Line): boolean {
  const { setting, text } = line;
  const marks = text.trim();
  return setting === 'fence' || setting === 'math' || MARKS_ONLY.test(marks) || isTableRule(line) || COMMENT_MARK.test(marks);
}

function afterProperties(lines: readonly Line[]): LinkPlace {
  const next = lines.findIndex(({ setting }) => setting !== 'frontmatter');
  const end = lines.at(next < 0 ? -1 : next - 1)?.to ?? 0;
  const isFree = next < 0 || lines[next]?.text.trim() === '';
  return { from: end, to: end, before: '\n', behind: isFree ? '' : '\n', isInRow: false };
}

// A paragraph of its own behind the block and the lines that follow it without a blank one; before a block that nothing closes.
function besideBlock(text: string, lines: readonly Line[], at: number): LinkPlace {
  const next = lines.findIndex((line, place) => place > at && isBlank(line));
  if (next < 0 && unclosedBlock(text) !== undefined) {
    const above = lines.findLastIndex((line, place) => place < at && line.setting !== lines[at]?.setting);
    const start = lines[above + 1]?.from ?? 0;
    return { from: start, to: start, before: mayStandBelow(lines[above]) ? '' : '\n', behind: '\n\n', isInRow: false };
  }
  const end = lines.at(next < 0 ? -1 : next - 1)?.to ?? text.length;
  return { from: end, to: end, before: '\n\n', behind: '', isInRow: false };
}

function isBlank({ setting, text }: Line): boolean {
  return setting === 'prose' && text.trim() === '';
}

function mayStandBelow(above: Line | undefined): boolean {
  return above === undefined || above.setting === 'frontmatter' || isBlank(above);
}

/** What makes a line a heading, an item, a quote, a callout, a footnote or a row of a table. */
const LINE_SIGN = /^[ \t]*(?:(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+|\[.\][ \t]+|#{1,6}(?:[ \t]+|$)|\[![^\]\s]+\][-+]?[ \t]*|\[\^[^\]\s]+\]:[ \t]*)+(?:\|[ \t]*)?|\|[ \t]*)/;
/** Links, embeds, addresses, footnotes, tags, HTML, formulas and escaped signs in a line. */
const INLINE = /\\[!-/:-@[-`{-~]|!?\[\[[^\]]*\]\]|!?\[[^[\]]*\]\((?:[^()]|\([^()]*\))*\)|<[a-z/!][^>]*>|[a-z][a-z\d+.-]*:\/\/[^\s<>)\]]+|\[\^[^\]\s]+\]|#[\p{L}\p{N}_/-]+|\$[^\s$](?:[^$]*[^\s$])?\$/giu;
const BLOCK_ID = /[ \t]\^[a-z\d-]+[ \t]*$/i;
/** So far from the place the ends of a link are looked for. */
const REACH = 2000;

function signOf({ text }: Line): number {
  return LINE_SIGN.exec(text)?.[0].length ?? 0;
}

/** Where the words of a line end: its block id, which other notes link to, has to stay the last of it. */
function endOfWords({ from, to, text }: Line): number {
  const id = BLOCK_ID.exec(text.slice(-REACH));
  return id === null ? to : to - (Math.min(text.length, REACH) - id.index);
}

/** Stretches of a line, near a place, that a link cannot stand in; offsets into the note. */
function protectedSpans(line: Line, at: number): readonly Span[] {
  const start = Math.max(0, at - line.from - REACH);
  const near = line.text.slice(start, at - line.from + REACH);
  const shift = line.from + start;
  const sign = signOf(line);
  return [
    // From before the line's start, so that the very start counts as inside.
    ...(sign > 0 ? [{ from: line.from - 1, to: line.from + sign }] : []),
    ...codeSpansOf(near).spans.map((span) => ({ from: shift + span.from, to: shift + span.to })),
    ...Array.from(near.matchAll(INLINE), (match) => ({ from: shift + match.index, to: shift + match.index + match[0].length })),
  ];
}

function outsideOf(spans: readonly Span[], at: number): number {
  const around = spans.find((span) => span.from < at && at < span.to);
  return around === undefined ? at : outsideOf(spans, around.to);
}
