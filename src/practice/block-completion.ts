import type { Day } from '../base';
import { BLOCK_KINDS, isBlockKind, type BlockOption } from './live-block';

/** What can be written at a place of a live block: it replaces the `typed` characters before the cursor. */
export interface BlockCompletion {
  readonly typed: string;
  readonly offers: readonly string[];
}

/** What the values of options are made of. */
export interface CompletionSources {
  readonly folders: () => readonly string[];
  readonly today: () => Day;
}

const LIMITS = ['3', '5', '10', '20', '50'];
const MOST_OFFERS = 20;

/**
 * What may stand where somebody writes in a live block. `before` is the line up to the cursor, `others` are the block's
 * other lines. Undefined where nothing can be said, such as after a comment.
 */
export function completionAt(before: string, others: readonly string[], sources: CompletionSources): BlockCompletion | undefined {
  if (before.includes('#')) return undefined;
  const keys = new Map(others.map((line) => /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line)).flatMap((match) => (match === null ? [] : [[match[1] ?? '', (match[2] ?? '').trim()] as const])));
  const [, key, value] = /^\s*([\w-]*)\s*(?::\s*(.*))?$/.exec(before) ?? [];
  if (key === undefined) return undefined;
  if (value === undefined) return completion(key, keysFor(keys).map((one) => `${one}: `));
  return completion(value, valuesFor(key, sources));
}

function keysFor(present: ReadonlyMap<string, string>): string[] {
  const show = present.get('show');
  const options: readonly (BlockOption | 'show')[] = show !== undefined && isBlockKind(show) ? BLOCK_KINDS[show] : ['show'];
  return options.filter((key) => !present.has(key));
}

function valuesFor(key: string, { folders, today }: CompletionSources): readonly string[] {
  if (key === 'show') return Object.keys(BLOCK_KINDS);
  if (key === 'limit') return LIMITS;
  if (key === 'date') return [today()];
  return key === 'folder' ? folders() : [];
}

/** Those that begin with what is typed come first, then those that hold it; nothing where one is written out, so that Enter ends the line. */
function completion(typed: string, candidates: readonly string[]): BlockCompletion | undefined {
  if (candidates.includes(typed)) return undefined;
  const wanted = typed.toLowerCase();
  const fitting = candidates.filter((one) => one.toLowerCase().includes(wanted));
  const starts = (one: string): boolean => one.toLowerCase().startsWith(wanted);
  const offers = [...fitting.filter(starts), ...fitting.filter((one) => !starts(one))].slice(0, MOST_OFFERS);
  return offers.length === 0 ? undefined : { typed, offers };
}
