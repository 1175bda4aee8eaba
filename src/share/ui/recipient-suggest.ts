import { AbstractInputSuggest, type App } from 'obsidian';
import { mayMean, type ContactDirectory } from '../../ties';
import type { Recipient } from '..';

const MOST = 20;

/** Suggests communities and contacts by name and alias while one is typed; any other name may be typed too. */
export class RecipientSuggest extends AbstractInputSuggest<Recipient> {
  constructor(
    app: App,
    input: HTMLInputElement,
    private readonly directory: ContactDirectory,
    private readonly choose: (recipient: Recipient) => void,
    /** Whether the name stays in the field. */
    private readonly stays = false,
  ) {
    super(app, input);
  }

  override getSuggestions(typed: string): Recipient[] {
    return [...this.directory.communities(), ...this.directory.all()]
      .filter((one) => mayMean(one, typed))
      .slice(0, MOST)
      .map(({ name, path }) => ({ name, path }));
  }

  override renderSuggestion({ name }: Recipient, element: HTMLElement): void {
    element.setText(name);
  }

  override selectSuggestion(recipient: Recipient): void {
    this.choose(recipient);
    this.setValue(this.stays ? recipient.name : '');
    this.close();
  }
}
