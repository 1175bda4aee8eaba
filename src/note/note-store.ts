import type { Result } from '../base';
import type { Properties } from './frontmatter';

/** A note as the vault lists it, without its text. Times are milliseconds since 1970 (UTC). */
export interface NoteRef {
  readonly path: string;
  readonly ctime: number;
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
}

/** What happened to a note. */
export type NoteEvent =
  | { readonly kind: 'changed'; readonly note: NoteRef }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'renamed'; readonly note: NoteRef; readonly from: string };

/** Hears what this plugin changes. */
export type OwnChangeListener = (path: string, before: string, after: string) => void;

/**
 * The rooms' view of the vault: the one place through which notes are read and written.
 * `change` is atomic: it reads the note as it is now (unsaved typing included), and writes once or not at all.
 */
export interface NoteStore {
  list(): readonly NoteRef[];
  find(path: string): NoteRef | undefined;
  /** Whether anything (a note, another file, a folder) has this path, in any letter case. */
  isTaken(path: string): boolean;
  /**
   * The note's text: what an open editor has comes first. Otherwise it may be a moment old, unless it is asked for
   * `fromDisk`: where what stands there now decides. Throws when it cannot be read.
   */
  read(path: string, how?: { readonly fromDisk: boolean }): Promise<string>;
  /** The note's text as an open editor has it, unsaved typing included; undefined when none edits it. */
  typed(path: string): string | undefined;
  /** The note's properties as last indexed; an empty record when it has none. */
  properties(path: string): Properties;
  /** Whether the note or the vault marks it with this tag (`#` not needed; nested tags count). */
  hasTag(path: string, tag: string): boolean;
  /** The note that a link in `from` leads to. */
  resolve(link: string, from: string): string | undefined;
  /** The text of a link to `path` that works in the note `from`, as the user's settings want links. */
  linkTo(path: string, from: string, label?: string): string;
  /** The shortest name by which `from` can link to `path`, for wikilinks in properties. */
  linkName(path: string, from: string): string;
  /** Makes a note; fails when the path is taken. Missing folders are made. */
  create(path: string, text: string): Promise<Result<string>>;
  /**
   * Rewrites a note by a pure function. The function's problem, or the disk's, comes back and the note stays as it was.
   * With `leavesTyping`, a note whose editor holds unsaved typing is changed there and saved by its editor, as typing is:
   * another program that is about to write the note can then not take the typed words for old ones.
   */
  change(path: string, rewrite: (text: string) => Result<string>, how?: { readonly leavesTyping: boolean }): Promise<Result<string>>;
  /** Whether `create` or `change` is at work on a note: what comes into it meanwhile was written here, by nobody else. */
  isWriting(path: string): boolean;
  /**
   * Calls `listener` for every note that `change` is about to change, with its text before and after, until the function
   * given back is called. It is told at once, before anybody else can read what is written.
   */
  onOwnChange(listener: OwnChangeListener): () => void;
}
