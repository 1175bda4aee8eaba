import { ErrorValue, NotNullValue, NullValue, StringValue, Value } from './value';
import type { RenderContext } from './render-context';
import { wrapValue } from './wrap';

export class ListValue extends NotNullValue {
	static override type = 'list';
	readonly items: Value[];

	constructor(value: unknown[]) {
		super();
		this.items = value.map((item) => wrapValue(item));
	}

	override equals(other: Value): boolean {
		return other instanceof ListValue && other.items.length === this.items.length && this.items.every((item, at) => Value.equals(item, other.get(at)));
	}

	includes(value: Value): boolean {
		return this.items.some((item) => item.looseEquals(value));
	}

	length(): number {
		return this.items.length;
	}

	get(index: number): Value {
		return this.items.at(index) ?? NullValue.value;
	}

	concat(other: ListValue): ListValue {
		return new ListValue([...this.items, ...other.items]);
	}

	toString(): string {
		return this.items.join(', ');
	}

	isTruthy(): boolean {
		return this.items.length > 0;
	}

	override renderTo(el: HTMLElement, ctx: RenderContext): void {
		const list = el.createSpan({ cls: 'value-list-container' });
		for (const item of this.items) item.renderTo(list.createSpan({ cls: 'value-list-element' }), ctx);
	}
}

export class ObjectValue extends NotNullValue {
	static override type = 'object';

	constructor(readonly data: Readonly<Record<string, unknown>>) {
		super();
	}

	get(key: string): Value {
		return Object.hasOwn(this.data, key) ? wrapValue(this.data[key]) : NullValue.value;
	}

	isEmpty(): boolean {
		return Object.keys(this.data).length === 0;
	}

	toString(): string {
		return JSON.stringify(this.data, (_key, value: unknown) => (value instanceof Value ? value.toString() : value));
	}

	isTruthy(): boolean {
		return true;
	}
}

export class RegExpValue extends NotNullValue {
	static override type = 'regexp';

	constructor(readonly regexp: RegExp) {
		super();
	}

	toString(): string {
		return this.regexp.toString();
	}

	isTruthy(): boolean {
		return true;
	}
}

/** Whether nothing is there: no value, an empty text, list or object. */
export function isEmptyValue(value: Value): boolean {
	if (value instanceof ListValue) return value.items.length === 0;
	if (value instanceof ObjectValue) return value.isEmpty();
	if (value instanceof ErrorValue) return false;
	return value instanceof NullValue || (value instanceof StringValue && value.data === '');
}
