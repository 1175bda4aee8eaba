import { atOnce, type Steps } from '../base';
import { FenceReader } from '../note';
import { asHtml } from './html';
import type { Outgoing, ShareFormat } from './outgoing';
import { asPlainText } from './plain-text';

// A renderer's time grows faster than the text: a long one is rendered piece by piece.
const PIECE = 800;
// What refers to other places, or runs over blank lines, is rendered whole.
const REFERS = /^[ >]*\[[^\]\n]+\]:|\[\^|^ {0,3}<(?:pre|script|style|textarea|\?|![A-Z[])/im;
const GOES_ON = /^(?:\s|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|>|\||:)/;

let latest: { readonly format: ShareFormat; readonly markdown: string; readonly outgoing: Outgoing } | undefined;

/** Markdown in the form in which it leaves. */
export function renderedAtOnce(format: ShareFormat, markdown: string): Outgoing {
  return atOnce(rendering(format, markdown));
}

/** The same in steps, a piece each. The latest rendering is remembered, as a composer asks anew at every choice. */
export function* rendering(format: ShareFormat, markdown: string): Steps<Outgoing> {
  if (latest?.format === format && latest.markdown === markdown) return latest.outgoing;
  const outgoing = yield* renderedPieces(format, markdown);
  latest = { format, markdown, outgoing };
  return outgoing;
}

function* renderedPieces(format: ShareFormat, markdown: string): Steps<Outgoing> {
  if (format === 'markdown') return { text: markdown };
  const pieces = piecesOf(markdown);
  const [text, html]: [string[], string[]] = [[], []];
  for (const piece of pieces) {
    text.push(asPlainText(piece));
    yield;
    if (format === 'html') html.push(asHtml(piece));
    yield;
  }
  const plain = text.filter((part) => part !== '').join('\n\n');
  return format === 'plain' ? { text: plain } : { text: plain, html: html.filter((part) => part !== '').join('\n') };
}

/** A long text cut where a new block begins whatever came before: after a blank line, outside of code, lists and quotes. */
function piecesOf(markdown: string): string[] {
  if (markdown.length <= PIECE || REFERS.test(markdown)) return [markdown];
  const pieces: string[] = [];
  const fences = new FenceReader(true);
  let [piece, wasBlank]: [string[], boolean] = [[], false];
  let length = 0;
  for (const line of markdown.split('\n')) {
    const inFence = fences.open !== undefined;
    const isFence = fences.read(line) !== undefined;
    if (length > PIECE && wasBlank && !inFence && !GOES_ON.test(line) && line !== '') {
      pieces.push(piece.join('\n'));
      [piece, length] = [[], 0];
    }
    piece.push(line);
    length += line.length + 1;
    wasBlank = line.trim() === '' && !(inFence && isFence);
  }
  return [...pieces, piece.join('\n')];
}
