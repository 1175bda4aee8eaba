import type {
	SettingDefinition,
	SettingDefinitionGroup,
	SettingDefinitionItem,
	SettingDefinitionList,
	SettingDefinitionPage,
	SettingGroupItem,
} from 'obsidian';
import { setIcon } from '../dom/icons';
import { addControl, type ControlBinding } from './control';
import { Setting } from './setting';
import { SettingGroup } from './setting-group';

/** What drawing definitions needs from the tab. */
interface DefinitionHost extends ControlBinding {
	openPage(page: SettingDefinitionPage): void;
}

/** What was drawn: predicates to look at again, and what to call before it goes. */
export class DrawnDefinitions {
	private readonly refreshers: (() => void)[] = [];
	private readonly cleanups: (() => void)[] = [];

	onRefresh(refresh: () => void): void {
		this.refreshers.push(refresh);
		refresh();
	}

	onCleanup(cleanup: () => void): void {
		this.cleanups.push(cleanup);
	}

	refresh(): void {
		for (const refresh of this.refreshers) refresh();
	}

	clear(): void {
		for (const cleanup of this.cleanups.splice(0)) cleanup();
		this.refreshers.length = 0;
	}
}

function holds(predicate: boolean | (() => boolean) | undefined, fallback: boolean): boolean {
	return typeof predicate === 'function' ? predicate() : (predicate ?? fallback);
}

function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup | SettingDefinitionList {
	return 'type' in item && (item.type === 'group' || item.type === 'list');
}

function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
	return 'type' in item && item.type === 'page';
}

/** Draws the definitions of a tab or page. Items outside of groups share a group without heading. */
export function drawDefinitions(containerEl: HTMLElement, items: readonly SettingDefinitionItem[], host: DefinitionHost): DrawnDefinitions {
	const drawn = new DrawnDefinitions();
	let loose: SettingGroup | null = null;
	let index = 0;
	for (const item of items) {
		if (isGroup(item)) {
			loose = null;
			drawGroup(containerEl, item, host, drawn);
			continue;
		}
		loose ??= new SettingGroup(containerEl);
		drawItem(loose, item, index, host, drawn);
		index += 1;
	}
	return drawn;
}

function drawGroup(containerEl: HTMLElement, group: SettingDefinitionGroup | SettingDefinitionList, host: DefinitionHost, drawn: DrawnDefinitions): void {
	const el = new SettingGroup(containerEl);
	if (group.heading) el.setHeading(group.heading);
	if (group.cls) el.addClass(group.cls);
	if (group.type === 'list') el.addClass('mod-list');
	for (const build of group.extraButtons ?? []) el.addExtraButton(build as never);
	const rows = (group.items ?? []).map((item, index) => ({ item, row: drawItem(el, item, index, host, drawn) }));
	if (group.search) addSearch(el, group.search, rows);
	if (group.type === 'list') decorateList(el, group as SettingDefinitionList, rows.map(({ row }) => row));
	drawn.onRefresh(() => el.groupEl.toggle(holds(group.visible, true)));
}

function addSearch(group: SettingGroup, search: NonNullable<SettingDefinitionGroup['search']>, rows: readonly { item: SettingGroupItem; row: Setting }[]): void {
	group.addSearch((field) => {
		field.setPlaceholder(search.placeholder ?? 'Search…').onChange((query) => {
			for (const { item, row } of rows) {
				const always = !('type' in item) && !holds(item.searchable, true);
				row.settingEl.toggleClass('is-filtered-out', !always && !search.match(item, query));
			}
		});
	});
}

/** Adding, deleting and moving entries of a list. */
function decorateList(group: SettingGroup, list: SettingDefinitionList, rows: readonly Setting[]): void {
	const { addItem, onDelete, onReorder, emptyState } = list;
	if (addItem) {
		group.addExtraButton((button) => button.setIcon('plus').setTooltip(addItem.name).onClick(() => addItem.action(button.extraSettingsEl)));
	}
	if (rows.length === 0 && emptyState) group.listEl.createDiv({ cls: 'setting-group-empty' }).append(emptyState);
	for (const [index, row] of rows.entries()) {
		if (onReorder) makeMovable(row.settingEl, index, onReorder);
		if (!onDelete) continue;
		row.addExtraButton((button) => button.setIcon('trash-2').setTooltip('Delete').onClick(() => void onDelete(index)));
		row.settingEl.addEventListener('keydown', (event) => {
			if (event.target === row.settingEl && (event.key === 'Delete' || event.key === 'Backspace')) onDelete(index);
		});
	}
}

