import { MARK, withoutBlockId } from './place-mark';

// Parts have a longest length, so that a line of nothing but beginnings is read in time in proportion to it.
/** The source of a regular expression for a link that leads back to Zotero. */
export const CITATION = '\\(?\\[(?:\\\\.|[^\\]\\\\\\n]){0,500}\\]\\(zotero:\\/\\/[^()\\s]{0,2000}\\)\\)?';
const CITATIONS = new RegExp(`\\s{0,20}${CITATION}`, 'giu');
// Omnivore: `[⤴️](…)`, and behind it the reader's own labels.
const OMNIVORE = '\\[⤴\\uFE0F?\\]\\([^)\\s]{0,2000}\\)';
const OMNIVORE_LABELLED = new RegExp(`\\s{0,20}${OMNIVORE}(?:\\s{1,20}#[^\\s#]+){0,100}[ \\t]*$`, 'gimu');
const FORMS = [
  // Readwise: `([Location 12](…))`, `([View Highlight](…))`, `([View Tweet](…))`, `([Time 0:12:34](…))`, `([Page 3](…))`.
  '\\(\\[(?:(?:[Ll]ocation|[Pp]age)[^\\]]{0,500}|[Vv]iew\\s(?:[Hh]ighlight[^\\]]{0,500}|[Tt]weet)|Time\\s\\d[^\\]]{0,500})\\]\\([^)]{0,2000}\\)\\)',
  '\\[[Vv]iew\\s(?:[Hh]ighlight|[Tt]weet)\\]\\([^)]{0,2000}\\)',
  // Kindle: `— location: [12](kindle://…)`.
  '[—-]\\s{0,20}(?:[Ll]ocation|[Pp]age):\\s{0,20}\\[[^\\]]{0,500}\\]\\([^)]{0,2000}\\)',
  '\\(?\\[[^\\]\\n]{0,500}\\]\\(kindle:\\/\\/[^()\\s]{0,2000}\\)\\)?',
  // Hypothesis: `— [Updated on 2024-03-13](https://hyp.is/…) — Group: #Public`.
  '—\\s{0,20}\\[[^\\]\\n]{0,500}\\]\\(https:\\/\\/hyp\\.is\\/[^()\\s]{0,2000}\\)(?:\\s{0,20}—\\s{0,20}Group:\\s{0,20}#[^\\s#]{0,200})?',
  OMNIVORE,
  CITATION,
];
const PLACE = `(?:${FORMS.join('|')})`;

/** A place in a work as exporters write it behind a highlight, or several in a row: a link that says so, or that leads into the work. */
export const LOCATION = new RegExp(`${PLACE}(?:\\s*${PLACE})*`, 'u');

// Without a link: `(Page 12)`, `(Location 13)`, `(Time 0:12:34)`, `— page: 12`; or with any: `([View Chart](…))`. Anybody writes
// that, so it tells a place only where a line or a quote ends, or right before a place of the other kind.
const NUMBER = '[\\divxlc][\\divxlc:–-]{0,20}';
const CLOCK = '\\d{1,3}:[0-5]\\d(?::[0-5]\\d)?';
const BARE = `(?:\\((?:(?:Page|Location)\\s${NUMBER}|Time\\s${CLOCK}(?:\\s?[–-]\\s?${CLOCK})?)\\)|—\\s{0,20}(?:page|location):\\s{0,20}${NUMBER}|\\(\\[[Vv]iew\\s\\p{L}{1,40}\\]\\([^)]{0,2000}\\)\\))`;
const BEHIND = `(?:${MARK})?(?:[ \\t]{1,20}\\^[\\w-]+)?[ \\t]*`;
const END_OF_LINE = `${BEHIND}(?:\\r?\\n|$)`;
// The author may stand below.
const END_OF_QUOTE = `${BEHIND}(?:\\s{0,20}\\n[ \\t]{0,20}(?:[—–―]|--)[^\\n]*)?\\s{0,20}$`;
const BY_LINK = `(?:${BARE}\\s{0,20}){0,3}${PLACE}(?:\\s*${PLACE})*`;
const BARE_BEFORE = (end: string): string => `${BARE}(?:\\s{0,20}${BARE}){0,3}(?=${end})`;
const PLACE_OF_HIGHLIGHT = `(?:${BY_LINK}|${BARE_BEFORE(END_OF_LINE)})`;

const LINKED_LOCATION = new RegExp(BY_LINK, 'u');
const HIGHLIGHT_LOCATION = new RegExp(PLACE_OF_HIGHLIGHT, 'u');
const ALL_LOCATIONS = new RegExp(PLACE_OF_HIGHLIGHT, 'gu');
// Asked before, since it is answered fast.
const MAY_TELL = /\]\(|\((?:Page|Location|Time)\s|—\s{0,20}(?:page|location):/u;
const MARKS = new RegExp(MARK, 'gu');
const LETTER = /[\p{L}\p{N}]/u;
// With the block id that may stand behind it.
const LOCATIONS = new RegExp(`\\s{0,20}(?:${BY_LINK}|${BARE_BEFORE(END_OF_QUOTE)})(?:[ \\t]{1,20}\\^[\\w-]+(?=\\s|$))?`, 'gu');
const LAST_LOCATION = new RegExp(`\\s{0,20}${PLACE}(?:\\s*${PLACE})*(?=${END_OF_QUOTE})`, 'u');

/** Words without the places told behind them; of Omnivore's also without the labels that their reader gave them. */
export function withoutLocations(text: string): string {
  const said = withoutOmnivore(text);
  return (MAY_TELL.test(said) ? said.replace(LOCATIONS, '') : said).trim();
}

/** Words without the places told by links at their end, wherever they are quoted. */
export function withoutLastLocation(text: string): string {
  const said = withoutOmnivore(text);
  return isPlaced(said) ? said.replace(LAST_LOCATION, '') : said;
}

/** Words without the link that leads back to Omnivore, and the labels behind it. */
function withoutOmnivore(text: string): string {
  return text.includes('[⤴') ? text.replace(OMNIVORE_LABELLED, '') : text;
}

/** Whether somewhere in a text a place in a work is told as exporters of highlights do. */
export function isPlaced(text: string): boolean {
  return text.includes('](') && LOCATION.test(text);
}

/** Finds the first place in a text. */
export type PlaceFinder = (text: string) => RegExpExecArray | null;

/** The first place in a text below a heading that says "Highlights", by a link that says so or leads into the work. */
export const linkedPlaceIn: PlaceFinder = (text) => (text.includes('](') ? LINKED_LOCATION.exec(text) : null);

/** The same where a place at the end of a line needs no link. */
export const placeIn: PlaceFinder = (text) => (MAY_TELL.test(text) ? HIGHLIGHT_LOCATION.exec(text) : null);

/** Whether a line says nothing but such places, a block id and the mark of a quote note left out. */
export function isPlaceOnly(line: string): boolean {
  return MAY_TELL.test(line) && !LETTER.test(withoutBlockId(line).replace(MARKS, '').replace(ALL_LOCATIONS, ' '));
}

/** Whether a text has annotations of Zotero, known by the links that lead back there. */
export function isOfZotero(text: string): boolean {
  return text.includes('](zotero://');
}

/** Words without the links that lead from an annotation back to Zotero. */
export function withoutCitations(text: string): string {
  return isOfZotero(text) ? text.replace(CITATIONS, '').trim() : text;
}
