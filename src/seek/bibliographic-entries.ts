import { lazily } from '../base';
import type { Line, Section, Span } from '../note';

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const ELSEWHERE = /^\s*(?:>|#{1,6}\s|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$)/;

const YEAR = '(?:1[5-9]|20)\\d{2}[a-z]?';
const NUMBER = '[^\\p{L}\\p{N}]*(?:\\[?\\d+[\\].]\\s*)?';
const NAME = '\\p{Lu}[\\p{L}.\'’-]*';
const SURNAME = '(?:(?:van|von|der|den|de|la|zu)\\s+){0,3}\\p{Lu}[\\p{L}\'’-]+(?:\\s\\p{Lu}[\\p{L}\'’-]+)?';
const SURNAME_FIRST = `${SURNAME},\\s+(?!(?:I|We|Ich|Wir|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L}))${NAME}`;
const INITIALS_FIRST = `(?:\\p{Lu}\\.[\\s-]?){1,4}${SURNAME}`;
const MORE_NAMES = `(?:,?\\s+(?:${NAME}|&|and|und|et|al\\.|eds?\\.|van|von|der|den|de|la|zu)|,?\\s*\\((?:[Ee]ds?|[Hh]rsg)\\.?\\)){0,60}`;
// `(2010). Oars`, `(2010): Oars`, `(2010) *Oars*`, `. 2010. Oars`; behind initials `(2010) Oars`, too.
const DATED = `(?:[.,]?\\s*\\(${YEAR}(?:,[^)]{0,40})?\\)(?:[.:]|,?\\s*["“„«*_])|[.,]?\\s+${YEAR}[.:])`;
const INITIALS_DATED = `(?:\\p{Lu}\\.[\\s-]?)+${MORE_NAMES}\\s*\\(${YEAR}\\)`;
// A sentence goes on in small letters where an entry has its title.
const TITLE = '(?![^\\p{L}]{0,20}\\p{Ll})';
const MARKED_TITLE = '[.,:]?\\s+["“„«*_]';
const UNCASED = '\\p{Lo}{2,8}';

/** How entries begin that have the year behind the names. */
const datedFirst = lazily(() => begins(
  `${SURNAME_FIRST}${MORE_NAMES}${DATED}${TITLE}`,
  `${SURNAME},\\s+${INITIALS_DATED}${TITLE}`,
  `${NAME}(?:\\s+(?:of|the|for|and|für|der|des|&|${NAME})){1,10}\\.?\\s*\\(${YEAR}\\)\\.${TITLE}`,
  `${UNCASED}(?:[・･,，、]?\\s*${UNCASED}){0,20}\\s*[(（]${YEAR}[)）]\\s*[.．。:：「『《“"]`,
));
/** How entries begin that end with the year, with pages or with an address. */
const datedLast = lazily(() => begins(
  `(?:${SURNAME_FIRST}|${INITIALS_FIRST})${MORE_NAMES}(?:[.,:]${TITLE}|\\s+["“„«*_])`,
  `${NAME}(?:\\s${NAME}){1,3}${MORE_NAMES}${MARKED_TITLE}`,
));
const endsDated = lazily(() => new RegExp(`(?:(?:[,(:;]\\s*|\\p{Lu}\\p{L}*\\.?\\s)${YEAR}|\\d\\s?[–—-]\\s?\\d+|(?:pp?|S)\\.\\s?\\d+|(?:\\b10\\.\\d{4,9}/|https?://|www\\.)\\S+|ISBN[\\s:]*[\\dX–-]+)[\\s.,)\\]>*_]*$`, 'u'));
// `Quill A, Thoreau HD. Oars. J Sense. 2010;12(3):1–12.`, as medicine writes it.
const byInitialsLast = lazily(() => begins(`${SURNAME}\\s\\p{Lu}{1,3}[,.]`));
const SEMICOLON_DATED = new RegExp(`;\\s*${YEAR}|${YEAR}[^;.]{0,12};`);
// The kind of the work, as in China: `题目[J].`
const KIND = /\[(?:[JMDCNRSPGAZ]|EB|DB|CP)(?:\/OL)?\]\s*[.．,，]/;
const HAS_YEAR = /(?:^|\D)(?:1[5-9]|20)\d{2}(?!\d)/;
// The longest entry with many authors, in words; in characters: what is longer is not even looked at.
const [LONGEST, LONGEST_TEXT] = [100, 1500];

/** The paragraphs and points between a note's title and its next heading that read like entries of a bibliography. */
export function bibliographicEntriesIn(lines: readonly Line[], sections: readonly Section[]): Span[] {
  const [first, second] = sections;
  const isTitled = first !== undefined && lines.every(({ to, setting, text }) => to > first.from || setting === 'frontmatter' || text.trim() === '');
  const end = (isTitled ? second : first)?.from ?? Infinity;
  return paragraphsOf(lines.filter(({ from }) => from < end)).filter(({ text }) => isEntry(text));
}

// By its shape alone: who writes about a work names years, pages and DOIs, too.
function isEntry(text: string): boolean {
  if (text.length > LONGEST_TEXT || !HAS_YEAR.test(text) || text.trim().split(/\s+/).length > LONGEST) return false;
  return datedFirst().test(text) || (endsDated().test(text) && datedLast().test(text)) || (SEMICOLON_DATED.test(text) && byInitialsLast().test(text)) || KIND.test(text);
}

function begins(...ways: readonly string[]): RegExp {
  return new RegExp(`^${NUMBER}(?:${ways.join('|')})`, 'u');
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
