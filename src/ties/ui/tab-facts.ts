import { daysBetween, type Day, type Steps } from '../../base';
import type { Community, Contact, Introduction, Mention } from '..';
import type { ShelfDirectory } from './shelf-directory';
import type { Standing, TiesBook } from './ties-book';

/** Everything that the tab shows, but for who might value the open note. */
export interface TabFacts {
  readonly today: Day;
  readonly due: readonly Contact[];
  /** Out of touch, but not for years. */
  readonly dormant: readonly Contact[];
  readonly dormantForYears: readonly Contact[];
  readonly mentions: readonly Mention[];
  readonly closer: readonly Standing[];
  readonly quiet: readonly Community[];
  readonly introductions: readonly Introduction[];
}

const MOST_OFFERS = 5;
const MOST_INTRODUCTIONS = 3;
/** From so many days on, a dormant tie is told apart as one of years. */
const YEARS = 3 * 365;

/** Gathers what the tab shows; with many people each question takes some milliseconds, and between them there is a place to rest. */
export function* gatherTabFacts(directory: ShelfDirectory, book: TiesBook, today: Day): Steps<TabFacts> {
  const due = directory.due(today).map(({ contact }) => contact);
  yield;
  const isDue = new Set(due);
  const dormant = directory.dormant(today).filter(({ contact }) => !isDue.has(contact));
  const isForYears = (latest: Day): boolean => daysBetween(latest, today) > YEARS;
  yield;
  const mentions = book.mentions(today).slice(0, MOST_OFFERS);
  yield;
  const closer = book.closer(today).slice(0, MOST_OFFERS);
  yield;
  const quiet = book.quietCommunities(today).slice(0, MOST_OFFERS);
  const introductions = book.introductions(MOST_INTRODUCTIONS);
  yield;
  return {
    today, due, mentions, closer, quiet, introductions,
    dormant: dormant.filter(({ latest }) => !isForYears(latest)).map(({ contact }) => contact),
    dormantForYears: dormant.filter(({ latest }) => isForYears(latest)).map(({ contact }) => contact),
  };
}
