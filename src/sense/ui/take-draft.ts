import { readWays, type Take } from '..';

/** A take that is being written, with the take it began from. */
export interface TakeDraft extends Take {
  /** The take that stood in the note when writing began; empty for a first one. */
  readonly before: string;
  /** Whether it is to follow the one before instead of taking its place. */
  readonly isLater?: boolean;
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
