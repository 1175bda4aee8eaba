import { folderOf, nameOf } from '../../note';
import type { EmptyState } from '../../obsidian/parts/empty-state';
import type { Filter, Reason } from '..';
import type { FoundLink } from './link-finder';

/** What links are looked for: a note, or words selected in it. */
export interface Subject {
  readonly path: string;
  /** The selected words; '' where the whole note asks. */
  readonly passage: string;
}

/**
 * What the Links tab shows, with what it is for: one value, so that its head, its cards and what is done with them never tell of
 * different notes.
 */
export interface ShownLinks {
  readonly subject: Subject | undefined;
  /** All that were found, also what was hidden since. */
  readonly links: readonly FoundLink[];
  /** Why none were. */
  readonly empty: EmptyState | undefined;
  /** Whether a pause may keep this: links, or that the whole index has none; anything else is asked again as soon as the index knows more. */
  readonly isAnswer: boolean;
  /** Whether the index knew a part of the vault only. */
  readonly isOfPart: boolean;
  /** How many were asked for, and where between closest (0) and most surprising (1). */
  readonly limit: number;
  readonly surprise: number;
  /** Which were asked for; undefined for all. */
  readonly filter: Filter | undefined;
}

/** Before anything was looked for. */
export const NOTHING_SHOWN: ShownLinks = { subject: undefined, links: [], empty: undefined, isAnswer: false, isOfPart: false, limit: 0, surprise: 0, filter: undefined };

/** Whether this was asked for as the slider and the filter stand now. */
export function isAskedSo(shown: ShownLinks, surprise: number, filter: Filter | undefined): boolean {
  return shown.surprise === surprise && JSON.stringify(shown.filter) === JSON.stringify(filter);
}

/**
 * The same after a note was renamed or moved, be it the subject, one that was found, or one that a reason tells of: without what does not
 * hold any more. What says nothing of that note is given back as it is.
 */
export function withRenamed(shown: ShownLinks, from: string, to: string): ShownLinks {
  const { subject, links } = shown;
  if (subject?.path !== from && !links.some(({ path, reasons }) => path === from || reasons.some((reason) => pathsIn(reason).includes(from)))) return shown;
  const isSubject = subject?.path === from;
  const here = isSubject ? to : (subject?.path ?? '');
  const isNamedAnew = nameOf(from) !== nameOf(to);
  const isMoved = folderOf(from) !== folderOf(to);
  return {
    ...shown,
    subject: isSubject ? { ...subject, path: to } : subject,
    links: links.map((link) => {
      const isFound = link.path === from;
      const path = isFound ? to : link.path;
      const stillHolds = (reason: Reason): boolean => {
        if (reason.kind === 'named') return !isNamedAnew || !(reason.where === 'here' ? isFound : isSubject);
        if (reason.kind === 'folder') return folderOf(here) !== folderOf(path);
        return reason.kind !== 'habit' || !isMoved || !(isFound || isSubject);
      };
      return {
        ...link,
        ...(isFound && { path, title: nameOf(path), folder: folderOf(path) }),
        ...(isFound && isNamedAnew && { titleMarks: [] }),
        reasons: link.reasons.filter(stillHolds).map((reason) => (reason.kind === 'folder' ? { ...reason, here: folderOf(here), there: folderOf(path) } : renamedIn(reason, from, to))),
      };
    }),
  };
}

function pathsIn(reason: Reason): readonly string[] {
  switch (reason.kind) {
    case 'common': case 'near': case 'distance': return [reason.via];
    case 'chain': return [reason.from];
    case 'beside': return [reason.via, reason.target];
    default: return [];
  }
}

/** A reason with the notes that it tells of under their names of now. */
function renamedIn(reason: Reason, from: string, to: string): Reason {
  const now = (path: string): string => (path === from ? to : path);
  switch (reason.kind) {
    case 'common': case 'near': case 'distance': return { ...reason, via: now(reason.via) };
    case 'chain': return { ...reason, from: now(reason.from) };
    case 'beside': return { ...reason, via: now(reason.via), target: now(reason.target) };
    default: return reason;
  }
}
