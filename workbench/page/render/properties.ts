import { YAMLParseError } from 'yaml';
import { parseYaml } from '../api/text';
import { setIcon } from '../dom/icons';

function iconOf(name: string, value: unknown): string {
	if (/^tags?$/iu.test(name)) return 'tags';
	if (/^alias(es)?$/iu.test(name)) return 'forward';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'number') return 'binary';
	if (typeof value === 'boolean') return 'square-check';
	if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return 'calendar';
	if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/u.test(value)) return 'clock';
	return 'text';
}

/** A link where the text is one, plain text otherwise. */
function drawText(el: HTMLElement, text: string): void {
	const wiki = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]$/u.exec(text);
	if (wiki) {
		const [, target = '', shown] = wiki;
		el.createEl('a', { cls: 'metadata-link-inner internal-link', text: shown ?? target, attr: { 'data-href': target, href: target } });
	} else if (/^https?:\/\//u.test(text)) {
		el.createEl('a', { cls: 'metadata-link-inner external-link', text, attr: { href: text, target: '_blank', rel: 'noopener nofollow' } });
	} else el.setText(text);
}

function drawValue(el: HTMLElement, name: string, value: unknown): void {
	if (Array.isArray(value)) {
		const list = el.createDiv({ cls: 'multi-select-container' });
		for (const item of value as unknown[]) {
			const pill = list.createDiv({ cls: 'multi-select-pill' }).createDiv({ cls: 'multi-select-pill-content' });
			const tag = /^tags?$/iu.test(name);
			if (tag) pill.createEl('a', { cls: 'tag', text: `#${asText(item)}`, attr: { href: `#${asText(item)}` } });
			else drawText(pill, asText(item));
		}
		return;
	}
	if (typeof value === 'boolean') {
		el.createEl('input', { cls: 'metadata-input-checkbox', type: 'checkbox', attr: { disabled: true } }).checked = value;
		return;
	}
	drawText(el.createDiv({ cls: 'metadata-input-longtext' }), asText(value));
}

function asText(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Draws a note's properties as a table; broken YAML is shown as it is, with the reason. */
export function renderProperties(parent: HTMLElement, yaml: string): void {
	const container = parent.createDiv({ cls: 'metadata-container' });
	const content = container.createDiv({ cls: 'metadata-content' });
	let values: unknown;
	try {
		values = parseYaml(yaml);
	} catch (error) {
		// An alias without its anchor is found out only when the values are made.
		if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error;
		container.addClass('is-invalid');
		content.createDiv({ cls: 'metadata-error', text: `Invalid properties: ${error.message.split('\n')[0] ?? ''}` });
		content.createEl('pre', { text: yaml });
		return;
	}
	if (typeof values !== 'object' || values === null) return;
	container.createDiv({ cls: 'metadata-properties-heading' }).createDiv({ cls: 'metadata-properties-title', text: 'Properties' });
	const list = content.createDiv({ cls: 'metadata-properties' });
	for (const [name, value] of Object.entries(values)) {
		const row = list.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': name } });
		const key = row.createDiv({ cls: 'metadata-property-key' });
		setIcon(key.createSpan({ cls: 'metadata-property-icon' }), iconOf(name, value));
		key.createSpan({ cls: 'metadata-property-key-input', text: name });
		drawValue(row.createDiv({ cls: 'metadata-property-value' }), name, value);
	}
	container.append(content);
}
