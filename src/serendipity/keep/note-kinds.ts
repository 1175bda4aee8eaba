import type { NoteKind } from '../types';

/** The kinds of notes in the order of the numbers under which they are kept: never change it without another format. */
export const KINDS: readonly NoteKind[] = ['note', 'daily', 'index', 'template', 'drawing'];
/** Stands beside the kind of a note that is a drawing. */
export const DRAWING = 128;
