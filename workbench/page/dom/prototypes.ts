import { setup } from 'obsidian-test-mocks/setup';

type Handler = (this: EventTarget, event: Event, target: HTMLElement) => unknown;

interface Delegated {
	type: string;
	selector: string;
	handler: Handler;
	listener: EventListener;
}

const delegated = new WeakMap<EventTarget, Delegated[]>();

/** `el.on(type, selector, handler)`: hears the event on every descendant that matches. */
function on(this: EventTarget, type: string, selector: string, handler: Handler, options?: boolean | AddEventListenerOptions): void {
	const listener = (event: Event): void => {
		const start = event.target instanceof Element ? event.target : null;
		const target = start?.closest<HTMLElement>(selector);
		if (target && (this === document || (this as Node).contains(target))) handler.call(this, event, target);
	};
	const list = delegated.get(this) ?? [];
	delegated.set(this, [...list, { type, selector, handler, listener }]);
	this.addEventListener(type, listener, options);
}

function off(this: EventTarget, type: string, selector: string, handler: Handler, options?: boolean | AddEventListenerOptions): void {
	const list = delegated.get(this) ?? [];
	const found = list.find((item) => item.type === type && item.selector === selector && item.handler === handler);
	if (!found) return;
	delegated.set(this, list.filter((item) => item !== found));
	this.removeEventListener(type, found.listener, options);
}

function onClickEvent(this: HTMLElement, handler: (this: HTMLElement, event: MouseEvent) => unknown, options?: boolean | AddEventListenerOptions): void {
	this.addEventListener('click', handler, options);
	this.addEventListener('auxclick', handler, options);
}

function onNodeInserted(this: HTMLElement, listener: () => unknown, once = false): () => void {
	let inside = this.isConnected;
	const observer = new MutationObserver(() => {
		const now = this.isConnected;
		if (now && !inside) {
			if (once) observer.disconnect();
			listener();
		}
		inside = now;
	});
	observer.observe(document, { childList: true, subtree: true });
	return () => observer.disconnect();
}

/** There are no pop-out windows in the workbench, so no element ever migrates. */
function onWindowMigrated(): () => void {
	return () => undefined;
}

function define(target: object, members: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(members)) {
		Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
	}
}

/** A plain assignment left the helpers enumerable, which `for … in` over an array would meet. */
function hide(target: object): void {
	for (const name of Object.keys(target)) {
		const descriptor = Object.getOwnPropertyDescriptor(target, name);
		if (descriptor?.configurable) Object.defineProperty(target, name, { ...descriptor, enumerable: false });
	}
}

function find(this: ParentNode, selector: string): Element | null {
	return this.querySelector(selector);
}

function nextFrame(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => resolve());
	});
}

/** Obsidian's additions to the DOM and to the built-in classes. */
export function installPrototypes(): void {
	setup();
	define(HTMLElement.prototype, { on, off, onClickEvent, onNodeInserted, onWindowMigrated, find });
	define(DocumentFragment.prototype, { find });
	define(Document.prototype, { on, off });
	for (const proto of [Array.prototype, String.prototype]) hide(proto);
	define(window, { activeWindow: window, activeDocument: document, nextFrame });
	define(Window.prototype, { sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) });
}
