import fc from 'fast-check';

// Readers of comments that know nothing of the redaction: each goes from left to right, and knows some places in which there are none.

/** What a reader of a text knows of beside `%%`. */
interface CommentReading {
  readonly escapes: boolean;
  readonly formulas: boolean;
  readonly display: boolean;
  readonly links: boolean;
  readonly labels: boolean;
  readonly addresses: boolean;
  /** Whether what is in doubt about links, addresses and formulas is none: only what everybody takes for one is. */
  readonly narrowly?: boolean;
  readonly tags: boolean;
  readonly htmlComments: boolean;
  /** Whether code spans go over lines. */
  readonly codeOverLines: boolean;
  readonly indentedCode: boolean;
  readonly htmlBlocks: boolean;
  /** Whether blocks are read before comments. */
  readonly blocksFirst: boolean;
  /** Whether a comment that does not begin its line ends with it, or is none, and none goes on to the text's end. */
  readonly byLine: boolean;
}

const flag = fc.boolean();
export const anyReading: fc.Arbitrary<CommentReading> = fc.record({
  escapes: flag, formulas: flag, display: flag, links: flag, labels: flag, addresses: flag, tags: flag, htmlComments: flag, codeOverLines: flag, indentedCode: flag, htmlBlocks: flag, blocksFirst: flag, byLine: flag,
});

const ALL_PLACES: CommentReading = { escapes: true, formulas: true, display: true, links: true, labels: false, addresses: true, narrowly: true, tags: true, htmlComments: true, codeOverLines: true, indentedCode: true, htmlBlocks: true, blocksFirst: false, byLine: false };

/** Whether a character is hidden only by the last sign of a text, which nothing ends, and not for who knows all places in which there are none, or takes four percent signs and more for none. */
export function isBehindLoneSign(text: string, at: number, reading: CommentReading): boolean {
  const [last = ''] = /(?:%%+|<!--)(?![^]*(?:%%|<!--))/.exec(text) ?? [];
  const from = text.lastIndexOf(last);
  if (last === '' || at < from || hiddenBy(text.slice(0, from), { ...reading, byLine: false })[from - 1] === true) return false;
  return last.startsWith('%%%%') || hiddenBy(text, ALL_PLACES)[at] !== true;
}

