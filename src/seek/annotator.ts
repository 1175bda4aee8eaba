const WORDS = /%%\s*HIGHLIGHT\s*%%([\s\S]*?)(?:%%\s*POSTFIX\s*%%|$)/;
const LINK = /^\s*%%\s*LINK\s*%%/;
const MARKED = /^\s*==([\s\S]*?)==\s*$/;
// `([[work.pdf#page=3|p. 3]])` on a line of its own, as tools for PDF files write it above the words.
const PAGE_OF_PDF = /^\s*\(?\s*\[\[[^\]\n]*\.pdf#[^\]\n]*\]\]\s*\)?\s*$/i;

/**
 * The lines of a quote block without what tools for PDF files keep beside the words: Annotator the words around them and a
 * link, each behind a sign such as `%%PREFIX%%`, others a line with the link to the page. What the reader wrote below
 * `%%COMMENT%%` stays.
 */
export function withoutSigns(lines: readonly string[]): string[] {
  const link = lines.findIndex((line) => LINK.test(line));
  const above = link < 0 ? lines : lines.slice(0, link);
  const words = WORDS.exec(above.join('\n'))?.[1];
  const below = link < 0 ? [] : lines.slice(link + 1);
  if (words !== undefined) return [...(MARKED.exec(words)?.[1] ?? words).trim().split('\n'), ...below];
  return [...above, ...below].filter((line) => !PAGE_OF_PDF.test(line));
}
