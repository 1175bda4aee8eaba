import { MarkdownView, type App } from 'obsidian';
import { dayAfter, onOneLine, type Day } from '../../base';
import { nameOf, plainAsMarkdown, shownName } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { RESTING_DAYS, helpers, lineOfReview, practiceWeek, reviewLines, reviewed, suggestionFor, unusedTakes, weekOf, type PracticeSources, type ReviewLinks, type ReviewText } from '..';
import type { ActivityBook } from './activity-book';
import { linkedNotes } from './dashboard/linked-notes';
import { reviewPlace, type PlaceNeeds } from './review-place';

/** What the weekly review needs of the other rooms. */
export interface ReviewNeeds extends PlaceNeeds {
  readonly activity: ActivityBook;
  readonly sources: Pick<PracticeSources, 'prepared' | 'queue' | 'due' | 'sparks'>;
  /** The note of a person, by a name or a link. */
  readonly personAt: (name: string) => string | undefined;
}

const SPARKS = 3;
// A note can be called anything, also `<% code %>`: a link with such a name would come to life in a template engine.
const ALIVE = /<%|%>|\{\{|\}\}|`|%%|::|\n/;

/** Writes the weekly review into its note and shows it. */
export async function insertReview(needs: ReviewNeeds): Promise<void> {
  const { edge } = needs;
  const today = needs.activity.today();
  const place = await reviewPlace(weekOf(today), needs);
  if (!place.ok) return edge.say(place.problem);
  const path = place.value;
  const review = await reviewFor(path, today, needs);
  let wasThere = false;
  const write = reviewed(review);
  const changed = await edge.notes.change(path, (text) => {
    wasThere = lineOfReview(text, review.week) !== undefined;
    return write(text);
  });
  if (!changed.ok) return edge.say(changed.problem);
  const isShown = edge.app.workspace.getActiveFile()?.path === path;
  if (!isShown) await edge.open(path);
  // Whoever is answering already is left where they are.
  if (!isShown || !wasThere) showLine(path, lineOfReview(changed.value, review.week) ?? 0, edge.app);
  edge.say(wasThere ? words.review.updated(nameOf(path)) : words.review.written(nameOf(path)));
}

/** Brings a line of the active note into view; a review stands at a long note's end. */
function showLine(path: string, line: number, { workspace }: App): void {
  const view = workspace.getActiveViewOfType(MarkdownView);
  if (view?.file?.path === path) view.setEphemeralState({ line });
}

async function reviewFor(path: string, today: Day, { edge, activity, sources, personAt }: ReviewNeeds): Promise<ReviewText> {
  await Promise.all([sources.prepared(), activity.ready()]);
  const book = activity.roles();
  const week = practiceWeek(book, today);
  const events = book.activity.inWeek(week.id);
  const links = linksFrom(path, edge, personAt);
  const { leastOwnWords } = book.rule;
  const [resting] = unusedTakes(activity.byNote(), { before: dayAfter(today, -RESTING_DAYS), limit: 1, leastOwnWords, isLinked: linkedNotes(edge) });
  const [waiting, due] = [sources.queue(1)[0]?.path, sources.due()[0]?.path];
  const suggestion = suggestionFor(week, helpers(events), { ...(resting === undefined ? {} : { resting }), ...(waiting === undefined ? {} : { waiting }), ...(due === undefined ? {} : { due }) });
  return {
    week: week.id,
    heading: words.review.heading(words.week.named(week.id)),
    lines: reviewLines(week, events, links, await sparkLines(sources, links), suggestion),
    questions: edge.settings().practice.reviewQuestions,
  };
}

// Without an index there are no sparks, and the review is whole without them.
async function sparkLines(sources: ReviewNeeds['sources'], links: ReviewLinks): Promise<string[]> {
  const sparks = await sources.sparks(SPARKS).catch(() => []);
  return sparks.slice(0, SPARKS).flatMap(({ first, second, terms }) => {
    const [left, right] = [links.toNote(first.path), links.toNote(second.path)];
    if (left === undefined || right === undefined) return [];
    const shared = terms.map(neutral).filter((term) => term !== '').join(', ');
    return [`${left} ↔ ${right}${shared === '' ? '' : ` · ${shared}`}`];
  });
}

function linksFrom(from: string, { notes }: Edge, personAt: (name: string) => string | undefined): ReviewLinks {
  const toNote = (path: string): string | undefined => {
    const link = notes.linkTo(path, from);
    return ALIVE.test(link) ? undefined : link;
  };
  return {
    toNote,
    toPerson(name) {
      const path = personAt(name);
      const shown = path === undefined ? neutral(shownName(name)) : toNote(path);
      return shown === '' ? undefined : shown;
    },
  };
}

function neutral(text: string): string {
  return plainAsMarkdown(onOneLine(text)).trim();
}
