import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

// In what was rendered: code and tags stay as they are, so that no marks that are taken away make a link of what was none.
const HIGHLIGHT = /<(code|pre)\b[^]*?<\/\1>|<[^>]*>|==(?=\S)((?:<[^>]*>|[^=<\n])+?)==/g;

/** Markdown as HTML (CommonMark with GitHub's tables, lists and links). Raw HTML in it is shown as text, never passed on. */
export function asHtml(markdown: string): string {
  const html = micromark(markdown, { extensions: [gfm({ singleTilde: false })], htmlExtensions: [gfmHtml()] });
  return html.includes('==') ? html.replace(HIGHLIGHT, (written, _, words: string | undefined) => words ?? written) : html;
}