function makeMovable(el: HTMLElement, index: number, onReorder: (from: number, to: number) => void): void {
	const handle = createDiv({ cls: 'setting-item-drag-handle clickable-icon' });
	setIcon(handle, 'grip-vertical');
	el.prepend(handle);
	el.draggable = true;
	el.addEventListener('dragstart', (event) => event.dataTransfer?.setData('application/x-setting-index', String(index)));
	el.addEventListener('dragover', (event) => event.preventDefault());
	el.addEventListener('drop', (event) => {
		event.preventDefault();
		const from = Number(event.dataTransfer?.getData('application/x-setting-index'));
		if (Number.isInteger(from) && from !== index) onReorder(from, index);
	});
}

function drawItem(group: SettingGroup, item: SettingDefinition | SettingDefinitionPage, index: number, host: DefinitionHost, drawn: DrawnDefinitions): Setting {
	const row = new Setting(group.listEl).setName(item.name);
	if (item.desc !== undefined) row.setDesc(typeof item.desc === 'string' ? item.desc : (item.desc.cloneNode(true) as DocumentFragment));
	if (isPage(item)) drawPageLink(row, item, host, drawn);
	else if (item.control) drawControl(row, item.control, host, drawn);
	else if (item.render) drawRendered(row, item.render, group, drawn);
	else if (item.action) drawAction(row, item.action, index, item.disabled, drawn);
	drawn.onRefresh(() => row.settingEl.toggle(holds(item.visible, true)));
	return row;
}

function drawControl(row: Setting, control: NonNullable<SettingDefinition['control']>, host: DefinitionHost, drawn: DrawnDefinitions): void {
	addControl(row, control, host);
	// Who cannot see the row hears its name at the control.
	for (const field of row.controlEl.querySelectorAll('input, select, textarea')) field.setAttribute('aria-label', row.nameEl.getText());
	drawn.onRefresh(() => void row.setDisabled(holds(control.disabled, false)));
}

function drawRendered(row: Setting, render: NonNullable<SettingDefinition['render']>, group: SettingGroup, drawn: DrawnDefinitions): void {
	const cleanup = render(row, group);
	if (typeof cleanup === 'function') drawn.onCleanup(cleanup);
}

function drawAction(row: Setting, action: (el: HTMLElement, index: number) => void, index: number, disabled: boolean | (() => boolean) | undefined, drawn: DrawnDefinitions): void {
	row.setClass('mod-clickable');
	row.settingEl.setAttrs({ role: 'button', tabindex: 0 });
	const run = (): void => {
		if (!holds(disabled, false)) action(row.settingEl, index);
	};
	row.settingEl.addEventListener('click', run);
	row.settingEl.addEventListener('keydown', (event) => event.key === 'Enter' && run());
	setIcon(row.controlEl.createDiv({ cls: 'setting-item-chevron' }), 'chevron-right');
	drawn.onRefresh(() => void row.setDisabled(holds(disabled, false)));
}

function drawPageLink(row: Setting, page: SettingDefinitionPage, host: DefinitionHost, drawn: DrawnDefinitions): void {
	row.setClass('mod-clickable mod-page');
	row.settingEl.setAttrs({ role: 'button', tabindex: 0 });
	row.settingEl.addEventListener('click', () => host.openPage(page));
	row.settingEl.addEventListener('keydown', (event) => event.key === 'Enter' && host.openPage(page));
	row.addDisplayValue((value) => {
		drawn.onRefresh(() => {
			value.setValue((typeof page.displayValue === 'function' ? page.displayValue() : page.displayValue) ?? null);
			value.setStatus((typeof page.status === 'function' ? page.status() : page.status) ?? null);
		});
	});
	setIcon(row.controlEl.createDiv({ cls: 'setting-item-chevron' }), 'chevron-right');
}
