import { WAYS } from '../../sense';
import { AUDIENCES } from '../../share';
import { words } from '../../words';
import type { ActivityEvent } from '../activity';
import { cameBackSaid, cameInSaid, madeSaid, wentOutSaid, type PracticeWeek } from '../roles';

/** Writes links that work in the note of the review; undefined where a name would come to life in a template engine. */
export interface ReviewLinks {
  toNote(path: string): string | undefined;
  /** To the note of a person, by a name or a link as written; the name where there is no note. */
  toPerson(name: string): string | undefined;
}

/** The one thing that a review suggests, and what it is about. */
interface Suggestion {
  readonly kind: 'take' | 'share' | 'thank' | 'due' | 'none';
  /** A note's path; a person's name for `thank`. */
  readonly about?: string;
}

/** What a review could suggest. */
interface Chances {
  /** The quote that has waited the longest. */
  readonly waiting?: string;
  /** A take that nobody and nothing has used. */
  readonly resting?: string;
  /** Somebody who would be glad to hear from the user. */
  readonly due?: string;
}

/** The most entries of a list: a review is walked through in five minutes, however full the week was. */
const MOST = 7;

/** What stands between the marks of a review, one entry a line: what came in, what was made of it, what went out, who helped. */
export function reviewLines(week: PracticeWeek, events: readonly ActivityEvent[], links: ReviewLinks, sparks: readonly string[], suggestion: Suggestion): string[] {
  const [said, none] = [words.review, words.week.nothing];
  const back = cameBackSaid(week);
  const told = suggestionSaid(suggestion, links);
  return [
    ...group(said.cameIn(cameInSaid(week) || none), cameInItems(events, links)),
    ...group(said.made(madeSaid(week) || none), madeItems(events, links)),
    ...group(said.wentOut(wentOutSaid(week) || none), wentOutItems(events, links)),
    ...(back === '' ? [] : group(said.cameBack(back), [])),
    ...group(said.helped(listed(helpers(events).flatMap((name) => links.toPerson(name) ?? []))), []),
    ...(sparks.length === 0 ? [] : group(said.sparks, sparks)),
    said.suggestion(told),
  ];
}

/** The people who helped in a week: who led to a quote, who gave something, from whom something came back. Each once, as written first. */
export function helpers(events: readonly ActivityEvent[]): string[] {
  const names = events.flatMap((event) => {
    if (event.kind === 'captured') return event.via ?? [];
    if (event.kind === 'interaction') return event.direction === 'received' ? event.person : [];
    return event.kind === 'came-back' ? (event.from ?? []) : [];
  });
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = name.replace(/^\[\[(?:[^\]|]*\/)?([^\]|/]*)(?:\|[^\]]*)?\]\]$/, '$1').trim().toLowerCase();
    if (!byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** What a week lacks most, put as one offer: a word of one's own, something to give, thanks, a sign of life. */
export function suggestionFor({ made, wentOut, cameIn }: PracticeWeek, helped: readonly string[], { waiting, resting, due }: Chances): Suggestion {
  if (made.takes === 0 && waiting !== undefined) return { kind: 'take', about: waiting };
  if (wentOut.shares === 0 && resting !== undefined) return { kind: 'share', about: resting };
  const [first] = helped;
  if (first !== undefined && cameIn.received + cameIn.byWayOfPeople > wentOut.gave) return { kind: 'thank', about: first };
  if (due !== undefined) return { kind: 'due', about: due };
  return waiting === undefined ? { kind: 'none' } : { kind: 'take', about: waiting };
}

function suggestionSaid({ kind, about = '' }: Suggestion, links: ReviewLinks): string {
  const said = words.review.suggest;
  const link = kind === 'none' ? undefined : kind === 'thank' ? links.toPerson(about) : links.toNote(about);
  return kind === 'none' || link === undefined ? said.none : said[kind](link);
}

function group(head: string, items: readonly string[]): string[] {
  return [head, ...items.map((item) => `- ${item}`), ''];
}

function cameInItems(events: readonly ActivityEvent[], links: ReviewLinks): string[] {
  return listed(events.filter((event) => event.kind === 'captured').flatMap(({ path, via }) => {
    const [link, who] = [links.toNote(path), via === undefined ? undefined : links.toPerson(via)];
    return link === undefined ? [] : [who === undefined ? link : `${link} · ${words.review.via(who)}`];
  }));
}

function madeItems(events: readonly ActivityEvent[], links: ReviewLinks): string[] {
  const byNote = new Map<string, Set<string>>();
  for (const event of events) {
    if (event.kind !== 'sensed' && event.kind !== 'applied') continue;
    const names = event.kind === 'applied' ? [words.dashboard.fruits[event.how]] : WAYS.filter((way) => event.ways.includes(way)).map((way) => words.sense.ways[way]);
    byNote.set(event.path, new Set([...(byNote.get(event.path) ?? []), ...names]));
  }
  return listed(annotated(byNote, links));
}

function wentOutItems(events: readonly ActivityEvent[], links: ReviewLinks): string[] {
  const byNote = new Map<string, Set<string>>();
  for (const audience of AUDIENCES) {
    for (const event of events) if (event.kind === 'shared' && event.audience === audience) byNote.set(event.path, new Set([...(byNote.get(event.path) ?? []), words.share.audiences[audience]]));
  }
  return listed(annotated(byNote, links));
}

function annotated(byNote: ReadonlyMap<string, ReadonlySet<string>>, links: ReviewLinks): string[] {
  return [...byNote].flatMap(([path, notes]) => {
    const link = links.toNote(path);
    return link === undefined ? [] : [notes.size === 0 ? link : `${link} · ${[...notes].join(', ')}`];
  });
}

function listed(items: readonly string[]): string[] {
  return items.length <= MOST ? [...items] : [...items.slice(0, MOST - 1), words.review.more(items.length - MOST + 1)];
}
