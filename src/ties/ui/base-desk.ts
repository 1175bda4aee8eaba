import { reasonOf } from '../../base';
import { pathIn } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { baseFiles, type BaseTexts } from '..';

/**
 * Makes the ready bases in the contacts folder and gives back the paths of those that were made; one that is there already, in
 * whatever form, stays as it is. Where the app shows no bases, it says so: the files wait until it does.
 */
export async function makeBases(edge: Edge, hasBases: boolean): Promise<readonly string[]> {
  const { app, notes } = edge;
  const { properties: names, ties } = edge.settings();
  const { folder } = ties;
  const [made, kept]: [string[], string[]] = [[], []];
  for (const { name, text } of baseFiles({ names, ...ties }, baseTexts())) {
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
  const said = [made.length === 0 ? '' : words.ties.basesMade(made.join(', ')), kept.length === 0 ? '' : words.ties.basesKept(kept.join(', ')), hasBases ? '' : words.ties.basesOff];
  edge.say(said.filter((part) => part !== '').join(' '));
  return made;
}

function baseTexts(): BaseTexts {
  const { bases, basesDue, basesMembers, spacesLabel, quoteStates, spaceNames } = words.ties;
  return { table: (base) => bases[base], dueNow: basesDue, members: basesMembers, spaces: spacesLabel, roles: words.dashboard.roleTitle, states: quoteStates, audience: (audience) => spaceNames[audience] };
}
