import type { FuzzyMatch } from 'obsidian';
import { prepareFuzzySearch, renderResults, sortSearchResults } from './search';
import { SuggestModal } from './suggest-modal';

/** A prompt that filters a list of items by their text. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
	getSuggestions(query: string): FuzzyMatch<T>[] {
		const match = prepareFuzzySearch(query);
		const found = this.getItems().flatMap((item) => {
			const result = match(this.getItemText(item));
			return result ? [{ item, match: result }] : [];
		});
		if (query.trim() !== '') sortSearchResults(found);
		return found;
	}

	renderSuggestion(item: FuzzyMatch<T>, el: HTMLElement): void {
		renderResults(el, this.getItemText(item.item), item.match);
	}

	onChooseSuggestion(item: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
		this.onChooseItem(item.item, event);
	}

	abstract getItems(): T[];
	abstract getItemText(item: T): string;
	abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
