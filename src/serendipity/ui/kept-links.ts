import type { NoteEvent } from '../../note';
import { shownAfter } from './shown-after';
import { NOTHING_SHOWN, type ShownLinks } from './shown-links';

/** Where no list is there yet that could be kept, a pause waits for the first one. */
export type Pause = 'off' | 'waits' | 'keeps';

/** What the Links tab keeps while another tab of the sidebar is shown. */
export interface KeptLinks {
  /** The note that was pinned. */
  readonly pinned: string | undefined;
  readonly pause: Pause;
  /** So many links were asked for by "Show more"; 0 for as many as the settings say. */
  readonly limit: number;
  readonly shown: ShownLinks;
  /** The note whose paused list went with it meanwhile. */
  readonly gone: string | undefined;
}

/** Before the tab was shown for the first time. */
export const NOTHING_KEPT: KeptLinks = { pinned: undefined, pause: 'off', limit: 0, shown: NOTHING_SHOWN, gone: undefined };

/** The same after a change of the vault: notes are known by their names of now, and a paused list goes with its note. */
export function keptAfter(kept: KeptLinks, event: NoteEvent): KeptLinks {
  if (event.kind === 'changed') return kept;
  const after = { ...kept, pinned: pathAfter(kept.pinned, event), shown: shownAfter(kept.shown, event) };
  if (event.kind === 'renamed' || kept.shown.subject?.path !== event.path) return after;
  const isPauseOver = kept.pause === 'keeps';
  return { ...after, limit: 0, shown: NOTHING_SHOWN, pause: isPauseOver ? 'off' : kept.pause, gone: isPauseOver ? event.path : kept.gone };
}

/** Where a note is after a change of the vault; undefined when it is nowhere. */
function pathAfter(path: string | undefined, event: Exclude<NoteEvent, { kind: 'changed' }>): string | undefined {
  if (event.kind === 'renamed') return path === event.from ? event.note.path : path;
  return path === event.path ? undefined : path;
}

/** The same when links for a note are asked for by its name: neither a pin nor a pause of another one stands in the way. */
export function keptFor(kept: KeptLinks, path: string): KeptLinks {
  return kept.shown.subject?.path === path ? kept : { ...kept, pinned: undefined, pause: 'off' };
}
