import { nameOf } from '../../note';
import { words } from '../../words';
import type { Absence, NoteKind } from '..';

/** Why a note is not shown, as one sentence that names it. */
export function absenceText(title: string, absences: readonly Absence[]): string {
  return words.serendipity.whyAnswer(title, absences.map(phraseOf));
}

function phraseOf(absence: Absence): string {
  const texts = words.serendipity.absences;
  switch (absence.kind) {
    case 'linked': return absence.direction === 'to' ? texts.linkedTo : texts.linkedFrom;
    case 'noteKind': return kindPhrase(absence.noteKind);
    case 'excludedFolder': return texts.excludedFolder(absence.folder);
    case 'opened': return texts.opened(absence.days);
    case 'crowded': return texts.crowded(nameOf(absence.by), absence.place);
    case 'rank': return texts.rank(absence.place);
    case 'behind': return texts.behind(absence.others);
    case 'shown': return texts.shown(absence.place);
    case 'unknown':
    case 'itself':
    case 'nearDuplicate':
    case 'hiddenNote':
    case 'hiddenPair':
    case 'filtered':
    case 'empty':
    case 'unrelated':
      return texts[absence.kind];
  }
}

function kindPhrase(kind: NoteKind): string {
  const texts = words.serendipity.absences;
  switch (kind) {
    case 'daily': return texts.daily;
    case 'index': return texts.index;
    case 'template': return texts.template;
    case 'drawing': return texts.drawing;
    case 'note': return texts.unrelated;
  }
}
