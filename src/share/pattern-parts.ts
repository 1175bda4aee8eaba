/** Parts of the patterns that say what stays private, as sources of regular expressions: said once, so that all agree. */

/** Goes on within a paragraph: no empty line follows. */
export const ON = String.raw`(?!\n[ \t>]*\n)`;
/** The marks of quotes and items before what a line says. */
export const MARKS = String.raw`^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*`;
