/** Parts of the patterns that say what stays private, most of them as sources of regular expressions: said once, so that all agree. */

/** Goes on within a paragraph: no empty line follows. */
export const ON = String.raw`(?!\n[ \t>]*\n)`;
/** A tag, with whatever in quotation marks. */
export const TAG = String.raw`</?[a-z](?:"(?:${ON}[^"])*"|'(?:${ON}[^'])*'|${ON}[^"'<>])*>`;
/** Where a link leads, in brackets. */
export const DESTINATION = String.raw`\]\((?:${ON}[^()]|\((?:${ON}[^()])*\))*\)`;
/** Where an address in words begins. */
export const ADDRESS_START = String.raw`(?:\b[a-z][a-z0-9+.-]{0,40}:\/\/|\bwww\.|\b(?:mailto|obsidian|file|data|app):)`;
/** Tags and what they hold to the letter. */
export const VERBATIM = String.raw`<(?=(code|kbd|samp|var|tt|pre|script|style|textarea|title|svg|math|xmp|iframe)\b)(?:${ON}[^]){0,1000}?</\1\s*>`;
/** A link to a note. */
export const WIKILINK = String.raw`\[\[[^[\]\n]*\]\]`;
/** The marks of quotes and items before what a line says. */
export const MARKS = String.raw`^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*`;
/** The same with whatever blanks, for a line that is looked at by itself. */
export const LOOSE_MARKS = String.raw`^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*`;
/** What stands before the language of a block of code, where writers have it in braces: `{python}`, `{.css}`. */
export const BEFORE_LANGUAGE = String.raw`[ \t]*\{?[ \t]*\.?`;
/** The line that begins a block of code, up to its language. */
export const FENCE = String.raw`${LOOSE_MARKS}(?:\u0060{3,}|~{3,})${BEFORE_LANGUAGE}`;
/** The end of a line below which a block may begin. */
export const BLOCK = /\n(?=[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})(?:[ \t]|$)|$))/m;
/** The row of a table below its head. */
export const DELIMITER_ROW = /^[ \t>|:-]*-[ \t|:-]*$/m;
