import type { VaultIndex } from '../vault/vault-index';
import type { Absence, Filter, Query } from '../types';
import type { Question } from './question';

const DAY = 86_400_000;
const REST_DAYS = 2;
const FEWEST_TERMS_TO_COMPARE = 12;
const NEAR_DUPLICATE = 0.85;

/** One key for a pair of notes in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function isIn(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** The reasons, if any, for which a note may not be shown at all. `asked` has the byte of every term of the asking note. */
export class Gates {
  private readonly linkedTo = new Set<number>();
  private readonly linkedFrom = new Set<number>();

  constructor(private readonly index: VaultIndex, private readonly query: Query, private readonly question: Question, private readonly asked: Uint8Array) {
    for (const target of question.targets) this.linkedTo.add(target);
    if (question.note >= 0) index.graph.eachIn(question.note, (source) => this.linkedFrom.add(source));
  }

  /** Every gate that holds the note back; empty when it may show. */
  holding(note: number): Absence[] {
    const held: Absence[] = [];
    const { path, kind, count } = this.index.entry(note);
    const { query } = this;
    if (note === this.question.note) return [{ kind: 'itself' }];
    if (this.linkedTo.has(note)) held.push({ kind: 'linked', direction: 'to' });
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
    if (held.length === 0 && this.isNearDuplicate(note)) held.push({ kind: 'nearDuplicate' });
    return held;
  }

  private holdOpened(path: string, held: Absence[]): void {
    const opened = this.query.openedAt?.get(path);
    if (opened === undefined) return;
    const days = (this.query.now - opened) / DAY;
    if (days < (this.query.restDays ?? REST_DAYS)) held.push({ kind: 'opened', days: Math.max(0, Math.floor(days)) });
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

  /** Whether nearly all terms of each note stand in the other (Jaccard); the words of a common template do not count. */
  private isNearDuplicate(note: number): boolean {
    const { start, count } = this.index.entry(note);
    const { all, boilerplate } = this.question;
    if (Math.min(all.length, count) < FEWEST_TERMS_TO_COMPARE || all.length > 2 * count || (boilerplate.size === 0 && count > 2 * all.length)) return false;
    let shared = 0;
    let theirs = count;
    for (let at = start; at < start + count; at++) {
      const term = this.index.arena.terms[at] as number;
      if (this.asked[term] !== 0) shared++;
      else if (boilerplate.has(term)) theirs--;
    }
    return shared >= NEAR_DUPLICATE * (all.length + theirs - shared);
  }
}
