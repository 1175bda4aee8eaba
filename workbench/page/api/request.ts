import type { RequestUrlParam } from 'obsidian';
import type { VaultClient } from '../vault/client';
import { arrayBufferToBase64, base64ToArrayBuffer } from './text';

interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

interface Response {
	status: number;
	headers: Record<string, string>;
	arrayBuffer: ArrayBuffer;
	text: string;
	json: unknown;
}

type ResponsePromise = Promise<Response> & { arrayBuffer: Promise<ArrayBuffer>; json: Promise<unknown>; text: Promise<string> };

let client: VaultClient | null = null;

/** Requests leave by the workbench's server, which lets only allowed targets through. */
export function connectRequests(target: VaultClient): void {
	client = target;
}

async function send(request: RequestUrlParam): Promise<Response> {
	if (!client) throw new Error('No request can be sent before the workbench is ready.');
	const { body } = request;
	const bytes = typeof body === 'string' ? (new TextEncoder().encode(body).buffer) : body;
	const headers = { ...request.headers, ...(request.contentType ? { 'content-type': request.contentType } : {}) };
	const answer = (await client.post('/api/request', {
		url: request.url,
		method: request.method ?? 'GET',
		headers,
		body: bytes ? arrayBufferToBase64(bytes) : null,
	})) as Answer;
	if (request.throw !== false && answer.status >= 400) throw Object.assign(new Error(`Request failed, status ${answer.status}`), { status: answer.status, headers: answer.headers });
	return makeResponse(answer);
}

function makeResponse({ status, headers, body }: Answer): Response {
	const arrayBuffer = base64ToArrayBuffer(body);
	const text = new TextDecoder().decode(arrayBuffer);
	return {
		status,
		headers,
		arrayBuffer,
		text,
		get json(): unknown {
			return JSON.parse(text) as unknown;
		},
	};
}

/** HTTP without the browser's cross-origin rules. @throws Error from status 400 on, unless `throw` is false */
export function requestUrl(request: RequestUrlParam | string): ResponsePromise {
	const promise = send(typeof request === 'string' ? { url: request } : request);
	const part = <T>(read: (response: Response) => T): Promise<T> => promise.then(read);
	// The parts are made when they are asked for, so that a failure is not reported twice.
	return Object.defineProperties(promise, {
		arrayBuffer: { get: () => part((response) => response.arrayBuffer) },
		json: { get: () => part((response) => response.json) },
		text: { get: () => part((response) => response.text) },
	}) as ResponsePromise;
}

export async function request(request_: RequestUrlParam | string): Promise<string> {
	return (await requestUrl(request_)).text;
}
