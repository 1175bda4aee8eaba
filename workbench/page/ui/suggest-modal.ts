import type { Instruction } from 'obsidian';
import type { App } from '../app';
import { Modal } from './modal';
import { SuggestionList } from './suggestion-list';

/** Draws the keyboard hints below a list. */
export function renderInstructions(parent: HTMLElement, instructions: readonly Instruction[]): HTMLElement {
	const el = parent.createDiv({ cls: 'prompt-instructions' });
	for (const { command, purpose } of instructions) {
		const item = el.createDiv({ cls: 'prompt-instruction' });
		item.createSpan({ cls: 'prompt-instruction-command', text: command });
		item.createSpan({ text: purpose });
	}
	return el;
}

/** A prompt with suggestions, such as the command palette. */
export abstract class SuggestModal<T> extends Modal {
	limit = 100;
	emptyStateText = 'No results found.';
	inputEl: HTMLInputElement;
	resultContainerEl: HTMLElement;
	chooser: SuggestionList<T>;
	#instructionsEl: HTMLElement | null = null;
	#asked = 0;

	constructor(app: App) {
		super(app);
		this.containerEl.addClass('mod-suggest');
		this.modalEl.className = 'prompt';
		this.modalEl.empty();
		const row = this.modalEl.createDiv({ cls: 'prompt-input-container' });
		this.inputEl = row.createEl('input', { cls: 'prompt-input', type: 'text', attr: { autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'done' } });
		const clear = row.createDiv({ cls: 'search-input-clear-button', attr: { 'aria-label': 'Clear' } });
		this.resultContainerEl = this.modalEl.createDiv({ cls: 'prompt-results' });
		this.chooser = new SuggestionList<T>(this, this.resultContainerEl, this.scope);
		clear.addEventListener('click', () => this.#setQuery(''));
		this.inputEl.addEventListener('input', () => this.updateSuggestions());
		this.scope.register(null, 'Enter', (event) => {
			if (event.isComposing) return undefined;
			this.selectActiveSuggestion(event);
			return false;
		});
	}

	override open(): void {
		super.open();
		this.inputEl.focus();
		this.updateSuggestions();
	}

	setPlaceholder(placeholder: string): void {
		this.inputEl.placeholder = placeholder;
	}

	setInstructions(instructions: Instruction[]): void {
		this.#instructionsEl?.remove();
		this.#instructionsEl = renderInstructions(this.modalEl, instructions);
	}

	onNoSuggestion(): void {
		this.chooser.show([]);
		if (this.emptyStateText) this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		// As in Obsidian the prompt is gone before the choice is acted on, so that another one can open.
		this.close();
		this.onChooseSuggestion(value, event);
	}

	selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
		this.chooser.useSelected(event);
	}

	updateSuggestions(): void {
		const ask = (this.#asked += 1);
		const found = this.getSuggestions(this.inputEl.value);
		if (Array.isArray(found)) return this.#present(found);
		void found.then(
			(values) => ask === this.#asked && this.#present(values),
			(error: unknown) => console.error('The suggestions of a prompt failed.', error),
		);
	}

	abstract getSuggestions(query: string): T[] | Promise<T[]>;
	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): unknown;

	#present(values: T[]): void {
		const shown = this.limit > 0 ? values.slice(0, this.limit) : values;
		if (shown.length > 0) this.chooser.show(shown);
		else this.onNoSuggestion();
	}

	#setQuery(query: string): void {
		this.inputEl.value = query;
		this.inputEl.focus();
		this.updateSuggestions();
	}
}
