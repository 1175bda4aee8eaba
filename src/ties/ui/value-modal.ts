import { SuggestModal, type App } from 'obsidian';
import { nameChooser } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { mayMean, type Valuer } from '..';
import { shownReasons } from './value-desk';

const MOST = 50;

/** Shows who might value a note, each with the reasons; choosing somebody opens their note. */
export class ValueModal extends SuggestModal<Valuer> {
  constructor(app: App, title: string, private readonly valuers: readonly Valuer[], private readonly open_: (path: string) => void) {
    super(app);
    nameChooser(this, words.ties.valueTitle(title));
    this.emptyStateText = words.ties.valueNobody;
  }

  override getSuggestions(typed: string): Valuer[] {
    const wanted = typed.trim().toLocaleLowerCase();
    return this.valuers.filter(({ contact, reasons }) => mayMean(contact, typed) || shownReasons(reasons).toLocaleLowerCase().includes(wanted)).slice(0, MOST);
  }

  override renderSuggestion({ contact, reasons }: Valuer, element: HTMLElement): void {
    element.createDiv({ text: contact.name, attr: { dir: 'auto' } });
    element.createDiv({ cls: 'sss-row-detail', text: shownReasons(reasons), attr: { dir: 'auto' } });
  }

  override onChooseSuggestion({ contact }: Valuer): void {
    this.open_(contact.path);
  }
}
