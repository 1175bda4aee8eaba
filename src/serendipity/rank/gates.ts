import type { VaultIndex } from '../vault/vault-index';
import type { Absence, Filter, LinkWay, Query } from '../types';
import type { Question } from './question';

const DAY = 86_400_000;
const REST_DAYS = 2;

/** One key for a pair of notes in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Whether a note lies in a folder, or in one within it; '' is the vault's root. */
export function isIn(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** How many whole days ago a note that still rests was opened; undefined when it does not rest. */
export function daysOfRest(path: string, { now, openedAt, restDays = REST_DAYS }: Pick<Query, 'now' | 'openedAt' | 'restDays'>): number | undefined {
  const opened = openedAt?.get(path);
  if (opened === undefined) return undefined;
  const days = (now - opened) / DAY;
  return days < restDays ? Math.max(0, Math.floor(days)) : undefined;
}

/** The reasons, if any, for which a note may not be shown at all. */
export class Gates {
  private readonly linkedTo = new Set<number>();
  private readonly linkedFrom = new Set<number>();

  constructor(private readonly index: VaultIndex, private readonly query: Query, private readonly question: Question) {
    for (const target of question.targets) this.linkedTo.add(target);
    if (question.note >= 0) index.graph.eachIn(question.note, (source) => this.linkedFrom.add(source));
  }

  /** Whether the asking note links to this one, or this one there; undefined where neither does. */
  linkWith(note: number): LinkWay | undefined {
    if (this.linkedTo.has(note)) return 'to';
    return this.linkedFrom.has(note) ? 'from' : undefined;
  }

  /** Every gate that holds the note back; empty when it may show. */
  holding(note: number): Absence[] {
    const held: Absence[] = [];
    const { path, kind, count } = this.index.entry(note);
    const { query } = this;
    if (note === this.question.note) return [{ kind: 'itself' }];
    if (this.linkedTo.has(note) || query.linked?.has(path) === true) held.push({ kind: 'linked', direction: 'to' });
    if (this.linkedFrom.has(note)) held.push({ kind: 'linked', direction: 'from' });
    if (kind === 'template' || kind === 'drawing' || (kind === 'daily' && query.wantDaily !== true) || (kind === 'index' && query.wantIndex !== true)) {
      held.push({ kind: 'noteKind', noteKind: kind });
    }
    if (query.templateFolders?.some((folder) => folder !== '' && isIn(path, folder)) === true) held.push({ kind: 'noteKind', noteKind: 'template' });
    const folder = query.excludedFolders?.find((excluded) => isIn(path, excluded));
    if (folder !== undefined) held.push({ kind: 'excludedFolder', folder });
    if (query.hiddenNotes?.has(path) === true) held.push({ kind: 'hiddenNote' });
    if (query.path !== undefined && query.hiddenPairs?.has(pairKey(query.path, path)) === true) held.push({ kind: 'hiddenPair' });
    this.holdOpened(path, held);
    if (!this.passes(note, query.filter)) held.push({ kind: 'filtered' });
    if (count === 0) held.push({ kind: 'empty' });
    return held;
  }

  /** Whether the note may show, as far as `holding` tells. */
  readonly mayShow = (note: number): boolean => this.holding(note).length === 0;

  private holdOpened(path: string, held: Absence[]): void {
    const days = daysOfRest(path, this.query);
    if (days !== undefined) held.push({ kind: 'opened', days });
  }

  private passes(note: number, filter: Filter | undefined): boolean {
    if (filter === undefined) return true;
    const { path, type, mtime } = this.index.entry(note);
    const age = (this.query.now - mtime) / DAY;
    return (
      (filter.folder === undefined || isIn(path, filter.folder)) &&
      (filter.olderThanDays === undefined || age >= filter.olderThanDays) &&
      (filter.newerThanDays === undefined || age <= filter.newerThanDays) &&
      (filter.types === undefined || filter.types.includes(type))
    );
  }
}
