import type { BasesAllOptions, BasesOptions } from 'obsidian';
import type { App } from '../../app';
import { Setting } from '../../settings/setting';
import { Modal } from '../../ui/modal';
import type { BasesViewConfig } from '../query/view-config';
import type { BasesViewRegistration } from './registry';

/** The settings of a view, as its plugin describes them. */
export class OptionsModal extends Modal {
	constructor(app: App, private readonly registration: BasesViewRegistration, private readonly config: () => BasesViewConfig) {
		super(app);
	}

	override onOpen(): void {
		this.titleEl.setText(this.registration.name);
		this.#draw();
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	#draw(): void {
		this.contentEl.empty();
		for (const option of this.registration.options?.(this.config()) ?? []) this.#drawAny(option);
	}

	#drawAny(option: BasesAllOptions): void {
		if (option.shouldHide?.()) return;
		if (option.type !== 'group') return this.#drawOption(option);
		new Setting(this.contentEl).setName(option.displayName).setHeading();
		for (const item of option.items) this.#drawAny(item);
	}

	/** What is set goes into the view's entry of the base at once. */
	#drawOption(option: BasesOptions): void {
		const setting = new Setting(this.contentEl).setName(option.displayName);
		const present = this.config().get(option.key) ?? ('default' in option ? option.default : undefined);
		const set = (value: unknown): void => this.config().set(option.key, value === '' ? null : value);
		switch (option.type) {
			case 'toggle':
				setting.addToggle((toggle) => toggle.setValue(present === true).onChange(set));
				break;
			case 'dropdown':
				setting.addDropdown((dropdown) => dropdown.addOptions(option.options).setValue(typeof present === 'string' ? present : '').onChange(set));
				break;
			case 'slider':
				setting.addSlider((slider) => slider.setLimits(option.min ?? 0, option.max ?? 100, option.step ?? 1).setValue(Number(present ?? 0)).onChange(set));
				break;
			case 'multitext':
				setting.addText((text) => text.setValue(Array.isArray(present) ? present.join(', ') : '').onChange((value) => set(value.split(',').map((part) => part.trim()).filter((part) => part !== ''))));
				break;
			default:
				setting.addText((text) => text.setPlaceholder(option.placeholder ?? '').setValue(typeof present === 'string' ? present : '').onChange(set));
		}
	}
}
