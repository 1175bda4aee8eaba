/** A listener with any parameters; `never[]` lets every function type in. */
type Listener = (...data: never[]) => unknown;

/** What `on` returns and `offref` takes. */
export interface EventEntry {
	e: Events;
	name: string;
	fn: Listener;
	ctx: unknown;
}

let alive = 0;

/** How many listeners are registered on all event sources of the host. */
export function countEventListeners(): number {
	return alive;
}

/** Obsidian's event source: listeners that throw do not stop the others. */
export class Events {
	readonly #entries = new Map<string, EventEntry[]>();

	on(name: string, callback: Listener, ctx?: unknown): EventEntry {
		const entry: EventEntry = { e: this, name, fn: callback, ctx };
		const list = this.#entries.get(name) ?? [];
		this.#entries.set(name, [...list, entry]);
		alive += 1;
		return entry;
	}

	off(name: string, callback: Listener): void {
		this.#drop(name, (entry) => entry.fn === callback);
	}

	offref(ref: EventEntry): void {
		this.#drop(ref.name, (entry) => entry === ref);
	}

	trigger(name: string, ...data: unknown[]): void {
		for (const entry of this.#entries.get(name) ?? []) this.tryTrigger(entry, data);
	}

	tryTrigger(entry: EventEntry, args: unknown[]): void {
		try {
			Reflect.apply(entry.fn, entry.ctx, args);
		} catch (error) {
			// As Obsidian does: the error reaches the console, the other listeners still run.
			setTimeout(() => {
				throw error;
			}, 0);
		}
	}

	#drop(name: string, matches: (entry: EventEntry) => boolean): void {
		const list = this.#entries.get(name);
		if (!list) return;
		const kept = list.filter((entry) => !matches(entry));
		alive -= list.length - kept.length;
		this.#entries.set(name, kept);
	}
}
