import type { TooltipOptions } from 'obsidian';
import { setTooltip } from '../dom/tooltip';
import { ButtonComponent, ExtraButtonComponent } from './button-components';
import { type BaseComponent, DropdownComponent, SliderComponent, ToggleComponent } from './components';
import { SearchComponent, TextAreaComponent, TextComponent } from './text-components';
import { ColorComponent, DisplayValueComponent, MomentFormatComponent, ProgressBarComponent } from './more-components';

type Build<T> = (component: T) => unknown;

/** One row of settings: a name, a description, controls. */
export class Setting {
	settingEl: HTMLElement;
	infoEl: HTMLElement;
	nameEl: HTMLElement;
	descEl: HTMLElement;
	controlEl: HTMLElement;
	errorEl: HTMLElement | null = null;
	components: BaseComponent[] = [];

	constructor(containerEl: HTMLElement) {
		this.settingEl = containerEl.createDiv({ cls: 'setting-item' });
		this.infoEl = this.settingEl.createDiv({ cls: 'setting-item-info' });
		this.nameEl = this.infoEl.createDiv({ cls: 'setting-item-name' });
		this.descEl = this.infoEl.createDiv({ cls: 'setting-item-description' });
		this.controlEl = this.settingEl.createDiv({ cls: 'setting-item-control' });
	}

	setName(name: string | DocumentFragment): this {
		this.nameEl.setText(name);
		return this;
	}

	setDesc(desc: string | DocumentFragment): this {
		this.descEl.setText(desc);
		return this;
	}

	setClass(cls: string): this {
		this.settingEl.addClass(...cls.split(/\s+/u).filter((name) => name !== ''));
		return this;
	}

	setTooltip(tooltip: string, options?: TooltipOptions): this {
		setTooltip(this.nameEl, tooltip, options);
		return this;
	}

	setHeading(): this {
		this.settingEl.addClass('setting-item-heading');
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.settingEl.toggleClass('is-disabled', disabled);
		for (const component of this.components) component.setDisabled(disabled);
		return this;
	}

	/** Shows a sentence below the row; null takes it away. */
	setErrorMessage(message: string | null): this {
		this.settingEl.toggleClass('is-invalid', message !== null);
		if (message === null) {
			this.errorEl?.remove();
			this.errorEl = null;
			return this;
		}
		this.errorEl ??= this.infoEl.createDiv({ cls: 'setting-item-error', attr: { role: 'alert' } });
		this.errorEl.setText(message);
		return this;
	}

	addButton(build: Build<ButtonComponent>): this {
		return this.add(new ButtonComponent(this.controlEl), build);
	}

	addExtraButton(build: Build<ExtraButtonComponent>): this {
		return this.add(new ExtraButtonComponent(this.controlEl), build);
	}

	addToggle(build: Build<ToggleComponent>): this {
		this.settingEl.addClass('mod-toggle');
		return this.add(new ToggleComponent(this.controlEl), build);
	}

	addText(build: Build<TextComponent>): this {
		return this.add(new TextComponent(this.controlEl), build);
	}

	addSearch(build: Build<SearchComponent>): this {
		return this.add(new SearchComponent(this.controlEl), build);
	}

	addTextArea(build: Build<TextAreaComponent>): this {
		return this.add(new TextAreaComponent(this.controlEl), build);
	}

	addMomentFormat(build: Build<MomentFormatComponent>): this {
		return this.add(new MomentFormatComponent(this.controlEl), build);
	}

	addDropdown(build: Build<DropdownComponent>): this {
		return this.add(new DropdownComponent(this.controlEl), build);
	}

	addColorPicker(build: Build<ColorComponent>): this {
		return this.add(new ColorComponent(this.controlEl), build);
	}

	addProgressBar(build: Build<ProgressBarComponent>): this {
		return this.add(new ProgressBarComponent(this.controlEl), build);
	}

	addSlider(build: Build<SliderComponent>): this {
		return this.add(new SliderComponent(this.controlEl), build);
	}

	addDisplayValue(build: Build<DisplayValueComponent>): this {
		build(new DisplayValueComponent(this.controlEl));
		return this;
	}

	addComponent<T extends BaseComponent>(build: (el: HTMLElement) => T): this {
		this.components.push(build(this.controlEl));
		return this;
	}

	then(callback: (setting: this) => unknown): this {
		callback(this);
		return this;
	}

	clear(): this {
		this.controlEl.empty();
		this.components = [];
		return this;
	}

	private add<T extends BaseComponent>(component: T, build: Build<T>): this {
		this.components.push(component);
		build(component);
		return this;
	}
}
