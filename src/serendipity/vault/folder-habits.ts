import { Column } from './arena';

/** A link that a folder does not have yet weighs as much as this share of one. */
const LEAST = 0.02;
/** So many made-up links, spread as links of the whole vault are, stand beside the real ones of each folder. */
const PRIOR = 4;

/** One folder: how many notes it has, and how many links its notes have to which folders. */
interface Folder {
  notes: number;
  links: number;
  readonly to: Map<number, number>;
}

/**
 * Which folders' notes link to which. People link by habit: book notes to authors, meetings to projects, entries of a catalogue to
 * its categories, often across folders. Counts follow each link as it comes and goes, so they never have to be gathered.
 */
export class FolderHabits {
  private readonly numbers = new Map<string, number>();
  private readonly folders: Folder[] = [];
  private readonly folderOfNote = new Column(-1);
  private notes = 0;
  private links = 0;
  private inside = 0;

  /** A note stands in a folder from now on; called before its first link is counted. */
  addNote(note: number, folder: string): void {
    let number = this.numbers.get(folder);
    if (number === undefined) {
      number = this.folders.push({ notes: 0, links: 0, to: new Map() }) - 1;
      this.numbers.set(folder, number);
    }
    this.folderOfNote.set(note, number);
    (this.folders[number] as Folder).notes++;
    this.notes++;
  }

  /** A note goes. Links to it may still be counted off afterwards. */
  removeNote(note: number): void {
    (this.folders[this.folderOfNote.get(note)] as Folder).notes--;
    this.notes--;
  }

  /** Links between two notes come (1) or go (-1). */
  count(source: number, target: number, change: number): void {
    const from = this.folderOfNote.get(source);
    const to = this.folderOfNote.get(target);
    const folder = this.folders[from] as Folder;
    folder.links += change;
    this.links += change;
    if (from === to) this.inside += change;
    const count = (folder.to.get(to) ?? 0) + change;
    if (count === 0) folder.to.delete(to);
    else folder.to.set(to, count);
  }

  /** How many links notes of one folder have to notes of another. */
  between(from: string, to: string): number {
    return this.folders[this.numbers.get(from) ?? -1]?.to.get(this.numbers.get(to) ?? -1) ?? 0;
  }

  /**
   * For a note in `folder`: how much likelier than by chance a link from there leads to a note of each folder, as a natural logarithm.
   * Additive smoothing; what a folder's own links do not tell is taken from the share of all links that stay within their folder.
   */
  from(folder: string): (note: number) => number {
    const from = this.numbers.get(folder) ?? -1;
    const mine = this.folders[from];
    const staying = (this.inside + 1) / (this.links + 2);
    const total = (mine?.links ?? 0) + PRIOR;
    const known = new Map<number, number>();
    return (note) => {
      const to = this.folderOfNote.get(note);
      const before = known.get(to);
      if (before !== undefined) return before;
      const share = (this.folders[to] as Folder).notes / this.notes;
      const expected = from === to ? staying : (1 - staying) * share;
      const lift = Math.log(((mine?.to.get(to) ?? 0) + PRIOR * expected + LEAST) / (total * share + LEAST));
      known.set(to, lift);
      return lift;
    };
  }
}
