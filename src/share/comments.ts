import { atOnce, type Steps } from '../base';
import type { Span } from '../note';
import { signingLines, type CommentSign, type SignedLine } from './comment-signs';

const LINES_A_STEP = 500;

/** A text without its comments, and the comments that were taken out. */
interface Uncommented {
  readonly text: string;
  readonly comments: readonly string[];
  /** Whether the last of them is never closed, and so reaches to the end. */
  readonly isOpen: boolean;
}

/**
 * Takes Obsidian comments (`%% … %%`, within a line or over many) and HTML comments out of a text: all that is a comment for
 * some reader. A comment that is never closed reaches to the end, as nothing says where it would stop; so does what follows a
 * `%%` that is a sign for some readers and none for others, as from there on they take inside for outside, if another sign follows.
 */
export function withoutComments(text: string): Uncommented {
  return atOnce(uncommenting(text));
}

/** The same in steps, for long notes. */
export function* uncommenting(text: string): Steps<Uncommented> {
  if (!/%%|<!--/.test(text)) return { text, comments: [], isOpen: false };
  const { held } = yield* hidingIn(text);
  return withoutSpans(text, held);
}

/** A text without what is a comment for every reader. */
export function withoutSureComments(text: string): string {
  if (!/%%|<!--/.test(text)) return text;
  return withoutSpans(text, atOnce(hidingIn(text)).sure).text;
}

interface HeldSpan extends Span {
  /** Whether it ends with the text only because nothing ends it before. */
  readonly isOpen?: boolean;
}

interface Hidden {
  /** What some reader takes for a comment. */
  readonly held: readonly HeldSpan[];
  /** What every reader takes for one. */
  readonly sure: readonly Span[];
}

function* hidingIn(text: string): Steps<Hidden> {
  const lines = yield* signingLines(text);
  const [reader, ofBlocks] = [new CommentReader(text), new CommentReader(text)];
  const byLine: HeldSpan[] = [];
  let [fence, isInComment, isInBlock] = [lines[0]?.fence, false, false];
  let last: CommentSign | undefined;
  for (const [at, line] of lines.entries()) {
    if (at % LINES_A_STEP === 0) yield;
    if (line.fence !== fence) [isInComment, isInBlock] = [reader.isWithin(line.from), ofBlocks.isWithin(line.from)];
    fence = line.fence;
    if (fence === undefined || isInBlock) readBlocks(line, ofBlocks);
    if (fence !== undefined && !isInComment) continue;
    for (const sign of line.signs) reader.read(sign);
    last = line.signs.at(-1) ?? last;
    byLine.push(...hiddenInLine(text, line));
  }
  const { held, sure } = reader.end();
  ofBlocks.endDoubt();
  // Where nobody begins a comment, the last sign of all begins none.
  const none = last?.isUnlikely === true ? last.from : undefined;
  return { held: [...held, ...ofBlocks.held, ...byLine].filter(({ from, isOpen }) => isOpen !== true || from !== none), sure };
}

// Only a comment that begins its line is one for who reads blocks if it ends on another.
function readBlocks({ signs }: SignedLine, reader: CommentReader): void {
  const last = signs.findLast(({ kind, isCode }) => kind === '%%' && !isCode);
  for (const sign of signs) if (reader.isWithin(sign.from) || sign.beginsLine || sign !== last) reader.read(sign);
}

/** Follows comments through a text, sign by sign. */
class CommentReader implements Hidden {
  readonly held: HeldSpan[] = [];
  readonly sure: Span[] = [];
  /** Where the comment began that is open for all who take no sign for a doubtful one. */
  #open: number | undefined;
  /** Whether that comment is a block. */
  #isBlock = false;
  /** The doubtful places with an odd number of signs: who knows of one, is inside where others are outside. */
  readonly #odd = new Set<string>();
  #doubtFrom = 0;
  #htmlTo = 0;
  #isEndless = false;

  constructor(private readonly text: string) {}

  /** Whether a place is in a comment for some reader. */
  isWithin(at: number): boolean {
    return this.#open !== undefined || this.#odd.size > 0 || at < this.#htmlTo;
  }

