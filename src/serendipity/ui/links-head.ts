import { setIcon, setTooltip, type Component } from 'obsidian';
import { words } from '../../words';

/** What the head of the Links tab can do. */
interface HeadActions {
  readonly pin: () => void;
  readonly pause: () => void;
  readonly others: () => void;
  readonly filter: () => void;
  /** 0 closest … 1 most surprising; called when the slider comes to rest. */
  readonly surprise: (value: number) => void;
}

/** What the head shows. */
interface HeadState {
  /** The title of the note that the links are for; undefined when there is none. */
  readonly title: string | undefined;
  /** Whether the links are for what is selected in the note. */
  readonly isPassage: boolean;
  readonly isPinned: boolean;
  readonly isPaused: boolean;
  readonly isFilterOpen: boolean;
  readonly isFiltered: boolean;
  readonly surprise: number;
}

/** The head of the Links tab: for which note, pin, pause, others, and the slider. Drawn once, then kept in step by `show`. */
export class LinksHead {
  readonly #subject: HTMLElement;
  readonly #pin: HTMLElement;
  readonly #pause: HTMLElement;
  readonly #others: HTMLElement;
  readonly #filter: HTMLElement;
  readonly #slider: HTMLInputElement;

  constructor(container: HTMLElement, life: Component, actions: HeadActions) {
    const texts = words.serendipity;
    const head = container.createDiv({ cls: 'sss-head' });
    this.#subject = head.createSpan({ cls: 'sss-head-text sss-links-subject', attr: { dir: 'auto' } });
    const tools = head.createDiv({ cls: 'sss-links-tools' });
    const button = (icon: string, run: () => void): HTMLElement => {
      const element = tools.createEl('button', { cls: 'clickable-icon', attr: { type: 'button' } });
      setIcon(element, icon);
      life.registerDomEvent(element, 'click', run);
      return element;
    };
    this.#pin = button('pin', actions.pin);
    this.#pause = button('pause', actions.pause);
    this.#others = button('refresh-cw', actions.others);
    setTooltip(this.#others, texts.others);
    this.#filter = button('sliders-horizontal', actions.filter);
    const row = container.createDiv({ cls: 'sss-links-slider' });
    row.createSpan({ text: texts.closest, attr: { 'aria-hidden': 'true' } });
    this.#slider = row.createEl('input', { type: 'range', cls: 'slider', attr: { min: '0', max: '100', step: '5', 'aria-label': texts.surprise } });
    row.createSpan({ text: texts.surprising, attr: { 'aria-hidden': 'true' } });
    life.registerDomEvent(this.#slider, 'input', () => this.#sayValue());
    life.registerDomEvent(this.#slider, 'change', () => actions.surprise(this.#slider.valueAsNumber / 100));
  }

  show({ title, isPassage, isPinned, isPaused, isFilterOpen, isFiltered, surprise }: HeadState): void {
    const texts = words.serendipity;
    const subject = title === undefined ? '' : isPassage ? texts.linksForPassage(title) : texts.linksFor(title);
    if (this.#subject.textContent !== subject) this.#subject.setText(subject);
    this.#subject.setAttr('title', subject);
    mark(this.#pin, isPinned, isPinned ? texts.unpin : texts.pin);
    mark(this.#pause, isPaused, isPaused ? texts.goOn : texts.pause);
    setIcon(this.#pause, isPaused ? 'play' : 'pause');
    this.#filter.toggleClass('is-active', isFiltered);
    this.#filter.setAttr('aria-expanded', String(isFilterOpen));
    setTooltip(this.#filter, isFiltered ? texts.filterOn : texts.filter);
    this.#slider.value = String(Math.round(surprise * 100));
    this.#sayValue();
  }

  #sayValue(): void {
    this.#slider.setAttr('aria-valuetext', words.serendipity.surpriseValue(this.#slider.valueAsNumber));
  }
}

function mark(button: HTMLElement, isOn: boolean, label: string): void {
  button.toggleClass('is-active', isOn);
  button.setAttr('aria-pressed', String(isOn));
  setTooltip(button, label);
}