const FENCE = /(?:^|\n)(?:(`{3,})[^`\n]*\n(?:[^]*?\n)??\1`*|(~{3,})[^\n]*\n(?:[^]*?\n)??\2~*)[ \t]*(?=\n|$)|(?:^|\n)(?:`{3,}[^`\n]*|~{3,}[^\n]*)(?:\n[^]*)?$/y;
const INDENTED = /\n[ \t]*\n {4}[^\n]*(?:\n {4}[^\n]*)*/y;
const HTML_BLOCK = /(?:^|\n)<(?:pre[^]*?<\/pre>[^\n]*|div(?:(?!\n[ \t]*\n)[^])*)/y;
const DISPLAY = /(?:^|\n)\$\$[^]*?\$\$/y;
const LINE_CODE = /(`+)(?!`)(?:[^\n]*?[^`\n])??\1(?!`)|`+/y;
const CODE = /(`+)(?!`)(?:(?:(?!\n[ \t]*\n|\n- |\n```|\n~~~)[^])*?[^`\n])??\1(?!`)|`+/y;
const INLINE = {
  display: /\$\$(?:(?!\n[ \t]*\n|\n```|\n~~~)[^])*?\$\$/y,
  escapes: /\\[!-/:-@[-`{-~]/y, formulas: /\$[^\s$](?:(?:(?!\n[ \t]*\n|\n```|\n~~~)[^$])*[^\s$])?\$/y, links: /\]\([^()\n]*\)|\[\[[^[\]\n]*\]\]/y, labels: /\[[^[\]\n]*\](?=\()/y,
  addresses: /https:\/\/\S*/y, tags: /<[a-z](?:"(?:(?!\n```|\n~~~)[^"])*"|(?!\n[ \t]*\n|\n```|\n~~~)[^"<>])*>/y,
} as const;
/** A price is no end of a formula, an address ends where what it stands in may end, and the words for a note are shown. */
const NARROW = { formulas: new RegExp(`${INLINE.formulas.source}(?!\\d)`, 'y'), addresses: /https:\/\/[^\s)>"\]]*/y, links: /\]\([^()\n]*\)|\[\[[^[\]|\n]*(?=(?:\|[^[\]\n]*)?\]\])/y } as const;

/** Which characters of a text a reader takes for parts of comments. */
export function hiddenBy(text: string, reading: CommentReading): boolean[] {
  const hidden = Array<boolean>(text.length).fill(false);
  const blocks = [FENCE, ...(reading.indentedCode ? [INDENTED] : []), ...(reading.htmlBlocks ? [HTML_BLOCK] : []), ...(reading.display ? [DISPLAY] : [])];
  const inlines = [reading.codeOverLines ? CODE : LINE_CODE, ...(Object.keys(INLINE) as (keyof typeof INLINE)[]).filter((name) => reading[name]).map((name) => (reading.narrowly === true ? { ...INLINE, ...NARROW } : INLINE)[name])];
  const opaque = Array<boolean>(text.length).fill(false);
  if (reading.blocksFirst) for (let at = 0; at < text.length; at = Math.max(at + 1, endOf(blocks, text, at))) opaque.fill(true, at, endOf(blocks, text, at));
  // A comment that begins its line is a block itself.
  const ends = (sign: string, from: number): number => {
    let end = text.indexOf(sign, from);
    const isBlock = /(?:^|\n)(?:- |> )?[ ]*$/.test(text.slice(0, from - 2));
    while (sign === '%%' && !isBlock && end >= 0 && opaque[end] === true) end = text.indexOf(sign, end + 1);
    return end;
  };
  for (let at = 0; at < text.length;) {
    const isHtml = reading.htmlComments && text.startsWith('<!--', at);
    if (opaque[at] === true) at++;
    else if (text.startsWith('%%', at) || isHtml) {
      const sign = isHtml ? '-->' : '%%';
      const end = ends(sign, at + (isHtml ? 4 : 2));
      const isNone = reading.byLine && (end < 0 || (text.slice(at, end).includes('\n') && !/(?:^|\n)(?:- |> )?[ ]*$/.test(text.slice(0, at))));
      if (!isNone) hidden.fill(true, at, end < 0 ? text.length : end);
      at = isNone ? at + 2 : end < 0 ? text.length : end + sign.length;
    } else at = Math.max(at + 1, reading.blocksFirst ? 0 : endOf(blocks, text, at), endOf(inlines, text, at));
  }
  return hidden;
}

function endOf(patterns: readonly RegExp[], text: string, at: number): number {
  return Math.max(at, ...patterns.map((pattern) => {
    pattern.lastIndex = at;
    return at + (pattern.exec(text)?.[0].length ?? 0);
  }));
}

const SIGNS = ['%%', ' %% ', '%%', '\n%%\n', '%', '`', '``', '$', '$$', '\\', '<!--', '-->', '](', ')', '[', ']', '[[', ']]', '<a title="', '">', '</b>', 'https://e.org/', '<pre>', '</pre>', '|'] as const;
const LINES = ['\n', '\n\n', '\n    ', '\n\n    ', '\n- ', '\n> ', '\n```\n', '\n~~~js\n', '\n$$\n', '\n<div>\n', '\n<pre>\n', '\n| '] as const;
const WHOLE = ['§', ' § ', 'words', ' ', '`a`', '`%%`', '$a$', '%%§%%', '%% § %%', '\n%%\n§\n%%\n', '<b>', '[a](https://e.org/%%)', '$5\\%%$', '\\%%', '<!-- § -->', '[b](https://e.org/)%%', '(https://e.org/)%% ', 'https://e.org/%%20', 'US$5', 'A$7', '[[Open|a %% §]]', '[a %% §](https://e.org/)'] as const;

/** Texts of signs of comments and of what some readers look for no comments in; each `S1;`, `S2;` … in it may be secret. */
export const commentedText = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SIGNS) }, { weight: 2, arbitrary: fc.constantFrom(...LINES) }, { weight: 4, arbitrary: fc.constantFrom(...WHOLE) }), { minLength: 2, maxLength: 20 })
  .map((parts) => parts.join('').split('§').map((part, at) => (at === 0 ? part : `S${at};${part}`)).join(''))
  // Fences in lists and quotes are not for these readers.
  .filter((text) => !/\n[-> \t|]+(?:`{3}|~{3})/.test(`\n${text}`));
