import type { Modifier, PaneType } from 'obsidian';
import { heldModifiers, isMac, type Scope } from './scope';

/** The stack of scopes: the top one hears a key first. */
export class Keymap {
	private stack: Scope[] = [];

	/** @param root what hears keys when nothing is stacked (hotkeys and the active view). */
	constructor(private readonly root: () => Scope) {
		window.addEventListener('keydown', (event) => this.onKey(event), { capture: true });
	}

	get scope(): Scope {
		return this.stack.at(-1) ?? this.root();
	}

	pushScope(scope: Scope): void {
		this.popScope(scope);
		this.stack.push(scope);
	}

	popScope(scope: Scope): void {
		this.stack = this.stack.filter((item) => item !== scope);
	}

	private onKey(event: KeyboardEvent): void {
		const context = { modifiers: heldModifiers(event), key: event.key, vkey: event.code.replace(/^(Key|Digit)/u, '') };
		if (this.scope.handleKey(event, context) !== false) return;
		event.preventDefault();
		event.stopPropagation();
	}

	static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
		const name = modifier === 'Mod' ? (isMac ? 'Meta' : 'Ctrl') : modifier;
		return heldModifiers(event).split(',').includes(name);
	}

	/** Where a click with these modifiers should open: in a new tab, split, window – or in place. */
	static isModEvent(event?: MouseEvent | KeyboardEvent | TouchEvent | null): PaneType | boolean {
		if (!event) return false;
		const middle = event instanceof MouseEvent && event.button === 1;
		if (!middle && !Keymap.isModifier(event, 'Mod')) return false;
		if (event.altKey) return event.shiftKey ? 'window' : 'split';
		return 'tab';
	}
}
