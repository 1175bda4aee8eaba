import type { WrittenLink } from '../read/scan';
import { Column } from './arena';
import { EdgeLists, NONE } from './edge-lists';
import { FolderHabits } from './folder-habits';
import { NameTable, type TextsInBytes } from './name-table';
import { anchoredKey, fits, folderOf, lastPart, linkKey, nearer } from './names';

/** So many links are compared one by one; more of them by a map. */
const FEW_LINKS = 12;
/** A link to one note in many places does not collect words without end. */
const MOST_WORDS = 8;

/**
 * The links between notes, kept resolved while notes come, go and move. Each edge waits in the list of the name it asks for,
 * so that a new, renamed or removed note re-resolves only the links that could mean it.
 */
export class LinkGraph {
  readonly habits = new FolderHabits();
  private readonly names = new NameTable();
  private readonly keys: (string | undefined)[] = [];

  private readonly sources = new Column();
  private readonly targets = new Column(NONE);
  private readonly links = new Column();
  private readonly outFirst = new Column();
  private readonly outCount = new Column();
  private readonly incoming = new EdgeLists();
  private readonly waiting = new EdgeLists();
  private readonly room = new Column();
  private readonly anchors = new Map<number, readonly number[]>();
  private readonly inResolved = new Column();
  private readonly outResolved = new Column();
  private readonly near = { found: new Int32Array(64), count: 0 };
  private edges = 0;
  private resolved = 0;

  /** Links that lead to a note. */
  get size(): number {
    return this.resolved;
  }

  get bytes(): number {
    return this.names.bytes + this.sources.bytes + this.targets.bytes + this.links.bytes + this.outFirst.bytes + this.outCount.bytes + this.incoming.bytes + this.waiting.bytes;
  }

  /** A note appears at a path: links that were waiting for it, or that it suits better than their present target, turn to it. */
  addNote(note: number, path: string): void {
    const key = linkKey(path);
    const name = this.names.number(lastPart(key));
    this.keys[note] = key;
    this.names.addNote(name, note);
    this.habits.addNote(note, folderOf(path));
    for (let edge = this.waiting.head(name); edge !== NONE; edge = this.waiting.after(edge)) {
      const now = this.targets.get(edge);
      if (now === NONE && this.links.get(edge) === name) {
        this.turn(edge, note);
        continue;
      }
      const link = this.textOf(edge);
      const folder = this.folderOfSource(edge);
      if (!fits(key, link, anchoredKey(link, folder))) continue;
      if (now === NONE || nearer(key, this.keys[now] as string, link, folder)) this.turn(edge, note);
    }
  }

  /** A note disappears from its path: links to it look for the next best. Its own links stay until `setLinks`. */
  removeNote(note: number): void {
    const key = this.keys[note];
    if (key === undefined) return;
    this.names.removeNote(this.names.number(lastPart(key)), note);
    this.keys[note] = undefined;
    this.habits.removeNote(note);
    for (let edge = this.incoming.head(note); edge !== NONE;) {
      const next = this.incoming.after(edge);
      this.turn(edge, this.resolve(edge));
      edge = next;
    }
  }

  /** Replaces the outgoing links of a note that `addNote` knows (an empty list before it is removed for good). */
  setLinks(note: number, written: readonly WrittenLink[]): void {
    this.dropLinks(note);
    const { links, anchors } = this.distinct(written);
    this.placeLinks(note, links, anchors);
  }

  /** The number under which a link is known that `keptLinks` gave out. */
  numberOfKept(texts: TextsInBytes, place: number): number {
    return this.names.numberOfKept(texts, place);
  }

