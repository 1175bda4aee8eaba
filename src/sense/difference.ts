import { diffArrays } from 'diff';
import { lazily } from '../base';
import { foldedWords } from './own-words';
import { countsOf, foundAmong } from './word-runs';

/** A stretch of text that two takes share, or that only the later or only the earlier one has. */
interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

// A person's change of mind is far smaller; two unlike long texts are shown one after the other instead of letting anybody wait.
const MOST_EDITS = 400;
// Two texts with fewer common words than this share are another thought, of which single words tell nothing.
const ALIKE_FROM = 0.4;
// So few words between two that were replaced read better as a part of what was replaced.
const FEWEST_KEPT = 3;
const wordSegmenter = lazily(() => new Intl.Segmenter(undefined, { granularity: 'word' }));
const sentenceSegmenter = lazily(() => new Intl.Segmenter(undefined, { granularity: 'sentence' }));

/** What changed from one take to the next: sentences that stayed, and within those that did not, words – unless they are all but new. */
export function differenceOf(before: string, after: string): Change[] {
  return changesOf(sentencesOf(before), sentencesOf(after)).flatMap((hunk) => (hunk.same === '' ? refined(hunk) : [{ kind: 'same' as const, text: hunk.same }]));
}

/** Whether nothing stayed: one take went, another came. */
export function isAllNew(changes: readonly Change[]): boolean {
  return changes.length === 2 && changes[0]?.kind === 'removed' && changes[1]?.kind === 'added';
}

/** What stayed, or what went and came at one place. */
interface Hunk {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

function refined(hunk: Hunk): Change[] {
  const { removed, added } = hunk;
  if (likeness(removed, added) < ALIKE_FROM) return shown(hunk);
  return joined(changesOf(wordsOf(removed), wordsOf(added))).flatMap(shown);
}

function shown({ same, removed, added }: Hunk): Change[] {
  const changes: Change[] = [{ kind: 'same', text: same }, { kind: 'removed', text: removed }, { kind: 'added', text: added }];
  return changes.filter(({ text }) => text !== '');
}

function changesOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [{ same: '', removed: before.join(''), added: after.join('') }];
  const hunks: Hunk[] = [];
  for (const { added, removed, value } of changes) {
    const text = value.join('');
    const last = hunks.at(-1);
    if (!added && !removed) hunks.push({ same: text, removed: '', added: '' });
    else if (last?.same === '') hunks.push({ ...(hunks.pop() as Hunk), ...(added ? { added: text } : { removed: text }) });
    else hunks.push({ same: '', removed: removed ? text : '', added: added ? text : '' });
  }
  return hunks;
}

// "one of two" between two replaced words is no island that anybody wants to read.
function joined(hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of hunks) {
    const [before, kept] = result.slice(-2);
    if (before !== undefined && kept !== undefined && isReplaced(before) && isReplaced(hunk) && kept.same !== '' && foldedWords(kept.same).length < FEWEST_KEPT) {
      result.splice(-2, 2, { same: '', removed: before.removed + kept.same + hunk.removed, added: before.added + kept.same + hunk.added });
    } else result.push(hunk);
  }
  return result;
}

function isReplaced({ removed, added }: Hunk): boolean {
  return removed !== '' && added !== '';
}

/**
 * From 0 to 1: the share of words that two texts have in common, each counted as often as both have it.
 * Source: the coefficient of Dice (1945, "Measures of the amount of ecologic association between species").
 */
function likeness(one: string, other: string): number {
  const [left, right] = [foldedWords(one), foldedWords(other)];
  const size = left.length + right.length;
  return size === 0 ? 1 : (2 * foundAmong(right, countsOf(left))) / size;
}

function sentencesOf(text: string): string[] {
  return stretchesOf(text).flatMap((stretch) => [...sentenceSegmenter().segment(stretch)].map(({ segment }) => segment));
}

// White space goes with the word before it: what is struck out and what comes in stay apart.
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const segment of stretchesOf(text).flatMap((stretch) => [...wordSegmenter().segment(stretch)].map((one) => one.segment))) {
    if (segment.trim() === '' && words.length > 0) words.push(`${words.pop() ?? ''}${segment}`);
    else words.push(segment);
  }
  return words;
}

// Long lines are cut first: the segmenter needs time by the square of a text's length.
function stretchesOf(text: string): string[] {
  return text.match(/[\s\S]{1,500}(?:\s|$)|[\s\S]{1,500}/g) ?? [];
}
