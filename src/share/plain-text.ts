import type { Definition, Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

// Without a second look for addresses in words: the first one finds them, and the second needs patterns that older iOS cannot read.
const MARKDOWN = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
const HIGHLIGHT = /==(?=\S)([^=\n]+?)==/g;

/** Markdown as plain text for an e-mail or a chat: no markup, links as `words (address)`, lists and quotes readable. */
export function asPlainText(markdown: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm({ singleTilde: false })], mdastExtensions: MARKDOWN });
  withAddresses(tree, new Map(definitionsIn(tree).reverse().map(({ identifier, url }) => [identifier, url])));
  return blocks(tree).replace(HIGHLIGHT, '$1').trim();
}

// The first definition of a label counts.
function definitionsIn(parent: Parents): Definition[] {
  return parent.children.flatMap((child) => (child.type === 'definition' ? [child] : 'children' in child ? definitionsIn(child) : []));
}

/** Makes a link of every link by reference. */
function withAddresses(parent: Parents, addresses: ReadonlyMap<string, string>): void {
  parent.children.forEach((child, at) => {
    if ('children' in child) withAddresses(child, addresses);
    const url = child.type === 'linkReference' ? addresses.get(child.identifier) : undefined;
    if (child.type === 'linkReference' && url !== undefined) parent.children[at] = { type: 'link', url, children: child.children };
  });
}

function blocks(parent: Parents, between = '\n\n'): string {
  return parent.children.map((child) => block(child)).filter((text) => text !== '').join(between);
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'blockquote':
      return indented(blocks(node), '> ', '> ');
    case 'list':
      return node.children
        .map((item, at) => {
          const marker = node.ordered === true ? `${(node.start ?? 1) + at}. ` : '- ';
          return indented(blocks(item, '\n'), marker, ' '.repeat(marker.length));
        })
        .join('\n');
    case 'code':
      return node.value;
    case 'thematicBreak':
      return '* * *';
    case 'table':
      return node.children.map((row) => row.children.map((cell) => inline(cell)).join(' | ')).join('\n');
    case 'html':
      return withoutTags(node.value);
    case 'definition':
      return '';
    case 'footnoteDefinition':
      return `[${node.identifier}] ${blocks(node)}`;
    default:
      return 'children' in node ? inline(node) : 'value' in node ? node.value : '';
  }
}

function inline(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return '';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
      return `[${node.identifier}]`;
    case 'link': {
      const shown = node.children.map(inline).join('');
      return [shown, `mailto:${shown}`, `http://${shown}`].includes(node.url) ? shown : `${shown} (${node.url})`;
    }
    default:
      return 'children' in node ? node.children.map(inline).join('') : '';
  }
}

function indented(text: string, first: string, rest: string): string {
  return text.split('\n').map((line, at) => (at === 0 ? first : rest) + line).join('\n');
}

// A block of HTML may hold words of the user: only its tags go.
function withoutTags(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*>/gi, '').trim();
}
