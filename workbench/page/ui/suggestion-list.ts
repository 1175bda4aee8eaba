import type { Scope } from '../base/scope';

/** What shows and takes a suggestion. */
interface SuggestionOwner<T> {
	renderSuggestion(value: T, el: HTMLElement): void;
	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** The list below an input: one suggestion is active; arrows move it, Enter and a click take it. */
export class SuggestionList<T> {
	values: T[] = [];
	selectedItem = 0;
	suggestions: HTMLElement[] = [];

	constructor(private readonly owner: SuggestionOwner<T>, readonly containerEl: HTMLElement, scope: Scope) {
		containerEl.on('click', '.suggestion-item', (event, el) => this.onClick(event, el));
		containerEl.on('mousemove', '.suggestion-item', (_event, el) => this.select(this.suggestions.indexOf(el)));
		// The input keeps the focus while the mouse is used.
		containerEl.addEventListener('mousedown', (event) => event.preventDefault());
		const move = (step: number) => (event: KeyboardEvent): false | undefined => {
			if (event.isComposing || this.values.length === 0) return undefined;
			this.select((this.selectedItem + step + this.values.length) % this.values.length, true);
			return false;
		};
		scope.register([], 'ArrowDown', move(1));
		scope.register([], 'ArrowUp', move(-1));
		scope.register(['Ctrl'], 'N', move(1));
		scope.register(['Ctrl'], 'P', move(-1));
		scope.register([], 'Home', (event) => (event.target instanceof HTMLInputElement ? undefined : this.select(0, true)));
	}

	show(values: readonly T[]): void {
		this.values = [...values];
		this.containerEl.empty();
		this.suggestions = this.values.map((value) => {
			const el = this.containerEl.createDiv({ cls: 'suggestion-item' });
			this.owner.renderSuggestion(value, el);
			return el;
		});
		this.select(0);
	}

	select(index: number, scroll = false): void {
		this.suggestions[this.selectedItem]?.removeClass('is-selected');
		this.selectedItem = Math.max(0, index);
		const el = this.suggestions[this.selectedItem];
		el?.addClass('is-selected');
		if (scroll) el?.scrollIntoView({ block: 'nearest' });
	}

	/** Takes the active suggestion; false when there is none. */
	useSelected(event: MouseEvent | KeyboardEvent): boolean {
		const value = this.values[this.selectedItem];
		if (value === undefined) return false;
		this.owner.selectSuggestion(value, event);
		return true;
	}

	private onClick(event: MouseEvent, el: HTMLElement): void {
		event.preventDefault();
		this.select(this.suggestions.indexOf(el));
		this.useSelected(event);
	}
}
