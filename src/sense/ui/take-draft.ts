import { WAYS, readWays, type Take } from '..';

/** A take that is being written, with the take it began from. */
export interface TakeDraft extends Take {
  /** The take that stood in the note when writing began; empty for a first one. */
  readonly before: string;
  /** Whether it is to follow the one before instead of taking its place. */
  readonly isLater?: boolean;
}

/** A draft with the mind changed, or changed back: it begins with the words of the latest take, to be typed over, or changed where the mind has. */
export function turnedDraft({ text, ways, coAuthors, isLater: wasLater }: TakeDraft, latest: Take): TakeDraft {
  const isLater = wasLater !== true;
  const people = coAuthors === undefined ? {} : { coAuthors };
  // The ways of the latest take are its own, and come back with it.
  const waysNow = isLater ? [] : WAYS.filter((way) => ways.includes(way) || latest.ways.includes(way));
  return { text: text.trim() === '' ? latest.text : text, ways: waysNow, before: latest.text, ...people, ...(isLater ? { isLater } : {}) };
}

/** A draft as one that follows the latest take. What was said of that one is said there. */
export function followingDraft(draft: TakeDraft, latest: Take): TakeDraft {
  return { ...draft, isLater: true, ways: draft.ways.filter((way) => !latest.ways.includes(way)) };
}

/** Reads a stored draft; undefined when there is none or it is damaged. */
export function readTakeDraft(stored: unknown): TakeDraft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { text, ways, before, isLater, coAuthors } = stored as Record<string, unknown>;
  if (typeof text !== 'string') return undefined;
  return {
    text,
    ways: readWays(textsIn(ways)),
    before: typeof before === 'string' ? before : '',
    ...(isLater === true ? { isLater } : {}),
    ...(Array.isArray(coAuthors) ? { coAuthors: textsIn(coAuthors) } : {}),
  };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
