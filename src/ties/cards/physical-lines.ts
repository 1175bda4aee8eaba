import type { Steps } from '../../base';

/** One line of a file of vCards. */
export interface PhysicalLine {
  /** One character for each byte, so that lines can be joined before they are decoded. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

const [LINE_FEED, RETURN] = [0x0a, 0x0d];
/** A byte order mark in UTF-8; files that were put together have one in their midst. */
const MARK = /^\xef\xbb\xbf/;
/** Two cards without a line break between them. */
const SEAM = /^(\s*END\s*:\s*VCARD\s*)(BEGIN\s*:\s*VCARD\s*)$/i;
const INDENTED_CARD = /^([ \t]+)BEGIN\s*:\s*VCARD\s*$/i;
const END = /^\s*END\s*:\s*VCARD\s*$/i;

/** So many lines are split between two places to rest. */
const LINES_OF_STEP = 1000;

/** Splits a file of vCards into its lines, whatever ends them, without the indentation of a card that was copied from a text. */
export function* physicalLines(bytes: Uint8Array): Steps<PhysicalLine[]> {
  const lines: PhysicalLine[] = [];
  let [line, from] = [1, 0];
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== LINE_FEED && byte !== RETURN && byte !== undefined) continue;
    const text = charactersOf(bytes, from, at).replace(MARK, '');
    const seam = SEAM.exec(text);
    for (const part of seam === null ? [text] : [seam[1] ?? '', seam[2] ?? '']) lines.push({ text: part, line });
    // CR, CR LF, and the CR CR LF of files that were converted twice.
    if (byte === RETURN) at += bytes[at + 1] === LINE_FEED ? 1 : bytes[at + 1] === RETURN && bytes[at + 2] === LINE_FEED ? 2 : 0;
    from = at + 1;
    line++;
    if (line % LINES_OF_STEP === 0) yield;
  }
  return yield* withoutIndentation(lines);
}

function* withoutIndentation(lines: readonly PhysicalLine[]): Steps<PhysicalLine[]> {
  let indentation = '';
  const found: PhysicalLine[] = [];
  for (const { text: whole, line } of lines) {
    indentation = INDENTED_CARD.exec(whole)?.[1] ?? indentation;
    const text = indentation !== '' && whole.startsWith(indentation) ? whole.slice(indentation.length) : whole;
    if (END.test(text)) indentation = '';
    found.push({ text, line });
    if (found.length % LINES_OF_STEP === 0) yield;
  }
  return found;
}

function charactersOf(bytes: Uint8Array, from: number, to: number): string {
  const PIECE = 4096;
  let text = '';
  for (let at = from; at < to; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + PIECE)));
  return text;
}
