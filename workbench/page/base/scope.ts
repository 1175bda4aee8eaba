import type { Modifier } from 'obsidian';

export interface KeyContext {
	modifiers: string | null;
	key: string | null;
	vkey: string;
}

type KeyListener = (event: KeyboardEvent, context: KeyContext) => unknown;

interface KeyHandler {
	scope: Scope;
	modifiers: string | null;
	key: string | null;
	func: KeyListener;
}

export const isMac = navigator.platform.startsWith('Mac');

/** `Mod` becomes the platform's key, the rest is put in a fixed order. */
export function compileModifiers(modifiers: readonly Modifier[]): string {
	const names = modifiers.map((name) => (name === 'Mod' ? (isMac ? 'Meta' : 'Ctrl') : name));
	return [...new Set(names)].sort().join(',');
}

/** The modifiers that are held during an event, in the same form as `compileModifiers`. */
export function heldModifiers(event: KeyboardEvent | MouseEvent | TouchEvent): string {
	const names: string[] = [];
	if (event.altKey) names.push('Alt');
	if (event.ctrlKey) names.push('Ctrl');
	if (event.metaKey) names.push('Meta');
	if (event.shiftKey) names.push('Shift');
	return names.join(',');
}

/** A set of key handlers; what it does not answer is asked of its parent. */
export class Scope {
	readonly keys: KeyHandler[] = [];
	/** Where the focus is kept while this scope is on top of the stack. */
	tabFocusContainerEl: HTMLElement | null = null;

	constructor(readonly parent?: Scope) {}

	register(modifiers: Modifier[] | null, key: string | null, func: KeyListener): KeyHandler {
		const handler = { scope: this, modifiers: modifiers && compileModifiers(modifiers), key, func };
		this.keys.push(handler);
		return handler;
	}

	unregister(handler: KeyHandler): void {
		const index = this.keys.indexOf(handler);
		if (index >= 0) this.keys.splice(index, 1);
	}

	/** The answer of the first handler that gives one. */
	handleKey(event: KeyboardEvent, context: KeyContext): unknown {
		for (const handler of [...this.keys]) {
			if (!matches(handler, context)) continue;
			const answer = handler.func(event, context);
			if (answer !== undefined) return answer;
		}
		return this.parent?.handleKey(event, context);
	}
}

function matches(handler: KeyHandler, context: KeyContext): boolean {
	if (handler.modifiers !== null && handler.modifiers !== context.modifiers) return false;
	if (handler.key === null) return true;
	const wanted = handler.key.toLowerCase();
	return wanted === context.key?.toLowerCase() || wanted === context.vkey.toLowerCase();
}
