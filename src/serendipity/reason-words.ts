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

/** One reason as a phrase, without capital or full stop. */
export function wordReason(reason: Reason): string {
  const { serendipity } = words;
  switch (reason.kind) {
    case 'terms': return serendipity.sharedIdeas(reason.terms.map(({ here, there }) => serendipity.sameIdea(here, there)));
    case 'named': return reason.where === 'here' ? serendipity.namedHere(reason.name) : serendipity.namedThere(reason.name);
    case 'common': return serendipity.inCommon(titleOf(reason.via), reason.here, reason.there);
    case 'near': return reason.there === 'from' ? serendipity.nearLinksThere(titleOf(reason.via)) : serendipity.linksToNear(titleOf(reason.via));
    case 'beside': return serendipity.namedBeside(titleOf(reason.via), titleOf(reason.target));
    case 'tags': return serendipity.sameTags(reason.tags.map((tag) => `#${tag}`));
    case 'chain': return reason.isLinked ? serendipity.chainFromLinked(reason.links, titleOf(reason.from)) : serendipity.chainFromNear(reason.links, titleOf(reason.from));
    case 'habit': return serendipity.folderHabit(reason.links, reason.here === reason.there, folderName(reason.there));
    case 'distance': return serendipity.linksApart(reason.links, titleOf(reason.via));
    case 'unconnected': return serendipity.unconnected;
    case 'folder': return serendipity.otherFolder(folderName(reason.there));
    case 'unopened': return serendipity.unopenedFor(span(reason.days));
    case 'unmodified': return serendipity.unmodifiedFor(span(reason.days));
  }
}
