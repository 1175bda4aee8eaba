import type { RenderContext } from './render-context';

/** What values are compared by. */
type Key = string | number | boolean | null;

/** What a property or a formula is worth. Two values that mean the same have the same `key`. */
export abstract class Value {
	static type = 'any';

	abstract toString(): string;
	abstract isTruthy(): boolean;

	/** What the value is compared by. */
	get key(): Key {
		return this.toString();
	}

	static equals(a: Value | null, b: Value | null): boolean {
		return a === null || b === null ? a === b : a.equals(b);
	}

	static looseEquals(a: Value | null, b: Value | null): boolean {
		return a === null || b === null ? a === b : a.looseEquals(b);
	}

	equals(other: Value): boolean {
		return this.constructor === other.constructor && this.key === other.key;
	}

	/** As `equals`, but what is written the same is the same: the number 3 and the text "3". */
	looseEquals(other: Value): boolean {
		return this.equals(other) || (this.key !== null && other.key !== null && String(this.key) === String(other.key));
	}

	renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.appendText(this.toString());
	}
}

export abstract class NotNullValue extends Value {}

export class NullValue extends Value {
	static override type = 'null';
	static readonly value = new NullValue();

	override get key(): null {
		return null;
	}

	toString(): string {
		return '';
	}

	isTruthy(): boolean {
		return false;
	}
}

/** A formula that could not be worked out; shown where its result would be. */
export class ErrorValue extends NotNullValue {
	static override type = 'error';

	constructor(readonly message: string) {
		super();
	}

	toString(): string {
		return this.message;
	}

	isTruthy(): boolean {
		return false;
	}

	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.createSpan({ cls: 'bases-error', text: this.message });
	}
}

export abstract class PrimitiveValue<T extends Key> extends NotNullValue {
	constructor(readonly data: T) {
		super();
	}

	override get key(): Key {
		return this.data;
	}

	toString(): string {
		return String(this.data);
	}

	isTruthy(): boolean {
		return Boolean(this.data);
	}
}

export class BooleanValue extends PrimitiveValue<boolean> {
	static override type = 'boolean';

	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.createEl('input', { type: 'checkbox', attr: { disabled: true, 'aria-label': this.toString() } }).checked = this.data;
	}
}

export class NumberValue extends PrimitiveValue<number> {
	static override type = 'number';
}

export class StringValue extends PrimitiveValue<string> {
	static override type = 'string';
}

export class TagValue extends StringValue {
	static override type = 'tag';

	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.createEl('a', { cls: 'tag', text: this.data, attr: { href: this.data } });
	}
}

export class UrlValue extends StringValue {
	static override type = 'url';

	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.createEl('a', { cls: 'external-link', text: this.data, attr: { href: this.data, target: '_blank', rel: 'noopener nofollow' } });
	}
}

/** The workbench shows the source of raw HTML, and the names of icons and images. */
export class HTMLValue extends StringValue {
	static override type = 'html';
}

export class IconValue extends StringValue {
	static override type = 'icon';
}

export class ImageValue extends StringValue {
	static override type = 'image';
}
