import { words } from '../../words';
import { FEWEST_FOR_SURPRISE } from '..';
import type { LinkFinder } from './link-finder';
import type { LinksParts } from './links-parts';
import { someNotes } from './small-vault';

interface NoSparkParts {
  readonly edge: Pick<LinksParts['edge'], 'notes' | 'settings'>;
  readonly index: Pick<LinksParts['index'], 'status' | 'isExcluded'>;
  readonly finder: Pick<LinkFinder, 'sparks'>;
}

/** Why there is no spark, as a sentence: too few notes, not all of them read yet, all that would meet at rest, or none alike. Rejects with a sentence. */
export async function whyNoSpark({ edge, index, finder }: NoSparkParts, seed: number): Promise<string> {
  const texts = words.serendipity;
  const count = someNotes({ edge, index }, '', FEWEST_FOR_SURPRISE).length;
  if (count < 2) return texts.sparkNeedsNotes;
  if (index.status.phase === 'reading') return texts.nothingFoundYet;
  if (count < FEWEST_FOR_SURPRISE) return texts.sparkNeedsMore;
  const { restDays } = edge.settings().serendipity;
  const rested = restDays > 0 ? await finder.sparks(1, seed, undefined, 0) : [];
  return rested.length > 0 ? texts.sparkResting(restDays) : texts.noSpark;
}
