/** Obsidian's debounced function. */
interface Debouncer<T extends unknown[], V> {
	(...args: T): Debouncer<T, V>;
	cancel(): Debouncer<T, V>;
	run(): V | undefined;
}

/**
 * Calls `cb` once, `timeout` ms after the first call, or after the last one with `resetTimer`.
 * `run` calls it at once if a call is waiting.
 */
export function debounce<T extends unknown[], V>(cb: (...args: T) => V, timeout = 0, resetTimer = false): Debouncer<T, V> {
	let timer: number | undefined;
	let waiting: T | undefined;
	const fire = (): V | undefined => {
		const args = waiting;
		window.clearTimeout(timer);
		timer = undefined;
		waiting = undefined;
		return args ? cb(...args) : undefined;
	};
	const debouncer = ((...args: T) => {
		waiting = args;
		if (timer !== undefined && resetTimer) window.clearTimeout(timer);
		if (timer === undefined || resetTimer) timer = window.setTimeout(fire, timeout);
		return debouncer;
	}) as Debouncer<T, V>;
	debouncer.cancel = () => {
		window.clearTimeout(timer);
		timer = undefined;
		waiting = undefined;
		return debouncer;
	};
	debouncer.run = fire;
	return debouncer;
}
