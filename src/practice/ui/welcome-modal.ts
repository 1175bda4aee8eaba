import { Modal, type App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';

/** What was chosen in the welcome: the settings with their values, and what is to be made. */
export interface WelcomeChoice {
  readonly settings: Record<string, string>;
  samples: boolean;
  bases: boolean;
  blocks: boolean;
}

/** What the welcome needs from around it. Functions that can fail give back a sentence to show. */
interface WelcomeHooks {
  readonly setUp: (choice: WelcomeChoice) => Promise<string | undefined>;
  /** Present when something was made that can be taken back. */
  readonly takeBack?: () => Promise<void>;
}

/** The fields of the welcome: settings that become folders and headings in the vault. */
export const WELCOME_FIELDS = ['seek.folder', 'sense.takeSection', 'ties.folder', 'share.sharedSection', 'ties.communityFolder', 'ties.interactionsSection', 'ties.practiceChangesSection'] as const;

/** A short welcome: folders and headings, and three things that are made only when they are chosen. */
export class WelcomeModal extends Modal {
  constructor(
    app: App,
    private readonly choice: WelcomeChoice,
    private readonly hooks: WelcomeHooks,
  ) {
    super(app);
  }

  override onOpen(): void {
    const texts = words.welcome;
    this.setTitle(texts.title);
    this.modalEl.addClass('sss-modal', 'sss-welcome');
    nameModal(this);
    this.contentEl.createEl('p', { text: texts.intro });
    const fields = this.contentEl.createDiv({ cls: 'sss-welcome-names' });
    for (const path of WELCOME_FIELDS) {
      const input = drawField(fields, 'input', { label: texts.fields[path] });
      input.type = 'text';
      input.dir = 'auto';
      input.value = this.choice.settings[path] ?? '';
      input.addEventListener('input', () => (this.choice.settings[path] = input.value));
    }
    this.#drawOffers();
    this.#drawButtons();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawOffers(): void {
    const group = this.contentEl.createEl('fieldset', { cls: 'sss-choices' });
    group.createEl('legend', { text: words.welcome.offers });
    for (const offer of ['samples', 'bases', 'blocks'] as const) {
      const label = group.createEl('label', { cls: 'sss-choice' });
      const box = label.createEl('input', { type: 'checkbox', attr: { 'data-offer': offer } });
      box.checked = this.choice[offer];
      box.addEventListener('change', () => (this.choice[offer] = box.checked));
      label.createSpan({ text: words.welcome.offer[offer] });
    }
  }

  #drawButtons(): void {
    const problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    const submit = async (): Promise<void> => {
      const told = await this.hooks.setUp(this.choice);
      if (told === undefined) this.close();
      else problem.setText(told);
    };
    row.createEl('button', { text: words.welcome.setUp, cls: 'mod-cta', attr: { type: 'button' } }).addEventListener('click', () => void submit());
    const { takeBack } = this.hooks;
    if (takeBack !== undefined) {
      row.createEl('button', { text: words.welcome.takeBack, attr: { type: 'button' } }).addEventListener('click', () => void takeBack().then(() => this.close()));
    }
    row.createEl('button', { text: words.welcome.notNow, attr: { type: 'button' } }).addEventListener('click', () => this.close());
    this.scope.register(['Mod'], 'Enter', () => {
      void submit();
      return false;
    });
  }
}
