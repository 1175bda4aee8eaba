import { folderOf, nameOf, type NoteEvent } from '../../note';
import type { Reason } from '..';
import type { ShownLinks } from './shown-links';

/** What the Links tab shows after a change of the vault: the names of now, and no reason that does not hold any more. Where nothing of it changes it is given back as it is. */
export function shownAfter(shown: ShownLinks, event: NoteEvent): ShownLinks {
  switch (event.kind) {
    case 'changed': return shown;
    case 'renamed': return withRenamed(shown, event.from, event.note.path);
    case 'removed': return withoutWord(shown, event.path);
  }
}

/**
 * The same after a note was renamed or moved, be it the subject, one that was found, or one that a reason tells of: without what does not
 * hold any more. What says nothing of that note is given back as it is.
 */
function withRenamed(shown: ShownLinks, from: string, to: string): ShownLinks {
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

/** The notes that a reason tells of, besides the two that it joins. */
function pathsIn(reason: Reason): readonly string[] {
  switch (reason.kind) {
    case 'common': case 'near': case 'distance': return [reason.via];
    case 'chain': return [reason.from];
    case 'beside': return [reason.via, reason.target];
    default: return [];
  }
}

/** The same after a note was deleted: no reason tells of it any more. Its own card is not taken away here: it comes back where the note does. */
function withoutWord(shown: ShownLinks, of: string): ShownLinks {
  const tells = (reason: Reason): boolean => pathsIn(reason).includes(of);
  if (!shown.links.some(({ reasons }) => reasons.some(tells))) return shown;
  return { ...shown, links: shown.links.map((link) => ({ ...link, reasons: link.reasons.filter((reason) => !tells(reason)) })) };
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
