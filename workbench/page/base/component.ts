import type { EventEntry } from './events';

/** Obsidian's unit of lifetime: whatever is registered is undone on unload. */
export class Component {
	#loaded = false;
	#cleanups: (() => unknown)[] = [];
	#children: Component[] = [];

	/** Loads this component and its children; an asynchronous `onload` is awaited by the caller. */
	load(): unknown {
		if (this.#loaded) return undefined;
		this.#loaded = true;
		const result: unknown = this.onload();
		for (const child of [...this.#children]) child.load();
		return result;
	}

	onload(): unknown {
		return undefined;
	}

	unload(): void {
		if (!this.#loaded) return;
		this.#loaded = false;
		for (const child of this.#children.splice(0).reverse()) child.unload();
		for (const cleanup of this.#cleanups.splice(0).reverse()) {
			try {
				cleanup();
			} catch (error) {
				console.error('A cleanup of a component failed.', error);
			}
		}
		this.onunload();
	}

	onunload(): void {
		// Subclasses clean up here.
	}

	addChild<T extends Component>(component: T): T {
		this.#children.push(component);
		if (this.#loaded) component.load();
		return component;
	}

	removeChild<T extends Component>(component: T): T {
		this.#children = this.#children.filter((child) => child !== component);
		component.unload();
		return component;
	}

	register(cleanup: () => unknown): void {
		this.#cleanups.push(cleanup);
	}

	registerEvent(ref: EventEntry): void {
		this.register(() => ref.e.offref(ref));
	}

	registerDomEvent(
		target: EventTarget,
		type: string,
		callback: (this: HTMLElement, event: Event) => unknown,
		options?: boolean | AddEventListenerOptions,
	): void {
		const listener = callback;
		target.addEventListener(type, listener, options);
		this.register(() => target.removeEventListener(type, listener, options));
	}

	registerInterval(id: number): number {
		this.register(() => window.clearInterval(id));
		return id;
	}
}
