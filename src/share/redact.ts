import { atOnce, withoutOuterBlankLines, withUnixLines, type Steps } from '../base';
import { bodyOf, endOfFrontmatter } from '../note';
import { isPrivatePath } from './addresses';
import { maskedCode, unmaskedHold } from './agreed-code';
import { uncommenting } from './comments';
import { withoutPrivateDiagrams } from './diagrams';
import { withoutFieldsOverLines, withoutInlineFields, withoutLineFields } from './fields';
import { withoutInlineQueries } from './inline-queries';
import { withoutLocalHtml } from './local-html';
import { localReferencesIn, withoutLocalLinks, type LocalReferences } from './local-links';
import { withoutPrivateInCode } from './private-code';
import { withoutProgramAddresses } from './program-addresses';
import type { Hold, Privacy, Redacted, Redaction } from './redaction';
import { stretchesOf, type Stretch } from './stretches';
import { withoutLocalStyles, withoutQuotedInPrograms } from './style-addresses';
import { publicLink, withoutWikilinks } from './wikilinks';

const BLOCK_ID = /(?:^|\s)\^[A-Za-z0-9-]+\s*$/;
// What is left is quiet after two rounds, but for text that was made to be read anew again and again.
const MOST_ROUNDS = 12;
/** So many characters are read in one step, up to the next empty line. */
const LONG_PART = 16_000;
/** So deep blocks of Markdown within each other are read: nobody nests more. */
const MOST_NESTED = 4;

/** How a stretch of a text is read. */
interface Reading {
  readonly privacy: Privacy;
  readonly hold: Hold;
  /** The labels of the whole text that lead into the vault. */
  readonly references: LocalReferences;
  /** Whether code spans on which all readers agree are left alone. */
  readonly sparesCode: boolean;
}

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
  return withoutOuterBlankLines(yield* redactingText(text, privacy, hold, 0));
}

function* redactingText(text: string, privacy: Privacy, hold: Hold, depth: number): Steps<string> {
  const words = yield* withoutCommentsIn(text, hold);
  yield;
  // A program or a style sheet goes on over what looks like a fence in it, and over empty lines.
  const read = withoutQuotedInPrograms(words, privacy, hold);
  yield;
  const kept: string[] = [];
  const stretches = stretchesOf(read, hold);
  yield;
  const references = localReferencesIn(stretches.filter(({ kind }) => kind === 'words').map(({ lines }) => lines.join('\n')), privacy);
  const sparesCode = ![...references.keys()].some((label) => label.includes('`'));
  for (const stretch of stretches) {
    yield;
    const { kind, isDoubtful, lines } = stretch;
    const reading = { privacy, hold, references, sparesCode: sparesCode && !isDoubtful };
    if (kind === 'words') kept.push(tidy(yield* redactingParts(lines, reading)));
    else {
      const code = kind === 'markdown' ? yield* redactingBlock(stretch, privacy, hold, depth) : withoutPrivateDiagrams(lines.join('\n'), privacy, hold);
      const open = withoutPrivateInCode(code, privacy, hold);
      kept.push(isDoubtful ? yield* redactingLinks(open, reading) : open);
    }
  }
  return kept.join('\n');
}

// What such a block shows is read like a text of its own, without the marks of the quotes and lists around it.
function* redactingBlock({ lines }: Stretch, privacy: Privacy, hold: Hold, depth: number): Steps<string> {
  const [first = '', ...others] = lines;
  const last = /^[\s>]*(?:`{3,}|~{3,})[ \t]*$/.test(others.at(-1) ?? '') ? others.splice(-1) : [];
  if (depth === MOST_NESTED) {
    if (others.join('').trim() === '') return lines.join('\n');
    hold('unclear', others.join('\n'));
    return [first, ...last].join('\n');
  }
  const around = commonMarks(others);
  const inner = others.map((line) => line.slice(around.length)).join('\n');
  const left = yield* redactingText(inner, privacy, hold, depth + 1);
  if (left === inner) return lines.join('\n');
  return [first, ...(left === '' ? [] : left.split('\n').map((line) => (line === '' ? around.trimEnd() : around + line))), ...last].join('\n');
}

// The blanks and the marks of quotes that every line begins with; a line that is nothing else may have fewer of them.
function commonMarks(lines: readonly string[]): string {
  const [first = '', ...others] = lines.filter((line) => !/^[\s>]*$/.test(line)).map((line) => /^[ \t>]*/.exec(line)?.[0] ?? '');
  let length = first.length;
  for (const marks of others) while (!marks.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
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
    const line = withoutInlineQueries(atOnce(withoutCommentsIn(open, hold)).replace(BLOCK_ID, (id) => hold('block-id', id)), hold);
    open = atOnce(redactingLinks(line, { privacy, hold, references: localReferencesIn([line], privacy), sparesCode: true }));
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

function* withoutCommentsIn(text: string, hold: Hold): Steps<string> {
  const { text: kept, comments, isOpen } = yield* uncommenting(text);
  comments.forEach((comment, at) => hold(isOpen && at === comments.length - 1 ? 'open-comment' : 'comment', comment));
  return kept;
}

// Nothing that is looked for reaches over an empty line, so that a long text is read part by part.
function* redactingParts(lines: readonly string[], reading: Reading): Steps<string> {
  const kept: string[] = [];
  let [from, length] = [0, 0];
  for (const [at, line] of lines.entries()) {
    length += line.length;
    if (at + 1 < lines.length && (length < LONG_PART || line !== '')) continue;
    kept.push(yield* redactingProse(lines.slice(from, at + 1), reading));
    yield;
    [from, length] = [at + 1, 0];
  }
  return kept.join('\n');
}

// Each pass over a part is a step.
function* redactingProse(lines: readonly string[], reading: Reading): Steps<string> {
  const { hold } = reading;
  const whole = withoutFieldsOverLines(lines, hold);
  yield;
  const kept = withoutLineFields(whole, hold).map((line) => line.replace(BLOCK_ID, (id) => hold('block-id', id)));
  yield;
  return yield* redactingLinks(withoutInlineQueries(kept.join('\n'), hold), reading, publicLink);
}

function* redactingLinks(text: string, { privacy, hold: holdMasked, references, sparesCode }: Reading, write?: typeof publicLink): Steps<string> {
  const masked = sparesCode ? maskedCode(text) : undefined;
  const hold = masked === undefined ? holdMasked : unmaskedHold(masked, holdMasked);
  const named = withoutWikilinks(masked?.text ?? text, privacy, hold, write);
  yield;
  const linked = yield* withoutLocalLinks(named, references, privacy, hold);
  yield;
  const tagged = withoutLocalHtml(linked, privacy, hold);
  yield;
  const open = withoutInlineFields(withoutLocalStyles(withoutProgramAddresses(tagged, privacy, hold), privacy, hold), hold);
  return masked === undefined ? open : masked.unmasked(open, (code) => withoutPrivateInCode(code, privacy, holdMasked));
}

function tidy(text: string): string {
  return text.split('\n').map(withTidyEnd).join('\n').replace(/\n{3,}/g, '\n\n');
}

// Two spaces at a line's end break it; any others say nothing.
function withTidyEnd(line: string): string {
  const words = line.trimEnd();
  return words !== '' && line.endsWith('  ') ? `${words}  ` : words;
}
