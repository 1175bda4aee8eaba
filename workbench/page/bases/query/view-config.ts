import type { BasesPropertyId } from 'obsidian';
import { evaluate } from '../formula/evaluate';
import { parseFormula } from '../formula/parse';
import type { Scope } from '../formula/scope';
import { NullValue, type Value } from '../values';
import type { BaseConfig, ViewEntry } from './base-config';
import type { Sort } from './order';
import { parsePropertyId, toPropertyId } from './property-id';

const FILE_NAMES: Readonly<Record<string, string>> = { name: 'file name', basename: 'file base name', ext: 'file extension', mtime: 'modified time', ctime: 'created time', size: 'file size', path: 'file path', folder: 'folder', tags: 'file tags', links: 'file links', backlinks: 'file backlinks', embeds: 'file embeds' };

/** What a view needs of the base around it. */
interface ViewConfigNeeds {
	readonly base: BaseConfig;
	/** What a formula in the view's own settings is worked out in. */
	scope(): Scope;
	/** Keeps what a view sets. */
	save(): void;
}

/** One entry of `views`: what the person and the view itself have set. */
export class BasesViewConfig {
	readonly #entry: ViewEntry;
	readonly #needs: ViewConfigNeeds;

	constructor(entry: ViewEntry, needs: ViewConfigNeeds) {
		this.#entry = entry;
		this.#needs = needs;
	}

	get name(): string {
		return this.#entry.name;
	}

	get(key: string): unknown {
		return this.#entry[key];
	}

	getAsPropertyId(key: string): BasesPropertyId | null {
		const value = this.#entry[key];
		return typeof value === 'string' && value !== '' ? toPropertyId(value) : null;
	}

	getEvaluatedFormula(_view: unknown, key: string): Value {
		const text = this.#entry[key];
		if (typeof text !== 'string') return NullValue.value;
		try {
			return evaluate(parseFormula(text), this.#needs.scope());
		} catch {
			return NullValue.value;
		}
	}

	/** Null takes the key away. */
	set(key: string, value: unknown): void {
		if (value === null) delete this.#entry[key];
		else this.#entry[key] = value;
		this.#needs.save();
	}

	getOrder(): BasesPropertyId[] {
		return (Array.isArray(this.#entry.order) ? this.#entry.order : []).filter((id) => typeof id === 'string').map(toPropertyId);
	}

	getSort(): Sort[] {
		return (Array.isArray(this.#entry.sort) ? this.#entry.sort : []).flatMap((one) => readSort(one) ?? []);
	}

	/** What the entries are grouped by; views are handed the groups. */
	groupBy(): Sort | undefined {
		return readSort(this.#entry.groupBy);
	}

	getDisplayName(propertyId: BasesPropertyId): string {
		const { type, name } = parsePropertyId(propertyId);
		const { properties = {} } = this.#needs.base;
		const given = (properties[propertyId] ?? (type === 'note' ? properties[name] : undefined))?.['displayName'] as unknown;
		return typeof given === 'string' ? given : type === 'file' ? (FILE_NAMES[name] ?? name) : name;
	}
}

function readSort(one: { property?: unknown; direction?: unknown } | undefined): Sort | undefined {
	if (typeof one?.property !== 'string') return undefined;
	return { property: toPropertyId(one.property), direction: one.direction === 'DESC' ? 'DESC' : 'ASC' };
}
