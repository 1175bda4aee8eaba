import type { BasesPropertyId } from 'obsidian';
import { Keymap } from '../../base/keymap';
import type { BasesEntry } from '../query/entry';
import { FileValue, RenderContext } from '../values';
import { BasesView } from './bases-view';
import type { QueryController } from './query-controller';

/** The plain table: a row for each file, a column for each property in `order`. */
export class TableView extends BasesView {
	override type = 'table';
	readonly #el: HTMLElement;

	constructor(controller: QueryController, containerEl: HTMLElement) {
		super(controller);
		this.#el = containerEl.createDiv({ cls: 'bases-table-container markdown-rendered' });
		this.#el.addEventListener('click', (event) => this.#open(event));
	}

	override onDataUpdated(): void {
		const order = this.config.getOrder();
		const columns: BasesPropertyId[] = order.length > 0 ? order : ['file.name'];
		const fresh = createEl('table', { cls: 'bases-table', attr: { 'aria-label': this.config.name } });
		const head = fresh.createEl('thead', { cls: 'bases-thead' }).createEl('tr');
		for (const column of columns) head.createEl('th', { cls: 'bases-table-header', text: this.config.getDisplayName(column), attr: { scope: 'col', 'data-property': column } });
		for (const group of this.data.groupedData) {
			const body = fresh.createEl('tbody', { cls: 'bases-tbody' });
			if (group.key !== undefined) body.createEl('tr', { cls: 'bases-group-heading' }).createEl('th', { text: group.hasKey() ? group.key.toString() : 'None', attr: { scope: 'colgroup', colspan: columns.length } });
			for (const entry of group.entries) this.#drawRow(body, entry, columns);
		}
		const { scrollTop, scrollLeft } = this.#el;
		this.#el.replaceChildren(fresh);
		Object.assign(this.#el, { scrollTop, scrollLeft });
	}

	#drawRow(body: HTMLElement, entry: BasesEntry, columns: readonly BasesPropertyId[]): void {
		const row = body.createEl('tr', { cls: 'bases-tr', attr: { 'data-path': entry.file.path } });
		for (const column of columns) {
			const cell = row.createEl('td', { cls: 'bases-td', attr: { 'data-property': column } });
			// The name is the way into the note.
			const value = column === 'file.name' ? new FileValue(this.app, entry.file) : entry.getValue(column);
			value?.renderTo(cell, new RenderContext(this.app, entry.file.path));
		}
	}

	#open(event: MouseEvent): void {
		const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a.internal-link') : null;
		if (!link) return;
		event.preventDefault();
		const source = link.closest<HTMLElement>('[data-path]')?.dataset['path'] ?? '';
		void this.app.workspace.openLinkText(link.dataset['href'] ?? '', source, Keymap.isModEvent(event));
	}
}
