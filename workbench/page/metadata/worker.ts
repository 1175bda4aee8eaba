import { parseMetadata } from '../../metadata';

/** A note to parse. */
interface ParseTask {
	id: number;
	text: string;
}

/** What came of it: the metadata, or why there is none. */
export type ParseResult = { id: number; cache: ReturnType<typeof parseMetadata> } | { id: number; error: string };

// Typed by hand: the page's own types know the window, not the worker.
const scope = self as unknown as { postMessage(result: ParseResult): void; addEventListener(type: 'message', listener: (event: MessageEvent<ParseTask>) => void): void };

scope.addEventListener('message', ({ data: { id, text } }) => {
	try {
		scope.postMessage({ id, cache: parseMetadata(text) });
	} catch (error) {
		scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
	}
});
