import { atOnce, withoutOuterBlankLines, withUnixLines, type Steps } from '../base';
import { bodyOf, endOfFrontmatter, FenceReader, withoutComments } from '../note';
import { isPrivatePath } from './addresses';
import { withoutFieldsOverLines, withoutInlineFields, withoutLineFields } from './fields';
import { withoutLocalHtml, withoutProgramAddresses } from './local-html';
import { localReferencesIn, withoutLocalLinks, withoutPrivateLinks, type LocalReferences } from './local-links';
import type { Hold, Privacy, Redacted, Redaction } from './redaction';
import { publicLink, withoutPrivateWikilinks, withoutWikilinks } from './wikilinks';

const BLOCK_ID = /(?:^|\s)\^[A-Za-z0-9-]+\s*$/;
const HTML_LINE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*<[a-z/!?]/i;
// A definition's label, or the end of one over lines, whose address some readers look for on the line below, be it a fence.
const LABEL_LINE = /^(?:[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*\[)?(?:\\.|[^[\]\\])*\]:\s*$/;
const INLINE_QUERY = /`\$?=[^`\n]*`/g;
// What is left is quiet after two rounds, but for text that was made to be read anew again and again.
const MOST_ROUNDS = 12;
/** So many characters are read in one step, up to the next empty line. */
const LONG_PART = 16_000;
const QUERY_LANGUAGE = /^(?:dataview|dataviewjs|tasks|query|base|datacore\w*|seek-sense-share)\b/i;

/**
 * What of a note's text may leave the vault. Properties, comments, embeds, block ids, inline fields and queries stay
 * behind; links to notes become the words they show, links to private notes a placeholder. Every redaction is listed.
 */
export function redact(note: string, privacy: Privacy): Redacted {
  return atOnce(redacting(note, privacy));
}

/** The same in steps, for long notes. */
export function* redacting(note: string, privacy: Privacy): Steps<Redacted> {
  const end = endOfFrontmatter(note);
  const { text, redactions } = yield* redactingWords(bodyOf(note), privacy);
  return { text, redactions: end === 0 ? redactions : [{ kind: 'properties', shown: note.slice(0, end).trim() }, ...redactions] };
}

/**
 * The same for Markdown that is no whole note (a quote, a take): a `---` at its start begins no properties. What is left may
 * stand together anew and be something else, so it is read again until nothing is found.
 */
export function* redactingWords(text: string, privacy: Privacy): Steps<Redacted> {
  const redactions: Redaction[] = [];
  const hold = holdingIn(redactions);
  let [left, before]: [string, string | undefined] = [withUnixLines(text), undefined];
  for (let round = 0; left !== before; round++) {
    if (round === MOST_ROUNDS) return { text: hold('unclear', left), redactions };
    before = left;
    left = yield* redactedOnce(left, privacy, hold);
  }
  return { text: left, redactions };
}

function* redactedOnce(text: string, privacy: Privacy, hold: Hold): Steps<string> {
  const open = uncommented(text, hold);
  yield;
  const kept: string[] = [];
  const stretches = stretchesOf(open, hold);
  yield;
  const references = localReferencesIn(stretches.filter(({ isCode }) => !isCode).map(({ lines }) => lines.join('\n')), privacy);
  for (const { isCode, isDoubtful, lines } of stretches) {
    yield;
    if (!isCode) kept.push(tidy(yield* redactingParts(lines, references, privacy, hold)));
    else kept.push(isDoubtful ? yield* redactingLinks(lines.join('\n'), references, privacy, hold) : redactCode(lines, privacy, hold));
  }
  return withoutOuterBlankLines(kept.join('\n'));
}

/** A detail such as an author or a title: one line of words in which links may stand, and whatever else a heading may hold. */
export function redactDetail(text: string, privacy: Privacy): Redacted {
  const redactions: Redaction[] = [];
  const hold = holdingIn(redactions);
  if (isPrivatePath(text, privacy) && !/[[\](<]/.test(text)) {
    hold('private-link', text);
    return { text: privacy.placeholder, redactions };
  }
  let [open, before]: [string, string | undefined] = [text, undefined];
  for (let round = 0; open !== before; round++) {
    if (round === MOST_ROUNDS) return { text: hold('unclear', open), redactions };
    before = open;
    const line = uncommented(open, hold).replace(BLOCK_ID, (id) => hold('block-id', id)).replace(INLINE_QUERY, (query) => hold('query', query));
    open = atOnce(redactingLinks(line, localReferencesIn([line], privacy), privacy, hold));
  }
  return { text: redactions.length === 0 ? open : open.trim(), redactions };
}

/** Notes down what is held back, and leaves nothing in its place. */
function holdingIn(redactions: Redaction[]): Hold {
  return (kind, shown) => {
    redactions.push({ kind, shown: shown.trim() });
    return '';
  };
}

function uncommented(text: string, hold: Hold): string {
  const { text: kept, comments, isOpen } = withoutComments(text);
  comments.forEach((comment, at) => hold(isOpen && at === comments.length - 1 ? 'open-comment' : 'comment', comment));
  return kept;
}

// Nothing that is looked for reaches over an empty line, so that a long text is read part by part.
function* redactingParts(lines: readonly string[], references: LocalReferences, privacy: Privacy, hold: Hold): Steps<string> {
  const kept: string[] = [];
  let [from, length] = [0, 0];
  for (const [at, line] of lines.entries()) {
    length += line.length;
    if (at + 1 < lines.length && (length < LONG_PART || line !== '')) continue;
    kept.push(yield* redactingProse(lines.slice(from, at + 1), references, privacy, hold));
    yield;
    [from, length] = [at + 1, 0];
  }
  return kept.join('\n');
}

// Each pass over a part is a step.
function* redactingProse(lines: readonly string[], references: LocalReferences, privacy: Privacy, hold: Hold): Steps<string> {
  const whole = withoutFieldsOverLines(lines, hold);
  yield;
  const kept = withoutLineFields(whole, hold).map((line) => line.replace(BLOCK_ID, (id) => hold('block-id', id)));
  yield;
  return yield* redactingLinks(kept.join('\n').replace(INLINE_QUERY, (query) => hold('query', query)), references, privacy, hold, publicLink);
}

function* redactingLinks(text: string, references: LocalReferences, privacy: Privacy, hold: Hold, write?: typeof publicLink): Steps<string> {
  const named = withoutWikilinks(text, privacy, hold, write);
  yield;
  const linked = withoutLocalLinks(named, references, privacy, hold);
  yield;
  const tagged = withoutProgramAddresses(withoutLocalHtml(linked, privacy, hold), hold);
  yield;
  return withoutInlineFields(tagged, hold);
}

// Code is left as it is, but for links to private notes.
function redactCode(lines: readonly string[], privacy: Privacy, hold: Hold): string {
  return withoutPrivateLinks(withoutPrivateWikilinks(lines.join('\n'), privacy, hold), privacy, hold);
}

function tidy(text: string): string {
  return text.split('\n').map(withTidyEnd).join('\n').replace(/\n{3,}/g, '\n\n');
}

// Two spaces at a line's end break it; any others say nothing.
function withTidyEnd(line: string): string {
  const words = line.trimEnd();
  return words !== '' && line.endsWith('  ') ? `${words}  ` : words;
}

/** A run of lines that are code, or that are none. */
interface Stretch {
  readonly isCode: boolean;
  /** Whether some readers see no code there: a fence right below an HTML tag or a definition's label is one for a part of them, and so all that follow. */
  readonly isDoubtful: boolean;
  readonly lines: string[];
}

function stretchesOf(text: string, hold: Hold): Stretch[] {
  const stretches: Stretch[] = [];
  const fences = new FenceReader(true);
  let query: string[] = [];
  let [isHtml, isLabel, isDoubtful] = [false, false, false];
  for (const line of text.split('\n')) {
    const before = fences.open;
    const fence = fences.read(line);
    if (fence === undefined) isHtml = HTML_LINE.test(line) || (isHtml && line.trim() !== '');
    else isDoubtful ||= before === undefined && (isHtml || isLabel);
    isLabel = fence === undefined && LABEL_LINE.test(line);
    const isQuery = fence !== undefined && QUERY_LANGUAGE.test(fence.info);
    if (query.length > 0 && (!isQuery || fence !== before)) {
      hold('query', query.join('\n'));
      query = [];
    }
    if (isQuery) {
      query.push(line);
      continue;
    }
    const last = stretches.at(-1);
    if (last?.isCode === (fence !== undefined) && last.isDoubtful === isDoubtful) last.lines.push(line);
    else stretches.push({ isCode: fence !== undefined, isDoubtful, lines: [line] });
  }
  if (query.length > 0) hold('query', query.join('\n'));
  return stretches;
}
