/** Parts of the patterns that say what stays private, as sources of regular expressions: said once, so that all agree. */

/** Goes on within a paragraph: no empty line follows. */
export const ON = String.raw`(?!\n[ \t>]*\n)`;
/** The marks of quotes and items before what a line says. */
export const MARKS = String.raw`^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*`;
/** The same with whatever blanks, for a line that is looked at by itself. */
export const LOOSE_MARKS = String.raw`^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*`;
/** What stands before the language of a block of code, where writers have it in braces: `{python}`, `{.css}`. */
export const BEFORE_LANGUAGE = String.raw`[ \t]*\{?[ \t]*\.?`;
/** The line that begins a block of code, up to its language. */
export const FENCE = String.raw`${LOOSE_MARKS}(?:\u0060{3,}|~{3,})${BEFORE_LANGUAGE}`;
