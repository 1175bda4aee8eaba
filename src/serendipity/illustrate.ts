import { readFrontmatter } from './read/frontmatter';
import { proseLines } from './read/prose';
import { titleOf } from './read/read-note';
import { SurfaceReader, type SurfaceWord } from './read/surface';
import type { BridgingTerm, Excerpt, Reason } from './types';

/** A note with its text, as the caller read it just now. */
export interface Shown {
  /** '' for a free text. */
  readonly path: string;
  readonly text: string;
}

/** What `illustrate` adds to a suggestion or a spark. */
export interface Illustration {
  /** Bridging terms first (if any stand in both texts), then names that stand in the other text, then the reasons given. */
  readonly reasons: readonly Reason[];
  /** The passage of the note that was found. */
  readonly excerpt: Excerpt;
  /** The passage of the asking note that the same words join; empty where none stands in its text. */
  readonly hereExcerpt: Excerpt;
}

const MOST_TERMS = 4;
const SHORTEST_NAME = 3;
/** Characters of a passage, and so many of them before the first word that bridges. What stands in the asking note is known to who wrote it: a line will do. */
const THERE = { length: 220, before: 60 } as const;
const HERE = { length: 120, before: 16 } as const;
type Room = typeof THERE | typeof HERE;
const LONGEST_LABEL = 60;
const LETTER = /\p{L}/u;

interface Line {
  readonly text: string;
  readonly words: readonly SurfaceWord[];
}

interface ReadShown {
  readonly lines: readonly Line[];
  readonly title: readonly SurfaceWord[];
}

/** One asking note is put beside many others: it is read once for each `Shown` object. */
const readBefore = new WeakMap<Shown, ReadShown>();

function linesOf(shown: Shown): ReadShown {
  const known = readBefore.get(shown) ?? readLines(shown);
  readBefore.set(shown, known);
  return known;
}

function readLines({ path, text }: Shown): ReadShown {
  const reader = new SurfaceReader(text, readFrontmatter(text).end);
  return {
    lines: proseLines(text).map((line) => ({ text: line, words: reader.words(line) })),
    title: path === '' ? [] : reader.words(titleOf(path)),
  };
}

/** Short lines that stand in both notes word for word: headings and labels of a form, which join nothing. */
function formLines(mine: ReadShown, theirs: ReadShown): ReadonlySet<string> {
  const short = new Set(mine.lines.map(({ text }) => text).filter((text) => text.length <= LONGEST_LABEL));
  return new Set(theirs.lines.map(({ text }) => text).filter((text) => short.has(text)));
}

/** For each wanted hash the first word that has it: in the text if possible, else in the title. Numbers and dates name nothing. */
function surfaces(lines: readonly Line[], title: readonly SurfaceWord[], wanted: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  for (const words of [...lines.map((line) => line.words), title]) {
    for (const { word, hash } of words) if (wanted.has(hash) && !found.has(hash) && LETTER.test(word)) found.set(hash, word);
    if (found.size === wanted.size) break;
  }
  return found;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a name stands in a line as whole words. */
function standsIn(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    if (!LETTER_OR_DIGIT.test(line.charAt(at - 1)) && !LETTER_OR_DIGIT.test(line.charAt(at + name.length))) return true;
  }
  return false;
}

/** Whether a text names a note; names without a letter (numbers, dates) say nothing. */
function mentions(lines: readonly Line[], name: string): boolean {
  if (name.length < SHORTEST_NAME || !/\p{L}/u.test(name)) return false;
  const wanted = name.toLowerCase();
  return lines.some(({ text }) => standsIn(text.toLowerCase(), wanted));
}

/** Whether one of the two notes names the other without linking to it. */
function mentionReasons(here: Shown, mine: ReadShown, there: Shown, theirs: ReadShown): Reason[] {
  const reasons: Reason[] = [];
  const theirName = titleOf(there.path);
  if (mentions(mine.lines, theirName)) reasons.push({ kind: 'named', name: theirName, where: 'here' });
  const myName = titleOf(here.path);
  if (here.path !== '' && mentions(theirs.lines, myName)) reasons.push({ kind: 'named', name: myName, where: 'there' });
  return reasons;
}

