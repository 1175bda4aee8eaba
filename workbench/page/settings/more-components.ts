import { moment } from '../api/moment';
import type { App } from '../app';
import { BaseComponent, ValueComponent } from './components';
import { TextComponent } from './text-components';

interface Rgb {
	r: number;
	g: number;
	b: number;
}

interface Hsl {
	h: number;
	s: number;
	l: number;
}

export class ColorComponent extends ValueComponent<string> {
	readonly colorPickerEl: HTMLInputElement;

	constructor(containerEl: HTMLElement) {
		super();
		this.colorPickerEl = containerEl.createEl('input', { type: 'color' });
	}

	override setDisabled(disabled: boolean): this {
		this.colorPickerEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): string {
		return this.colorPickerEl.value;
	}

	getValueRgb(): Rgb {
		const value = Number.parseInt(this.getValue().slice(1), 16);
		return { r: (value >> 16) & 255, g: (value >> 8) & 255, b: value & 255 };
	}

	getValueHsl(): Hsl {
		return toHsl(this.getValueRgb());
	}

	setValue(value: string): this {
		this.colorPickerEl.value = value;
		return this;
	}

	setValueRgb({ r, g, b }: Rgb): this {
		return this.setValue(`#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`);
	}

	setValueHsl({ h, s, l }: Hsl): this {
		const part = (n: number): number => {
			const k = (n + h / 30) % 12;
			const a = (s / 100) * Math.min(l / 100, 1 - l / 100);
			return 255 * (l / 100 - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
		};
		return this.setValueRgb({ r: part(0), g: part(8), b: part(4) });
	}

	onChange(callback: (value: string) => unknown): this {
		this.colorPickerEl.addEventListener('change', () => callback(this.getValue()));
		return this;
	}
}

function toHsl({ r, g, b }: Rgb): Hsl {
	const [red, green, blue] = [r / 255, g / 255, b / 255];
	const max = Math.max(red, green, blue);
	const range = max - Math.min(red, green, blue);
	const l = max - range / 2;
	const s = range === 0 ? 0 : range / (1 - Math.abs(2 * l - 1));
	let h = 0;
	if (range > 0 && max === red) h = ((green - blue) / range + 6) % 6;
	else if (range > 0 && max === green) h = (blue - red) / range + 2;
	else if (range > 0) h = (red - green) / range + 4;
	return { h: Math.round(h * 60), s: Math.round(s * 100), l: Math.round(l * 100) };
}

export class ProgressBarComponent extends ValueComponent<number> {
	readonly progressBar: HTMLElement;
	private readonly lineEl: HTMLElement;
	private value = 0;

	constructor(containerEl: HTMLElement) {
		super();
		this.progressBar = containerEl.createDiv({ cls: 'setting-progress-bar' });
		this.lineEl = this.progressBar.createDiv({ cls: 'setting-progress-bar-inner' });
	}

	getValue(): number {
		return this.value;
	}

	/** @param value 0 to 100 */
	setValue(value: number): this {
		this.value = value;
		this.lineEl.setCssProps({ '--progress': `${Math.max(0, Math.min(100, value))}%` });
		return this;
	}
}

export class MomentFormatComponent extends TextComponent {
	sampleEl: HTMLElement = createSpan({ cls: 'u-pop' });
	private defaultFormat = '';

	setDefaultFormat(defaultFormat: string): this {
		this.defaultFormat = defaultFormat;
		this.inputEl.placeholder = defaultFormat;
		this.updateSample();
		return this;
	}

	setSampleEl(sampleEl: HTMLElement): this {
		this.sampleEl = sampleEl;
		this.updateSample();
		return this;
	}

	override setValue(value: string): this {
		super.setValue(value);
		this.updateSample();
		return this;
	}

	override onChanged(): void {
		super.onChanged();
		this.updateSample();
	}

	updateSample(): void {
		this.sampleEl.setText(moment().format(this.getValue() || this.defaultFormat));
	}
}

/** Shows a value that is edited elsewhere. */
export class DisplayValueComponent {
	valueEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		this.valueEl = containerEl.createSpan({ cls: 'setting-item-display-value' });
	}

	setValue(value: string | null): this {
		this.valueEl.setText(value ?? '');
		return this;
	}

	setStatus(status: 'warning' | null): this {
		this.valueEl.toggleClass('mod-warning', status === 'warning');
		return this;
	}
}

/** Picks the name of a secret, whose text stays in the secret storage. */
export class SecretComponent extends BaseComponent {
	private readonly selectEl: HTMLSelectElement;
	private callback: ((value: string) => unknown) | null = null;

	constructor(private readonly app: App, containerEl: HTMLElement) {
		super();
		this.selectEl = containerEl.createEl('select', { cls: 'dropdown' });
		this.fill('');
		this.selectEl.addEventListener('change', () => this.callback?.(this.selectEl.value));
	}

	override setDisabled(disabled: boolean): this {
		this.selectEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setValue(value: string): this {
		this.fill(value);
		this.selectEl.value = value;
		return this;
	}

	onChange(callback: (value: string) => unknown): this {
		this.callback = callback;
		return this;
	}

	private fill(value: string): void {
		const names = new Set(['', ...this.app.secretStorage.listSecrets(), value]);
		this.selectEl.empty();
		for (const name of names) this.selectEl.createEl('option', { value: name, text: name || 'No secret chosen' });
	}
}
