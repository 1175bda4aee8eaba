import type { SettingControl } from 'obsidian';
import type { App } from '../app';
import { TFile, TFolder } from '../vault/files';
import { PathSuggest } from './path-suggest';
import type { Setting } from './setting';

/** Where a control reads and writes its value. */
export interface ControlBinding {
	app: App;
	read(key: string): unknown;
	write(key: string, value: unknown): void | Promise<void>;
}

/** Draws the control of a declarative setting and binds it to its value. */
export function addControl(setting: Setting, control: SettingControl, binding: ControlBinding): void {
	const value = binding.read(control.key) ?? control.defaultValue;
	const change = (candidate: unknown): void => void store(setting, control, binding, candidate);
	void showProblem(setting, control, value);
	switch (control.type) {
		case 'toggle':
			return void setting.addToggle((toggle) => toggle.setValue(value === true).onChange(change));
		case 'dropdown':
			return void setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(asText(value)).onChange(change));
		case 'color':
			return void setting.addColorPicker((color) => color.setValue(asText(value)).onChange(change));
		case 'slider':
			return void setting.addSlider((slider) => {
				slider.setLimits(control.min, control.max, control.step).setValue(Number(value ?? control.min));
				if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
				slider.onChange(change);
			});
		case 'textarea':
			return void setting.addTextArea((area) => {
				area.setPlaceholder(control.placeholder ?? '').setValue(asText(value)).onChange(change);
				area.inputEl.rows = control.rows ?? 4;
			});
		case 'number':
			return void setting.addText((text) => {
				const { inputEl } = text.setPlaceholder(control.placeholder ?? '').setValue(value === undefined ? '' : asText(value));
				inputEl.type = 'number';
				for (const name of ['min', 'max', 'step'] as const) if (control[name] !== undefined) inputEl.setAttribute(name, String(control[name]));
				text.onChange((typed) => change(parseNumber(typed, control.defaultValue)));
			});
		case 'file':
		case 'folder':
			return void setting.addSearch((search) => {
				search.setPlaceholder(control.placeholder ?? '').setValue(asText(value)).onChange(change);
				new PathSuggest(binding.app, search.inputEl, () => candidates(binding.app, control));
			});
		default:
			return void setting.addText((text) => text.setPlaceholder(control.placeholder ?? '').setValue(asText(value)).onChange(change));
	}
}

function asText(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseNumber(typed: string, fallback: number | undefined): number {
	const parsed = typed.trim() === '' ? Number.NaN : Number(typed);
	return Number.isFinite(parsed) ? parsed : (fallback ?? 0);
}

async function showProblem(setting: Setting, control: SettingControl, value: unknown): Promise<boolean> {
	const validate = control.validate as ((candidate: unknown) => string | void | Promise<string | void>) | undefined;
	const message = validate ? await validate(value) : undefined;
	setting.setErrorMessage(message ? message : null);
	return Boolean(message);
}

/** A refused value is shown with its reason and not stored. */
async function store(setting: Setting, control: SettingControl, binding: ControlBinding, value: unknown): Promise<void> {
	if (await showProblem(setting, control, value)) return;
	try {
		await binding.write(control.key, value);
	} catch (error) {
		setting.setErrorMessage(error instanceof Error ? error.message : String(error));
	}
}

function candidates(app: App, control: Extract<SettingControl, { type: 'file' | 'folder' }>): (TFile | TFolder)[] {
	// The filters are typed for Obsidian's classes, which ours stand for.
	const filter = control.filter as unknown as ((item: TFile | TFolder) => boolean) | undefined;
	const all = control.type === 'file' ? app.vault.getFiles() : app.vault.getAllFolders(control.includeRoot ?? false);
	return all.filter((item) => filter?.(item) ?? true).sort((a, b) => a.path.localeCompare(b.path));
}
