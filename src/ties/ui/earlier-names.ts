import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { isStillNamed, nameKey, withAlias } from '..';
import type { BookSources } from './found-exchanges';
import type { ShelfDirectory } from './shelf-directory';

/** The app moves the links first, and everything is read anew; whatever still has the earlier name then has it for good. */
const PATIENCE = 2500;

/** Keeps the earlier name of a renamed person or community as another name, where notes go on using it without a link. */
export function keepEarlierNames(edge: Edge, directory: ShelfDirectory, sources: BookSources): void {
  const waiting = new Set<number>();
  edge.onNote((event) => {
    if (event.kind !== 'renamed' || nameKey(nameOf(event.from)) === nameKey(nameOf(event.note.path))) return;
    const timer = window.setTimeout(() => {
      waiting.delete(timer);
      void keep(nameOf(event.from), event.note.path);
    }, PATIENCE);
    waiting.add(timer);
  });
  edge.plugin.register(() => waiting.forEach((timer) => window.clearTimeout(timer)));

  async function keep(earlier: string, path: string): Promise<void> {
    const isSomebody = directory.at(path) !== undefined || directory.isCommunity(path);
    const isKnown = directory.find(earlier) !== undefined || directory.findCommunity(earlier) !== undefined;
    if (!isSomebody || isKnown || !isStillNamed(earlier, sources.now(), directory.everyone())) return;
    const kept = await edge.notes.change(path, (text) => withAlias(text, earlier));
    edge.say(kept.ok ? words.ties.earlierNameKept(earlier, nameOf(path)) : kept.problem);
  }
}
