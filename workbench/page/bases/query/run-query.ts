import type { BasesPropertyId } from 'obsidian';
import type { App } from '../../app';
import { FILE_FIELDS } from '../formula/fields';
import type { TFile } from '../../vault/files';
import type { Value } from '../values';
import type { BaseConfig, ViewEntry } from './base-config';
import { BasesEntry, type EntryContext } from './entry';
import { passes } from './filter';
import { groupEntries, sortEntries, type BasesEntryGroup } from './order';
import type { BasesViewConfig } from './view-config';

/** The files that a view shows now. It is replaced whenever the vault or the base changes. */
export class BasesQueryResult {
	readonly #config: BasesViewConfig;

	constructor(config: BasesViewConfig, readonly data: BasesEntry[]) {
		this.#config = config;
	}

	get groupedData(): BasesEntryGroup[] {
		return groupEntries(this.data, this.#config.groupBy());
	}

	get properties(): BasesPropertyId[] {
		return this.#config.getOrder();
	}

	getSummaryValue(): Value {
		throw new Error('The workbench works out no summaries.');
	}
}

interface Answer {
	readonly result: BasesQueryResult;
	/** Every property that a note of the result has, and those that all files have. */
	readonly allProperties: BasesPropertyId[];
	/** How many there are before the limit. */
	readonly count: number;
}

/** Filters, sorts and limits the vault's files. @throws Error when a filter cannot be read */
export function runQuery(app: App, base: BaseConfig, view: ViewEntry, config: BasesViewConfig, self: TFile | null): Answer {
	const context: EntryContext = { app, formulas: base.formulas ?? {}, self };
	const entries = app.vault.getFiles().map((file) => new BasesEntry(context, file)).filter((entry) => passes(base.filters, entry) && passes(view.filters, entry));
	const sorted = sortEntries(entries, config.getSort());
	const limited = typeof view.limit === 'number' ? sorted.slice(0, Math.max(0, view.limit)) : sorted;
	const names = new Set(entries.flatMap((entry) => entry.propertyNames()));
	return {
		result: new BasesQueryResult(config, limited),
		count: sorted.length,
		allProperties: [...Object.keys(FILE_FIELDS).map((name) => `file.${name}` as const), ...[...names].map((name) => `note.${name}` as const), ...Object.keys(context.formulas).map((name) => `formula.${name}` as const)],
	};
}
