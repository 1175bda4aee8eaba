import { words } from '../words';
import { titleOf } from './read/read-note';
import type { Reason } from './types';

const DAYS_PER_MONTH = 30.4;
const DAYS_PER_YEAR = 365.25;

function span(days: number): string {
  const { serendipity } = words;
  if (days < 60) return serendipity.days(days);
  if (days < 2 * DAYS_PER_YEAR) return serendipity.months(Math.floor(days / DAYS_PER_MONTH));
  return serendipity.years(Math.floor(days / DAYS_PER_YEAR));
}

function folderName(folder: string): string {
  return folder === '' ? words.serendipity.rootFolder : folder;
}

/** The titles of two notes, where neither is the one that is open. */
export interface Pair {
  readonly here: string;
  readonly there: string;
}

/** One reason as a phrase, without capital or full stop. It speaks of "this note" and of "it", or of both by name where `pair` names them. */
export function wordReason(reason: Reason, pair?: Pair): string {
  const { serendipity } = words;
  const mine = pair && serendipity.namedNote(pair.here);
  const theirs = pair && serendipity.namedNote(pair.there);
  switch (reason.kind) {
    case 'terms': return serendipity.sharedIdeas(reason.terms.map(({ here, there }) => serendipity.sameIdea(here, there)));
    case 'named': return reason.where === 'here' ? serendipity.namedHere(reason.name, mine) : serendipity.namedThere(reason.name, theirs);
    case 'common': return serendipity.inCommon(titleOf(reason.via), reason.here, reason.there, mine, theirs);
    case 'near': return serendipity[reason.there === 'from' ? 'nearLinksThere' : 'linksToNear'](titleOf(reason.via), mine, theirs);
    case 'beside': return serendipity.namedBeside(titleOf(reason.via), titleOf(reason.target), mine, theirs);
    case 'tags': return serendipity.sameTags(reason.tags.map((tag) => `#${tag}`));
    case 'chain': return serendipity[reason.isLinked ? 'chainFromLinked' : 'chainFromNear'](reason.links, titleOf(reason.from), mine);
    case 'habit': return serendipity.folderHabit(reason.links, reason.here === reason.there, folderName(reason.there), pair && folderName(reason.here));
    case 'distance': return serendipity.linksApart(reason.links, titleOf(reason.via));
    case 'unconnected': return serendipity.unconnected;
    case 'folder': return serendipity.otherFolder(folderName(reason.there), theirs);
    case 'unopened': return serendipity.unopenedFor(span(reason.days), theirs);
    case 'unmodified': return serendipity.unmodifiedFor(span(reason.days), theirs);
  }
}
