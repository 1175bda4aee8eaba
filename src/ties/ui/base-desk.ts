import { reasonOf } from '../../base';
import { pathIn } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { baseFiles } from '..';

/** Makes the ready bases in the contacts folder and gives back the paths of those that were made; one that is there already, in whatever form, stays as it is. */
export async function makeBases(edge: Edge): Promise<readonly string[]> {
  const { app, notes } = edge;
  const { properties, ties: { folder } } = edge.settings();
  const [made, kept]: [string[], string[]] = [[], []];
  for (const { name, text } of baseFiles(properties, { table: (base) => words.ties.bases[base], spaces: words.ties.spacesLabel, states: words.ties.quoteStates, audience: (audience) => words.ties.spaceNames[audience] })) {
    const path = pathIn(folder, words.ties.bases[name]).replace(/\.md$/, '.base');
    if (notes.isTaken(path)) {
      kept.push(path);
      continue;
    }
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    try {
      if (parent !== '' && app.vault.getFolderByPath(parent) === null) await app.vault.createFolder(parent);
      await app.vault.create(path, text);
      made.push(path);
    } catch (error) {
      edge.say(words.ties.exportFailed(path, reasonOf(error)));
      return made;
    }
  }
  edge.say([made.length === 0 ? '' : words.ties.basesMade(made.join(', ')), kept.length === 0 ? '' : words.ties.basesKept(kept.join(', '))].filter((part) => part !== '').join(' '));
  return made;
}
