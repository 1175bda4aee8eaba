import type { EmptyState } from '../../obsidian/parts/empty-state';
import type { IndexStatus } from '../../obsidian/index-status';
import { words } from '../../words';

/** What can be done where there is no list. */
export interface EmptyListActions {
  readonly switchOn: () => void;
  readonly rebuild: () => void;
  /** Absent where there are no two notes. */
  readonly spark: (() => void) | undefined;
  readonly showAll: () => void;
  /** Moves the slider towards "closest". */
  readonly lookCloser: () => void;
}

/** Why the index gives no answer at all. */
export function unavailable(problem: string | undefined, { switchOn, rebuild }: EmptyListActions): EmptyState {
  return problem === undefined
    ? { icon: 'power', text: words.serendipity.indexIsOff, action: { label: words.serendipity.switchOn, run: switchOn } }
    : { icon: 'alert-triangle', text: problem, action: { label: words.serendipity.retry, run: rebuild } };
}

/** Why there are no links for a note, and what can be done about it. */
export function nothingFound(phase: IndexStatus['phase'], isFiltered: boolean, surprise: number, { showAll, lookCloser, spark }: EmptyListActions): EmptyState {
  const texts = words.serendipity;
  if (phase !== 'ready') return { icon: 'loader', text: texts.nothingFoundYet };
  if (isFiltered) return { icon: 'filter-x', text: texts.nothingPasses, action: { label: texts.filterClear, run: showAll } };
  return { icon: 'search-x', text: texts.nothingFound, ...(surprise > 0 ? { action: { label: texts.lookCloser, run: lookCloser } } : withSpark(spark)) };
}

/** Everything that was found has been hidden since; a list that is paused gets no others by itself. */
export function noneLeft(goOn: (() => void) | undefined): EmptyState {
  const texts = words.serendipity;
  return { icon: 'eye-off', text: texts.noneLeft, ...(goOn !== undefined && { action: { label: texts.goOn, run: goOn } }) };
}

/** Why a note has no links to look for; the whole vault may still have some. */
export function nothingToAsk(why: 'noNotes' | 'noNoteOpen' | 'noteExcluded' | 'noteEmpty', { spark }: EmptyListActions): EmptyState {
  const icons = { noNotes: 'file-plus', noNoteOpen: 'file-search', noteExcluded: 'eye-off', noteEmpty: 'pencil' } as const;
  return { icon: icons[why], text: words.serendipity[why], ...withSpark(spark) };
}

function withSpark(spark: EmptyListActions['spark']): Pick<EmptyState, 'action'> {
  return spark === undefined ? {} : { action: { label: words.serendipity.spark, run: spark } };
}
