const MARKUP = /[\\`*_[\]<>#|~=$%{}!^&+-]/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const LINE_START = /^(\s*)(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|-{3,}|={3,}|~{3,}|\|)/;
const NUMBERED = /^(\s*\d{1,9})([.)])(?=\s|$)/;

/** One line of text written so that Markdown shows exactly its characters. `unescaped` gives it back. */
export function escapedInline(text: string): string {
  return text.replace(MARKUP, '\\$&');
}

/** The characters that an escaped line stands for. */
export function unescaped(markdown: string): string {
  return markdown.replace(ESCAPED, '$1');
}

/**
 * Plain text from outside (a web page, an address) written as Markdown that shows the same characters and does nothing:
 * no markup, links, embeds, tags, template code, queries or HTML come to life. Only characters that could are escaped,
 * so ordinary prose stays ordinary.
 */
export function plainAsMarkdown(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/<(?=[%a-zA-Z/!?])/g, '&lt;')
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/(^|[^\p{L}\p{N}])_|_(?=[^\p{L}\p{N}]|$)/gmu, (match) => match.replace('_', '\\_'))
    .replace(/\{(?=[{%])/g, '{\\')
    .replace(/%%|~~|==|\$\$/g, (pair) => `\\${pair[0] ?? ''}\\${pair[1] ?? ''}`)
    .replace(/(^|\s)#(?=[\p{L}\p{N}_/-])/gmu, '$1\\#')
    .replace(/::/g, ':\\:')
    .replace(/(^|\s)\^(?=[\w-]+\s*$)/gm, '$1\\^')
    .split('\n')
    .map(withoutLineMarkup)
    .join('\n');
}

function withoutLineMarkup(line: string): string {
  return line.replace(LINE_START, '$1\\$2').replace(NUMBERED, '$1\\$2').replace(/^ {4,}|^\t+/, '');
}
