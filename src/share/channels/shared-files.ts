import type { Result } from '../../base';
import type { Properties } from '../../note';

/** Files in the vault that others are given: the port of those channels that write some. Paths are vault paths. */
export interface SharedFiles {
  /** The paths of the files in a folder, not of those deeper; none when there is no folder. */
  list(folder: string): readonly string[];
  /** What the app's index tells of a note's properties, without a look at the file; undefined where it does not know the file yet. */
  properties(path: string): Properties | undefined;
  /** Tells one version of a file from another, without a look at it; undefined when there is no such file. */
  version(path: string): string | undefined;
  /** Undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Writes a whole file; missing folders are made. Fails with a sentence. */
  write(path: string, text: string): Promise<Result<void>>;
}

/** A folder as it was typed, without the slashes and dots that lead out of it; empty when nothing is left. */
export function plainFolder(typed: string): string {
  return typed.split(/[\\/]+/).map((part) => part.trim()).filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
}
