import type { Steps } from '../base';
import type { Span } from '../note';
import { DESTINATION, MARKS, ON, TAG, WIKILINK } from './pattern-parts';

/** A place in which some readers look for no comments. */
export interface Place extends Span {
  /**
   * For whom it is one where a comment began above: for nobody (`inline`), for who reads blocks before what stands in lines,
   * unless the comment is a block itself (`block`), or also then, as its end is its own (`raw`).
   */
  readonly kind: 'inline' | 'block' | 'raw';
  /** Whether nobody means to begin a comment there. */
  readonly isUnlikely?: boolean;
}

/** Links and where they lead, addresses in words, tags and what they hold to the letter. */
const LINKS_AND_TAGS = [
  DESTINATION, String.raw`\]\((?:"(?:${ON}[^"])*"|${ON}[^()"])*\)`, String.raw`\]\((?:'(?:${ON}[^'])*'|${ON}[^()'])*\)`, String.raw`\]\([ \t]*<[^<>\n]*>`,
  WIKILINK, String.raw`\[(?:\\.|${ON}[^[\]\\]|\[(?:${ON}[^[\]])*\])*\](?=[([])`, String.raw`(?:\b[a-z][a-z0-9+.-]{0,40}:\/\/|\bwww\.|\b(?:mailto|obsidian|file|data|app):)\S*`,
  TAG,
  String.raw`<(?=(code|kbd|samp|var|tt|pre|script|style|textarea|title|svg|math|xmp|iframe)\b)(?:${ON}[^]){0,1000}?</\1\s*>`,
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
  { patterns: LINKS_AND_TAGS, kind: 'inline', isUnlikely: true }, { patterns: OTHERS, kind: 'inline', isUnlikely: false }, { patterns: [HTML], kind: 'block', isUnlikely: false }, { patterns: RAW, kind: 'raw', isUnlikely: false },
] as const;

/** The places in a text, without its fences, in which some readers look for no comments, in steps. Only those that hold `%%` count. */
export function* disputedPlaces(text: string): Steps<Place[]> {
  const places: Place[] = [];
  for (const { patterns, kind, isUnlikely } of KINDS) {
    for (const pattern of patterns) {
      for (const { index, 0: place } of text.matchAll(pattern)) {
        if (place.includes('%%')) places.push({ from: index + (kind === 'inline' ? 0 : place.indexOf('<') + 1), to: index + place.length, kind, isUnlikely });
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
    return isRegular && at % 2 === 1 ? [] : [{ from, to, kind: beginsLine ? 'block' : 'inline', isUnlikely: isRegular }];
  });
}

// `$…$` within a paragraph: with a sign that is no blank behind the first and before the last.
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
  const signs = [...paragraph.matchAll(/\$/g)].map(({ index }) => ({ index, opens: /\$[^\s$]/.test(paragraph.slice(index, index + 2)), closes: index > 0 && /[^\s$]\$/.test(paragraph.slice(index - 1, index + 1)) }));
  const [first, last] = [signs.findIndex(({ opens }) => opens), signs.findLastIndex(({ closes }) => closes)];
  const isRegular = signs.length % 2 === 0 && !/\\\$|`/.test(paragraph) && signs.every(({ opens, closes }, at) => (at % 2 === 0 ? opens : closes));
  return signs.flatMap(({ index }, at): Place[] => {
    const next = signs[at + 1];
    return next === undefined || first < 0 || at < first || at >= last || (isRegular && at % 2 === 1) ? [] : [{ from: index, to: next.index, kind: 'inline', isUnlikely: isRegular }];
  });
}
