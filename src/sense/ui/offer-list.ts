import { words } from '../../words';
import type { FindOffers, LinkOffer } from './link-offer';

/** As many as there are keys for: Alt with 1 to 5. */
export const OFFERS = 5;

/** The unexpected links beside a take: looked for anew on demand, drawn as a list, each inserted by a click or by its number. */
export class OfferList {
  #offers: readonly LinkOffer[] = [];
  /** What was chosen of this list: it stands there until the next one is drawn, and a key that is pressed twice inserts nothing twice. */
  readonly #chosen = new Set<LinkOffer>();
  #asked = 0;
  readonly #list: HTMLElement;

  constructor(
    container: HTMLElement,
    private readonly find: FindOffers,
    private readonly insert: (offer: LinkOffer) => void,
  ) {
    const box = container.createDiv({ cls: 'sss-offers' });
    box.createDiv({ cls: 'sss-field-label', text: words.sense.offersLabel });
    this.#list = box.createEl('ol', { attr: { 'aria-label': words.sense.offersLabel } });
    box.createDiv({ cls: 'sss-field-hint', text: words.sense.offersHint });
  }

  /**
   * Draws what is found for `text`. Answers may come back out of order: only the latest question's is drawn.
   * @returns what is drawn now, or undefined when a later question or `stop` overtook this one.
   */
  async look(path: string, text: string): Promise<readonly LinkOffer[] | undefined> {
    const turn = ++this.#asked;
    const offers = await this.find({ path, text });
    if (turn !== this.#asked) return undefined;
    this.#offers = offers.slice(0, OFFERS);
    this.#chosen.clear();
    this.#list.empty();
    if (this.#offers.length === 0) this.#list.createEl('li', { cls: 'sss-none', text: words.sense.noOffers });
    for (const offer of this.#offers) this.#draw(offer);
    return this.#offers;
  }

  /** Answers that are still under way are not drawn any more. */
  stop(): void {
    this.#asked++;
  }

  /** Inserts the offer of that number, counted from 1; nothing where there is none, or where it was inserted already. */
  choose(number: number): void {
    const offer = this.#offers[number - 1];
    if (offer !== undefined) this.#insertOnce(offer);
  }

  #insertOnce(offer: LinkOffer): void {
    if (this.#chosen.has(offer)) return;
    this.#chosen.add(offer);
    this.insert(offer);
  }

  #draw(offer: LinkOffer): void {
    const button = this.#list.createEl('li').createEl('button', { cls: 'sss-offer', attr: { type: 'button', 'aria-description': words.sense.insertLink(offer.title) } });
    button.createSpan({ cls: 'sss-offer-title', text: offer.title, attr: { dir: 'auto' } });
    button.createSpan({ cls: 'sss-row-detail', text: offer.why, attr: { dir: 'auto' } });
    button.addEventListener('click', () => this.#insertOnce(offer));
  }
}
