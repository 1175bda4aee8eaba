import { onOneLine, readWebAddress, withUnixLines } from '../base';
import { plainAsMarkdown } from '../note';
import { readTextFragment } from './text-fragment';

/** What a clipboard holds: plain text, and what its HTML tells when there is some. */
export interface ClipboardContent {
  readonly plain: string;
  readonly html?: HtmlContent;
}

/** What was found in a piece of HTML; already Markdown, already free of scripts and markup that acts. */
export interface HtmlContent {
  readonly markdown: string;
  /** The page's address, when the HTML names it (`SourceURL:`, `<base>`, a `cite`). */
  readonly source?: string;
  readonly title?: string;
  /** Addresses of the links in it, in order. */
  readonly links: readonly string[];
}

/** The parts of a quote that could be told from outside; each may be edited before it is kept. */
export interface QuoteDraft {
  readonly text: string;
  readonly source?: string;
  readonly title?: string;
  readonly author?: string;
  readonly via?: string;
}

const ADDRESS_IN_WORD = /^(.*?)(https?:\/\/.+)$/i;
const QUOTE_MARKS = /^["“”„«‹'‘‚「『]([\s\S]*)["“”«»›'‘’」』]$/u;

/**
 * Finds the quote and its source in a clipboard. A copied "link to highlight" gives both the words and the page; an
 * address on the last line is taken for the source; otherwise the HTML tells, where it does.
 */
export function quoteFromClipboard(content: ClipboardContent): QuoteDraft {
  const plain = quoteFromPlain(content.plain);
  const { html } = content;
  if (html === undefined || html.markdown.trim() === '') return plain;
  const highlighted = html.links.find((link) => link.includes(':~:text='));
  const source = html.source ?? highlighted ?? plain.source;
  return {
    text: plain.source === undefined ? html.markdown.trim() : plain.text,
    ...(source === undefined ? {} : { source: readTextFragment(source).address }),
    ...(html.title === undefined ? {} : { title: onOneLine(html.title) }),
  };
}

/** Finds the quote and its source in plain text; markup in it stays text. */
export function quoteFromPlain(plain: string): QuoteDraft {
  const text = withUnixLines(plain).trim();
  const { before, address } = addressAtEnd(text);
  if (address === undefined) return { text: plainAsMarkdown(text) };
  const { address: source, text: highlighted } = readTextFragment(address);
  const words = withoutQuoteMarks(before.trim());
  return { text: plainAsMarkdown(words === '' ? (highlighted ?? '') : words), source };
}

function addressAtEnd(text: string): { before: string; address?: string } {
  const last = text.split(/\s/).at(-1) ?? '';
  const [, lead = '', written = ''] = ADDRESS_IN_WORD.exec(last) ?? [];
  const isBracketed = /[(<[]$/.test(lead) && /[)>\]]$/.test(written);
  const address = isBracketed ? written.slice(0, -1) : written;
  if (readWebAddress(address) === undefined) return { before: text };
  const start = text.length - last.length + lead.length;
  return { before: text.slice(0, isBracketed ? start - 1 : start), address };
}

function withoutQuoteMarks(text: string): string {
  const inner = QUOTE_MARKS.exec(text)?.[1];
  return inner === undefined || /["“”„«»]/u.test(inner) ? text : inner.trim();
}
