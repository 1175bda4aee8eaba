import { reasonOf } from '../../base';
import { nameOf } from '../../note';
import { words } from '../../words';
import type { Shown } from '..';
import { absenceText } from './absence-text';
import type { FindOptions } from './link-finder';
import type { LinksParts } from './links-parts';
import { MissedNoteModal } from './missed-note-modal';
import type { MessageAction, PassingMessage } from './passing-message';
import { remediesOf } from './remedies';

/** The list in which a note is missed: for what it was asked, and how. */
export interface MissedList {
  readonly here: () => Promise<Shown>;
  readonly options: FindOptions;
  readonly clearFilter: () => void;
}

type MissingParts = Pick<LinksParts, 'finder' | 'hidden' | 'index' | 'edge'>;

/** Asks which note is missed, and says why it is not in the list that is shown when it was chosen. */
export function askWhyMissing(list: () => MissedList | undefined, parts: MissingParts, message: PassingMessage): void {
  const { app, notes } = parts.edge;
  const sayNone = (): void => message.show(words.serendipity.noNoteOpen);
  if (list() === undefined) return sayNone();
  new MissedNoteModal(app, notes.list(), (path) => {
    const missedIn = list();
    if (missedIn === undefined) sayNone();
    else void explainMissing(path, missedIn, parts, message);
  }).open();
}

/** Says why a note is not among the links, with the button that would bring it back. */
async function explainMissing(path: string, { here, options, clearFilter }: MissedList, parts: MissingParts, message: PassingMessage): Promise<void> {
  const { finder, hidden, index, edge } = parts;
  const texts = words.serendipity;
  const title = nameOf(path);
  const answer = (sentence: string, remedies: readonly MessageAction[] = []): void => message.show(sentence, [...remedies, { label: texts.dismiss, run: () => undefined }], true);
  if (index.isExcluded(path)) return answer(texts.whyAnswer(title, [texts.absences.excluded]));
  try {
    const asking = await here();
    const absences = await finder.explainAbsence(path, asking, options);
    const unfiltered = absences.some(({ kind }) => kind === 'filtered') ? [{ label: texts.filterClear, run: clearFilter }] : [];
    answer(absenceText(title, absences), [...remediesOf(absences, path, asking.path, hidden), ...unfiltered]);
  } catch (error) {
    edge.say(reasonOf(error));
  }
}
