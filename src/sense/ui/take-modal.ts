import { Component, MarkdownRenderer, Modal, debounce, type App } from 'obsidian';
import type { Edge } from '../../obsidian/edge';
import { nameModal } from '../../obsidian/parts/modal-name';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { asBlockquote, escapedInline, shownName } from '../../note';
import type { QuoteEntry } from '..';
import { drawCoAuthors } from './co-author-field';
import { StandingTake } from './standing-take';
import type { FindOffers, LinkOffer } from './link-offer';
import { OFFERS, OfferList } from './offer-list';
import { drawOtherDrafts } from './other-drafts';
import { PromptRow, type PromptHooks } from './prompt-row';
import { followingDraft, joinedDraft, turnedDraft, type TakeDraft } from './take-draft';
import type { HeldDrafts, OtherDraft } from './take-drafts';
import { TakeMeasure } from './take-measure';
import { drawWays } from './ways-field';

/** What the modal needs from around it. Functions that can fail give back a sentence to show. */
export interface TakeModalHooks extends PromptHooks {
  readonly leastOwnWords: number;
  findOffers: FindOffers;
  /** The link to a note as it is to stand in the quote note. */
  linkTo(path: string): string;
  readonly coAuthors: { readonly directory: ContactDirectory; readonly linkTo: (path: string) => string };
  readonly drafts: HeldDrafts;
  /** Shows a sentence outside of the window. */
  say: Edge['say'];
  save(draft: TakeDraft): Promise<string | undefined>;
  /** Called once something was done and the window is closed. */
  finished(): void;
  /** Present in a review only. */
  readonly review?: {
    /** Which quote of how many this is, in words. */
    readonly progress: string;
    later(): Promise<string | undefined>;
    /** Asks for a day first; `choose` is given what is to be done then. */
    laterWhen(choose: (step: () => Promise<string | undefined>) => void): void;
    letGo(): Promise<string | undefined>;
    /** Brings back the quote that was let go last. */
    takeBack(): void;
  };
}

// Milliseconds without a key before the words are counted and links looked for.
const PAUSE = 500;