  read(sign: CommentSign): void {
    if (sign.isCode) {
      // Behind a comment that began above, nothing is code for who reads from left to right.
      if (sign.kind === '%%' && this.isWithin(sign.from)) this.#doubt(sign.places.join(), sign);
    } else if (sign.kind === '<!--') this.#readHtml(sign);
    else {
      // Whoever is in a comment looks for its end only, but for who reads blocks first.
      const places = this.#open !== undefined && this.#odd.size === 0 ? (this.#isBlock ? sign.raw : sign.blocks) : sign.places;
      if (places.length > 0) this.#doubt(places.join(), sign);
      else if (this.#open === undefined) [this.#open, this.#isBlock] = [sign.from, sign.beginsLine];
      else this.#close(this.#open, sign.to);
    }
  }

  /** Ends what is still open with the text. */
  end(): Hidden {
    this.endDoubt();
    if (this.#open !== undefined) this.#close(this.#open, this.text.length, true);
    return this;
  }

  /** Ends with the text only what places with an odd number of signs leave in doubt. */
  endDoubt(): void {
    if (this.#odd.size > 0) this.held.push({ from: Math.min(this.#open ?? this.#doubtFrom, this.#doubtFrom), to: this.text.length, isOpen: true });
  }

  #close(from: number, to: number, isOpen = false): void {
    this.held.push({ from, to, isOpen });
    if (this.#odd.size === 0) this.sure.push({ from, to });
    this.#open = undefined;
  }

  #doubt(key: string, { from, to }: Span): void {
    if (this.#odd.size === 0) this.#doubtFrom = from;
    if (!this.#odd.delete(key)) this.#odd.add(key);
    if (this.#odd.size === 0) this.held.push({ from: this.#doubtFrom, to });
  }

  #readHtml({ from, to, places }: CommentSign): void {
    if (from < this.#htmlTo || this.#isEndless) return;
    const end = this.text.indexOf('-->', to);
    if (end < 0) {
      this.#isEndless = true;
      if (this.isWithin(from)) return;
    }
    this.#htmlTo = end < 0 ? this.text.length : end + '-->'.length;
    const comment = { from, to: this.#htmlTo, isOpen: end < 0 };
    this.held.push(comment);
    if (places.length === 0 && this.#odd.size === 0 && this.#open === undefined) this.sure.push(comment);
  }
}

/**
 * What is a comment for who lets none reach over the end of a line, or of a cell. Where one is left open there, any of its
 * signs may be the one that was not meant.
 */
function hiddenInLine(text: string, { from, signs }: SignedLine): Span[] {
  const own = signs.filter(({ kind, isCode }) => kind === '%%' && !isCode);
  if (own.length < 2) return [];
  const cells: CommentSign[][] = [];
  let [cell, behind] = [0, from];
  for (const sign of own) {
    const pipe = text.slice(behind, sign.from).includes('|');
    if (pipe || cells.length === 0) cell = cells.push([]) - 1;
    cells[cell]?.push(sign);
    behind = sign.to;
  }
  return [...hiddenAmong(own), ...(cells.length > 1 ? cells.flatMap((signs) => hiddenAmong(signs)) : [])];
}

function hiddenAmong(signs: readonly CommentSign[]): Span[] {
  const [first, last] = [signs[0], signs.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const reader = new CommentReader('');
  for (const sign of signs) reader.read(sign);
  return reader.isWithin(0) ? [{ from: first.from, to: last.to }] : reader.held;
}

function withoutSpans(text: string, spans: readonly HeldSpan[]): Uncommented {
  const comments: string[] = [];
  let [kept, behind, isOpen] = ['', 0, false];
  for (const span of joined(spans)) {
    comments.push(text.slice(span.from, span.to).replace(/^(?:%%+|<!--)|(?:%%+|-->)$/g, '').trim());
    kept += text.slice(behind, span.from);
    behind = span.to;
    isOpen = span.isOpen === true;
  }
  return { text: kept + text.slice(behind), comments, isOpen };
}

// Spans that overlap are one.
function joined(spans: readonly HeldSpan[]): HeldSpan[] {
  const found: { from: number; to: number; isOpen?: boolean }[] = [];
  for (const { from, to, isOpen } of [...spans].sort((left, right) => left.from - right.from)) {
    const last = found.at(-1);
    if (last === undefined || from >= last.to) found.push({ from, to, isOpen: isOpen === true });
    else {
      last.to = Math.max(last.to, to);
      last.isOpen ||= isOpen === true;
    }
  }
  return found;
}
