import { listProperty, nameOf } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { isSameName, isStillNamed, readEarlierNames, withAlias, withRename, type EarlierName } from '..';
import type { BookSources } from './found-exchanges';
import type { ShelfDirectory } from './shelf-directory';

const WAITING = 'earlier-names';
/** The app moves the links first, and everything is read anew; whatever still has the earlier name then has it for good. */
const PATIENCE = 2500;

/**
 * Keeps the earlier name of a renamed person or community as another name, where notes go on using it without a link. Until that is
 * clear it waits on the device: a second rename, or the app's end, loses none.
 */
export class EarlierNames {
  #waiting: readonly EarlierName[];
  #timer: number | undefined;
  #isOver = false;

  constructor(private readonly edge: Edge, private readonly directory: ShelfDirectory, private readonly sources: BookSources, private readonly kept: DraftStore) {
    this.#waiting = readEarlierNames(kept.load(WAITING));
    edge.onNote((event) => {
      if (event.kind === 'renamed') this.#renamed(event.from, event.note.path);
    });
    edge.plugin.register(() => {
      this.#isOver = true;
      window.clearTimeout(this.#timer);
    });
    if (this.#waiting.length > 0) this.#settleSoon();
  }

  #renamed(from: string, to: string): void {
    const after = withRename(this.#waiting, from, to);
    if (JSON.stringify(after) === JSON.stringify(this.#waiting)) return;
    this.#wait(after);
    this.#settleSoon();
  }

  #wait(names: readonly EarlierName[]): void {
    this.#waiting = names;
    if (names.length > 0) this.kept.save(WAITING, names);
    else this.kept.clear(WAITING);
  }

  #settleSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#settle(), PATIENCE);
  }

  // One after the other, and each is let go of only once it is done. One whose note got yet another name meanwhile has its turn later.
  async #settle(): Promise<void> {
    await Promise.all([this.directory.ready(), this.sources.ready()]);
    let kept: Promise<string[]> | undefined;
    const keptAway = (): Promise<string[]> => (kept ??= this.#keptAway());
    for (const one of this.#waiting) {
      if (this.#isOver) return;
      await this.#keep(one, keptAway);
      this.#wait(this.#waiting.filter((other) => !isSameName(one, other)));
    }
  }

  async #keep({ earlier, path }: EarlierName, keptAway: () => Promise<string[]>): Promise<void> {
    const { edge, directory, sources } = this;
    if (directory.at(path) === undefined && !directory.isCommunity(path)) return;
    const isKnown = directory.find(earlier) !== undefined || directory.findCommunity(earlier) !== undefined;
    if (isKnown || !isStillNamed(earlier, sources.now(), directory.everyone(), await keptAway())) return;
    const kept = await edge.notes.change(path, (text) => withAlias(text, earlier));
    edge.say(kept.ok ? words.ties.earlierNameKept(earlier, nameOf(path)) : kept.problem);
  }

  // Whom notes keep themselves from: under a name that nobody has any more, they would keep nobody away.
  async #keptAway(): Promise<string[]> {
    const { notes } = this.edge;
    const { notFor } = this.edge.settings().properties;
    const breathe = breathing();
    const names: string[] = [];
    for (const { path } of notes.list()) {
      names.push(...listProperty(notes.properties(path), notFor));
      await breathe();
    }
    return names;
  }
}
