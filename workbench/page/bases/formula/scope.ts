import type { App } from '../../app';
import type { Value } from '../values';
import type { Formula } from './parse';

/** What the names in a formula mean. */
export interface Scope {
	readonly app: App;
	/** `file`, `note`, `formula`, or a property of the note. */
	name(name: string): Value;
	/** `this`: the file that the base is shown in. */
	self(): Value;
}

/** What functions work with: some arguments are worked out once for each item, some not at all. */
export interface Working {
	readonly scope: Scope;
	readonly work: (formula: Formula, scope?: Scope) => Value;
}

/** The same scope with a few names more. */
export function scopeWith(scope: Scope, names: Readonly<Record<string, Value>>): Scope {
	return { app: scope.app, self: () => scope.self(), name: (name) => (Object.hasOwn(names, name) ? (names[name] as Value) : scope.name(name)) };
}
