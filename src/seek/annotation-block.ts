import { isOfZotero, withoutCitations } from './locations';
import { isAnnotation } from './marked-words';

const LETTER = /[\p{L}\p{N}]/u;
/** A line that is a rule. */
export const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
const LINK = /\[(?:\\.|[^\]\\\n]){0,500}\]\(zotero:\/\//u;
// What stands before a link without being words of the work: `**Page 3**`, `Yellow highlight, p. 3:`, `See`.
const NAMES_A_PLACE = /^(?:(?:see|siehe|vgl|cf|page|pages|p|pp|seite|s|highlight|annotation|note|underline|image|yellow|red|green|blue|purple|magenta|orange|gr[ae]y|\d+|[ivxlc]+)(?:[^\p{L}\p{N}]+|$))*$/iu;

// A line that is nothing but the kind of an annotation: `<mark style="…">Highlight</mark>`, or `Note` where a block begins.
const KIND = /^\s*(?<sign>(?:<(?:mark|span|font|b)\b[^>\n]{0,500}>|[*_=]{2,3})\s*)?(?:(?<of>highlight|quote|quotation|underline|strike(?:through)?|image|area|markierung|hervorhebung|unterstreichung|zitat|bild)|(?<by>(?:sticky\s+)?notes?|comments?|kommentare?|notiz(?:en)?|anmerkung(?:en)?))[\s:*_=]*(?:<\/\w+>)?[\s:]*$/iu;

// `[!note] Page 3`, as ZotLit heads its callouts.
const TITLE = /^(?:page|seite)\s+\S+$|\]\(zotero:\/\//iu;

/** Whether the title of a callout says that it is an annotation: by a link to Zotero, or by a page alone. */
export function isAnnotationTitle(title: string): boolean {
  return TITLE.test(title.trim());
}

/**
 * The lines of a quote block with annotations of Zotero, without what their reader wrote about them: all behind the first link
 * that has words before it, but for further annotations, all below a rule, and all below a line that says "Comment" or "Note".
 */
export function withoutRemarks(block: readonly string[]): string[] {
  const lines = ofTheWork(block);
  const rule = lines.findIndex((line, at) => at > 0 && RULE.test(line));
  const upper = rule < 0 ? lines : lines.slice(0, rule);
  let hasWords = false;
  const last = upper.findIndex((line) => {
    const at = LINK.exec(line)?.index;
    hasWords ||= saysWords(at === undefined ? line : line.slice(0, at));
    return at !== undefined && hasWords;
  });
  return upper.flatMap((line, at) => (last < 0 || at < last ? [line] : at === last || isAnnotation(line) ? [upToLinks(line)] : []));
}

/** What a line says if it is nothing but the kind of an annotation: one of the work, or one by its reader. */
export function kindIn(line: string): 'of' | 'by' | undefined {
  const kind = KIND.exec(line)?.groups;
  return kind === undefined ? undefined : kind['by'] === undefined ? 'of' : 'by';
}

// Each line that tells a kind heads what follows; without a sign only where the block begins.
function ofTheWork(lines: readonly string[]): string[] {
  let isReaders = false;
  return lines.filter((line, at) => {
    const kind = kindIn(line);
    if (kind === undefined || (at > 0 && KIND.exec(line)?.groups?.['sign'] === undefined)) return !isReaders;
    isReaders = kind === 'by';
    return false;
  });
}

/** Whether a text says more than a place: a page, a colour, the kind of an annotation. */
export function saysWords(text: string): boolean {
  return LETTER.test(text) && !NAMES_A_PLACE.test(text.replace(/^[^\p{L}\p{N}]+/u, ''));
}

// A remark may stand on the line of the link.
function upToLinks(line: string): string {
  const at = LINK.exec(line)?.index ?? line.length;
  return isOfZotero(line) ? withoutCitations(line.slice(0, at)).replace(/[\s(]+$/u, '') : line;
}
