import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from './problem';

/**
 * The page may run the plugin (evaluated code, blob workers), but it reaches no other machine by itself: requests leave
 * only through the proxy with its allow-list.
 */
const PAGE_POLICY = [
	"default-src 'self'",
	"script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
	"worker-src 'self' blob:",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"media-src 'self' data: blob:",
	"font-src 'self' data:",
	"connect-src 'self' data: blob:",
	"frame-src 'none'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** Whatever a note's attachment contains, opened on its own it runs no script and reaches nothing. */
export const ATTACHMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Headers on every answer. */
export function setCommonHeaders(response: ServerResponse): void {
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('x-frame-options', 'DENY');
	response.setHeader('referrer-policy', 'no-referrer');
	response.setHeader('cross-origin-resource-policy', 'same-origin');
	response.setHeader('cross-origin-opener-policy', 'same-origin');
	response.setHeader('cache-control', 'no-store');
	response.setHeader('content-security-policy', PAGE_POLICY);
}

/** Sends a JSON answer. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify(value));
}

/** Sends bytes as they are. */
export function sendBytes(response: ServerResponse, bytes: Uint8Array, contentType: string): void {
	response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.byteLength });
	response.end(bytes);
}

/**
 * Reads a whole request body.
 * @throws Problem 413 above `limit` bytes, 400 when the client went away before the end: half a body is never used.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			size += chunk.byteLength;
			if (size > limit) throw new Problem(413, `The request body is larger than ${String(limit)} bytes.`);
			chunks.push(chunk);
		}
	} catch (failure) {
		if (failure instanceof Problem) throw failure;
		throw new Problem(400, 'The connection ended before the whole request body had arrived; nothing was changed.');
	}
	if (!request.complete) {
		throw new Problem(400, 'The connection ended before the whole request body had arrived; nothing was changed.');
	}
	return Buffer.concat(chunks);
}
