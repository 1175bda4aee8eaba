/** How long one slice of work may hold the main thread, in ms. */
const SLICE_MS = 8;

/** Lets the browser paint and answer before the work goes on. */
export function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, 0);
	});
}

/** Runs `work` over all items, giving the main thread back after each slice. */
export async function inSlices<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
	let started = performance.now();
	for (const item of items) {
		work(item);
		if (performance.now() - started < SLICE_MS) continue;
		await nextTask();
		started = performance.now();
	}
}
