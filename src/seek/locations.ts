// Parts have a longest length, so that a line of nothing but beginnings is read in time in proportion to it.
/** The source of a regular expression for a link that leads back to Zotero. */
export const CITATION = '\\(?\\[(?:\\\\.|[^\\]\\\\\\n]){0,500}\\]\\(zotero:\\/\\/[^()\\s]{0,2000}\\)\\)?';
const CITATIONS = new RegExp(`\\s{0,20}${CITATION}`, 'giu');
// Omnivore: `[⤴️](…)`, and behind it the reader's own labels.
const OMNIVORE = '\\[⤴\\uFE0F?\\]\\([^)\\s]{0,2000}\\)';
const OMNIVORE_LABELLED = new RegExp(`\\s{0,20}${OMNIVORE}(?:\\s{1,20}#[^\\s#]+){0,100}[ \\t]*$`, 'gimu');
const FORMS = [
  // Readwise: `([Location 12](…))`, `([View Highlight](…))`, `([Page 3](…))`.
  '\\(\\[(?:Location|View Highlight|Page)[^\\]]{0,500}\\]\\([^)]{0,2000}\\)\\)',
  '\\[View Highlight\\]\\([^)]{0,2000}\\)',
  // Kindle: `— location: [12](kindle://…)`.
  '[—-]\\s{0,20}(?:location|page):\\s{0,20}\\[[^\\]]{0,500}\\]\\([^)]{0,2000}\\)',
  '\\(?\\[[^\\]\\n]{0,500}\\]\\(kindle:\\/\\/[^()\\s]{0,2000}\\)\\)?',
  OMNIVORE,
  CITATION,
];
const PLACE = `(?:${FORMS.join('|')})`;

/** A place in a work as exporters write it behind a highlight, or several in a row: a link that says so, or that leads into the work. */
export const LOCATION = new RegExp(`${PLACE}(?:\\s*${PLACE})*`, 'iu');

// With the block id that may stand behind it.
const LOCATIONS = new RegExp(`\\s{0,20}${PLACE}(?:[ \\t]{1,20}\\^[\\w-]+(?=\\s|$))?`, 'giu');

/** Words without the places told behind them; of Omnivore's also without the labels that their reader gave them. */
export function withoutLocations(text: string): string {
  return withoutOmnivore(text).replace(LOCATIONS, '').trim();
}

/** Words without the link that leads back to Omnivore, and the labels behind it. */
export function withoutOmnivore(text: string): string {
  return text.includes('[⤴') ? text.replace(OMNIVORE_LABELLED, '') : text;
}

/** Whether somewhere in a text a place in a work is told as exporters of highlights do. */
export function isPlaced(text: string): boolean {
  return LOCATION.test(text);
}

/** Whether a text has annotations of Zotero, known by the links that lead back there. */
export function isOfZotero(text: string): boolean {
  return text.includes('](zotero://');
}

/** Words without the links that lead from an annotation back to Zotero. */
export function withoutCitations(text: string): string {
  return isOfZotero(text) ? text.replace(CITATIONS, '').trim() : text;
}
