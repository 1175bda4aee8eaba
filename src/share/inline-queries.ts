import { lazily } from '../base';
import { codeByParagraph } from './agreed-code';
import { withoutCuts, type Cut } from './cuts';
import type { Hold } from './redaction';

// Where readers differ on what is code, whatever looks like a query.
const LOOKS_SO = /`+[ \t]*\$?=[^`\n]*`+/g;
// Dataview reads an expression behind `=` and a script behind `$=`. An operator (`==`, `=>`) is none, and neither says anything without a letter or a digit.
const query = lazily(() => /^`+\s*(?:\$=|=(?![\s]*[=<>~]))[^]*[\p{L}\p{N}\p{Extended_Pictographic}]/u);

/** A text without the queries in its code spans (`= this.x`, `$= …`): what they find is not the reader's to see. */
export function withoutInlineQueries(text: string, hold: Hold): string {
  if (!/`[ \t\n]*\$?=/.test(text)) return text;
  const cuts: Cut[] = [];
  for (const { from, to, code } of codeByParagraph(text)) {
    const spans = code ?? [...text.slice(from, to).matchAll(LOOKS_SO)].map(({ index, 0: span }) => ({ from: from + index, to: from + index + span.length }));
    for (const span of spans) {
      const shown = text.slice(span.from, span.to);
      if (query().test(shown)) cuts.push({ ...span, held: { kind: 'query', shown } });
    }
  }
  return withoutCuts(text, cuts, hold);
}
