import { ExtraButtonComponent } from './button-components';
import { SearchComponent } from './text-components';
import { Setting } from './setting';

/** Settings below a common heading. */
export class SettingGroup {
	groupEl: HTMLElement;
	headerEl: HTMLElement;
	listEl: HTMLElement;
	private readonly titleEl: HTMLElement;
	private readonly buttonsEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		this.groupEl = containerEl.createDiv({ cls: 'setting-group' });
		this.headerEl = this.groupEl.createDiv({ cls: 'setting-item setting-item-heading' });
		this.titleEl = this.headerEl.createDiv({ cls: 'setting-item-name' });
		this.buttonsEl = this.headerEl.createDiv({ cls: 'setting-item-control' });
		this.listEl = this.groupEl.createDiv({ cls: 'setting-items' });
		this.headerEl.hide();
	}

	setHeading(text: string | DocumentFragment): this {
		this.titleEl.setText(text);
		this.headerEl.show();
		return this;
	}

	addClass(...classes: string[]): this {
		this.groupEl.addClass(...classes.flatMap((cls) => cls.split(/\s+/u)).filter((cls) => cls !== ''));
		return this;
	}

	addSetting(build: (setting: Setting) => void): this {
		build(new Setting(this.listEl));
		return this;
	}

	addSearch(build: (component: SearchComponent) => unknown): this {
		this.headerEl.show();
		build(new SearchComponent(this.buttonsEl));
		return this;
	}

	addExtraButton(build: (component: ExtraButtonComponent) => unknown): this {
		this.headerEl.show();
		build(new ExtraButtonComponent(this.buttonsEl));
		return this;
	}
}
