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

/** A draft that says nothing. */
export const EMPTY_DRAFT: TakeDraft = { text: '', ways: [], before: '' };

/** A draft with the words of another one below its own, and the ways and people of both. */
export function joinedDraft(draft: TakeDraft, other: TakeDraft): TakeDraft {
  const people = [...new Set([...(draft.coAuthors ?? []), ...(other.coAuthors ?? [])])];
  return {
    ...draft,
    text: [draft.text, other.text].filter((text) => text.trim() !== '').join('\n\n'),
    ways: WAYS.filter((way) => draft.ways.includes(way) || other.ways.includes(way)),
    ...(people.length === 0 ? {} : { coAuthors: people }),
  };
}

/** Whether a draft says anything that the take in the note does not; where every word was taken out, only what was chosen can. */
export function saysMore({ text, ways, coAuthors = [], isLater }: TakeDraft, take: Take): boolean {
  const isAdded = ways.some((way) => !take.ways.includes(way)) || coAuthors.some((name) => take.coAuthors?.includes(name) !== true);
  if (text.trim() === '' || isAdded) return isAdded;
  return isLater === true || text !== take.text || ways.length < take.ways.length || coAuthors.length < (take.coAuthors ?? []).length;
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
