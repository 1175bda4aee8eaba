import type { TooltipOptions } from 'obsidian';
import { setTooltip } from '../dom/tooltip';

/** What every control of a setting can do. */
export abstract class BaseComponent {
	disabled = false;

	then(callback: (component: this) => unknown): this {
		callback(this);
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.disabled = disabled;
		return this;
	}
}

export abstract class ValueComponent<T> extends BaseComponent {
	registerOptionListener(listeners: Record<string, (value?: T) => T>, key: string): this {
		listeners[key] = (value) => {
			if (value !== undefined) this.setValue(value);
			return this.getValue();
		};
		return this;
	}

	abstract getValue(): T;
	abstract setValue(value: T): this;
}

export class DropdownComponent extends ValueComponent<string> {
	selectEl: HTMLSelectElement;

	constructor(containerEl: HTMLElement) {
		super();
		this.selectEl = containerEl.createEl('select', { cls: 'dropdown' });
	}

	override setDisabled(disabled: boolean): this {
		this.selectEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	addOption(value: string, display: string): this {
		this.selectEl.createEl('option', { value, text: display });
		return this;
	}

	addOptions(options: Record<string, string>): this {
		for (const [value, display] of Object.entries(options)) this.addOption(value, display);
		return this;
	}

	getValue(): string {
		return this.selectEl.value;
	}

	setValue(value: string): this {
		this.selectEl.value = value;
		return this;
	}

	onChange(callback: (value: string) => unknown): this {
		this.selectEl.addEventListener('change', () => callback(this.getValue()));
		return this;
	}
}

export class ToggleComponent extends ValueComponent<boolean> {
	toggleEl: HTMLElement;
	private readonly inputEl: HTMLInputElement;
	private on = false;
	private callback: ((value: boolean) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.toggleEl = containerEl.createDiv({ cls: 'checkbox-container' });
		this.inputEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: '0' } });
		this.toggleEl.addEventListener('click', (event) => {
			event.preventDefault();
			if (!this.disabled) this.onClick();
		});
		this.inputEl.addEventListener('keydown', (event) => {
			if (event.key !== ' ' && event.key !== 'Enter') return;
			event.preventDefault();
			if (!this.disabled) this.onClick();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.toggleEl.toggleClass('is-disabled', disabled);
		this.inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): boolean {
		return this.on;
	}

	setValue(on: boolean): this {
		const changed = this.on !== on;
		this.on = on;
		this.inputEl.checked = on;
		this.toggleEl.toggleClass('is-enabled', on);
		if (changed) this.callback?.(on);
		return this;
	}

	setTooltip(tooltip: string, options?: TooltipOptions): this {
		setTooltip(this.toggleEl, tooltip, options);
		return this;
	}

	onClick(): void {
		this.setValue(!this.on);
	}

	onChange(callback: (value: boolean) => unknown): this {
		this.callback = callback;
		return this;
	}
}

export class SliderComponent extends ValueComponent<number> {
	sliderEl: HTMLInputElement;
	private readonly valueEl: HTMLElement;
	private instant = true;
	private format: ((value: number) => string) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.valueEl = containerEl.createSpan({ cls: 'slider-value' });
		this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
		this.sliderEl.addEventListener('input', () => this.showValue());
	}

	override setDisabled(disabled: boolean): this {
		this.sliderEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setInstant(instant: boolean): this {
		this.instant = instant;
		return this;
	}

	setLimits(min: number | null, max: number | null, step: number | 'any'): this {
		if (min !== null) this.sliderEl.min = String(min);
		if (max !== null) this.sliderEl.max = String(max);
		this.sliderEl.step = String(step);
		return this;
	}

	getValue(): number {
		return this.sliderEl.valueAsNumber;
	}

	setValue(value: number): this {
		this.sliderEl.value = String(value);
		this.showValue();
		return this;
	}

	getValuePretty(): string {
		return this.format ? this.format(this.getValue()) : this.sliderEl.value;
	}

	setDisplayFormat(format: (value: number) => string): this {
		this.format = format;
		this.showValue();
		return this;
	}

	setDynamicTooltip(): this {
		return this;
	}

	onChange(callback: (value: number) => unknown): this {
		this.sliderEl.addEventListener('input', () => this.instant && callback(this.getValue()));
		this.sliderEl.addEventListener('change', () => !this.instant && callback(this.getValue()));
		return this;
	}

	private showValue(): void {
		this.valueEl.setText(this.getValuePretty());
	}
}
