import type { App } from '../app';
import { PopoverSuggest } from './popover-suggest';

/** Suggestions for a text field. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
	limit = 100;
	#selectCallback: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;
	#asked = 0;

	constructor(app: App, readonly textInputEl: HTMLInputElement | HTMLDivElement) {
		super(app);
		textInputEl.addEventListener('input', () => this.#ask());
		textInputEl.addEventListener('focus', () => this.#ask());
		textInputEl.addEventListener('click', () => this.#ask());
		textInputEl.addEventListener('blur', () => this.close());
	}

	/** Answers that are still on their way come too late. */
	override close(): void {
		this.#asked += 1;
		super.close();
	}

	setValue(value: string): void {
		if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
		else this.textInputEl.setText(value);
	}

	getValue(): string {
		return this.textInputEl instanceof HTMLInputElement ? this.textInputEl.value : this.textInputEl.getText();
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		this.#selectCallback?.(value, event);
	}

	onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
		this.#selectCallback = callback;
		return this;
	}

	protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

	#ask(): void {
		const ask = (this.#asked += 1);
		void Promise.resolve(this.getSuggestions(this.getValue())).then(
			(values) => {
				if (ask !== this.#asked || document.activeElement !== this.textInputEl) return;
				this.showSuggestions(values, this.limit, this.textInputEl.getBoundingClientRect());
			},
			(error: unknown) => console.error('The suggestions of a field failed.', error),
		);
	}
}
