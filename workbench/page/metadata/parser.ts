import type { CachedMetadata } from 'obsidian';
import type { ParseResult } from './worker';

interface Waiting {
	resolve(cache: CachedMetadata): void;
	reject(error: Error): void;
}

/** Parses notes beside the main thread, as Obsidian does. */
export class MetadataParser {
	private readonly worker = new Worker('/page/metadata-worker.js');
	private readonly waiting = new Map<number, Waiting>();
	private last = 0;

	constructor() {
		this.worker.addEventListener('message', (event: MessageEvent<ParseResult>) => this.finish(event.data));
		this.worker.addEventListener('error', (event) => this.fail(new Error(`The metadata parser stopped: ${event.message}`)));
	}

	/** @throws Error when the parser fails on this text */
	parse(text: string): Promise<CachedMetadata> {
		return new Promise((resolve, reject) => {
			const id = (this.last += 1);
			this.waiting.set(id, { resolve, reject });
			this.worker.postMessage({ id, text });
		});
	}

	private finish(result: ParseResult): void {
		const waiting = this.waiting.get(result.id);
		this.waiting.delete(result.id);
		if ('cache' in result) waiting?.resolve(result.cache);
		else waiting?.reject(new Error(result.error));
	}

	private fail(error: Error): void {
		for (const waiting of this.waiting.values()) waiting.reject(error);
		this.waiting.clear();
	}
}
