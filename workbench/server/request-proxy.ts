import { codeOf, Problem } from './problem';

/** A request that the plugin makes through Obsidian's `requestUrl`; the body is base64. */
interface ProxyRequest {
	readonly url: string;
	readonly method: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | null;
}

/** What came back; the body is base64. */
interface ProxyAnswer {
	readonly status: number;
	readonly headers: Record<string, string>;
	readonly body: string;
}

const MOST_REDIRECTS = 5;
const MOST_BYTES = 32 * 1024 * 1024;
const PATIENCE = 30_000;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Headers that belong to one connection, or that would pretend to be another host. */
const DROPPED = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'upgrade', 'te', 'trailer', 'expect', 'accept-encoding']);
const SECRET = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** Checks that an allow-list holds exact origins ("https://example.org"). */
export function readOrigins(list: readonly string[]): ReadonlySet<string> {
	for (const origin of list) {
		const parsed = URL.canParse(origin) ? new URL(origin) : undefined;
		if (parsed === undefined || !isWeb(parsed) || parsed.origin !== origin || origin.includes('*')) throw new Error(`"${origin}" is not an origin such as "https://example.org".`);
	}
	return new Set(list);
}

/** Reads a proxy request from untrusted JSON text. */
export function readProxyRequest(text: string): ProxyRequest {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Problem(400, 'The body of a request must be JSON.');
	}
	const { url, method = 'GET', headers = {}, body = null } = isRecord(value) ? value : {};
	if (typeof url !== 'string' || !URL.canParse(url)) throw new Problem(400, `The "url" of a request must be an address, not ${JSON.stringify(url) ?? 'missing'}.`);
	if (typeof method !== 'string' || !METHODS.has(method.toUpperCase())) throw new Problem(400, `The "method" ${JSON.stringify(method)} is not supported.`);
	if (!isRecord(headers) || !Object.values(headers).every((one) => typeof one === 'string')) throw new Problem(400, 'The "headers" of a request must be texts by name.');
	if (body !== null && typeof body !== 'string') throw new Problem(400, 'The "body" of a request must be base64 text or null.');
	return { url, method: method.toUpperCase(), headers: headers as Record<string, string>, body };
}

/**
 * Makes a request to an allowed origin. Redirects are followed by hand, so that each target is checked too.
 * @throws Problem 403 for a target that is not allowed, 502 when it cannot be reached
 */
export async function proxy(request: ProxyRequest, allowed: ReadonlySet<string>): Promise<ProxyAnswer> {
	let current = request;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
		const target = checkTarget(current.url, allowed);
		const answer = await send(target, current);
		const location = answer.headers.get('location');
		if (answer.status < 300 || answer.status > 399 || location === null) return await pack(answer, target);
		await answer.body?.cancel();
		current = redirected(current, answer.status, target, location);
	}
	throw new Problem(502, `${request.url} redirects more than ${String(MOST_REDIRECTS)} times.`);
}

function checkTarget(address: string, allowed: ReadonlySet<string>): URL {
	const target = new URL(address);
	// The origin of "blob:http://host/x" is "http://host": the kind of address counts too.
	if (!isWeb(target) || !allowed.has(target.origin)) throw new Problem(403, `Requests to ${isWeb(target) ? target.origin : target.protocol} are not allowed in this workbench.`);
	if (target.username !== '' || target.password !== '') throw new Problem(403, 'An address with a user name or password in it is not allowed.');
	return target;
}

async function send(target: URL, request: ProxyRequest): Promise<Response> {
	const headers = Object.entries(request.headers).filter(([name]) => !DROPPED.has(name.toLowerCase()));
	const hasBody = request.body !== null && request.method !== 'GET' && request.method !== 'HEAD';
	try {
		return await fetch(target, {
			method: request.method,
			headers,
			redirect: 'manual',
			signal: AbortSignal.timeout(PATIENCE),
			...(hasBody ? { body: Buffer.from(request.body, 'base64') } : {}),
		});
	} catch (failure) {
		throw unreachable(target, failure);
	}
}

/** As browsers do: 303, and 301 or 302 after a POST, become a GET; secrets do not travel to another origin. */
function redirected(request: ProxyRequest, status: number, from: URL, location: string): ProxyRequest {
	if (!URL.canParse(location, from)) throw new Problem(502, `${from.origin} redirects to an unreadable address.`);
	const next = new URL(location, from);
	const asGet = status === 303 || (request.method === 'POST' && (status === 301 || status === 302));
	const kept = Object.entries(request.headers).filter(([name]) => next.origin === from.origin || !SECRET.has(name.toLowerCase()));
	return {
		url: next.href,
		method: asGet ? 'GET' : request.method,
		headers: Object.fromEntries(kept),
		body: asGet ? null : request.body,
	};
}

async function pack(answer: Response, target: URL): Promise<ProxyAnswer> {
	const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-encoding' && name !== 'content-length'));
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of answer.body ?? []) {
			size += (chunk as Uint8Array).byteLength;
			if (size > MOST_BYTES) throw new Problem(502, `${target.origin} answers with more than ${String(MOST_BYTES)} bytes.`);
			chunks.push(chunk);
		}
	} catch (failure) {
		throw failure instanceof Problem ? failure : unreachable(target, failure);
	}
	return { status: answer.status, headers, body: Buffer.concat(chunks).toString('base64') };
}

function unreachable(target: URL, failure: unknown): Problem {
	const cause = failure instanceof Error ? (codeOf(failure.cause) ?? failure.name) : 'unknown cause';
	return new Problem(502, `${target.origin} could not be reached (${cause}).`);
}

function isWeb(address: URL): boolean {
	return address.protocol === 'https:' || address.protocol === 'http:';
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
