import { FenceReader, type OpenFence } from '../note';
import { HtmlLines, isDisputedEnd } from './disputed-lines';
import { BEFORE_LANGUAGE, LOOSE_MARKS } from './pattern-parts';
import type { Hold } from './redaction';

// A definition's label, or the end of one over lines, whose address some readers look for on the line below, be it a fence.
const LABEL_LINE = new RegExp(String.raw`(?:${LOOSE_MARKS}\[|^)(?:\\.|[^[\]\\])*\]:\s*$`);
const QUERY_LANGUAGE = new RegExp(String.raw`^${BEFORE_LANGUAGE}(?:dataview|dataviewjs|tasks|query|base|datacore\w*|seek-sense-share)(?![\w-])`, 'i');
/** Blocks that show what stands in them as Markdown: admonitions, columns, tabs. */
const HOLDS_MARKDOWN = new RegExp(String.raw`^${BEFORE_LANGUAGE}(?:ad-[\w-]+|col|col-md|tabs)\b`, 'i');

/** A run of lines that are code, or that are none. */
export interface Stretch {
  readonly kind: 'words' | 'code' | 'markdown';
  /** Whether readers differ on what is code here: below a fence that follows an HTML tag or a definition's label right away, or within HTML that goes on over empty lines. */
  readonly isDoubtful: boolean;
  readonly lines: string[];
}

/** The lines of a text by what they are. Queries in blocks of their own are held back. */
export function stretchesOf(text: string, hold: Hold): Stretch[] {
  const stretches: Stretch[] = [];
  const fences = new FenceReader(true);
  let query: string[] = [];
  const html = new HtmlLines();
  let [isLabel, isDoubtful] = [false, false];
  let lastFence: OpenFence | undefined;
  for (const line of text.split('\n')) {
    const before = fences.open;
    const fence = fences.read(line);
    // The line that ends it is part of it.
    const wasRaw = html.isRaw;
    html.read(line, fence !== undefined);
    const isRaw = wasRaw || html.isRaw;
    if (fence !== undefined) isDoubtful ||= before === undefined ? html.isHtml || isRaw || isLabel : isDisputedEnd(line);
    isLabel = fence === undefined && LABEL_LINE.test(line);
    const isQuery = fence !== undefined && QUERY_LANGUAGE.test(fence.info);
    if (query.length > 0 && (!isQuery || fence !== before)) {
      hold('query', query.join('\n'));
      query = [];
    }
    if (isQuery) query.push(line);
    else {
      const kind = fence === undefined ? 'words' : HOLDS_MARKDOWN.test(fence.info) ? 'markdown' : 'code';
      const last = stretches.at(-1);
      if (last?.kind === kind && last.isDoubtful === (isDoubtful || isRaw) && (kind !== 'markdown' || fence === lastFence)) last.lines.push(line);
      else stretches.push({ kind, isDoubtful: isDoubtful || isRaw, lines: [line] });
    }
    lastFence = fence;
  }
  if (query.length > 0) hold('query', query.join('\n'));
  return stretches;
}
