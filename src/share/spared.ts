import { codeSpansOf, type Span } from '../note';

// Where a paragraph holds one of these, readers may pair its backticks otherwise.
const DISPUTED = /[\\<|$]|```|~~~|\]:|\[\[|%%/;
// Outside of code these may reach over a backtick.
const REACHING = /\]\(|:\/\/|www\.|@/i;
const FORMULA = /\$\$[^]*?\$\$|\$[^\s$](?:[^$\n]*[^\s$])?\$/g;
// A letter of a formula: no file, and no place on the web.
const NO_PLACE = /^[^/.:%&#?<>]{0,80}$/;

/** Tells of a place in a text, asked from its start to its end, whether a local address there is none for anybody. */
export type Spared = (at: number, address: string) => boolean;

interface SparedSpan extends Span {
  readonly isFormula: boolean;
}

/**
 * Where a text only looks as if it linked: in code spans on which every reader agrees, and in formulas such as `$a[i](x)$`,
 * which a reader who knows none takes for a link, but to nothing that is a file.
 */
export function sparedIn(text: string): Spared {
  const spans = /[`$]/.test(text) ? spansByParagraph(text) : [];
  let next = 0;
  return (at, address) => {
    while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next++;
    const span = spans[next];
    return span !== undefined && span.from <= at && (!span.isFormula || NO_PLACE.test(address));
  };
}

function spansByParagraph(text: string): SparedSpan[] {
  const spans: SparedSpan[] = [];
  let paragraph: string[] = [];
  let [start, behind] = [0, 0];
  const end = (): void => {
    const whole = paragraph.join('\n');
    for (const { from, to, isFormula } of whole.includes('](') ? spansIn(whole) : []) spans.push({ from: start + from, to: start + to, isFormula });
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    if (/^[ \t]*$/.test(line)) end();
    else if (paragraph.push(line) === 1) start = behind;
    behind += line.length + 1;
  }
  end();
  return spans;
}

function spansIn(paragraph: string): SparedSpan[] {
  return paragraph.includes('`') ? codeIn(paragraph) : [...paragraph.matchAll(FORMULA)].map(({ index, 0: formula }) => ({ from: index, to: index + formula.length, isFormula: true }));
}

// Only where each line pairs its own backticks, so that it does not matter where a block begins.
function codeIn(paragraph: string): SparedSpan[] {
  if (DISPUTED.test(paragraph)) return [];
  const found: SparedSpan[] = [];
  let start = 0;
  for (const line of paragraph.split('\n')) {
    const { spans, isOpen } = codeSpansOf(line);
    if (isOpen || REACHING.test(outside(line, spans))) return [];
    found.push(...spans.map(({ from, to }) => ({ from: start + from, to: start + to, isFormula: false })));
    start += line.length + 1;
  }
  return found;
}

function outside(line: string, spans: readonly Span[]): string {
  let [kept, behind] = ['', 0];
  for (const { from, to } of spans) {
    kept += `${line.slice(behind, from)} `;
    behind = to;
  }
  return kept + line.slice(behind);
}
