import { diffArrays } from 'diff';

/** A stretch of text that two takes share, or that only the later or only the earlier one has. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

// A person's change of mind is far smaller; two unlike long texts are shown side by side instead of letting anybody wait.
const MOST_EDITS = 400;
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What changed from one take to the next, word by word. */
export function differenceOf(before: string, after: string): Change[] {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return whole(before, after);
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }));
}

function whole(before: string, after: string): Change[] {
  return [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
}

// Long lines are cut first: the segmenter needs time by the square of a text's length.
function tokensOf(text: string): string[] {
  return (text.match(/[\s\S]{1,500}(?:\s|$)|[\s\S]{1,500}/g) ?? []).flatMap((stretch) => [...SEGMENTER.segment(stretch)].map(({ segment }) => segment));
}