/** Where the user writes what they make of a quote: the quote, one question, the take, its ways, and unexpected links. */
export class TakeModal extends Modal {
  readonly #life = new Component();
  readonly #standing: StandingTake;
  /** Not at every change: the numbers of the offers stay what they are while keys follow one another. */
  readonly #settle = debounce(() => {
    this.#measure.show(this.#draft);
    void this.#look();
  }, PAUSE, true);
  #draft: TakeDraft;
  #textarea!: HTMLTextAreaElement;
  #measure!: TakeMeasure;
  #prompt!: PromptRow;
  #offers!: OfferList;
  #problem!: HTMLElement;
  #showWays: () => void = () => undefined;
  #showCoAuthors: () => void = () => undefined;
  #busy = false;
  #finished = false;

  constructor(
    app: App,
    private readonly entry: QuoteEntry,
    draft: TakeDraft,
    private readonly hooks: TakeModalHooks,
    private readonly hint?: string,
  ) {
    super(app);
    this.#draft = draft;
    this.#standing = new StandingTake(app, entry, hooks.leastOwnWords);
  }

  override onOpen(): void {
    const { review } = this.hooks;
    this.setTitle(review === undefined ? words.sense.modalTitle : `${words.sense.modalTitle} · ${review.progress}`);
    this.modalEl.addClass('sss-modal', 'sss-take');
    nameModal(this);
    this.#life.load();
    this.#drawQuote();
    this.#standing.draw(this.contentEl, () => this.#changeMind());
    this.#standing.show(this.#draft);
    this.#prompt = new PromptRow(this.contentEl, this.hooks);
    this.#drawTextarea();
    this.#drawOtherDrafts();
    this.#showWays = drawWays(this.contentEl, () => this.#draft.ways, (ways) => this.#change({ ways }));
    this.#drawCoAuthors();
    this.#offers = new OfferList(this.contentEl, this.hooks.findOffers, (offer) => this.#insert(offer));
    this.#problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
    if (this.hint !== undefined) this.#problem.setText(this.hint);
    this.#drawButtons();
    this.#registerKeys();
    this.#measure.show(this.#draft);
    void this.#look().then((offers) => this.#askAboutContradiction(offers));
    this.#textarea.focus();
    this.#textarea.setSelectionRange(this.#draft.text.length, this.#draft.text.length);
  }

  override onClose(): void {
    const { drafts } = this.hooks;
    if (!this.#finished) drafts.keep(this.#draft);
    drafts.release();
    this.#life.unload();
    this.contentEl.empty();
  }

  #drawQuote(): void {
    const box = this.contentEl.createDiv({ cls: 'sss-take-quote', attr: { dir: 'auto' } });
    const { quote, path } = this.entry;
    const by = [quote.author, quote.title ?? quote.source].filter((part) => part !== undefined).map(shownName).map(escapedInline).join(', ');
    const markdown = asBlockquote(by === '' ? quote.text : `${quote.text}\n\n— ${by}`);
    void MarkdownRenderer.render(this.app, markdown, box, path, this.#life);
  }

  #changeMind(): void {
    this.#become(turnedDraft(this.#draft, this.entry.state.take));
    this.#standing.show(this.#draft);
    this.#showDraft();
    this.#textarea.select();
  }

  // The draft became another one than was typed here.
  #showDraft(): void {
    this.#showWays();
    this.#showCoAuthors();
    this.#textarea.value = this.#draft.text;
    this.#textarea.focus();
    this.#measure.show(this.#draft);
  }

  #drawOtherDrafts(): void {
    const { drafts, say } = this.hooks;
    const add = (other: OtherDraft): boolean => {
      const joined = joinedDraft(this.#draft, other.draft);
      const isKept = drafts.keep(joined);
      if (isKept) other.remove();
      this.#draft = isKept ? joined : this.#draft;
      this.#showDraft();
      return isKept;
    };
    const throwAway = (other: OtherDraft): void => {
      const back = other.remove();
      say(words.sense.draftThrownAway, { label: words.sense.takeBack, run: back });
      this.#textarea.focus();
    };
    drawOtherDrafts(this.contentEl, drafts.others, { add, throwAway });
  }

  #drawCoAuthors(): void {
    const { directory, linkTo } = this.hooks.coAuthors;
    this.#showCoAuthors = drawCoAuthors(this.contentEl, { app: this.app, directory, linkTo, current: () => this.#draft.coAuthors ?? [], change: (coAuthors) => this.#change({ coAuthors }) });
  }

  #drawTextarea(): void {
    const id = 'sss-take-text';
    this.contentEl.createEl('label', { text: words.sense.takeLabel, cls: 'sss-field-label', attr: { for: id } });
    this.#textarea = this.contentEl.createEl('textarea', { attr: { id, rows: '7', dir: 'auto' } });
    this.#textarea.value = this.#draft.text;
    this.#measure = new TakeMeasure(this.contentEl, this.entry.quote, this.hooks.leastOwnWords);
    this.#life.register(() => {
      this.#settle.cancel();
      this.#offers.stop();
    });
    this.#textarea.addEventListener('input', () => {
      this.#change({ text: this.#textarea.value });
      this.#settle();
    });
  }

  #drawButtons(): void {
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    const { review } = this.hooks;
    const button = (text: string, run: () => void, cls = ''): void => {
      row.createEl('button', { text, cls, attr: { type: 'button' } }).addEventListener('click', run);
    };
    button(review === undefined ? words.sense.save : words.sense.saveAndNext, () => void this.#save(), 'mod-cta');
    if (review !== undefined) {
      button(words.sense.later, () => void this.#finish(() => review.later()));
      button(words.sense.laterWhen, () => this.#askLater());
      button(words.sense.letGo, () => void this.#finish(() => review.letGo()));
    }
    button(words.sense.close, () => this.close());
  }

  #registerKeys(): void {
    const { review } = this.hooks;
    this.scope.register(['Mod'], 'Enter', () => this.#handled(() => void this.#save()));
    this.scope.register(['Alt'], 'q', () => this.#handled(() => this.#prompt.ask()));
    for (let number = 1; number <= OFFERS; number++) {
      this.scope.register(['Alt'], String(number), () => this.#handled(() => this.#offers.choose(number)));
    }
    if (review === undefined) return;
    this.scope.register(['Alt'], 'l', () => this.#handled(() => void this.#finish(() => review.later())));
    this.scope.register(['Alt', 'Shift'], 'l', () => this.#handled(() => this.#askLater()));
    this.scope.register(['Alt', 'Shift'], 'g', () => this.#handled(() => review.takeBack()));
    this.scope.register(['Alt'], 'g', () => this.#handled(() => void this.#finish(() => review.letGo())));
  }

  #askLater(): void {
    this.hooks.review?.laterWhen((step) => void this.#finish(step));
  }

  #handled(run: () => void): false {
    run();
    return false;
  }

  // Only before the first word, so that nobody's thought is cut off by another question.
  #askAboutContradiction(offers: readonly LinkOffer[] = []): void {
    if (this.#draft.text.trim() === '' && this.contentEl.isConnected) this.#prompt.askAboutContradiction(this.entry.quote.text, offers);
  }

  #change(part: Partial<TakeDraft>): void {
    this.#become({ ...this.#draft, ...part });
  }

  #become(draft: TakeDraft): void {
    this.#draft = draft;
    this.hooks.drafts.keep(draft);
  }

  #look(): Promise<readonly LinkOffer[] | undefined> {
    return this.#offers.look(this.entry.path, `${this.entry.quote.text}\n\n${this.#draft.text}`);
  }

  #insert(offer: LinkOffer): void {
    const { selectionEnd: end, value } = this.#textarea;
    const needsSpace = end > 0 && !/\s$/.test(value.slice(0, end));
    const link = `${needsSpace ? ' ' : ''}${this.hooks.linkTo(offer.path)}`;
    this.#textarea.setRangeText(link, end, end, 'end');
    this.#change({ text: this.#textarea.value });
    this.#textarea.focus();
    this.#measure.show(this.#draft);
    this.#settle();
  }

  #save(): Promise<void> {
    if (this.#draft.text.trim() === '') return Promise.resolve(this.#problem.setText(words.sense.emptyTake));
    return this.#finish(async () => {
      const answer = await this.#standing.ask(this.#draft);
      if (answer === undefined) {
        this.#textarea.focus();
        return '';
      }
      if (answer === 'keep') {
        this.#become(followingDraft(this.#draft, this.entry.state.take));
        this.#standing.show(this.#draft);
        this.#showDraft();
      }
      return this.hooks.save(this.#draft);
    });
  }

  // A key that is pressed twice does nothing twice.
  async #finish(step: () => Promise<string | undefined>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const { text } = this.#draft;
    const problem = await step().finally(() => (this.#busy = false));
    if (problem !== undefined) {
      this.#problem.setText(problem);
      return;
    }
    // What was typed meanwhile is kept as a draft.
    this.#finished = this.#draft.text === text;
    this.close();
    this.hooks.finished();
  }
}
