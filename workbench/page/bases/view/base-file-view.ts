import type { TFile } from '../../vault/files';
import { FileView } from '../../workspace/view';
import type { WorkspaceLeaf } from '../../workspace/leaf';
import { QueryController } from './query-controller';
import type { BasesViews } from './registry';

/** A `.base` file in a pane. */
export class BaseFileView extends FileView {
	override icon = 'table';
	readonly #controller: QueryController;

	constructor(leaf: WorkspaceLeaf, views: BasesViews) {
		super(leaf);
		this.contentEl.addClass('bases-pane');
		this.#controller = new QueryController(this.app, this.contentEl, {
			views,
			self: () => this.file,
			save: async (text) => void (this.file && (await this.app.vault.process(this.file, () => text))),
		});
	}

	getViewType(): string {
		return 'bases';
	}

	override onload(): unknown {
		super.onload();
		this.addChild(this.#controller);
		this.registerEvent(this.app.vault.on('modify', (file: TFile) => file === this.file && void this.#read(file)));
		return undefined;
	}

	override async onLoadFile(file: TFile): Promise<void> {
		this.#controller.selectView(null);
		await this.#read(file);
	}

	override getState(): Record<string, unknown> {
		const { viewName } = this.#controller;
		return { ...super.getState(), ...(viewName === null ? {} : { viewName }) };
	}

	override async setState(state: unknown, result: { history: boolean }): Promise<void> {
		await super.setState(state, result);
		const name = (state as { viewName?: unknown } | null)?.viewName;
		if (typeof name === 'string') this.#controller.selectView(name);
	}

	/** A link to `File.base#View` goes to that view. */
	override setEphemeralState(state: unknown): void {
		const subpath = (state as { subpath?: unknown } | null)?.subpath;
		if (typeof subpath === 'string' && subpath !== '') this.#controller.selectView(subpath.replace(/^#/u, ''));
	}

	override onResize(): void {
		this.#controller.onResize();
	}

	async #read(file: TFile): Promise<void> {
		const text = await this.app.vault.read(file);
		if (file === this.file) this.#controller.setText(text);
	}
}
