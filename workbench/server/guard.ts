import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem';

/** A fresh token of 192 random bits, safe in a URL. */
export function makeToken(): string {
	return randomBytes(24).toString('base64url');
}

/**
 * Refuses requests that another web site or another machine could have caused: a Host that is not this server's loopback
 * address (DNS rebinding), a foreign Origin, a request target that names another host.
 * @throws Problem 400 or 403
 */
export function checkProvenance(request: IncomingMessage, port: number): void {
	const hosts = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];
	const sent = request.headersDistinct['host'] ?? [];
	if (sent.length !== 1 || !hosts.includes((sent[0] ?? '').toLowerCase())) {
		throw new Problem(403, 'The Host header does not name this workbench on the loopback address.');
	}
	const origins = request.headersDistinct['origin'] ?? [];
	const allowed = hosts.map((host) => `http://${host}`);
	if (origins.some((origin) => !allowed.includes(origin.toLowerCase()))) {
		throw new Problem(403, 'The Origin header names another site; only the workbench page itself may ask.');
	}
	if (!(request.url ?? '').startsWith('/')) {
		throw new Problem(400, 'The request target must be a path on this workbench.');
	}
}

/**
 * Demands the session's token: in the header `x-workbench-token`, or for GET also in the query (`token=`), because script
 * tags and EventSource cannot send headers.
 * @throws Problem 401
 */
export function checkToken(request: IncomingMessage, url: URL, token: string): void {
	const header = request.headers['x-workbench-token'];
	const query = request.method === 'GET' ? url.searchParams.get('token') : null;
	const sent = typeof header === 'string' ? header : query;
	if (sent === null || !isSame(sent, token)) {
		throw new Problem(401, 'The token is missing or wrong. Open the address that the workbench printed when it started.');
	}
}

/** Compares in constant time; hashing first makes the lengths equal. */
function isSame(left: string, right: string): boolean {
	const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(left), digest(right));
}
