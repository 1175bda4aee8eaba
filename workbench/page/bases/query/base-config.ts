import type { BasesConfigFile, BasesConfigFileFilter, BasesConfigFileView } from 'obsidian';
import { parseYaml, stringifyYaml } from '../../api/text';

/** An entry of `views`; each kind of view keeps more keys of its own there. */
export interface ViewEntry extends BasesConfigFileView {
	sort?: { property?: string; direction?: string }[];
	groupBy?: { property?: string; direction?: string };
	limit?: number;
	[key: string]: unknown;
}

/** A base as its file says it, with at least one view. */
export interface BaseConfig extends BasesConfigFile {
	views: ViewEntry[];
}

const EMPTY_VIEW: ViewEntry = { type: 'table', name: 'Table' };

/** Reads a `.base` file or a `base` block. @throws Error that says which part is not as it has to be */
export function readBase(text: string): BaseConfig {
	const read = parseYaml(text) ?? {};
	if (!isObject(read)) throw new Error('A base is a list of keys and values.');
	const { filters, formulas, properties, views = [] } = read;
	if (filters !== undefined) checkFilter(filters, 'filters');
	for (const [name, part] of Object.entries({ formulas, properties })) if (part !== undefined && part !== null && !isObject(part)) throw new Error(`\`${name}\` is a list of names, each with what belongs to it.`);
	if (!Array.isArray(views)) throw new Error('`views` is a list.');
	for (const [at, view] of (views as unknown[]).entries()) {
		if (!isObject(view) || typeof view['type'] !== 'string') throw new Error(`View ${at + 1} needs a \`type\`.`);
		if (view['filters'] !== undefined) checkFilter(view['filters'], `filters of view ${at + 1}`);
		view['name'] ??= view['type'];
	}
	return { ...read, views: views.length > 0 ? (views as ViewEntry[]) : [{ ...EMPTY_VIEW }] };
}

export function writeBase(base: BaseConfig): string {
	return stringifyYaml(base);
}

function checkFilter(filter: unknown, where: string): asserts filter is BasesConfigFileFilter {
	if (typeof filter === 'string') return;
	const keys = isObject(filter) ? Object.keys(filter) : [];
	const [key = ''] = keys;
	const parts = isObject(filter) ? filter[key] : undefined;
	if (keys.length !== 1 || !['and', 'or', 'not'].includes(key) || !Array.isArray(parts)) throw new Error(`The ${where} are a sentence, or one of \`and\`, \`or\`, \`not\` with a list.`);
	for (const part of parts as unknown[]) checkFilter(part, where);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
