import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Markdown as HTML (CommonMark with GitHub's tables, lists and links). Raw HTML in it is shown as text, never passed on. */
export function asHtml(markdown: string): string {
  return micromark(markdown.replace(/==(?=\S)([^=\n]+?)==/g, '$1'), { extensions: [gfm({ singleTilde: false })], htmlExtensions: [gfmHtml()] });
}
