import { HERE, NO_PASSAGE, THERE, marksIn, passageOf, strongestLine, type Line } from './passage';
import { readFrontmatter } from './read/frontmatter';
import { proseLines } from './read/prose';
import { titleOf } from './read/read-note';
import { SurfaceReader } from './read/surface';
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
  /** The passage of the note that was found, or the alias or tag that bridges where neither its text nor its title does. */
  readonly excerpt: Excerpt;
  /** Where bridging terms stand in the title of the note that was found. */
  readonly titleMarks: Excerpt['marks'];
  /** The passage of the asking note that the same words join, or its name or tag that does; empty where there is none. */
  readonly hereExcerpt: Excerpt;
}

const MOST_TERMS = 4;
const SHORTEST_NAME = 3;
const LONGEST_LABEL = 60;
/** Reasons that say by what two notes are joined. */
const JOINING: ReadonlySet<Reason['kind']> = new Set<Reason['kind']>(['common', 'near', 'chain', 'beside', 'tags', 'habit']);
const LETTER = /\p{L}/u;

interface ReadShown {
  readonly lines: readonly Line[];
  readonly title: Line;
  /** Its aliases and tags, each with its words. */
  readonly names: readonly Line[];
}

/** One asking note is put beside many others: it is read once for each `Shown` object. */
const readBefore = new WeakMap<Shown, ReadShown>();

function linesOf(shown: Shown): ReadShown {
  const known = readBefore.get(shown) ?? readLines(shown);
  readBefore.set(shown, known);
  return known;
}

function readLines({ path, text }: Shown): ReadShown {
  const { end, aliases, tags } = readFrontmatter(text);
  const reader = new SurfaceReader(text, end);
  const lineOf = (line: string): Line => ({ text: line, words: reader.words(line) });
  return {
    lines: proseLines(text).map(lineOf),
    title: lineOf(path === '' ? '' : titleOf(path)),
    names: [...aliases, ...tags.map((tag) => asWritten(text.slice(0, end), tag))].map(lineOf),
  };
}

/** A tag, known in small letters, with the letters it has in the properties. */
function asWritten(properties: string, tag: string): string {
  const at = properties.toLowerCase().indexOf(tag);
  const written = properties.slice(at, at + tag.length);
  return at >= 0 && written.toLowerCase() === tag ? written : tag;
}

/** Short lines that stand in both notes word for word: headings and labels of a form, which join nothing. */
function formLines(mine: ReadShown, theirs: ReadShown): ReadonlySet<string> {
  const short = new Set(mine.lines.map(({ text }) => text).filter((text) => text.length <= LONGEST_LABEL));
  return new Set(theirs.lines.map(({ text }) => text).filter((text) => short.has(text)));
}

/** For each wanted hash the first word that has it: in the text if possible, else in the title, another name or a tag. */
function surfaces({ lines, title, names }: ReadShown, wanted: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  for (const { words } of [...lines, title, ...names]) {
    for (const { word, hash } of words) if (wanted.has(hash) && !found.has(hash)) found.set(hash, word);
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

/** Without single characters that are part of another word among these: a word that no dictionary knows is read as its characters and as their pair. */
function withoutParts(shared: readonly number[], surface: ReadonlyMap<number, string>): number[] {
  const words = shared.map((hash) => surface.get(hash) as string);
  return shared.filter((_, at) => [...(words[at] as string)].length > 1 || !words.some((word, other) => other !== at && word.length > 1 && word.includes(words[at] as string)));
}

/** Shared stems, strongest first, with the words that have them in each text. */
interface Bridge {
  readonly hashes: readonly number[];
  readonly mine: ReadonlyMap<number, string>;
  readonly theirs: ReadonlyMap<number, string>;
}

/** Numbers and dates name nothing, and are taken only where there is nothing else to say. */
function bridgeBetween(hashes: readonly number[], mine: ReadShown, theirs: ReadShown, withNumbers: boolean): Bridge {
  const wanted = new Set(hashes);
  const inMine = surfaces(mine, wanted);
  const inTheirs = surfaces(theirs, wanted);
  const shared = withoutParts(hashes.filter((hash) => inMine.has(hash) && inTheirs.has(hash)), inMine);
  const lettered = shared.filter((hash) => LETTER.test(inMine.get(hash) as string));
  return { hashes: lettered.length > 0 || !withNumbers ? lettered : shared, mine: inMine, theirs: inTheirs };
}

/** What the two notes share where nothing else joins them: also in lines of a form, and if need be a word that names no idea. */
function lastResort({ bridge, weak }: { readonly bridge: readonly number[]; readonly weak?: number | undefined }, mine: ReadShown, theirs: ReadShown): Bridge {
  const formal = bridgeBetween(bridge, mine, theirs, true);
  return formal.hashes.length > 0 || weak === undefined ? formal : bridgeBetween([weak], mine, theirs, true);
}

/**
 * Puts words to a suggestion: bridging terms as they stand in both texts, and the passage of either note that bridges.
 * Terms that do not stand in both texts (a note changed meanwhile) are left out, so what is said is always true.
 */
export function illustrate(suggestion: { readonly bridge: readonly number[]; readonly weak?: number | undefined; readonly reasons: readonly Reason[] }, here: Shown, there: Shown): Illustration {
  const [mine, theirs] = [linesOf(here), linesOf(there)];
  const form = formLines(mine, theirs);
  const own = (read: ReadShown): ReadShown => (form.size === 0 ? read : { ...read, lines: read.lines.filter(({ text }) => !form.has(text)) });
  const [myOwn, theirOwn] = [own(mine), own(theirs)];
  const mentioned = mentionReasons(here, mine, there, theirs);
  const isJoined = mentioned.length > 0 || suggestion.reasons.some(({ kind }) => JOINING.has(kind));
  const told = bridgeBetween(suggestion.bridge, myOwn, theirOwn, !isJoined);
  const bridge = told.hashes.length > 0 || isJoined ? told : lastResort(suggestion, mine, theirs);
  const [myPart, theirPart] = bridge === told ? [myOwn, theirOwn] : [mine, theirs];
  const strength = new Map(bridge.hashes.map((hash, place) => [hash, 1 / (1 + place)]));
  const terms: BridgingTerm[] = bridge.hashes.slice(0, MOST_TERMS).map((hash) => ({ here: bridge.mine.get(hash) as string, there: bridge.theirs.get(hash) as string }));
  const titleMarks = marksIn(theirs.title, strength);
  // The title of what was found is shown anyway.
  const theirLine = strongestLine(theirPart.lines, strength) ?? (titleMarks.length > 0 ? undefined : strongestLine(theirs.names, strength)) ?? theirPart.lines[0];
  const myLine = strongestLine(myPart.lines, strength) ?? strongestLine([mine.title], strength) ?? strongestLine(mine.names, strength);
  return {
    reasons: [...(terms.length > 0 ? [{ kind: 'terms', terms } as const] : []), ...mentioned, ...suggestion.reasons],
    titleMarks,
    excerpt: theirLine === undefined ? NO_PASSAGE : passageOf(theirLine, strength, THERE),
    hereExcerpt: myLine === undefined ? NO_PASSAGE : passageOf(myLine, strength, HERE),
  };
}
