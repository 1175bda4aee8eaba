import { AbstractInputSuggest, type App } from 'obsidian';
import { goesBy, mayMean, type Contact, type ContactDirectory } from '../../ties';
import { words } from '../../words';

/** Something the via field may become: a contact that exists, or one to be made. */
type Offer = { readonly contact: Contact } | { readonly newName: string };

const MOST = 20;

/** Suggests contacts by name and alias while a person is typed; the last entry makes a new contact. */
export class ViaSuggest extends AbstractInputSuggest<Offer> {
  constructor(
    app: App,
    private readonly input: HTMLInputElement,
    private readonly directory: ContactDirectory,
    private readonly choose: (offer: { name: string; isNew: boolean }) => void,
  ) {
    super(app, input);
  }

  override getSuggestions(typed: string): Offer[] {
    const fitting = this.directory.all().filter((one) => mayMean(one, typed)).slice(0, MOST).map((contact) => ({ contact }));
    const isKnown = this.directory.all().some((contact) => goesBy(contact, typed));
    return typed.trim() === '' || isKnown ? fitting : [...fitting, { newName: typed.trim() }];
  }

  override renderSuggestion(offer: Offer, element: HTMLElement): void {
    element.setText('contact' in offer ? offer.contact.name : words.seek.newContact(offer.newName));
  }

  override selectSuggestion(offer: Offer): void {
    const chosen = 'contact' in offer ? { name: offer.contact.name, isNew: false } : { name: offer.newName, isNew: true };
    this.setValue(chosen.name);
    this.input.focus();
    this.choose(chosen);
    this.close();
  }
}
