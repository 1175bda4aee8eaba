// What exporters and readers put before words of their own: `- Note:`, `**Comment:**`, `🗒️ My note:`, `Mike's thoughts:`.
const NAMES = 'notes?|comments?|annotations?|tags?|tagged|anmerkung(?:en)?|notiz(?:en)?|kommentare?|schlagw(?:ort|örter)|notas?|comentarios?|commenti?o?|commentaires?|笔记|筆記|评论|批注|メモ|コメント';
// Authors begin sentences with these, too: they need an owner, or a mark of their own.
const VAGUE_NAMES = 'commentary|remarks?|thoughts?|reflections?|bemerkung(?:en)?|gedanken?|remarques?';
const MINE = '(?:my(?:\\s+own)?|own|meine?|mein\\s+eigener|eigene[rs]?|mon|mes|ma|mis?)\\s+';
const WHOSE = `(?:${MINE}|(?:our|personal)\\s+|[\\p{L}\\p{N}]+['’]s\\s+)`;
const COLON = '[\\s*_]*[:：]';
// Signs before a label, but no quotation mark: what somebody says is no label.
const BEFORE = '^[^\\p{L}\\p{N}"“”„«»‚‘]*';
const LABEL = new RegExp(`${BEFORE}(?:${WHOSE}?(?:${NAMES})|${WHOSE}(?:${VAGUE_NAMES}))${COLON}`, 'iu');
const MARKED_LABEL = new RegExp(`^\\s*(?:[-*+]\\s+)?(?:\\p{Extended_Pictographic}\\uFE0F?\\s*|[*_])+(?:${VAGUE_NAMES})${COLON}`, 'iu');
const OWN_LABEL = new RegExp(`${BEFORE}${MINE}(?:${NAMES}|${VAGUE_NAMES})${COLON}`, 'iu');
const ME = new RegExp(`${BEFORE}(?:me|ich)${COLON}`, 'iu');
const SPEAKER = /^[^\p{L}\p{N}]*\p{L}[\p{L}\p{N}.' -]{0,30}[\s*_]*[:：]/u;
// A picture of speech or of a pen, and how the Annotator for PDF files keeps a comment, need no word.
const COMMENT_SIGN = /^\s*%%\s*COMMENT\s*%%/u;
const SIGN = /^\s*(?:[-*+]\s+)?(?:[\u{1F4AC}\u{1F5E8}\u{1F5EF}\u{1F4DD}\u{1F5D2}\u270D\u270F\u{1F58A}]|%%\s*COMMENT\s*%%)/u;
// `→ my thought` below a highlight.
const ARROW = /^\s*(?:[→⇒➔➜↳]|[-=]>)\s/u;
const NESTED_CALLOUT = /^\s*>\s*\[!(?!quote\b|cite\b)/i;

/** Whether a line begins what its reader noted, by the label or the sign before it; for places where readers' notes are expected. */
export function startsReadersNote(line: string): boolean {
  return SIGN.test(line) || LABEL.test(line) || MARKED_LABEL.test(line);
}

/** The same of a line below a highlight, where an arrow begins a note, too. */
export function startsNoteBelow(line: string): boolean {
  return ARROW.test(line) || startsReadersNote(line);
}

function startsOwnNote(line: string): boolean {
  return COMMENT_SIGN.test(line) || OWN_LABEL.test(line);
}

/**
 * The lines of a quote block without what its reader noted in it: a callout within, and all from a labelled line on. A note
 * that comes first ends at the next blank line. "Me:" is such a label, unless other speakers have their lines, too.
 */
export function withoutReadersNotes(block: readonly string[], starts: (line: string) => boolean): string[] {
  const lines = withoutNestedCallouts(block);
  const first = lines.findIndex((line) => line.trim() !== '');
  const isDialogue = lines.some((line) => SPEAKER.test(line) && !ME.test(line));
  const note = lines.findIndex((line, at) => starts(line) || (at > first && !isDialogue && ME.test(line)));
  if (note < 0) return lines;
  const before = lines.slice(0, note);
  if (before.some((line) => line.trim() !== '')) return before;
  const blank = lines.findIndex((line, at) => at > note && line.trim() === '');
  return blank < 0 ? [] : withoutReadersNotes(lines.slice(blank), starts);
}

/**
 * The same of any quote, where authors write "Note:" and "Commentary" themselves: only a label that says whose it is counts.
 * Where nothing would be left the label is the author's, as in "My thoughts: they wander", but below the sign of a comment.
 */
export function withoutOwnNotes(block: readonly string[]): string[] {
  const lines = withoutReadersNotes(block, startsOwnNote);
  const isWhole = lines.every((line) => line.trim() === '') && !block.some((line) => COMMENT_SIGN.test(line));
  return isWhole ? withoutNestedCallouts(block) : lines;
}

function withoutNestedCallouts(lines: readonly string[]): string[] {
  let isWithin = false;
  return lines.filter((line) => {
    isWithin = NESTED_CALLOUT.test(line) || (isWithin && /^\s*>/.test(line));
    return !isWithin;
  });
}
