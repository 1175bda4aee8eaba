import type { MenuPositionDef } from 'obsidian';
import { Component } from '../base/component';
import { Platform } from '../base/platform';
import { Scope } from '../base/scope';
import type { Keymap } from '../base/keymap';
import { setIcon } from '../dom/icons';

let keymap: Keymap | null = null;

/** Menus need the keyboard; the app hands it over once. */
export function connectMenus(target: Keymap): void {
	keymap = target;
}

export class MenuSeparator {
	constructor(readonly menu: Menu) {}
}

export class MenuItem {
	readonly dom: HTMLElement;
	readonly iconEl: HTMLElement;
	readonly titleEl: HTMLElement;
	section = '';
	disabled = false;
	isLabel = false;
	submenu: Menu | null = null;
	#callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

	constructor(readonly menu: Menu) {
		this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem' } });
		this.iconEl = this.dom.createDiv({ cls: 'menu-item-icon' });
		this.titleEl = this.dom.createDiv({ cls: 'menu-item-title' });
	}

	setTitle(title: string | DocumentFragment): this {
		this.titleEl.setText(title);
		return this;
	}

	setIcon(icon: string | null): this {
		this.iconEl.empty();
		if (icon) setIcon(this.iconEl, icon);
		return this;
	}

	setChecked(checked: boolean | null): this {
		this.dom.toggleClass('mod-checked', checked === true);
		this.dom.querySelector(':scope > .menu-item-icon.mod-checked')?.remove();
		if (checked) setIcon(this.dom.createDiv({ cls: 'menu-item-icon mod-checked' }), 'check');
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.disabled = disabled;
		this.dom.toggleClass('is-disabled', disabled);
		return this;
	}

	setWarning(isWarning: boolean): this {
		this.dom.toggleClass('is-warning', isWarning);
		return this;
	}

	setIsLabel(isLabel: boolean): this {
		this.isLabel = isLabel;
		this.dom.toggleClass('is-label', isLabel);
		return this;
	}

	setSection(section: string): this {
		this.section = section;
		return this;
	}

	setActive(active: boolean): this {
		return this.setChecked(active);
	}

	onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
		this.#callback = callback;
		return this;
	}

	/** Not documented, but used: a menu that opens beside this item. */
	setSubmenu(): Menu {
		this.submenu = new Menu();
		this.dom.addClass('has-submenu');
		setIcon(this.dom.createDiv({ cls: 'menu-item-icon mod-submenu' }), 'chevron-right');
		return this.submenu;
	}

	/** Does what the item is for. */
	run(event: MouseEvent | KeyboardEvent): void {
		if (this.disabled || this.isLabel) return;
		if (this.submenu) return this.menu.openSubmenu(this);
		this.menu.hideAll();
		this.#callback?.(event);
	}
}

/** A context menu; on phones it comes from below. */
export class Menu extends Component {
	static open: Menu | null = null;

	readonly dom: HTMLElement = createDiv({ cls: 'menu', attr: { role: 'menu' } });
	readonly items: (MenuItem | MenuSeparator)[] = [];
	readonly #scope = new Scope();
	readonly #sections: string[] = [];
	#hideCallbacks: (() => unknown)[] = [];
	#selected = -1;
	#parentMenu: Menu | null = null;
	#child: Menu | null = null;
	#bgEl: HTMLElement | null = null;

	constructor() {
		super();
		this.#scope.register([], 'Escape', () => (this.hideAll(), false));
		this.#scope.register([], 'ArrowDown', () => (this.#move(1), false));
		this.#scope.register([], 'ArrowUp', () => (this.#move(-1), false));
		this.#scope.register([], 'ArrowRight', () => (this.#enterSubmenu(), false));
		this.#scope.register([], 'ArrowLeft', () => (this.#parentMenu ? (this.hide(), false) : false));
		this.#scope.register([], 'Enter', (event) => (this.#choices()[this.#selected]?.run(event), false));
	}

	setNoIcon(): this {
		this.dom.addClass('mod-no-icon');
		return this;
	}

	setUseNativeMenu(): this {
		return this;
	}

	setParentElement(el: HTMLElement): this {
		el.addClass('has-active-menu');
		this.onHide(() => el.removeClass('has-active-menu'));
		return this;
	}

	/** Not documented, but used: the order of the sections. */
	addSections(sections: string[]): this {
		this.#sections.push(...sections.filter((section) => !this.#sections.includes(section)));
		return this;
	}

	addItem(build: (item: MenuItem) => unknown): this {
		const item = new MenuItem(this);
		this.items.push(item);
		build(item);
		return this;
	}

	addSeparator(): this {
		this.items.push(new MenuSeparator(this));
		return this;
	}

	showAtMouseEvent(event: MouseEvent): this {
		event.preventDefault();
		return this.showAtPosition({ x: event.clientX, y: event.clientY });
	}

