import { countEventListeners } from './events';

/** What is alive in the page and could outlive a plugin. */
export interface Resources {
	/** Listeners on window, document and body – those that no removed element takes along. */
	listeners: number;
	eventRefs: number;
	intervals: number;
	workers: number;
	styles: number;
	/** Elements in the document, without the editors' drawn cursors, which come and go with the focus. */
	elements: number;
}

let listeners = 0;
const intervals = new Set<number>();
const workers = new Set<Worker>();

/** The host's editors listen for scrolling on every element around them while they are seen; that is not counted. */
function isLasting(target: EventTarget, type: string): boolean {
	const root = target === document.body || target === document.documentElement;
	return target === window || target === document || (root && type !== 'scroll');
}

interface Known {
	type: string;
	listener: EventListenerOrEventListenerObject;
	capture: boolean;
}

type Listen = (this: EventTarget, type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) => void;
type Start = (this: Window, handler: TimerHandler, timeout?: number, ...args: unknown[]) => number;
type Stop = (this: Window, id?: number) => void;

function countListeners(): void {
	const known = new Map<EventTarget, Known[]>();
	const proto = EventTarget.prototype;
	const add = Object.getOwnPropertyDescriptor(proto, 'addEventListener')?.value as Listen;
	const remove = Object.getOwnPropertyDescriptor(proto, 'removeEventListener')?.value as Listen;
	const captureOf = (options: unknown): boolean =>
		typeof options === 'object' && options !== null ? Boolean((options as AddEventListenerOptions).capture) : Boolean(options);
	proto.addEventListener = function (type, listener, options): void {
		const target = this ?? window;
		add.call(target, type, listener, options);
		const once = typeof options === 'object' && options.once === true;
		if (!listener || once || !isLasting(target, type)) return;
		const list = known.get(target) ?? [];
		known.set(target, list);
		const capture = captureOf(options);
		if (list.some((item) => item.type === type && item.listener === listener && item.capture === capture)) return;
		list.push({ type, listener, capture });
		listeners += 1;
	};
	proto.removeEventListener = function (type, listener, options): void {
		const target = this ?? window;
		remove.call(target, type, listener, options);
		const list = known.get(target) ?? [];
		const capture = captureOf(options);
		const index = list.findIndex((item) => item.type === type && item.listener === listener && item.capture === capture);
		if (index < 0) return;
		list.splice(index, 1);
		listeners -= 1;
	};
}

function countIntervals(): void {
	const { setInterval: start, clearInterval: stop }: { setInterval: Start; clearInterval: Stop } = window;
	const counted = (handler: TimerHandler, timeout?: number, ...args: unknown[]): number => {
		const id = start.call(window, handler, timeout, ...args);
		intervals.add(id);
		return id;
	};
	Object.assign(window, {
		setInterval: counted,
		clearInterval: (id?: number): void => {
			stop.call(window, id);
			if (id !== undefined) intervals.delete(id);
		},
	});
}

function countWorkers(): void {
	const Original = window.Worker;
	class CountedWorker extends Original {
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			workers.add(this);
		}
		override terminate(): void {
			super.terminate();
			workers.delete(this);
		}
	}
	window.Worker = CountedWorker;
}

/** Starts counting. To be called before anything else runs. */
export function watchResources(): void {
	countListeners();
	countIntervals();
	countWorkers();
}

/** The figures of this moment. */
export function readResources(): Resources {
	return {
		listeners,
		eventRefs: countEventListeners(),
		intervals: intervals.size,
		workers: workers.size,
		styles: document.querySelectorAll('style, link[rel="stylesheet"]').length + document.adoptedStyleSheets.length,
		elements: document.querySelectorAll(':not(.cm-cursor)').length,
	};
}
