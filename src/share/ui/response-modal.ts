import { Modal, type App } from 'obsidian';
import { onOneLine, readDay, type Day } from '../../base';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot } from '../../obsidian/parts/form-foot';
import type { KeptForm } from '../../obsidian/parts/keep-typed';
import { nameModal } from '../../obsidian/parts/modal-name';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { CAME_BACK_KINDS, type LedgerLine, type Recipient, type ResponseForm } from '..';
import { RecipientSuggest } from './recipient-suggest';
import { shareShown } from './share-shown';

/** What the window needs. */
interface ResponseHooks {
  readonly directory: ContactDirectory;
  /** The shares of the note, the latest first; at least one. */
  readonly shares: readonly LedgerLine[];
  readonly today: Day;
  save(share: LedgerLine, response: ResponseForm): Promise<string | undefined>;
  keep(form: HTMLElement): KeptForm;
}

/** Logs what came back after a share: which share, what, from whom. */
export class ResponseModal extends Modal {
  #from: Recipient | undefined;

  constructor(app: App, private readonly hooks: ResponseHooks) {
    super(app);
  }

  override onOpen(): void {
    const { shares, directory, today } = this.hooks;
    this.setTitle(words.share.responseTitle);
    this.modalEl.addClass('sss-modal', 'sss-response');
    nameModal(this);
    const share = drawField(this.contentEl, 'select', { label: words.share.responseShare });
    share.addClass('dropdown');
    shares.forEach(({ entry }, at) => share.createEl('option', { value: String(at), text: shareShown(entry) }));
    const kind = drawField(this.contentEl, 'select', { label: words.share.responseKind });
    kind.addClass('dropdown');
    for (const one of CAME_BACK_KINDS) kind.createEl('option', { value: one, text: words.share.responseKinds[one] });
    const from = drawField(this.contentEl, 'input', { label: words.share.responseFrom });
    from.type = 'text';
    new RecipientSuggest(this.app, from, directory, (person) => void (this.#from = person), true);
    const day = drawField(this.contentEl, 'input', { label: words.share.responseDay });
    day.type = 'date';
    day.value = today;
    const text = drawField(this.contentEl, 'input', { label: words.share.responseText });
    text.type = 'text';
    const kept = this.hooks.keep(this.contentEl);
    const texts = { submit: words.share.responseSave, cancel: words.share.cancel, restored: words.share.draftKept };
    drawFormFoot(this, texts, async () => {
      const [chosen, when] = [shares[Number(share.value)], readDay(day.value)];
      if (chosen === undefined || when === undefined) return words.share.notADay;
      const person = this.#named(onOneLine(from.value));
      return this.hooks.save(chosen, { day: when, kind: CAME_BACK_KINDS.find((one) => one === kind.value) ?? 'reply', text: text.value, ...(person === undefined ? {} : { from: person }) });
    }, kept);
    share.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #named(name: string): Recipient | undefined {
    if (name === '') return undefined;
    if (this.#from?.name === name) return this.#from;
    const known = this.hooks.directory.find(name) ?? this.hooks.directory.findCommunity(name);
    return known === undefined ? { name } : { name: known.name, path: known.path };
  }
}
