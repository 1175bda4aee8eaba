// What exporters and readers put before words of their own: `- Note:`, `**Comment:**`, `🗒️ My note:`, `Mike's thoughts:`.
const NAMES = 'notes?|comments?|commentary|annotations?|remarks?|thoughts?|reflections?|tags?|tagged|anmerkung(?:en)?|notiz(?:en)?|kommentare?|bemerkung(?:en)?|gedanken?|schlagw(?:ort|örter)|commentaires?|remarques?|notas?|comentarios?|commenti?o?|笔记|筆記|评论|批注|メモ|コメント';
const WHOSE = "(?:(?:my|our|own|personal|meine?|eigene|mes|ma|mis?)\\s+|[\\p{L}\\p{N}]+['’]s\\s+)?";
const LABEL = new RegExp(`^([^\\p{L}\\p{N}]*)${WHOSE}(?:${NAMES})[\\s*_]*[:：]`, 'iu');
// A picture of speech or of a pen, and how the Annotator for PDF files keeps a comment, need no word.
const SIGN = /^\s*(?:[-*+]\s+)?(?:[\u{1F4AC}\u{1F5E8}\u{1F5EF}\u{1F4DD}\u{1F5D2}\u270D\u270F\u{1F58A}]|%%\s*COMMENT\s*%%)/u;
const NESTED_CALLOUT = /^\s*>\s*\[!(?!quote\b|cite\b)/i;

/** Whether a line begins what its reader noted, by the label or the sign before it. */
export function startsReadersNote(line: string): boolean {
  return SIGN.test(line) || LABEL.test(line);
}

/** The same where authors begin sentences with "Note:", too: only with a mark of its own, such as bold letters, a list's dash or a picture. */
export function startsMarkedNote(line: string): boolean {
  return SIGN.test(line) || (LABEL.exec(line)?.[1] ?? '').trim() !== '';
}

/**
 * The lines of a quote block without what its reader noted in it: a callout within, and all from a labelled line on. A note
 * that comes first ends at the next blank line.
 */
export function withoutReadersNotes(block: readonly string[], starts: (line: string) => boolean): string[] {
  const lines = withoutNestedCallouts(block);
  const note = lines.findIndex(starts);
  if (note < 0) return lines;
  const before = lines.slice(0, note);
  if (before.some((line) => line.trim() !== '')) return before;
  const blank = lines.findIndex((line, at) => at > note && line.trim() === '');
  return blank < 0 ? [] : withoutReadersNotes(lines.slice(blank), starts);
}

function withoutNestedCallouts(lines: readonly string[]): string[] {
  let isWithin = false;
  return lines.filter((line) => {
    isWithin = NESTED_CALLOUT.test(line) || (isWithin && /^\s*>/.test(line));
    return !isWithin;
  });
}
