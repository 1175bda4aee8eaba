/** Line breaks as `\n` only. */
export function withUnixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The line break a text uses: `\r\n` when its first one is, else `\n`. */
export function lineBreakOf(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** One line: every run of white space becomes a single space, the ends are trimmed. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Without blank lines at its start and its end; the first line keeps its indentation. */
export function withoutOuterBlankLines(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

/** Text whose lone surrogates are replaced by U+FFFD, so that writing it to a file and reading it back changes nothing. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (unit) => (unit.length === 2 ? unit : '\uFFFD'));
}

/** At most `limit` characters as a person counts them (grapheme clusters), with an ellipsis when something was cut. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept: string[] = [];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, limit * 16))) {
    if (kept.length === limit) return `${kept.slice(0, -1).join('').trimEnd()}…`;
    kept.push(segment);
  }
  return kept.join('');
}

/** The letters and digits of a text, in small letters and compatibility form: equal for texts that differ only in typography. */
export function lettersOnly(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
