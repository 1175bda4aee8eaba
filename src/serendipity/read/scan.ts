import {
  AMP, ASCII_SPECIAL, ASCII_WORD, BACKSLASH, BACKTICK, BANG, BRACKET, BRACKET_END, CARET, CLOSE, COLON, DOLLAR, GREATER, HASH, LESS, NEWLINE, OPEN, PERCENT, PIPE, QUOTE, SEMICOLON, SLASH, SPACE, asciiKinds,
  asciiSmall,
} from './ascii-units';
import { HIGH_SURROGATE, SEPARATOR, UNSPACED, WORD, classOf, classOfPair } from './characters';
import { ClosingMarks } from './closing-marks';
import { CodeFences } from './code-fences';
import { COMMENT_MARK, Comments } from './comments';
import { LONGEST_WORD } from './lexicon';
import { decoded, withoutSubpath } from './link-target';
import { afterMarkup } from './markup';
import { LONGEST_LINK, afterAddress, afterBackslash, afterBlockId, afterElision, afterShort, nextLine } from './passing-over';
import { BODY, type Field, HEADING, TAG, type Tally } from './tally';
import { FIRST_HASH, hashedOnce, lastHash } from './text-hash';
import { afterRun } from './unspaced-words';

/** A link as it is written: its target without heading, block or label, and the terms of the words that carry it. */
export interface WrittenLink {
  readonly target: string;
  readonly anchor: readonly number[];
}

/** What the scanner finds beside words. */
export interface Finds {
  readonly links: WrittenLink[];
  readonly tags: Set<string>;
}

/** Headings under which plugins repeat links that stand elsewhere. */
const GENERATED_HEADING = /^(?:back-?\s?links?|(?:un)?linked (?:references|mentions)|references to this note|links to this (?:note|page)|excalidraw data|反向链接|反链|被引用|バックリンク)\s*:?$/iu;
const CURLY_QUOTE = 0x2019;
const LONGEST_TAG = 300;

const NO_TERMS: readonly number[] = [];

/**
 * Reads Markdown once, from left to right: words into the tally, links and tags into the finds. Code blocks, comments, HTML
 * tags, addresses, and sections that plugins generate do not count. Not a Markdown parser: it knows just enough to tell
 * a person's words from the rest, at the speed of splitting.
 */
export class Scanner {
  private text = '';
  private end = 0;
  private at = 0;
  private language = 0;
  private field: Field = BODY;
  private skipLevel = 0;
  private linkTextFrom = -1;
  /** Brackets in the label of a link lead nowhere. */
  private isLabel = false;
  private muted = false;
  private isDrawing = false;
  /** Where the line begins that was looked at last. */
  private lineFrom = 0;
  private readonly fences = new CodeFences();
  private readonly marks = new ClosingMarks();
  private readonly comments = new Comments();

  constructor(private readonly tally: Tally, private readonly finds: Finds) {}

  /** Reads the body of a note from `from` on. `muted`: links and tags only. */
  body(text: string, from: number, language: number, muted: boolean): void {
    this.begin(text, from, text.length, language, BODY, muted);
    let lineStart = true;
    while (this.at < this.end) {
      if (lineStart) this.line();
      lineStart = this.inline();
    }
    this.flush();
  }

  /** Reads a title, an alias, a label: words only, all in one field. */
  phrase(text: string, language: number, field: Field): void {
    this.begin(text, 0, text.length, language, field, false);
    while (this.at < this.end) this.inline();
    this.flush();
  }

  /** Lets the words that were passed count. */
  private flush(): void {
    this.tally.flush(this.text, this.language, this.field);
  }

  private heard(): readonly number[] {
    this.flush();
    return this.tally.heard();
  }

  private begin(text: string, from: number, end: number, language: number, field: Field, muted: boolean): void {
    this.text = text;
    this.at = from;
    this.end = end;
    this.language = language;
    this.field = field;
    this.skipLevel = 0;
    this.linkTextFrom = -1;
    this.muted = muted;
    this.isDrawing = muted;
    this.comments.begin();
    this.lineFrom = from;
    this.fences.begin();
    this.marks.begin();
  }

  /** At the start of a line: fences, headings, and what a generated section swallows. */
  private line(): void {
    if (this.field !== BODY) {
      this.flush();
      this.field = BODY;
    }
    this.linkTextFrom = -1;
    for (;;) {
      const { text } = this;
      let at = this.at;
      let unit = text.charCodeAt(at);
      this.lineFrom = at;
      while (unit === SPACE || unit === 9 || unit === GREATER) unit = text.charCodeAt(++at);
      this.muted = this.isDrawing || this.comments.isOpen(this.at);
      if (this.comments.isInBlock(this.at)) {
        this.at = at;
        return;
      }
      const behind = this.fences.after(text, this.lineFrom, at, this.end);
      if (behind >= 0) this.at = behind;
      else if (unit === HASH) {
        if (this.heading(at)) return;
      } else if (this.skipLevel === 0) {
        this.at = at;
        return;
      }
      if (this.at <= at) this.at = nextLine(text, at, this.end);
      if (this.at >= this.end) return;
    }
  }

