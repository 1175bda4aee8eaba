import type { Instruction } from 'obsidian';
import type { App } from '../app';
import { Scope } from '../base/scope';
import { renderInstructions } from './suggest-modal';
import { SuggestionList } from './suggestion-list';

/** Puts an element below (or above, where there is no room) a box of the page. */
export function placeBeside(el: HTMLElement, box: { left: number; top: number; bottom: number }): void {
	const size = el.getBoundingClientRect();
	const below = box.bottom + 4;
	const fits = below + size.height <= window.innerHeight - 8;
	el.setCssProps({
		'--popover-left': `${Math.max(8, Math.min(box.left, window.innerWidth - size.width - 8))}px`,
		'--popover-top': `${fits ? below : Math.max(8, box.top - size.height - 4)}px`,
	});
}

/** Suggestions in a small window beside what is being typed. */
export abstract class PopoverSuggest<T> {
	readonly scope: Scope;
	readonly suggestEl: HTMLElement = createDiv({ cls: 'suggestion-container' });
	readonly suggestions: SuggestionList<T>;
	isOpen = false;
	protected instructionsEl: HTMLElement | null = null;

	constructor(readonly app: App, scope?: Scope) {
		this.scope = scope ?? new Scope(app.scope);
		this.suggestions = new SuggestionList<T>(this, this.suggestEl.createDiv({ cls: 'suggestion' }), this.scope);
		this.scope.register([], 'Escape', () => (this.close(), false));
		// Enter alone takes a suggestion: Tab goes on to the next field, whatever is offered.
		this.scope.register([], 'Enter', (event) => (event.isComposing || !this.suggestions.useSelected(event) ? undefined : false));
	}

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		document.body.append(this.suggestEl);
		this.app.keymap.pushScope(this.scope);
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.suggestions.show([]);
		this.suggestEl.remove();
	}

	setInstructions(instructions: Instruction[]): void {
		this.instructionsEl?.remove();
		this.instructionsEl = renderInstructions(this.suggestEl, instructions);
	}

	onHistoryBack(): void {
		this.close();
	}

	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

	protected showSuggestions(values: readonly T[], limit: number, box: { left: number; top: number; bottom: number }): void {
		const shown = limit > 0 ? values.slice(0, limit) : values;
		if (shown.length === 0) return this.close();
		this.open();
		this.suggestions.show(shown);
		placeBeside(this.suggestEl, box);
	}
}
