import { fail, ok, stableId, type Result } from '../../base';
import { endOfFrontmatter, nameOf } from '../../note';
import { words } from '../../words';

/** What an import did to one note, so that it can be taken back. */
export type JournalEntry =
  | MadeNote
  | { readonly kind: 'changed'; readonly path: string; readonly head: string; readonly writtenHead: string; readonly removed: string; readonly added: string };

interface MadeNote {
  readonly kind: 'made';
  readonly path: string;
  /** Stands for the whole text, as the import wrote it. */
  readonly written: string;
  /** Whether the note has another name by now. */
  readonly isRenamed?: boolean;
}

/** Everything one import did. Kept on the device. */
export interface ImportJournal {
  readonly file: string;
  readonly entries: readonly JournalEntry[];
}

/** The entry of a note that the import made. */
export function madeEntry(path: string, text: string): JournalEntry {
  return { kind: 'made', path, written: stableId(text) };
}

/** The entry of a note that the import added to. */
export function changedEntry(path: string, before: string, after: string): JournalEntry {
  const [head, headAfter] = [headOf(before), headOf(after)];
  const [body, bodyAfter] = [before.slice(head.length), after.slice(headAfter.length)];
  const shorter = Math.min(body.length, bodyAfter.length);
  let start = 0;
  while (start < shorter && body[start] === bodyAfter[start]) start++;
  let end = 0;
  while (end < shorter - start && body[body.length - 1 - end] === bodyAfter[bodyAfter.length - 1 - end]) end++;
  return { kind: 'changed', path, head, writtenHead: stableId(headAfter), removed: body.slice(start, body.length - end), added: bodyAfter.slice(start, bodyAfter.length - end) };
}

/** A journal after notes were renamed or moved, in the order in which it happened. */
export function withMovesFollowed(journal: ImportJournal, moves: readonly (readonly [from: string, to: string])[]): ImportJournal {
  const entries = [...journal.entries];
  const places = new Map(entries.map(({ path }, at) => [path, at]));
  for (const [from, to] of moves) {
    const at = places.get(from);
    const entry = entries[at ?? -1];
    if (at === undefined || entry === undefined) continue;
    const isRenamed = entry.kind === 'made' && (entry.isRenamed === true || nameOf(from) !== nameOf(to));
    entries[at] = { ...entry, path: to, ...(isRenamed ? { isRenamed } : {}) };
    places.delete(from);
    places.set(to, at);
  }
  return { ...journal, entries };
}

/** Whether a note that the import made is still exactly as it was made, by its text and its name, so that nothing of the user's is lost with it. */
export function isUntouched(entry: JournalEntry, text: string): boolean {
  return entry.kind === 'made' && entry.isRenamed !== true && stableId(text) === entry.written;
}

/** A note as it was before the import added to it. Fails, changing nothing, where a person has changed the same since. */
export function withoutImport(entry: JournalEntry & { kind: 'changed' }, text: string): Result<string> {
  const head = headOf(text);
  const body = text.slice(head.length);
  if (stableId(head) !== entry.writtenHead) return fail(words.ties.changedSince(nameOf(entry.path)));
  if (entry.added === '') return ok(entry.head + body);
  const at = body.indexOf(entry.added);
  if (at < 0) return fail(words.ties.changedSince(nameOf(entry.path)));
  return ok(entry.head + body.slice(0, at) + entry.removed + body.slice(at + entry.added.length));
}

/** Reads what the device kept; undefined when it is none. */
export function readJournal(kept: unknown): ImportJournal | undefined {
  if (typeof kept !== 'object' || kept === null || !('entries' in kept) || !Array.isArray(kept.entries)) return undefined;
  const entries = kept.entries.filter(isEntry);
  return entries.length === 0 ? undefined : { file: 'file' in kept && typeof kept.file === 'string' ? kept.file : '', entries };
}

function isEntry(entry: unknown): entry is JournalEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const texts = entry as Record<string, unknown>;
  const needed = texts.kind === 'made' ? ['path', 'written'] : texts.kind === 'changed' ? ['path', 'head', 'writtenHead', 'removed', 'added'] : ['kind-unknown'];
  return needed.every((name) => typeof texts[name] === 'string');
}

function headOf(text: string): string {
  return text.slice(0, endOfFrontmatter(text));
}
