import type { BasesPropertyId } from 'obsidian';
import { compareValues } from '../formula/operators';
import { ErrorValue, isEmptyValue, NullValue, type Value } from '../values';
import type { BasesEntry } from './entry';

export interface Sort {
	readonly property: BasesPropertyId;
	readonly direction: 'ASC' | 'DESC';
}

/** Entries of one value of a property. */
export class BasesEntryGroup {
	constructor(readonly entries: BasesEntry[], readonly key?: Value) {}

	hasKey(): boolean {
		return this.key !== undefined && !(this.key instanceof NullValue);
	}
}

/** In the order of the first property; where that is the same, of the next. What has no value comes last. */
export function sortEntries(entries: readonly BasesEntry[], sorts: readonly Sort[]): BasesEntry[] {
	return [...entries].sort((left, right) => {
		for (const { property, direction } of sorts) {
			const order = compareFilled(left.getValue(property), right.getValue(property), direction);
			if (order !== 0) return order;
		}
		return 0;
	});
}

/** One group for each value, in its order; all entries in one without a key when nothing is grouped. */
export function groupEntries(entries: readonly BasesEntry[], by: Sort | undefined): BasesEntryGroup[] {
	if (!by) return [new BasesEntryGroup([...entries])];
	const groups = new Map<string, BasesEntryGroup>();
	for (const entry of entries) {
		const found = entry.getValue(by.property);
		const key = isMissing(found) ? NullValue.value : found;
		const group = groups.get(key.toString()) ?? new BasesEntryGroup([], key);
		groups.set(key.toString(), group);
		group.entries.push(entry);
	}
	return [...groups.values()].sort((left, right) => compareFilled(left.key ?? null, right.key ?? null, by.direction));
}

function compareFilled(left: Value | null, right: Value | null, direction: Sort['direction']): number {
	if (isMissing(left) || isMissing(right)) return Number(isMissing(left)) - Number(isMissing(right));
	const order = compareValues(left, right) ?? left.toString().localeCompare(right.toString());
	return direction === 'DESC' ? -order : order;
}

function isMissing(value: Value | null): value is null | NullValue | ErrorValue {
	return value === null || value instanceof ErrorValue || isEmptyValue(value);
}