  /** Gives a note that has none yet the links it had: numbers as `numberOfKept` gives them, each once, with the terms of their words. */
  placeLinks(note: number, links: readonly number[], anchors: readonly (readonly number[])[]): void {
    const first = this.roomFor(note, links.length);
    this.outCount.set(note, links.length);
    for (let at = 0; at < links.length; at++) {
      const edge = first + at;
      const link = links[at] as number;
      const words = anchors[at] as readonly number[];
      this.sources.set(edge, note);
      this.links.set(edge, link);
      this.targets.set(edge, NONE);
      this.waiting.insert(this.names.nameOf(link), edge);
      if (words.length > 0) this.anchors.set(edge, words);
      this.turn(edge, this.resolve(edge));
    }
  }

  /** Each link once, with the words of all places where it stands, up to some. */
  private distinct(written: readonly WrittenLink[]): { readonly links: readonly number[]; readonly anchors: readonly (readonly number[])[] } {
    const links: number[] = [];
    const anchors: (readonly number[])[] = [];
    const places = written.length > FEW_LINKS ? new Map<number, number>() : undefined;
    for (const { target, anchor } of written) {
      if (target === '') continue;
      const link = this.names.number(linkKey(target));
      const place = places === undefined ? links.indexOf(link) : (places.get(link) ?? -1);
      const words = anchors[place];
      if (words === undefined) {
        places?.set(link, links.length);
        links.push(link);
        anchors.push(anchor.length < 2 ? anchor : [...new Set(anchor)]);
      } else if (words.length < MOST_WORDS && anchor.length > 0) anchors[place] = [...new Set([...words, ...anchor])];
    }
    return { links, anchors };
  }

  /** Where a note's links stand: where they stood if they still fit, else in new room with a little to spare. */
  private roomFor(note: number, count: number): number {
    if (count <= this.room.get(note)) return this.outFirst.get(note);
    const room = this.room.get(note) === 0 ? count : count + (count >> 1) + 2;
    this.outFirst.set(note, this.edges);
    this.room.set(note, room);
    this.edges += room;
    return this.edges - room;
  }

  private dropLinks(note: number): void {
    const first = this.outFirst.get(note);
    const count = this.outCount.get(note);
    for (let edge = first; edge < first + count; edge++) {
      this.turn(edge, NONE);
      this.waiting.take(this.names.nameOf(this.links.get(edge)), edge);
      this.anchors.delete(edge);
    }
    this.outCount.set(note, 0);
  }

  private turn(edge: number, note: number): void {
    const now = this.targets.get(edge);
    if (now === note) return;
    const source = this.sources.get(edge);
    if (now !== NONE) {
      this.incoming.take(now, edge);
      this.count(source, now, -1);
    }
    this.targets.set(edge, note);
    if (note === NONE) return;
    this.incoming.insert(note, edge);
    this.count(source, note, 1);
  }

  private count(source: number, target: number, change: number): void {
    this.resolved += change;
    if (source === target) return;
    this.outResolved.add(source, change);
    this.habits.count(source, target, change);
    this.inResolved.add(target, change);
  }

  /** How many links lead to a note, its own not counted. */
  inDegree(note: number): number {
    return this.inResolved.get(note);
  }

  /** Links in both directions. */
  degree(note: number): number {
    return this.inResolved.get(note) + this.outResolved.get(note);
  }

  private textOf(edge: number): string {
    return this.names.text(this.links.get(edge));
  }

  private folderOfSource(edge: number): string {
    return folderOf(this.keys[this.sources.get(edge)] ?? '');
  }

  private resolve(edge: number): number {
    const link = this.links.get(edge);
    const name = this.names.nameOf(link);
    const only = this.names.onlyNote(name);
    // A name without a path means any note of that name.
    if (only === NONE || (only !== undefined && link === name)) return only;
    return this.nearest(this.names.text(link), name, this.folderOfSource(edge));
  }

  private nearest(link: string, name: number, folder: string): number {
    const anchored = anchoredKey(link, folder);
    let best = NONE;
    for (const note of this.names.notes(name)) {
      const key = this.keys[note] as string;
      if (fits(key, link, anchored) && (best === NONE || nearer(key, this.keys[best] as string, link, folder))) best = note;
    }
    return best;
  }

