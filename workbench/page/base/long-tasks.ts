/** One stretch of more than 50 ms that blocked the main thread. Times in ms since navigation. */
export interface LongTask {
	start: number;
	duration: number;
}

const seen: LongTask[] = [];

/** Records long tasks from now on. */
export function watchLongTasks(): void {
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) seen.push({ start: entry.startTime, duration: entry.duration });
	});
	observer.observe({ type: 'longtask', buffered: true });
}

export function readLongTasks(): readonly LongTask[] {
	return seen;
}
