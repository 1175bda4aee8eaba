import { inSlices } from '../../base';
import { nameOf } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { noteInView } from '../../obsidian/note-in-view';
import { words } from '../../words';
import { valuersInSteps, type Valuer, type ValueReason } from '..';
import type { ShelfDirectory } from './shelf-directory';
import type { TiesBook } from './ties-book';

/** Asks who might value a note. */
export class ValueDesk {
  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    private readonly book: TiesBook,
  ) {}

  /** The note that is asked about: the open one, unless it is a person's or a community's. */
  activePath(): string | undefined {
    const path = noteInView(this.edge.app)?.path;
    return path !== undefined && this.directory.at(path) === undefined && !this.directory.isCommunity(path) ? path : undefined;
  }

  /** Who might value a note; nobody when it is gone. */
  async valuersOf(path: string): Promise<Valuer[]> {
    await this.directory.ready();
    if (this.edge.notes.find(path) === undefined) return [];
    const text = await this.edge.notes.read(path);
    const links = Object.keys(this.edge.app.metadataCache.resolvedLinks[path] ?? {});
    return inSlices(valuersInSteps({ path, text, links }, this.directory.all(), (contact) => this.book.foundAnywhere(contact), (target, from) => this.edge.notes.resolve(target, from)), breathing());
  }
}

/** The reasons as a reader understands them. */
export function shownReasons(reasons: readonly ValueReason[]): string {
  return reasons.map((reason) => {
    switch (reason.kind) {
      case 'topics': return words.ties.valueTopics(reason.topics.join(', '));
      case 'named': return words.ties.valueNamed;
      case 'led-here': return words.ties.valueLedHere(nameOf(reason.path));
      case 'answered': return words.ties.valueAnswered(nameOf(reason.path), reason.day);
      case 'shared': return words.ties.valueShared(nameOf(reason.path));
    }
  }).join(' · ');
}
