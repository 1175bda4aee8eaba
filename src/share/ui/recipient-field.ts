import { setIcon, type App } from 'obsidian';
import { onOneLine } from '../../base';
import { drawField } from '../../obsidian/parts/field';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import type { Recipient } from '..';
import { RecipientSuggest } from './recipient-suggest';

/** What the field works on, and how it is called. */
interface RecipientFieldNeeds {
  readonly app: App;
  readonly directory: ContactDirectory;
  readonly label: string;
  readonly hint: string;
  current(): readonly Recipient[];
  change(recipients: readonly Recipient[]): void;
}

/** People and communities, each on a button that takes it away, and a field that suggests more; any name may be typed. */
export class RecipientField {
  readonly #chips = createDiv({ cls: 'sss-chips' });
  readonly #input: HTMLInputElement;

  constructor(container: HTMLElement, private readonly needs: RecipientFieldNeeds) {
    const { label, hint, app, directory } = needs;
    this.#input = drawField(container, 'input', { label, hint, cls: 'sss-recipients' });
    this.#input.type = 'text';
    this.#input.placeholder = words.share.addRecipient;
    this.#input.before(this.#chips);
    new RecipientSuggest(app, this.#input, directory, (recipient) => {
      this.#input.value = '';
      this.#add(recipient);
    });
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || !this.takeTyped()) return;
      event.preventDefault();
    });
    this.draw();
  }

  /** Draws the names anew. */
  draw(): void {
    this.#chips.empty();
    for (const { name } of this.needs.current()) {
      const chip = this.#chips.createEl('button', { cls: 'sss-chip', attr: { type: 'button', 'aria-label': words.share.removeRecipient(name) } });
      chip.createSpan({ text: name });
      setIcon(chip.createSpan({ attr: { 'aria-hidden': 'true' } }), 'x');
      chip.addEventListener('click', () => {
        this.#change(this.needs.current().filter((recipient) => recipient.name !== name));
        this.#input.focus();
      });
    }
  }

  /** Adds a name that stands in the field still; whether there was one. */
  takeTyped(): boolean {
    const name = onOneLine(this.#input.value);
    if (name === '') return false;
    const { directory } = this.needs;
    const known = directory.findCommunity(name) ?? directory.find(name);
    this.#input.value = '';
    this.#add(known === undefined ? { name } : { name: known.name, path: known.path });
    return true;
  }

  #add(recipient: Recipient): void {
    this.#change([...this.needs.current().filter(({ name }) => name !== recipient.name), recipient]);
  }

  #change(recipients: readonly Recipient[]): void {
    this.needs.change(recipients);
    this.draw();
  }
}
