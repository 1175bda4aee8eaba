import { onOneLine } from '../base';
import { byStanding, spelled, type CommonsCopy, type FoundCopy } from './channels';

/** A note that was made of a copy. */
export interface TakenNote {
  readonly path: string;
  /** The copy's. */
  readonly key: string;
  /** Whose words it quotes: who gave the copy, unless the user put somebody else there. */
  readonly author: string;
}

/** A copy that is to be taken in, and the note that an earlier version became; a new one is to be made where it is undefined. */
export interface CopyToTake extends FoundCopy {
  readonly there: string | undefined;
}

/**
 * Of the copies in a folder each item once, as one giver gave it: where a sync left both versions of a file, or two devices
 * of the giver called theirs differently, the one that stands for them. Two people who gave the same quote are both heard.
 */
export function copiesToTake(found: readonly FoundCopy[], taken: readonly TakenNote[]): CopyToTake[] {
  const items = new Map<string, Map<string, FoundCopy>>();
  for (const one of [...found].sort(byStanding)) {
    const givers = items.get(one.copy.key) ?? new Map<string, FoundCopy>();
    if (!givers.has(giverOf(one.copy))) givers.set(giverOf(one.copy), one);
    items.set(one.copy.key, givers);
  }
  const notes = new Map<string, TakenNote[]>();
  for (const note of taken) notes.set(note.key, [...(notes.get(note.key) ?? []), note]);
  return [...items].flatMap(([key, givers]) => [...givers].map(([giver, one]) => {
    const made = notes.get(key) ?? [];
    // The user may have put another author there: with one giver there is no doubt.
    const there = made.find(({ author }) => spelled(author) === giver) ?? (givers.size === 1 ? made[0] : undefined);
    return { ...one, there: there?.path };
  }));
}

function giverOf({ by, author }: CommonsCopy): string {
  return spelled(onOneLine(by ?? author ?? ''));
}
