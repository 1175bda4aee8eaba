import { BasesView, Plugin, type QueryController } from 'obsidian';

/** Shows the files of a base as one line of names, and what happened to the view. */
class NamesView extends BasesView {
	override type = 'names';
	readonly #el: HTMLElement;
	#updates = 0;

	constructor(controller: QueryController, containerEl: HTMLElement) {
		super(controller);
		this.#el = containerEl.createDiv({ cls: 'names-view' });
	}

	override onload(): void {
		this.#log('loaded');
	}

	override onunload(): void {
		this.#log('unloaded');
	}

	override onDataUpdated(): void {
		this.#updates += 1;
		const separator = this.config.get('separator');
		const groups = this.data.groupedData.map((group) => `${group.hasKey() ? `${group.key?.toString() ?? ''}: ` : ''}${group.entries.map(({ file }) => file.basename).join(typeof separator === 'string' ? separator : ' ')}`);
		const heading = this.config.getAsPropertyId('heading');
		this.#el.setText(`${heading === null ? '' : `${this.config.getDisplayName(heading)} | `}${groups.join(' / ')}`);
		this.#el.setAttr('data-updates', String(this.#updates));
		this.#el.setAttr('data-note', this.config.getEvaluatedFormula(this, 'sum').toString());
		this.#el.onclick = () => this.config.set('seen', true);
	}

	onResize(): void {
		this.#log('resized');
	}

	#log(what: string): void {
		activeDocument.body.setAttr('data-names-view', `${activeDocument.body.getAttr('data-names-view') ?? ''} ${what}`.trim());
	}
}

export default class BaseNamesPlugin extends Plugin {
	override onload(): void {
		const isThere = this.registerBasesView('names', {
			name: 'Names',
			icon: 'list',
			factory: (controller, containerEl) => new NamesView(controller, containerEl),
			options: () => [
				{ type: 'text', key: 'separator', displayName: 'Between the names' },
				{ type: 'group', displayName: 'More', items: [{ type: 'property', key: 'heading', displayName: 'Heading' }] },
			],
		});
		activeDocument.body.setAttr('data-bases', String(isThere));
		this.register(() => activeDocument.body.removeAttribute('data-bases'));
	}
}
