import { lazily } from '../base';
import type { Line, Section, Span } from '../note';

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const ELSEWHERE = /^\s*(?:>|#{1,6}\s|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$)/;
const YEAR = /(?:^|\D)(?:1[5-9]|20)\d{2}(?!\d)/;
const NUMBERED = /\bdoi\b|\b10\.\d{4,9}\/\S|\bisbn\b|\barxiv\b/i;
const PAGES = /(?:^|[^\p{L}])(?:pp?|S)\.\s*\d+\s*[–—-]\s*\d+|\d\s*\(\d+\)\s*[,:]\s*\d+|:\s?\d+\s*[–—-]\s*\d+/u;
// A time of day is no number of pages.
const CLOCK = /(?:^|[^\d:])\d{1,2}:[0-5]\d(?![\d])(?:\s*[–—-]\s*\d{1,2}(?::[0-5]\d)?(?!\d))?/g;
const NAME = '\\p{Lu}[\\p{L}.\'’-]*';
const MORE_NAMES = `(?:,?\\s+(?:${NAME}|&|and|und|et|al\\.|eds?\\.|van|von|der|den|de|la|zu)|,?\\s*\\((?:eds?|hrsg)\\.?\\)){0,60}`;
const IN_YEAR = '(?:1[5-9]|20)\\d{2}[a-z]?';
// `(2010).`, `(2010): `, `(2010) *Oars*` or `. 2010.`; behind initials anything may follow `(2010)`.
const DATED = `(?:,?\\s*\\(${IN_YEAR}(?:,[^)]{0,40})?\\)(?:[.:]|,?\\s*["“„«*_])|[.,]?\\s+${IN_YEAR}[.:])`;
const PERSON = `(?:(?:van|von|der|den|de|la|zu)\\s+){0,3}\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)?,\\s+(?!(?:I|We|Ich|Wir|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L}))`;
const HEAD = '^[^\\p{L}\\p{N}]*(?:\\[?\\d+[\\].]\\s*)?';
const byPerson = lazily(() => new RegExp(`${HEAD}${PERSON}(?:${NAME}${MORE_NAMES}${DATED}|(?:\\p{Lu}\\.[\\s-]?)+${MORE_NAMES}\\s*\\(${IN_YEAR}\\))`, 'u'));
// `Quill, Ada. *Oars*. Oars & Sons, 2010.`
const byPersonDatedLast = lazily(() => new RegExp(`${HEAD}${PERSON}${NAME}${MORE_NAMES}\\s[\\s\\S]{1,300},\\s${IN_YEAR}\\.?\\s*$`, 'u'));
const byInstitution = lazily(() => new RegExp(`${HEAD}${NAME}(?:\\s+(?:of|the|for|and|für|der|des|&|${NAME})){1,10}\\.?\\s*\\(${IN_YEAR}\\)\\.`, 'u'));
// Who writes so speaks for themselves.
const SPEAKS = /(?:^|[^\p{L}.])(?:I(?![.\p{L}])|(?:we|my|me|our|ich|wir|mein\p{L}{0,2}|unser\p{L}{0,2}|je|nous)(?!\p{L}))/iu;
// The longest entry with many authors, and the longest that has no such beginning.
const [LONGEST, LONGEST_UNNAMED] = [100, 60];
// In characters: what is longer is not even looked at.
const LONGEST_TEXT = 1500;

/** The paragraphs and points between a note's title and its next heading that read like entries of a bibliography. */
export function bibliographicEntriesIn(lines: readonly Line[], sections: readonly Section[]): Span[] {
  const [first, second] = sections;
  const isTitled = first !== undefined && lines.every(({ to, setting, text }) => to > first.from || setting === 'frontmatter' || text.trim() === '');
  const end = (isTitled ? second : first)?.from ?? Infinity;
  return paragraphsOf(lines.filter(({ from }) => from < end))
    .filter(({ text }) => YEAR.test(text) && isEntry(text));
}

// Who writes about a work names years, pages and DOIs, too.
function isEntry(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const length = text.trim().split(/\s+/).length;
  if (length <= LONGEST && byPerson().test(text)) return true;
  if (length > LONGEST_UNNAMED || SPEAKS.test(text)) return false;
  return byInstitution().test(text) || byPersonDatedLast().test(text) || NUMBERED.test(text) || PAGES.test(text.replace(CLOCK, ' '));
}

function paragraphsOf(lines: readonly Line[]): (Span & { readonly text: string })[] {
  const found: { from: number; to: number; text: string }[] = [];
  let present: (typeof found)[number] | undefined;
  for (const { from, to, text, setting } of lines) {
    if (setting !== 'prose' || text.trim() === '' || ELSEWHERE.test(text)) present = undefined;
    else if (present === undefined || ITEM.test(text)) found.push((present = { from, to, text }));
    else [present.to, present.text] = [to, `${present.text}\n${text}`];
  }
  return found;
}
