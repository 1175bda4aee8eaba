const MARKUP = /[\\`*_[\]<>#|~=$%{}^&]/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const LINE_START = /^(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|\|)/;
// Under a line of text these make it a heading or a table, alone a rule.
const UNDERLINE = /^[-=|:][-=|: \t]*$/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
// Without what closes the sentence or the brackets around it.
const BARE_ADDRESS = /(?:https?:\/\/|www\.)\S*[^\s)\]"'”’»>.,!?]/gi;
// Within a word they say nothing.
const OUTER_UNDERSCORES = /(?:^|[^\p{L}\p{N}_])_+|_+(?=[^\p{L}\p{N}_]|$)/gmu;
// Marks that act where they stand twice: comments, strike-through, highlights, mathematics, fields.
const DOUBLED = /%{2,}|~{2,}|={2,}|\${2,}|:{2,}/g;

/** One line of text written so that Markdown shows exactly its characters. `unescaped` gives it back. */
export function escapedInline(text: string): string {
  // An address is shown, not linked: the backslashes that its other characters need would end up in the link.
  return text
    .replace(MARKUP, '\\$&')
    .replace(/:(?=\/)|:{2,}/g, eachEscaped)
    .replace(/\bwww\./gi, (host) => `${host.slice(0, -1)}\\.`)
    .replace(/(\S)@/g, '$1\\@');
}

/** The characters that an escaped line stands for. */
export function unescaped(markdown: string): string {
  return markdown.replace(ESCAPED, '$1');
}

/**
 * Plain text from outside (a web page, an address) written as Markdown that shows the same characters and does nothing:
 * no markup, links, embeds, tags, template code, queries or HTML come to life. Only characters that could are escaped,
 * so ordinary prose stays ordinary; in bare web addresses they are percent-encoded, so that the address still leads there.
 */
export function plainAsMarkdown(text: string): string {
  return text
    .replace(BARE_ADDRESS, inertAddress)
    .replace(/[\\`*[]|&(?=#?\w+;)/g, '\\$&')
    .replace(/<(?=[%a-zA-Z/!?])/g, '&lt;')
    .replace(OUTER_UNDERSCORES, (match) => match.replace(/_/g, '\\_'))
    .replace(DOUBLED, eachEscaped)
    .replace(/\{(?=[{%])/g, '{\\')
    .replace(/(^|[^\\])\$(?=[^\s$][^$\n]*\$)/gm, '$1\\$')
    .replace(/(^|[\s(["'])#(?=[^\s#])/gmu, '$1\\#')
    .replace(/(^|\s)\^(?=[\w-]+\s*$)/gm, '$1\\^')
    .split('\n')
    .map(withoutLineMarkup)
    .join('\n');
}

function withoutLineMarkup(line: string): string {
  return line.replace(/^[ \t\uFEFF]+/, '').replace(UNDERLINE, '\\$&').replace(LINE_START, '\\$1').replace(NUMBERED, '$1\\$2');
}

function inertAddress(address: string): string {
  return address
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[\\`*[\]<>{}|^"~$]|[('](?=#)|&(?=#?\w+;)/g, percentEncoded)
    .replace(/={2,}|:{2,}/g, (run) => run.replace(/./g, percentEncoded))
    .replace(OUTER_UNDERSCORES, (match) => match.replace(/_/g, percentEncoded));
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function eachEscaped(run: string): string {
  return run.replace(/./g, '\\$&');
}

/**
 * Markdown made from a web page, with everything taken out that could act in a vault: HTML, embeds and images, wikilinks,
 * template code, queries, comments and tags. Emphasis, lists, links to the web and code stay.
 */
export function neutralMarkdown(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/!?\[{2,}/g, eachEscaped)
    .replace(/<(?=[%a-zA-Z/!?])(?!https?:)/g, '&lt;')
    .replace(/\{(?=[{%])/g, '{\\')
    .replace(/%{2,}|:{2,}/g, eachEscaped)
    .replace(/^((?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(?:`{3,}|~{3,}))[^\n]*$/gm, '$1')
    .replace(/`(?=\s*\$?=)/g, '\\`')
    .replace(/\]\(\s*<?(?!https?:|mailto:)[^)]*\)/gi, ']')
    .replace(/(^|[\s(["'])#(?=[^\s#])/gmu, '$1\\#');
}
