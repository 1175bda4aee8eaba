import { SuggestModal, type App } from 'obsidian';
import { dayAfter, daysBetween, readDay, type Day } from '../../base';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';

const [WEEK, MONTH, QUARTER] = [7, 30, 91];

/** Asks when a quote shall come back: some usual days, or any that is typed as a date or a number of days. */
export class LaterSuggest extends SuggestModal<Day> {
  constructor(
    app: App,
    private readonly today: Day,
    private readonly usualDays: number,
    private readonly choose: (day: Day) => void,
  ) {
    super(app);
    this.modalEl.setAttr('aria-label', words.sense.laterWhen);
    this.setPlaceholder(words.sense.laterPlaceholder);
  }

  override onOpen(): void {
    void super.onOpen();
    nameModal(this);
    this.inputEl.setAttr('aria-label', words.sense.laterPlaceholder);
  }

  override getSuggestions(typed: string): Day[] {
    const usual = [...new Set([this.usualDays, 1, WEEK, MONTH, QUARTER])].map((days) => dayAfter(this.today, days));
    const wanted = typed.trim().toLowerCase();
    const day = readDay(wanted) ?? (/^\d{1,4}$/.test(wanted) ? dayAfter(this.today, Math.max(1, Number(wanted))) : undefined);
    if (day !== undefined && day > this.today) return [day];
    return usual.filter((one) => this.#said(one).toLowerCase().includes(wanted));
  }

  override renderSuggestion(day: Day, element: HTMLElement): void {
    element.setText(this.#said(day));
  }

  override onChooseSuggestion(day: Day): void {
    this.choose(day);
  }

  #said(day: Day): string {
    return words.sense.laterOn(daysBetween(this.today, day), day);
  }
}