const NO_EXCERPT: Excerpt = { text: '', marks: [] };

/** The passage with the most, and the strongest, of the wanted terms; the line given, if any, where none stands in the text. */
function excerptOf(lines: readonly Line[], strength: ReadonlyMap<number, number>, otherwise: Line | undefined, room: Room): Excerpt {
  let best = otherwise;
  let most = 0;
  for (const line of lines) {
    let sum = 0;
    for (const hash of new Set(line.words.map((word) => word.hash))) sum += strength.get(hash) ?? 0;
    if (sum > most) {
      most = sum;
      best = line;
    }
  }
  return best === undefined ? NO_EXCERPT : cut(best, best.words.filter(({ hash }) => strength.has(hash)), room);
}

function cut({ text, words }: Line, marked: readonly SurfaceWord[], { length, before }: Room): Excerpt {
  const first = marked[0]?.start ?? 0;
  const from = text.length <= length ? 0 : wordStart(words, Math.max(0, Math.min(first - before, text.length - length)));
  const to = Math.min(text.length, wordStart(words, from + length, text.length));
  const lead = from > 0 ? '…' : '';
  const marks = marked
    .filter(({ start, word }) => start >= from && start + word.length <= to)
    .map(({ start, word }) => [start - from + lead.length, start - from + lead.length + word.length] as const);
  return { text: lead + text.slice(from, to).trimEnd() + (to < text.length ? '…' : ''), marks };
}

/** The start of the first word at or after a place. */
function wordStart(words: readonly SurfaceWord[], place: number, otherwise = place): number {
  return words.find(({ start }) => start >= place)?.start ?? otherwise;
}

/** Without single characters that are part of another word among these: a word that no dictionary knows is read as its characters and as their pair. */
function withoutParts(shared: readonly number[], surface: ReadonlyMap<number, string>): number[] {
  const words = shared.map((hash) => surface.get(hash) as string);
  return shared.filter((_, at) => [...(words[at] as string)].length > 1 || !words.some((word, other) => other !== at && word.length > 1 && word.includes(words[at] as string)));
}

/**
 * Puts words to a suggestion: bridging terms as they stand in both texts, and the passage of either note that bridges.
 * Terms that do not stand in both texts (a note changed meanwhile) are left out, so what is said is always true.
 */
export function illustrate(suggestion: { readonly bridge: readonly number[]; readonly reasons: readonly Reason[] }, here: Shown, there: Shown): Illustration {
  const wanted = new Set(suggestion.bridge);
  const mine = linesOf(here);
  const theirs = linesOf(there);
  const form = formLines(mine, theirs);
  const own = (lines: readonly Line[]): readonly Line[] => (form.size === 0 ? lines : lines.filter(({ text }) => !form.has(text)));
  const [myLines, theirLines] = [own(mine.lines), own(theirs.lines)];
  const inMine = surfaces(myLines, mine.title, wanted);
  const inTheirs = surfaces(theirLines, theirs.title, wanted);
  const shared = withoutParts(suggestion.bridge.filter((hash) => inMine.has(hash) && inTheirs.has(hash)), inMine);
  const strength = new Map(shared.map((hash, place) => [hash, 1 / (1 + place)]));
  const terms: BridgingTerm[] = shared.slice(0, MOST_TERMS).map((hash) => ({ here: inMine.get(hash) as string, there: inTheirs.get(hash) as string }));
  return {
    reasons: [...(terms.length > 0 ? [{ kind: 'terms', terms } as const] : []), ...mentionReasons(here, mine, there, theirs), ...suggestion.reasons],
    excerpt: excerptOf(theirLines, strength, theirLines[0], THERE),
    hereExcerpt: strength.size === 0 ? NO_EXCERPT : excerptOf(myLines, strength, undefined, HERE),
  };
}
