import type { Component } from 'obsidian';
import type { NoteStore } from '../../note';
import { breathing } from '../../obsidian/breathe';
import { drawField } from '../../obsidian/parts/field';
import { words } from '../../words';
import { filterListsOf, type FilterLists } from './filter-lists';
import { ALL_AGES, type LinksFilter } from './links-filter';

/** What the bar can do besides filtering. */
interface FilterBarActions {
  /** Called when something else was chosen. */
  readonly changed: () => void;
  readonly askWhy: () => void;
  readonly showIndex: () => void;
}

const ALL = 'all';
const TYPE = 'type:';

/** Folder, age and kind of the links shown; folded away until it is asked for. Its lists are kept, and looked through again, in steps, when it opens. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #folder: HTMLSelectElement;
  readonly #age: HTMLSelectElement;
  readonly #type: HTMLSelectElement;
  readonly #clear: HTMLButtonElement;
  #lists: FilterLists = { folders: [], types: [] };
  #turn = 0;

  constructor(
    container: HTMLElement,
    life: Component,
    private readonly notes: Pick<NoteStore, 'list' | 'properties'>,
    private readonly filter: LinksFilter,
    private readonly isExcluded: (path: string) => boolean,
    actions: FilterBarActions,
  ) {
    const texts = words.serendipity;
    this.element = container.createDiv({ cls: 'sss-links-filter', attr: { role: 'group', 'aria-label': texts.filter } });
    const select = (label: string): HTMLSelectElement => {
      const made = drawField(this.element, 'select', { label });
      made.addClass('dropdown');
      return made;
    };
    this.#folder = select(texts.filterFolder);
    this.#age = select(texts.filterAge);
    this.#type = select(texts.filterKind);
    const buttons = this.element.createDiv({ cls: 'sss-links-filter-buttons' });
    const button = (text: string, run: () => void): HTMLButtonElement => {
      const made = buttons.createEl('button', { text, attr: { type: 'button' } });
      life.registerDomEvent(made, 'click', run);
      return made;
    };
    const changed = (): void => {
      this.#clear.toggle(this.filter.filter !== undefined);
      actions.changed();
    };
    this.#clear = button(texts.filterClear, () => {
      this.filter.clear();
      this.#fill();
      this.#folder.focus();
      changed();
    });
    button(texts.why, actions.askWhy);
    button(texts.aboutIndex, actions.showIndex);
    life.registerDomEvent(this.#folder, 'change', () => this.#choose({ folder: this.#folder.value }, changed));
    life.registerDomEvent(this.#age, 'change', () => this.#choose({ age: ALL_AGES.find((age) => age === this.#age.value) ?? 'any' }, changed));
    life.registerDomEvent(this.#type, 'change', () => this.#choose({ type: typeOf(this.#type.value) }, changed));
    life.register(() => this.#turn++);
    this.element.hide();
  }

  get isOpen(): boolean {
    return this.element.isShown();
  }

  toggle(): void {
    this.element.toggle(!this.isOpen);
    if (!this.isOpen) return;
    this.#fill();
    void this.#gather();
  }

  /** Shows what is chosen, when that was changed elsewhere. */
  refresh(): void {
    if (this.isOpen) this.#fill();
  }

  #choose(choice: Parameters<LinksFilter['choose']>[0], changed: () => void): void {
    this.filter.choose(choice);
    changed();
  }

  async #gather(): Promise<void> {
    const turn = ++this.#turn;
    const lists = await filterListsOf(this.notes, this.isExcluded, breathing());
    if (turn !== this.#turn || JSON.stringify(lists) === JSON.stringify(this.#lists)) return;
    this.#lists = lists;
    this.#fill();
  }

  #fill(): void {
    const texts = words.serendipity;
    const { folder, age, type } = this.filter.choice;
    const folders = withChosen(this.#lists.folders, folder);
    const types = withChosen(this.#lists.types, type ?? '');
    fill(this.#folder, [['', texts.wholeVault], ...folders.map((path): Option => [path, path])], folder);
    fill(this.#age, ALL_AGES.map((each): Option => [each, texts.ages[each]]), age);
    fill(this.#type, [[ALL, texts.allKinds], ...types.map((each): Option => [TYPE + each, each]), [TYPE, texts.withoutKind]], type === undefined ? ALL : TYPE + type);
    this.#clear.toggle(this.filter.filter !== undefined);
  }
}

type Option = readonly [value: string, text: string];

function fill(select: HTMLSelectElement, options: readonly Option[], chosen: string): void {
  select.empty();
  for (const [value, text] of options) select.createEl('option', { value, text });
  select.value = chosen;
}

// What is chosen stands in the list, even when no note is left of it.
function withChosen(list: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || list.includes(chosen) ? list : [chosen, ...list];
}

function typeOf(value: string): string | undefined {
  return value === ALL ? undefined : value.slice(TYPE.length);
}
