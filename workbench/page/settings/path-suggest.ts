import type { App } from '../app';
import { TFile, TFolder } from '../vault/files';
import { AbstractInputSuggest } from '../ui/input-suggest';
import { prepareFuzzySearch, renderMatches } from '../ui/search';

/** Suggests paths of files or folders for a setting. */
export class PathSuggest extends AbstractInputSuggest<TFile | TFolder> {
	constructor(app: App, private readonly input: HTMLInputElement, private readonly candidates: () => (TFile | TFolder)[]) {
		super(app, input);
	}

	protected getSuggestions(query: string): (TFile | TFolder)[] {
		const match = prepareFuzzySearch(query);
		return this.candidates().filter((item) => match(item.path) !== null);
	}

	renderSuggestion(item: TFile | TFolder, el: HTMLElement): void {
		const query = this.getValue();
		renderMatches(el, item.path, prepareFuzzySearch(query)(item.path)?.matches ?? null);
	}

	override selectSuggestion(item: TFile | TFolder): void {
		this.setValue(item.path);
		this.input.trigger('input');
		this.close();
	}
}
