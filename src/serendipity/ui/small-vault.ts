import { nameOf } from '../../note';
import type { EmptyState } from '../../obsidian/parts/empty-state';
import { words } from '../../words';
import type { Shown } from '..';
import { absenceText } from './absence-text';
import type { FindOptions } from './link-finder';
import type { LinksParts } from './links-parts';
import { remediesOf } from './remedies';

type SmallVaultParts = Pick<LinksParts, 'edge' | 'index' | 'finder' | 'hidden'>;

/** Whether there are two notes at all; where not, looking through the vault leads nowhere. */
export function hasPairs(parts: Pick<LinksParts, 'edge' | 'index'>): boolean {
  return someNotes(parts, '', 2).length === 2;
}

/**
 * What the tab says where there is no other note, or only one: then why that one is not shown, and what would bring it back.
 * Undefined in a vault of more notes. Rejects with a sentence.
 */
export async function inSmallVault(here: Shown, options: FindOptions, parts: SmallVaultParts): Promise<EmptyState | undefined> {
  const [other, another] = someNotes(parts, here.path, 2);
  if (another !== undefined) return undefined;
  if (other === undefined) return { icon: 'file-plus', text: words.serendipity.onlyNote };
  const absences = await parts.finder.explainAbsence(other, here, options);
  const [remedy] = remediesOf(absences, other, here.path, parts.hidden);
  return { icon: 'files', text: words.serendipity.onlyOther(absenceText(nameOf(other), absences)), ...(remedy !== undefined && { action: remedy }) };
}

interface VaultParts {
  readonly edge: Pick<LinksParts['edge'], 'notes'>;
  readonly index: Pick<LinksParts['index'], 'isExcluded'>;
}

/** The first notes of the vault that may be shown at all, at most `most`, without the one that asks. */
export function someNotes({ edge, index }: VaultParts, without: string, most: number): readonly string[] {
  const found: string[] = [];
  for (const { path } of edge.notes.list()) {
    if (found.length === most) break;
    if (path !== without && !index.isExcluded(path)) found.push(path);
  }
  return found;
}