  /** The note that a link written in a note of this folder means; -1 for none. */
  find(target: string, folder: string): number {
    const link = linkKey(target);
    const name = this.names.find(lastPart(link));
    return name === undefined ? NONE : this.nearest(link, name, linkKey(folder));
  }

  /** Calls back with every note that this one links to. A note may come twice when it is linked under two names. */
  eachOut(note: number, visit: (target: number) => void): void {
    const first = this.outFirst.get(note);
    const end = first + this.outCount.get(note);
    for (let edge = first; edge < end; edge++) {
      const target = this.targets.get(edge);
      if (target !== NONE && target !== note) visit(target);
    }
  }

  /** Calls back with every note that links to this one, and the terms of the words that carry the link. */
  eachIn(note: number, visit: (source: number, anchor: readonly number[]) => void): void {
    for (let edge = this.incoming.head(note); edge !== NONE; edge = this.incoming.after(edge)) {
      const source = this.sources.get(edge);
      if (source !== note) visit(source, this.anchors.get(edge) ?? NO_TERMS);
    }
  }

  /**
   * Calls back with what is linked beside a note, at most `reach` links before or after it, in every note that links to it: the linked
   * note, how many links apart the two are, and the note that links to both.
   */
  eachBeside(note: number, reach: number, visit: (beside: number, apart: number, source: number) => void): void {
    for (let edge = this.incoming.head(note); edge !== NONE; edge = this.incoming.after(edge)) {
      const source = this.sources.get(edge);
      if (source === note) continue;
      const first = this.outFirst.get(source);
      const end = Math.min(first + this.outCount.get(source), edge + reach + 1);
      for (let other = Math.max(first, edge - reach); other < end; other++) {
        const beside = this.targets.get(other);
        if (beside !== NONE && beside !== note && beside !== source) visit(beside, Math.abs(other - edge), source);
      }
    }
  }

  /**
   * The notes at the other end of all links in both directions, as often as there are links; `count` of them stand in `found`
   * until the next call. No callback per note: the walk passes here a hundred thousand times for one question.
   */
  neighbours(note: number): { readonly found: Int32Array; readonly count: number } {
    const { near } = this;
    const most = this.inResolved.get(note) + this.outResolved.get(note);
    if (near.found.length < most) near.found = new Int32Array(most * 2);
    const { found } = near;
    const targets = this.targets.values;
    const sources = this.sources.values;
    let count = 0;
    const first = this.outFirst.get(note);
    const end = first + this.outCount.get(note);
    for (let edge = first; edge < end; edge++) {
      const target = targets[edge] as number;
      if (target !== NONE && target !== note) found[count++] = target;
    }
    for (let edge = this.incoming.head(note); edge !== NONE; edge = this.incoming.after(edge)) {
      const source = sources[edge] as number;
      if (source !== note) found[count++] = source;
    }
    near.count = count;
    return near;
  }

  /** Calls back with every neighbour; in the callback other notes may be asked for theirs. */
  eachNeighbour(note: number, visit: (neighbour: number) => void): void {
    this.eachOut(note, visit);
    for (let edge = this.incoming.head(note); edge !== NONE; edge = this.incoming.after(edge)) {
      const source = this.sources.get(edge);
      if (source !== note) visit(source);
    }
  }

  /** The links of a note, ready for comparing, for keeping. */
  keptLinks(note: number): WrittenLink[] {
    const first = this.outFirst.get(note);
    return Array.from({ length: this.outCount.get(note) }, (_, at) => ({ target: this.textOf(first + at), anchor: this.anchors.get(first + at) ?? NO_TERMS }));
  }

  /** The links of a note so that `setLinks` takes them for what they are: the ending that it takes off once is there once more. */
  writtenLinks(note: number): WrittenLink[] {
    return this.keptLinks(note).map((link) => (link.target.endsWith('.md') ? { ...link, target: `${link.target}.md` } : link));
  }
}

const NO_TERMS: readonly number[] = [];
