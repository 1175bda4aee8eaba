import type { App } from 'obsidian';
import { words } from '../../words';
import { dayOfTake, isFullTake, losesMuch, qualityOf, type QuoteEntry } from '..';
import { askToReplace } from './replace-question';
import type { TakeDraft } from './take-draft';
import { drawPastTakes } from './take-past';

const HINT_ID = 'sss-changed-mind-hint';

/** What the user thought of a quote before: whether a draft changes that take in its place, or follows it. */
export class StandingTake {
  #button: HTMLElement | undefined;
  #hint: HTMLElement | undefined;
  #mayReplace = false;

  constructor(private readonly app: App, private readonly entry: QuoteEntry, private readonly leastOwnWords: number) {}

  /** Draws the takes so far, and a button for a mind that has changed; nothing where there is no take. */
  draw(container: HTMLElement, changeMind: () => void): void {
    if (this.entry.state.take.text.trim() === '') return;
    drawPastTakes(container, this.entry);
    const row = container.createDiv({ cls: 'sss-changed-mind' });
    this.#button = row.createEl('button', { text: words.sense.changedMind, cls: 'sss-chip', attr: { type: 'button', 'aria-describedby': HINT_ID } });
    this.#hint = row.createSpan({ cls: 'sss-field-hint', attr: { id: HINT_ID, role: 'status' } });
    this.#button.addEventListener('click', changeMind);
  }

  /** Says what becomes of it by a draft as it is. */
  show({ isLater = false }: TakeDraft): void {
    this.#button?.setAttr('aria-pressed', String(isLater));
    this.#hint?.setText(isLater ? words.sense.changedMindHint : words.sense.changingTake(this.#day()));
  }

  /**
   * Asks whether it shall go where much of it would be: a take that somebody thought through is not written over unasked.
   * Asked once: the answer `replace` holds until the window is closed. Undefined when neither was chosen.
   */
  async ask({ before, text, isLater }: TakeDraft): Promise<'keep' | 'replace' | undefined> {
    if (isLater === true || this.#mayReplace || !losesMuch(before, text)) return 'replace';
    if (!isFullTake(qualityOf(before, this.entry.quote), this.leastOwnWords)) return 'replace';
    const answer = await askToReplace(this.app, this.#day());
    this.#mayReplace = answer === 'replace';
    return answer;
  }

  // The day of the take that is changed where nothing else is said.
  #day(): string {
    const { day, sensed } = this.entry.state;
    return dayOfTake({ day, sensed }) ?? '';
  }
}
