import { HIGH_SURROGATE, SEPARATOR, UNSPACED, WORD, classOf, classOfPair } from './characters';
import { LONGEST_WORD } from './lexicon';
import { BODY, type Field, HEADING, TAG, type Tally } from './tally';
import { LONGEST_RUN, eachUnspacedWord } from './unspaced-words';

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
const LONGEST_LINK = 600;
const LONGEST_TAG = 300;

const NEWLINE = 10, SPACE = 32, BANG = 33, HASH = 35, DOLLAR = 36, PERCENT = 37, AMP = 38, QUOTE = 39, OPEN = 40, CLOSE = 41;
const COLON = 58, LESS = 60, GREATER = 62, BACKSLASH = 92, BRACKET = 91, BRACKET_END = 93, CARET = 94, BACKTICK = 96, PIPE = 124, TILDE = 126;
const CURLY_QUOTE = 0x2019;

const ASCII_WORD = 1;
const ASCII_SPECIAL = 2;
const ascii = new Uint8Array(128);
/** The small letter or digit of each ASCII unit, 0 for all others: one look a character, and no branch, tells words apart and folds them. */
const small = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  const character = String.fromCharCode(unit);
  if (/[A-Za-z0-9]/.test(character)) {
    ascii[unit] = ASCII_WORD;
    small[unit] = character.toLowerCase().charCodeAt(0);
  } else if ('\n[]<%#$^&\\`'.includes(character)) ascii[unit] = ASCII_SPECIAL;
}

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
  private muted = false;

  constructor(private readonly tally: Tally, private readonly finds: Finds) {}

  /** Reads the body of a note from `from` on. `muted`: links and tags only. */
  body(text: string, from: number, language: number, muted: boolean): void {
    this.begin(text, from, text.length, language, BODY, muted);
    let lineStart = true;
    while (this.at < this.end) {
      if (lineStart) this.line();
      lineStart = this.inline();
    }
  }

  /** Reads a title, an alias, a label: words only, all in one field. */
  phrase(text: string, language: number, field: Field): void {
    this.begin(text, 0, text.length, language, field, false);
    while (this.at < this.end) this.inline();
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
  }

  /** At the start of a line: fences, headings, and what a generated section swallows. */
  private line(): void {
    this.field = BODY;
    this.linkTextFrom = -1;
    for (;;) {
      const { text } = this;
      let at = this.at;
      let unit = text.charCodeAt(at);
      while (unit === SPACE || unit === 9 || unit === GREATER) unit = text.charCodeAt(++at);
      if ((unit === BACKTICK || unit === TILDE) && text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === unit) this.at = this.afterFence(at, unit);
      else if (unit === HASH) {
        if (this.heading(at)) return;
      } else if (this.skipLevel === 0) {
        this.at = at;
        return;
      }
      if (this.at <= at) this.at = this.nextLine(at);
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
    const lineEnd = this.nextLine(start);
    this.skipLevel = lineEnd - start < 60 && GENERATED_HEADING.test(this.text.slice(start, lineEnd).trim()) ? level : 0;
    if (this.skipLevel > 0) {
      this.at = lineEnd;
      return false;
    }
    this.at = start;
    this.field = HEADING;
    return true;
  }

  private nextLine(from: number): number {
    const newline = this.text.indexOf('\n', from);
    return newline < 0 ? this.end : newline + 1;
  }

  private afterFence(from: number, mark: number): number {
    let length = 3;
    while (this.text.charCodeAt(from + length) === mark) length++;
    for (let at = this.nextLine(from); at < this.end; at = this.nextLine(at)) {
      let start = at;
      let unit = this.text.charCodeAt(start);
      while (unit === SPACE || unit === 9 || unit === GREATER) unit = this.text.charCodeAt(++start);
      let marks = 0;
      while (this.text.charCodeAt(start + marks) === mark) marks++;
      if (marks >= length) return this.nextLine(start);
    }
    return this.end;
  }

  /** Reads up to and over the end of the line (true) or one construct (false). */
  private inline(): boolean {
    const { text, end } = this;
    let at = this.at;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (unit < 128) {
        const kind = ascii[unit];
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
    let first = 0x811c9dc5;
    let second = 0;
    let at = from;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 128) {
        if (unit !== CURLY_QUOTE && classOf(unit) === WORD) return this.wideWord(from, at);
        break;
      }
      const letter = small[unit] as number;
      if (letter === 0) break;
      first = Math.imul(first ^ letter, 0x01000193);
      second = ((second << 5) - second + letter) | 0;
    }
    const next = text.charCodeAt(at);
    if (next === COLON && text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) return this.afterAddress(at);
    if (!this.muted && at - from > 1 && at - from <= LONGEST_WORD && !this.tally.full) {
      first ^= first >>> 15;
      this.tally.add(this.tally.lexicon.asciiTerm(text, from, at, first, second, this.language), this.field);
    }
    return next === QUOTE || next === CURLY_QUOTE ? this.afterElision(at) : at;
  }

  /** Over the end of "it's", "don't"; not over "l'amour". */
  private afterElision(at: number): number {
    let after = at + 1;
    while (after < this.end && after - at <= 3 && ascii[this.text.charCodeAt(after)] === ASCII_WORD) after++;
    return after - at <= 3 ? after : at + 1;
  }

  private afterAddress(from: number): number {
    let at = from + 3;
    for (; at < this.end; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit <= SPACE || unit === GREATER || unit === CLOSE || unit === BRACKET_END || unit === PIPE || unit > 0x2000) break;
    }
    return at;
  }

  /** A word with letters beyond ASCII: found by its string. */
  private wideWord(from: number, seen: number): number {
    let at = seen;
    for (; at < this.end; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit < 128 ? ascii[unit] !== ASCII_WORD : classOf(unit) !== WORD) break;
    }
    if (!this.muted && at - from > 1 && at - from <= LONGEST_WORD && !this.tally.full) {
      this.tally.add(this.tally.lexicon.term(this.text.slice(from, at), this.language), this.field);
    }
    const next = this.text.charCodeAt(at);
    return next === QUOTE || next === CURLY_QUOTE ? this.afterElision(at) : at;
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
    const { text, tally } = this;
    let at = from;
    while (at < this.end && at - from < LONGEST_RUN) {
      const kind = classOf(text.charCodeAt(at));
      if (kind === UNSPACED) at++;
      else if (kind === HIGH_SURROGATE && classOfPair(text, at) === UNSPACED) at += 2;
      else break;
    }
    if (!this.muted && !tally.full) {
      eachUnspacedWord(text.slice(from, at), (word) => tally.add(tally.lexicon.unspacedTerm(word), this.field));
    }
    return at;
  }

  private special(unit: number, at: number): number {
    const next = this.text.charCodeAt(at + 1);
    switch (unit) {
      case BRACKET:
        if (next === BRACKET) return this.wikilink(at);
        if (next === BANG || next === CARET) return this.afterShort(at, BRACKET_END);
        this.linkTextFrom = at + 1;
        this.tally.listen();
        return at + 1;
      case BRACKET_END:
        return next === OPEN && this.linkTextFrom >= 0 ? this.markdownLink(at) : at + 1;
      case BACKTICK: return at + 1;
      case LESS: return this.markup(at, next);
      case PERCENT: return next === PERCENT ? this.afterMark('%%', at + 2) : at + 1;
      case HASH: return this.tag(at);
      case DOLLAR: return at + 1;
      case CARET: return this.afterBlockId(at);
      case AMP: return this.afterShort(at, 59);
      default: return this.afterCommand(at);
    }
  }

  private afterMark(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found < 0 ? this.end : found + mark.length;
  }

  /** Over `[!note]`, `[^1]`, `&nbsp;`: to the end mark if it comes soon, else one character on. */
  private afterShort(from: number, endMark: number): number {
    for (let at = from + 1; at < this.end && at - from < 24; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit === endMark) return at + 1;
      if (unit === NEWLINE || (endMark === 59 && ascii[unit] !== ASCII_WORD)) break;
    }
    return from + 1;
  }

  /** Over `\frac`: commands of mathematics are not words. */
  private afterCommand(from: number): number {
    let at = from + 1;
    while (at < this.end && ascii[this.text.charCodeAt(at)] === ASCII_WORD) at++;
    return at;
  }

  private afterBlockId(from: number): number {
    if (from > 0 && this.text.charCodeAt(from - 1) > SPACE) return from + 1;
    let at = from + 1;
    while (at < this.end && (ascii[this.text.charCodeAt(at)] === ASCII_WORD || this.text.charCodeAt(at) === 45)) at++;
    return at;
  }

  /** `<!-- comment -->`, `<tag …>`, `<https://…>`. */
  private markup(from: number, next: number): number {
    if (next === BANG && this.text.startsWith('<!--', from)) return this.afterMark('-->', from + 4);
    if (next !== 47 && ascii[next] !== ASCII_WORD) return from + 1;
    for (let at = from + 2; at < this.end && at - from < LONGEST_LINK; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit === GREATER) return at + 1;
      if (unit === LESS) break;
    }
    return from + 1;
  }

  /** `[[target#heading|label]]`: the label counts as words, or the target's last part where there is none. */
  private wikilink(from: number): number {
    const { text } = this;
    const start = from + 2;
    let pipe = -1;
    let at = start;
    for (; at < this.end && at - from < LONGEST_LINK; at++) {
      const unit = text.charCodeAt(at);
      if (unit === NEWLINE || unit === BRACKET) return start;
      if (unit === BRACKET_END && text.charCodeAt(at + 1) === BRACKET_END) break;
      if (unit === PIPE && pipe < 0) pipe = at;
    }
    if (text.charCodeAt(at) !== BRACKET_END) return start;
    const targetEnd = pipe < 0 ? at : text.charCodeAt(pipe - 1) === BACKSLASH ? pipe - 1 : pipe;
    const target = withoutSubpath(text.slice(start, targetEnd));
    const label = pipe < 0 ? target.slice(target.lastIndexOf('/') + 1) : text.slice(pipe + 1, at);
    this.words(label);
    this.finds.links.push({ target, anchor: pipe < 0 ? [] : this.tally.heard() });
    return at + 2;
  }

  private words(label: string): void {
    const { text, end, at, linkTextFrom } = this;
    this.tally.listen();
    this.text = label;
    this.at = 0;
    this.end = label.length;
    while (this.at < this.end) this.inline();
    this.text = text;
    this.end = end;
    this.at = at;
    this.linkTextFrom = linkTextFrom;
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
      this.finds.links.push({ target: withoutSubpath(decoded(raw)), anchor: this.tally.heard() });
    }
    return at + 1;
  }

  private tag(from: number): number {
    const { text } = this;
    if (from > 0 && text.charCodeAt(from - 1) > SPACE) return from + 1;
    let at = from + 1;
    for (; at < this.end && at - from < LONGEST_TAG; at++) {
      const unit = text.charCodeAt(at);
      const kind = unit < 128 ? (ascii[unit] as number) : classOf(unit);
      if (kind !== ASCII_WORD && kind !== UNSPACED && kind !== HIGH_SURROGATE && unit !== 45 && unit !== 95 && unit !== 47) break;
    }
    const name = text.slice(from + 1, at);
    if (name === '' || /^\d*$/.test(name)) return from + 1;
    this.finds.tags.add(name.toLowerCase());
    const { field } = this;
    this.field = TAG;
    this.words(name);
    this.field = field;
    return at;
  }
}

function withoutSubpath(target: string): string {
  const hash = target.indexOf('#');
  return (hash < 0 ? target : target.slice(0, hash)).trim();
}

function decoded(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch (problem) {
    if (problem instanceof URIError) return target; // "100%.md" is a file name, not an encoding
    throw problem;
  }
}
