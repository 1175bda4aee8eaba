import { ListValue, NullValue, NumberValue, type Value } from '../values';
import { compareValues } from './operators';
import type { Formula } from './parse';
import { scopeWith, type Working } from './scope';

/** Functions of lists. */
export const LIST_METHODS: Readonly<Record<string, (of: ListValue, args: readonly Value[]) => unknown>> = {
	contains: (of, [value]) => value !== undefined && of.includes(value),
	containsAll: (of, values) => values.every((value) => of.includes(value)),
	containsAny: (of, values) => values.some((value) => of.includes(value)),
	flat: (of) => of.items.flatMap((item) => (item instanceof ListValue ? item.items : [item])),
	join: (of, [separator]) => of.items.join(separator?.toString() ?? ','),
	reverse: (of) => [...of.items].reverse(),
	slice: (of, [start, end]) => of.items.slice(indexOf(start), indexOf(end)),
	sort: (of) => [...of.items].sort((left, right) => compareValues(left, right) ?? 0),
	unique: (of) => of.items.filter((item, at) => of.items.findIndex((other) => other.looseEquals(item)) === at),
};

function indexOf(value: Value | undefined): number | undefined {
	return value instanceof NumberValue ? value.data : undefined;
}

/** Functions that work out their argument once for each item, which it knows as `value` and `index`. */
export function onItems(of: ListValue, name: string, [formula, start]: readonly Formula[], { scope, work }: Working): Value | undefined {
	if (!formula) return undefined;
	const at = (value: Value, index: number, more: Record<string, Value> = {}): Value => work(formula, scopeWith(scope, { value, index: new NumberValue(index), ...more }));
	switch (name) {
		case 'filter':
			return new ListValue(of.items.filter((item, index) => at(item, index).isTruthy()));
		case 'map':
			return new ListValue(of.items.map((item, index) => at(item, index)));
		case 'reduce':
			return of.items.reduce<Value>((acc, item, index) => at(item, index, { acc }), start ? work(start) : NullValue.value);
		default:
			return undefined;
	}
}
