import { lineBreakOf } from '../base';
import { linesOf, unclosedBlock, type Line } from './lines';

/** A heading and what belongs to it. Offsets are UTF-16 code units in the note's text. */
export interface Section {
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  /** Where the heading's line starts. */
  readonly from: number;
  /** Where the line after the heading starts. */
  readonly bodyFrom: number;
  /** Where the first heading inside the section starts, or the section's end. */
  readonly ownTo: number;
  /** Where the next heading of the same or a higher level starts, or the note's end. */
  readonly to: number;
}

const MOST_LEVELS = 6;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;

/** All sections of a note, in order; headings inside code, comments, mathematics and frontmatter do not count. */
export function sectionsOf(text: string): Section[] {
  const headings = linesOf(text).flatMap((line) => headingOf(line) ?? []);
  // Backwards, with the nearest later heading of each level at hand: a note may have a great many.
  const next = new Array<number>(MOST_LEVELS + 1).fill(text.length);
  let ownTo = text.length;
  const sections = headings.reverse().map((heading): Section => {
    const section = { ...heading, ownTo, to: Math.min(...next.slice(1, heading.level + 1)) };
    ownTo = next[heading.level] = heading.from;
    return section;
  });
  return sections.reverse();
}

/** All sections with this title (compared without case and outer space), in order. */
export function sectionsCalled(text: string, title: string): Section[] {
  const wanted = (HEADING.exec(`# ${title}`)?.[2] ?? title).trim().toLocaleLowerCase();
  return sectionsOf(text).filter((section) => section.title.toLocaleLowerCase() === wanted);
}

/** The first section with this title. */
export function findSection(text: string, title: string): Section | undefined {
  return sectionsCalled(text, title)[0];
}

/** What stands in a section below its heading, subsections included, without outer blank lines. */
export function contentOf(text: string, section: Section): string {
  return text.slice(section.bodyFrom, section.to).replace(/^(?:[^\S\n]*\r?\n)+/, '').trimEnd();
}

/**
 * The note with `block` (one or more lines) added at the end of a section's own text, before its first subheading.
 * A missing section is added at the note's end. Nothing else changes, but that a fence or comment which the place would
 * fall into, because nothing closes it, gets its closing line. The note's line breaks are used.
 * `tight` joins the block to the text above without a blank line, as list items want it.
 */
export function withAppended(text: string, title: string, block: string, options: { level?: number; tight?: boolean } = {}): string {
  const newline = lineBreakOf(text);
  const added = block.replace(/\r\n?|\n/g, newline);
  const section = findSection(text, title);
  if (section === undefined) {
    return `${withBlankLineAtEnd(withBlocksClosed(text, newline), newline)}${'#'.repeat(options.level ?? 2)} ${title.trim()}${newline}${added}${newline}`;
  }
  if (section.ownTo === text.length && unclosedBlock(text) !== undefined) return withAppended(withBlocksClosed(text, newline), title, block, options);
  const own = text.slice(section.bodyFrom, section.ownTo);
  const written = withoutBlankLinesAtEnd(own);
  const at = section.bodyFrom + written.length;
  const rest = text.slice(at);
  if (written.trim() === '') {
    const head = text.slice(0, section.bodyFrom);
    const gap = head.endsWith('\n') ? '' : newline;
    return head + gap + added + newline + (section.ownTo < text.length ? newline : '') + text.slice(section.ownTo);
  }
  const between = options.tight === true && endsInList(written) ? newline : newline + newline;
  return text.slice(0, at) + between + added + (rest === '' ? newline : rest);
}

/** The note with a section's text (subsections included) replaced; the section is added when it is missing. */
export function withSectionText(text: string, title: string, body: string, level = 2): string {
  const section = findSection(text, title);
  if (section === undefined) return withAppended(text, title, body, { level });
  const newline = lineBreakOf(text);
  const written = body.replace(/\r\n?|\n/g, newline).trimEnd();
  const head = text.slice(0, section.bodyFrom);
  const after = text.slice(section.to);
  const gap = head.endsWith('\n') ? '' : newline;
  return `${head}${gap}${written}${newline}${after === '' ? '' : newline}${after}`;
}

function headingOf(line: Line): Omit<Section, 'ownTo' | 'to'> | undefined {
  if (line.setting !== 'prose') return undefined;
  const match = HEADING.exec(line.text);
  if (match?.[1] === undefined) return undefined;
  return { title: (match[2] ?? '').trim(), level: match[1].length, from: line.from, bodyFrom: line.next };
}

function withBlankLineAtEnd(text: string, newline: string): string {
  if (text === '' || /\r?\n[^\S\n]*\r?\n$/.test(text)) return text;
  return text.endsWith('\n') ? text + newline : text + newline + newline;
}

// The last line that says something keeps its trailing spaces: two of them break a line.
function withoutBlankLinesAtEnd(text: string): string {
  const newline = text.indexOf('\n', text.trimEnd().length);
  return newline < 0 ? text : text.slice(0, text[newline - 1] === '\r' ? newline - 1 : newline);
}

function withBlocksClosed(text: string, newline: string): string {
  const closer = unclosedBlock(text);
  return closer === undefined ? text : `${text}${text.endsWith('\n') ? '' : newline}${closer}${newline}`;
}

function endsInList(text: string): boolean {
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(text.slice(text.lastIndexOf('\n') + 1));
}
