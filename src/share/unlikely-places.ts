import type { Steps } from '../base';
import type { Span } from '../note';
import { ADDRESS_START, TAG, VERBATIM } from './pattern-parts';

const TITLE = String.raw`(?:"[^"\n]*"|'[^'\n]*')`;
/** Where no writer begins a comment, although a sign may stand there: what readers agree on that it is something else. */
const UNLIKELY = [
  // Where a link leads, with its title. Its words are shown, and a sign in them hides what follows.
  String.raw`\]\([ \t]*(?:<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))*)(?:[ \t]+${TITLE})?[ \t]*\)`,
  // The note that a link leads to, without the words for it.
  String.raw`\[\[[^[\]|\n]*(?=(?:\|[^[\]\n]*)?\]\])`,
  VERBATIM,
].map((source) => new RegExp(source, 'gim'));
/** Of an address in words (up to a sign that may end it) only what is encoded in it (`100%%25`), as one behind it begins a comment; of a tag its values. */
const WITHIN = [
  { places: new RegExp(String.raw`${ADDRESS_START}[^\s)>"\]}<|*\u0060]*`, 'gi'), parts: /%%(?=[0-9a-f]{2})/gi },
  { places: new RegExp(TAG, 'gi'), parts: /=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)/g },
];

/** Where in a text, without its fences, nobody begins a comment, whatever readers take the sign for, in steps. Only what holds `%%` counts. */
export function* unlikelyPlaces(text: string): Steps<Span[]> {
  const places: Span[] = [];
  for (const pattern of UNLIKELY) {
    places.push(...signedIn(text, pattern, 0));
    yield;
  }
  for (const { places: around, parts } of WITHIN) {
    for (const { from, to } of signedIn(text, around, 0)) places.push(...signedIn(text.slice(from, to), parts, from));
    yield;
  }
  return places;
}

function signedIn(text: string, pattern: RegExp, start: number): Span[] {
  return [...text.matchAll(pattern)].filter(([found]) => found.includes('%%')).map(({ index, 0: { length } }) => ({ from: start + index, to: start + index + length }));
}
