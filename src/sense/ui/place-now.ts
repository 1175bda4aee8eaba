import { inSlices } from '../../base';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { findingQuotes, type Place } from '../../seek';
import type { FoundEntry } from '..';

/**
 * Where a quote that waits stands in its note by now: since it was read, other quotes of the note may have got their links, or
 * somebody wrote there. The nearest one with the same words; undefined when none is left that has no link yet.
 */
export async function placeNow({ path, found }: Pick<FoundEntry, 'path' | 'found'>, edge: Edge): Promise<Place | undefined> {
  const text = await edge.notes.read(path);
  const same = (await inSlices(findingQuotes(text), breathing())).filter((one) => one.quoteNote === undefined && one.text === found.text);
  const [nearest] = same.sort((left, right) => Math.abs(left.from - found.from) - Math.abs(right.from - found.from));
  return nearest === undefined ? undefined : { path, from: nearest.from, to: nearest.to, text: text.slice(nearest.from, nearest.to) };
}