	showAtPosition(position: MenuPositionDef): this {
		if (!this.#parentMenu) Menu.open?.hideAll();
		if (!this.#parentMenu) Menu.open = this;
		this.#fill();
		if (!this.#parentMenu) this.#bgEl = document.body.createDiv({ cls: 'menu-background' });
		this.#bgEl?.addEventListener('mousedown', (event) => (event.preventDefault(), this.hideAll()));
		this.#bgEl?.addEventListener('contextmenu', (event) => (event.preventDefault(), this.hideAll()));
		document.body.append(this.dom);
		if (!Platform.isPhone) this.#place(position);
		keymap?.pushScope(this.#scope);
		this.load();
		return this;
	}

	hide(): this {
		if (!this.dom.isConnected) return this;
		this.#child?.hide();
		this.dom.remove();
		this.#bgEl?.remove();
		keymap?.popScope(this.#scope);
		if (Menu.open === this) Menu.open = null;
		for (const callback of this.#hideCallbacks.splice(0)) callback();
		this.unload();
		return this;
	}

	close(): void {
		this.hide();
	}

	onHide(callback: () => unknown): void {
		this.#hideCallbacks.push(callback);
	}

	onHistoryBack(): void {
		this.hide();
	}

	hideAll(): void {
		if (this.#parentMenu) this.#parentMenu.hideAll();
		else this.hide();
	}

	openSubmenu(item: MenuItem): void {
		if (!item.submenu || item.submenu.dom.isConnected) return;
		this.#child?.hide();
		this.#child = item.submenu;
		item.submenu.#parentMenu = this;
		const box = item.dom.getBoundingClientRect();
		item.submenu.showAtPosition({ x: box.right - 4, y: box.top - 6 });
	}

	/** The menu of a click, shared by all who want to add to it. */
	static forEvent(event: PointerEvent | MouseEvent): Menu {
		const known = menus.get(event);
		if (known) return known;
		const menu = new Menu();
		menus.set(event, menu);
		event.preventDefault();
		setTimeout(() => menu.items.length > 0 && menu.showAtMouseEvent(event), 0);
		return menu;
	}

	#choices(): MenuItem[] {
		return this.items.filter((item) => item instanceof MenuItem).filter((item) => !item.disabled && !item.isLabel && item.dom.isConnected);
	}

	/** Items stand by section, in the order in which the sections first appear; lines between them. */
	#fill(): void {
		this.dom.empty();
		const scroll = this.dom.createDiv({ cls: 'menu-scroll' });
		const seen = this.items.map((item) => (item instanceof MenuItem ? item.section : ''));
		for (const section of new Set(['', ...this.#sections, ...seen])) {
			const group = createDiv({ cls: 'menu-group' });
			for (const item of this.items) if (this.#sectionOf(item) === section) this.#addTo(group, item);
			if (group.childElementCount === 0) continue;
			if (scroll.childElementCount > 0) scroll.createDiv({ cls: 'menu-separator' });
			scroll.append(group);
		}
	}

	#sectionOf(item: MenuItem | MenuSeparator): string {
		return item instanceof MenuItem ? item.section : '';
	}

	#addTo(group: HTMLElement, item: MenuItem | MenuSeparator): void {
		if (item instanceof MenuSeparator) {
			if (group.lastElementChild && !group.lastElementChild.hasClass('menu-separator')) group.createDiv({ cls: 'menu-separator' });
			return;
		}
		group.append(item.dom);
		item.dom.onclick = (event) => item.run(event);
		item.dom.onmouseenter = () => {
			this.#highlight(this.#choices().indexOf(item));
			if (item.submenu) this.openSubmenu(item);
			else this.#child?.hide();
		};
	}

	#move(step: number): void {
		const count = this.#choices().length;
		if (count > 0) this.#highlight((this.#selected + step + count) % count);
	}

	#highlight(index: number): void {
		const choices = this.#choices();
		for (const [at, item] of choices.entries()) item.dom.toggleClass('selected', at === index);
		this.#selected = index;
		choices[index]?.dom.scrollIntoView({ block: 'nearest' });
	}

	#enterSubmenu(): void {
		const item = this.#choices()[this.#selected];
		if (!item?.submenu) return;
		this.openSubmenu(item);
		item.submenu.#move(1);
	}

	#place({ x, y, width, left }: MenuPositionDef): void {
		const box = this.dom.getBoundingClientRect();
		const wanted = left ? x - box.width : x;
		const fitsRight = wanted + box.width <= window.innerWidth - 8;
		const at = fitsRight ? wanted : this.#parentMenu ? x - box.width - (width ?? 0) : window.innerWidth - box.width - 8;
		this.dom.setCssProps({
			'--menu-left': `${Math.max(8, at)}px`,
			'--menu-top': `${Math.max(8, Math.min(y, window.innerHeight - box.height - 8))}px`,
		});
	}
}

const menus = new WeakMap<Event, Menu>();
