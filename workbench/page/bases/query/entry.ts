import type { BasesPropertyId } from 'obsidian';
import type { App } from '../../app';
import type { TFile } from '../../vault/files';
import { evaluate } from '../formula/evaluate';
import { fieldOf, propertiesOf } from '../formula/fields';
import { parseFormula } from '../formula/parse';
import type { Scope } from '../formula/scope';
import { ErrorValue, FileValue, NullValue, ObjectValue, type Value } from '../values';
import { parsePropertyId } from './property-id';

/** What all entries of a result have in common. */
export interface EntryContext {
	readonly app: App;
	readonly formulas: Readonly<Record<string, string>>;
	/** The file that `this` means. */
	readonly self: TFile | null;
}

/** A file of a base, with its properties and formulas. */
export class BasesEntry implements Scope {
	readonly #context: EntryContext;
	readonly #formulas = new Map<string, Value>();
	#properties: Record<string, Value> | undefined;

	constructor(context: EntryContext, readonly file: TFile) {
		this.#context = context;
	}

	get app(): App {
		return this.#context.app;
	}

	/** Null where the note has no such property. What fails is given back as a value that says so. */
	getValue(propertyId: BasesPropertyId): Value | null {
		const { type, name } = parsePropertyId(propertyId);
		if (type === 'note') return this.#note()[name] ?? null;
		try {
			return type === 'formula' ? this.#formula(name) : fieldOf(new FileValue(this.app, this.file), name);
		} catch (error) {
			return new ErrorValue(error instanceof Error ? error.message : String(error));
		}
	}

	/** The names of the note's properties. */
	propertyNames(): string[] {
		return Object.keys(this.#note());
	}

	name(name: string): Value {
		if (name === 'file') return new FileValue(this.app, this.file);
		if (name === 'note') return new ObjectValue(this.#note());
		if (name === 'formula') return new ObjectValue(this.#allFormulas());
		return this.#note()[name] ?? NullValue.value;
	}

	self(): Value {
		const { self } = this.#context;
		return self ? new ObjectValue({ ...propertiesOf(self, this.app), file: new FileValue(this.app, self) }) : NullValue.value;
	}

	#note(): Record<string, Value> {
		this.#properties ??= propertiesOf(this.file, this.app);
		return this.#properties;
	}

	/** Each formula is worked out when it is asked for. */
	#allFormulas(): Record<string, Value> {
		const all: Record<string, Value> = {};
		for (const name of Object.keys(this.#context.formulas)) Object.defineProperty(all, name, { enumerable: true, get: () => this.#formula(name) });
		return all;
	}

	#formula(name: string): Value {
		const known = this.#formulas.get(name);
		if (known) return known;
		const text = this.#context.formulas[name];
		if (text === undefined) return new ErrorValue(`There is no formula "${name}".`);
		// Whoever asks for it while it is worked out goes round in a circle.
		this.#formulas.set(name, new ErrorValue(`The formula "${name}" refers to itself.`));
		const value = this.#work(text);
		this.#formulas.set(name, value);
		return value;
	}

	#work(text: string): Value {
		try {
			return evaluate(parseFormula(text), this);
		} catch (error) {
			return new ErrorValue(error instanceof Error ? error.message : String(error));
		}
	}
}
