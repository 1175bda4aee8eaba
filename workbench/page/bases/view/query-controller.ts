import type { App } from '../../app';
import { Component } from '../../base/component';
import { debounce } from '../../base/debounce';
import type { TFile } from '../../vault/files';
import { readBase, writeBase, type BaseConfig, type ViewEntry } from '../query/base-config';
import { BasesEntry } from '../query/entry';
import { runQuery } from '../query/run-query';
import { BasesViewConfig } from '../query/view-config';
import type { BasesView } from './bases-view';
import type { BasesViewRegistration, BasesViews } from './registry';
import { Toolbar } from './toolbar';

/** A change of one note is followed by others: the query runs once for all. */
const PAUSE_MS = 50;

/** Where a base is shown. */
interface BasePlace {
	readonly views: BasesViews;
	/** The file that `this` means. */
	self(): TFile | null;
	/** Keeps the base's new text; absent where it cannot be changed. */
	save?(text: string): Promise<void>;
}

/** Runs the query of a base and keeps one view of it up to date. */
export class QueryController extends Component {
	readonly #toolbar: Toolbar;
	readonly #bodyEl: HTMLElement;
	readonly #place: BasePlace;
	readonly #rerun = debounce(() => this.#run(), PAUSE_MS);
	#base: BaseConfig | null = null;
	#wanted: string | null = null;
	#shown: { view: BasesView; registration: BasesViewRegistration; el: HTMLElement } | null = null;

	constructor(readonly app: App, containerEl: HTMLElement, place: BasePlace) {
		super();
		this.#place = place;
		this.#toolbar = new Toolbar(containerEl, app, {
			views: () => this.#base?.views ?? [],
			current: () => this.#entry(),
			registration: (type) => place.views.byType.get(type),
			config: (entry) => this.#config(entry),
			choose: (name) => this.selectView(name),
			canConfigure: place.save !== undefined,
		});
		this.#bodyEl = containerEl.createDiv({ cls: 'bases-body' });
	}

	override onload(): void {
		const { metadataCache, vault } = this.app;
		for (const name of ['changed', 'deleted', 'resolved']) this.registerEvent(metadataCache.on(name, () => this.#rerun()));
		for (const name of ['create', 'rename', 'delete']) this.registerEvent(vault.on(name, () => this.#rerun()));
		this.registerEvent(this.#place.views.on('change', (type: string) => type === this.#entry()?.type && this.#run()));
		this.register(() => this.#rerun.cancel());
		this.register(() => this.#leave());
	}

	/** Shows a base. What cannot be read is said where the view would be. */
	setText(text: string): void {
		try {
			this.#base = readBase(text);
		} catch (error) {
			this.#base = null;
			return this.#fail(error);
		}
		this.#run();
	}

	get viewName(): string | null {
		return this.#entry()?.name ?? null;
	}

	/** Goes to the view of that name; to the first where there is none. */
	selectView(name: string | null): void {
		this.#wanted = name;
		this.#run();
	}

	onResize(): void {
		this.#shown?.view.onResize?.();
	}

	#entry(): ViewEntry | undefined {
		const views = this.#base?.views ?? [];
		return views.find(({ name }) => name === this.#wanted) ?? views[0];
	}

	#config(entry: ViewEntry): BasesViewConfig {
		const base = this.#base ?? { views: [] };
		const self = this.#place.self();
		return new BasesViewConfig(entry, {
			base,
			scope: () => new BasesEntry({ app: this.app, formulas: base.formulas ?? {}, self }, self ?? this.app.vault.getFiles()[0] as TFile),
			save: () => void this.#save(base),
		});
	}

	async #save(base: BaseConfig): Promise<void> {
		await this.#place.save?.(writeBase(base));
		this.#rerun();
	}

	#run(): void {
		const entry = this.#entry();
		if (!this.#base || !entry) return;
		const registration = this.#place.views.byType.get(entry.type);
		if (!registration) return this.#fail(new Error(`Nothing here shows views of the type "${entry.type}". The plugin that does may be switched off.`));
		const config = this.#config(entry);
		try {
			const { result, allProperties, count } = runQuery(this.app, this.#base, entry, config, this.#place.self());
			const view = this.#viewFor(entry, registration);
			Object.assign(view, { config, allProperties, data: result });
			this.#toolbar.show(entry, registration, result.data.length, count);
			this.#update(view);
		} catch (error) {
			this.#fail(error);
		}
	}

	#viewFor({ type, name }: ViewEntry, registration: BasesViewRegistration): BasesView {
		const key = `${type}\n${name}`;
		if (this.#shown?.registration === registration && this.#shown.el.dataset['view'] === key) return this.#shown.view;
		this.#leave();
		this.#bodyEl.empty();
		const el = this.#bodyEl.createDiv({ cls: 'bases-view', attr: { 'data-view': key, 'data-view-type': type } });
		const view = registration.factory(this, el);
		this.#shown = { view, registration, el };
		view.load();
		return view;
	}

	/** A view that fails says so in the console, as every plugin's code does. */
	#update(view: BasesView): void {
		try {
			view.onDataUpdated();
		} catch (error) {
			console.error(`The view "${view.type}" of a base failed.`, error);
		}
	}

	#leave(): void {
		this.#shown?.view.unload();
		this.#shown?.el.remove();
		this.#shown = null;
	}

	#fail(error: unknown): void {
		this.#leave();
		this.#bodyEl.empty();
		const entry = this.#entry();
		if (entry) this.#toolbar.show(entry, undefined, 0, 0);
		this.#bodyEl.createDiv({ cls: 'bases-problem', text: error instanceof Error ? error.message : String(error), attr: { role: 'alert' } });
	}
}