  /** Returns whether words may be read on from here. */
  private heading(at: number): boolean {
    let level = 0;
    while (this.text.charCodeAt(at + level) === HASH) level++;
    const after = this.text.charCodeAt(at + level);
    const isHeading = level <= 6 && (after === SPACE || after === 9);
    if (!isHeading) {
      if (this.skipLevel === 0) this.at = at;
      return this.skipLevel === 0;
    }
    if (this.skipLevel > 0 && level > this.skipLevel) return false;
    const start = at + level;
    const lineEnd = nextLine(this.text, start, this.end);
    this.skipLevel = lineEnd - start < 60 && GENERATED_HEADING.test(this.text.slice(start, lineEnd).trim()) ? level : 0;
    if (this.skipLevel > 0) {
      this.at = lineEnd;
      return false;
    }
    this.flush();
    this.at = start;
    this.field = HEADING;
    return true;
  }

  /** Reads up to and over the end of the line (true) or one construct (false). */
  private inline(): boolean {
    const { text, end } = this;
    let at = this.at;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (unit < 128) {
        const kind = asciiKinds[unit];
        if (kind === ASCII_WORD) at = this.word(at);
        else if (kind === ASCII_SPECIAL) {
          if (unit === NEWLINE) {
            this.at = at + 1;
            return true;
          }
          at = this.special(unit, at);
        } else at++;
      } else at = this.wide(unit, at);
    }
    this.at = end;
    return true;
  }

  /** A word that begins with an ASCII letter or digit. */
  private word(from: number): number {
    const { text, end } = this;
    let first = FIRST_HASH;
    let second = 0;
    let at = from;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 128) {
        if (unit !== CURLY_QUOTE && classOf(unit) === WORD) return this.wideWord(from, at);
        break;
      }
      const letter = asciiSmall[unit] as number;
      if (letter === 0) break;
      first = hashedOnce(first, letter);
      second = ((second << 5) - second + letter) | 0;
    }
    const next = text.charCodeAt(at);
    if (next === COLON && text.charCodeAt(at + 1) === SLASH && text.charCodeAt(at + 2) === SLASH) return afterAddress(text, at, end);
    if (!this.muted && at - from > 1 && at - from <= LONGEST_WORD && !this.tally.full) {
      const { queue } = this.tally;
      queue.push(lastHash(first), second, from, at);
      if (queue.isFull) this.flush();
    }
    return next === QUOTE || next === CURLY_QUOTE ? afterElision(this.text, at, this.end) : at;
  }

  /** A word with letters beyond ASCII: found by its string. */
  private wideWord(from: number, seen: number): number {
    let at = seen;
    for (; at < this.end; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit < 128 ? asciiKinds[unit] !== ASCII_WORD : classOf(unit) !== WORD) break;
    }
    this.flush();
    if (!this.muted && at - from > 1 && at - from <= LONGEST_WORD && !this.tally.full) {
      this.tally.add(this.tally.lexicon.term(this.text.slice(from, at), this.language), this.field);
    }
    const next = this.text.charCodeAt(at);
    return next === QUOTE || next === CURLY_QUOTE ? afterElision(this.text, at, this.end) : at;
  }

  private wide(unit: number, at: number): number {
    let kind = classOf(unit);
    if (kind === HIGH_SURROGATE) {
      kind = classOfPair(this.text, at);
      if (kind === SEPARATOR) return at + 1;
      if (kind === WORD) return at + 2;
    }
    if (kind === UNSPACED) return this.run(at);
    return kind === WORD ? this.wideWord(at, at) : at + 1;
  }

  /** A run of characters without spaces between words. */
  private run(from: number): number {
    const { tally } = this;
    const at = afterRun(this.text, from, this.end);
    if (!this.muted && !tally.full) {
      tally.runs.push(from, at);
      if (tally.runs.isFull) this.flush();
    }
    return at;
  }

  private special(unit: number, at: number): number {
    const next = this.text.charCodeAt(at + 1);
    switch (unit) {
      case BRACKET:
        if (next === BRACKET) return this.text.charCodeAt(at + 2) === BRACKET ? at + 1 : this.wikilink(at);
        if (this.isLabel) return at + 1;
        if (next === BANG || next === CARET) return afterShort(this.text, at, this.end, BRACKET_END);
        this.linkTextFrom = at + 1;
        this.flush();
        this.tally.listen();
        return at + 1;
      case BRACKET_END:
        return next === OPEN && this.linkTextFrom >= 0 ? this.markdownLink(at) : at + 1;
      case BACKTICK: return this.code(at);
      case LESS: return next === BANG && this.text.startsWith('<!--', at) ? this.marks.afterComment(this.text, at, this.end, this.lineFrom) : afterMarkup(this.text, at, this.end);
      case PERCENT: return next === PERCENT ? this.comment(at) : at + 1;
      case HASH: return this.tag(at);
      case DOLLAR: return at + 1;
      case CARET: return afterBlockId(this.text, at, this.end);
      case AMP: return afterShort(this.text, at, this.end, SEMICOLON);
      default: return afterBackslash(this.text, at, this.end);
    }
  }

  /** A code span: its words count, nothing else in it does. Backticks that nothing closes are text. */
  private code(from: number): number {
    const { text, end } = this;
    let behind = from + 1;
    while (behind < end && text.charCodeAt(behind) === BACKTICK) behind++;
    const close = this.isLabel ? -1 : this.marks.backticks(text, from, behind, end, this.lineFrom);
    if (close < 0) return behind;
    this.end = close;
    for (let at = behind; at < close;) {
      const unit = text.charCodeAt(at);
      if (unit >= 128) at = this.wide(unit, at);
      else at = asciiKinds[unit] === ASCII_WORD ? this.word(at) : at + 1;
    }
    this.end = end;
    return close + behind - from;
  }

  private comment(from: number): number {
    if (!this.isLabel) {
      this.comments.meet(this.text, from, this.end, this.lineFrom, this.marks);
      this.muted = this.isDrawing || this.comments.isOpen(from);
    }
    return from + COMMENT_MARK.length;
  }

  /** `[[target#heading|label]]`: the label counts as words, or the target's last part where there is none. */
  private wikilink(from: number): number {
    const { text } = this;
    const start = from + 2;
    let pipe = -1;
    let at = start;
    for (; at < this.end && at - from < LONGEST_LINK; at++) {
      const unit = text.charCodeAt(at);
      if (unit === NEWLINE || (unit === BRACKET && text.charCodeAt(at + 1) === BRACKET)) return start;
      if (unit === BRACKET_END && text.charCodeAt(at + 1) === BRACKET_END) break;
      if (unit === PIPE && pipe < 0) pipe = at;
    }
    if (text.charCodeAt(at) !== BRACKET_END) return start;
    const targetEnd = pipe < 0 ? at : text.charCodeAt(pipe - 1) === BACKSLASH ? pipe - 1 : pipe;
    const name = withoutSubpath(text.slice(start, targetEnd));
    if (pipe < 0) this.label(start + name.lastIndexOf('/') + 1, start + name.length);
    else {
      this.flush();
      this.tally.listen();
      this.label(pipe + 1, at);
    }
    const target = name.trim();
    this.finds.links.push({ target, anchor: pipe < 0 ? NO_TERMS : this.heard() });
    return at + 2;
  }

  /** Reads the words of a label at [from, to), as the label that it is: nothing before or after it plays a part. */
  private label(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit < 128 && asciiKinds[unit] === ASCII_SPECIAL) {
        this.words(this.text.slice(from, to));
        return;
      }
    }
    // Nothing in it looks further than to its end, so that it can be read where it stands.
    const { end, at } = this;
    this.at = from;
    this.end = to;
    while (this.at < this.end) this.inline();
    this.end = end;
    this.at = at;
  }

  private words(label: string): void {
    const { text, end, at, linkTextFrom, isLabel } = this;
    this.flush();
    this.isLabel = true;
    this.linkTextFrom = -1;
    this.text = label;
    this.at = 0;
    this.end = label.length;
    while (this.at < this.end) this.inline();
    this.flush();
    this.text = text;
    this.end = end;
    this.at = at;
    this.linkTextFrom = linkTextFrom;
    this.isLabel = isLabel;
  }

  /** `](target)` or `](<target> "title")` after a link text that was read as words. */
  private markdownLink(from: number): number {
    const { text } = this;
    const start = from + 2;
    const angled = text.charCodeAt(start) === LESS;
    let depth = 0;
    let at = start;
    for (; at < this.end && at - from < LONGEST_LINK; at++) {
      const unit = text.charCodeAt(at);
      if (unit === NEWLINE) return start;
      if (angled ? unit === GREATER : unit === CLOSE && depth === 0) break;
      if (unit === OPEN) depth++;
      else if (unit === CLOSE) depth--;
    }
    if (at >= this.end || at - from >= LONGEST_LINK) return start;
    const raw = angled ? text.slice(start + 1, at) : (text.slice(start, at).split(/\s+["']/, 1)[0] as string);
    this.linkTextFrom = -1;
    if (raw !== '' && !/^[a-z][a-z0-9+.-]*:/iu.test(raw)) {
      this.finds.links.push({ target: withoutSubpath(decoded(raw)).trim(), anchor: this.heard() });
    }
    return at + 1;
  }

  private tag(from: number): number {
    const { text } = this;
    if (from > 0 && text.charCodeAt(from - 1) > SPACE) return from + 1;
    let at = from + 1;
    for (; at < this.end && at - from < LONGEST_TAG; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 128 ? asciiKinds[unit] !== ASCII_WORD && unit !== 45 && unit !== 95 && unit !== 47 : classOf(unit) === SEPARATOR) break;
    }
    const name = text.slice(from + 1, at);
    if (name === '' || /^\d*$/.test(name)) return from + 1;
    this.finds.tags.add(name.toLowerCase());
    this.flush();
    const { field } = this;
    this.field = TAG;
    this.words(name);
    this.field = field;
    return at;
  }
}
