import { parser as commonmark, GFM } from '@lezer/markdown';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { decodeString } from 'micromark-util-decode-string';
import { percentDecoded } from '../../src/base';

// Three readers that know nothing of the redaction: whatever one of them takes for an address.

const LEZER = commonmark.configure(GFM);

/** Every address that some reader of Markdown finds in a text: of links, images, definitions, autolinks and HTML. */
export function addressesIn(markdown: string): string[] {
  const letters = lettersOfFormulas(markdown);
  return [...inHtml(markdown), ...inTree(markdown, true), ...inTree(markdown, false), ...inLezer(markdown)].filter((address) => !isFence(address) && !letters.has(address));
}

// Below a definition's label micromark takes a fence for the address (CommonMark has it end the paragraph): no note's path begins like that.
function isFence(address: string): boolean {
  return /^\s*(?:```|~~~)/.test(percentDecoded(address));
}

// `$a[i](x)$` links to `x` for readers who know no formulas, as these do not: neither a file nor a private note.
function lettersOfFormulas(markdown: string): ReadonlySet<string> {
  const formulas = markdown.match(/\$\$[^]*?\$\$|\$[^\n$]+\$/g) ?? [];
  return new Set(formulas.flatMap((formula) => [...formula.matchAll(/\]\(([^/.:%&#?<>\s()]*)\)/g)].map(([, address = '']) => address)).filter((address) => !/secretive/i.test(address)));
}

function inHtml(markdown: string): string[] {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true, allowDangerousProtocol: true });
  // The footnotes' own anchors are made by the renderer.
  return addressesOfTags(html).map(decoded).filter((address) => !address.startsWith('#user-content-fn'));
}

function inTree(markdown: string, isGfm: boolean): string[] {
  const tree = isGfm ? fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) : fromMarkdown(markdown);
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !isFootnote(node.identifier, node.url)) found.push(node.url);
    if (node.type === 'link' || node.type === 'image') found.push(node.url);
    if (node.type === 'html') found.push(...addressesOfTags(node.value));
    if ('children' in node) node.children.forEach((child) => visit(child));
  };
  visit(tree);
  return found;
}

function inLezer(markdown: string): string[] {
  const found: string[] = [];
  LEZER.parse(markdown).iterate({
    enter(node) {
      const text = markdown.slice(node.from, node.to);
      if (node.name === 'HTMLTag' || node.name === 'HTMLBlock') found.push(...addressesOfTags(text));
      if (node.name !== 'URL') return;
      const parent = node.node.parent;
      const address = decodeString(text.replace(/^<([^]*)>$/, '$1'));
      if (parent?.name !== 'LinkReference' || !isFootnote(markdown.slice(parent.from + 1, parent.to), address)) found.push(withScheme(address));
    },
  });
  return found;
}

// A footnote's words are an address to readers who know no footnotes; the path of a private note is none in it either.
function isFootnote(label: string, address: string): boolean {
  return label.startsWith('^') && !/^(?:\.?\/)?(?:private\/|secretive(?:\.md)?(?:#|$))|^[a-z][a-z0-9+.-]*:\/\//i.test(percentDecoded(percentDecoded(address)));
}

// Bare addresses are told by their look alone.
function withScheme(address: string): string {
  if (/^www\./i.test(address)) return `http://${address}`;
  return /^[\w.+-]+@[\w.-]+$/.test(address) ? `mailto:${address}` : address;
}

function addressesOfTags(html: string): string[] {
  const found: string[] = [];
  for (const [tag] of html.matchAll(/<[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi)) {
    for (const [, name = '', double, single, bare] of tag.matchAll(/[\s"'/]([a-z_:@][\w:.@-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi)) {
      if (/^(?:href|src|srcset|poster|data|cite|action)$/i.test(name)) found.push(double ?? single ?? bare ?? '');
    }
  }
  return found;
}

function decoded(address: string): string {
  return address.replace(/&(amp|quot|lt|gt);/g, (_, name: string) => ({ amp: '&', quot: '"', lt: '<', gt: '>' })[name] ?? '');
}
