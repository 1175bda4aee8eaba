import { words } from '../../words';
import type { Absence } from '..';
import type { Hidden } from './hidden';
import type { MessageAction } from './passing-message';

/** What takes back that a note is hidden from another one. */
export function remediesOf(absences: readonly Absence[], path: string, from: string, hidden: Hidden): readonly MessageAction[] {
  const remedies: Partial<Record<Absence['kind'], () => void>> = {
    hiddenNote: () => hidden.showNote(path),
    hiddenPair: () => hidden.showPair(from, path),
  };
  return absences.flatMap(({ kind }) => {
    const run = remedies[kind];
    return run === undefined ? [] : [{ label: words.serendipity.showAgain, run }];
  });
}
