import type { Steps } from '../base';
import type { Span } from '../note';
import { ADDRESS_START, DESTINATION, MARKS, ON, TAG, VERBATIM, WIKILINK } from './pattern-parts';

/** A place in which some readers look for no comments. */
export interface Place extends Span {
  /**
   * For whom it is one where a comment began above: for nobody (`inline`), for who reads blocks before what stands in lines,
   * unless the comment is a block itself (`block`), or also then, as its end is its own (`raw`).
   */
  readonly kind: 'inline' | 'block' | 'raw';
  /** Whether nobody means to begin a comment there, as it is a formula for everybody. Of other places, `unlikelyPlaces` knows. */
  readonly isUnlikely?: boolean;
}

/** Links and where they lead, addresses in words, tags and what they hold to the letter. */
const LINKS_AND_TAGS = [
  DESTINATION, String.raw`\]\((?:"(?:${ON}[^"])*"|${ON}[^()"])*\)`, String.raw`\]\((?:'(?:${ON}[^'])*'|${ON}[^()'])*\)`, String.raw`\]\([ \t]*<[^<>\n]*>`,
  WIKILINK, String.raw`\[(?:\\.|${ON}[^[\]\\]|\[(?:${ON}[^[\]])*\])*\](?=[([])`,
  // An address in words ends at a blank, or before what may be the end of what it stands in.
  String.raw`${ADDRESS_START}\S*`, String.raw`${ADDRESS_START}[^\s)>"\]<]*`,
  TAG, VERBATIM,
].map((source) => new RegExp(source, 'gim'));
/** What defines links, footnotes in words, and what is a tag only to some. */
const OTHERS = [
  String.raw`${MARKS}\[(?!\^)(?:[^\]\\\n]|\\.)*\]:(?:[ \t]*\n)?[^\n]*`, String.raw`\^\[(?:${ON}[^[\]])*\]`, String.raw`</?[a-z](?:${ON}[^<>])*>`, String.raw`<[!?](?!--)(?:${ON}[^<>])*>`,
].map((source) => new RegExp(source, 'gim'));
/** HTML goes on to the next empty line, from any of its lines that begins with a tag. */
const HTML = new RegExp(String.raw`${MARKS}<(?:[a-z/?]|!(?!--))(?:${ON}(?!\n${MARKS.slice(1)}<[a-z/?!])[^])*`, 'gim');
/** Where it holds what is read to the letter, it goes on to its own end. */
const RAW = [
  String.raw`${MARKS}<(?:pre|script|style|textarea)\b[^]*?(?:</(?:pre|script|style|textarea)\s*>[^\n]*|$(?![^]))`, String.raw`${MARKS}<(?:\?|!(?!--))[^]*?(?:\?>|\]\]>|$(?![^]))`, String.raw`${MARKS}<!--[^]*?(?:-->[^\n]*|$(?![^]))`,
].map((source) => new RegExp(source, 'gim'));

const KINDS = [
  { patterns: LINKS_AND_TAGS, kind: 'inline' }, { patterns: OTHERS, kind: 'inline' }, { patterns: [HTML], kind: 'block' }, { patterns: RAW, kind: 'raw' },
] as const;

/** The places in a text, without its fences, in which some readers look for no comments, in steps. Only those that hold `%%` count. */
export function* disputedPlaces(text: string): Steps<Place[]> {
  const places: Place[] = [];
  for (const { patterns, kind } of KINDS) {
    for (const pattern of patterns) {
      for (const { index, 0: place } of text.matchAll(pattern)) {
        if (place.includes('%%')) places.push({ from: index + (kind === 'inline' ? 0 : place.indexOf('<') + 1), to: index + place.length, kind });
      }
      yield;
    }
  }
  return [...places, ...[...displayed(text), ...formulas(text)].filter(({ from, to }) => text.slice(from, to).includes('%%'))];
}

// `$$` goes over empty lines; where one begins a line and none follows, to the end. Where one stands in code or is left over, they may be paired otherwise.
function displayed(text: string): Place[] {
  const signs = [...text.matchAll(/\$\$/g)].map(({ index }) => index);
  const isRegular = signs.length % 2 === 0 && !/`[^`\n]*\$\$/.test(text);
  return signs.flatMap((from, at): Place[] => {
    const beginsLine = /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, from - 80), from));
    const to = signs[at + 1] ?? (beginsLine ? text.length : from);
    // Glued to words, it may be the end of one formula and the start of another.
    const standsApart = from === 0 || /[\s(>]/.test(text.charAt(from - 1));
    return isRegular && at % 2 === 1 ? [] : [{ from, to, kind: beginsLine ? 'block' : 'inline', isUnlikely: isRegular && standsApart }];
  });
}

// `$…$` within a paragraph: with a sign that is no blank behind the first and before the last, which for most no digit follows.
function formulas(text: string): Place[] {
  const places: Place[] = [];
  let start = 0;
  for (const paragraph of text.split(/\n(?=[ \t>]*\n)/)) {
    if (paragraph.includes('%%') && paragraph.includes('$')) places.push(...formulasIn(paragraph).map((formula) => ({ ...formula, from: start + formula.from, to: start + formula.to })));
    start += paragraph.length + 1;
  }
  return places;
}

function formulasIn(paragraph: string): Place[] {
  const signs = [...paragraph.matchAll(/\$/g)].map(({ index }) => ({ index, opens: /\$[^\s$]/.test(paragraph.slice(index, index + 2)), closes: index > 0 && /[^\s$]\$/.test(paragraph.slice(index - 1, index + 1)), isPrice: /\$\d/.test(paragraph.slice(index, index + 2)) }));
  const [first, last] = [signs.findIndex(({ opens }) => opens), signs.findLastIndex(({ closes }) => closes)];
  const isRegular = signs.length % 2 === 0 && !/\\\$|`/.test(paragraph) && signs.every(({ opens, closes, isPrice }, at) => (at % 2 === 0 ? opens : closes && !isPrice));
  return signs.flatMap(({ index }, at): Place[] => {
    const next = signs[at + 1];
    return next === undefined || first < 0 || at < first || at >= last || (isRegular && at % 2 === 1) ? [] : [{ from: index, to: next.index, kind: 'inline', isUnlikely: isRegular }];
  });
}
