import { readWays, type Take } from '..';

/** A take that is being written, with the take it began from. */
export interface TakeDraft extends Take {
  /** The take that stood in the note when writing began; empty for a first one. */
  readonly before: string;
}

/** Reads a stored draft; undefined when there is none or it is damaged. */
export function readTakeDraft(stored: unknown): TakeDraft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { text, ways, before } = stored as Record<string, unknown>;
  if (typeof text !== 'string') return undefined;
  const known = Array.isArray(ways) ? readWays(ways.filter((way): way is string => typeof way === 'string')) : [];
  return { text, ways: known, before: typeof before === 'string' ? before : '' };
}
