import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sendJson, setCommonHeaders } from './answer';
import { EventStreams } from './event-stream';
import { checkProvenance, checkToken, makeToken } from './guard';
import type { PluginSource } from './plugin-files';
import { asProblem, codeOf, isMissing } from './problem';
import { readOrigins } from './request-proxy';
import { answerApi, answerPage, findPageFile, type Workbench } from './routes';
import { VaultHost } from './vault-host';

/** What to open, and how. */
export interface WorkbenchOptions {
	/** Folder of Markdown notes; nothing outside it is ever written. */
	readonly vault: string;
	readonly plugins: readonly PluginSource[];
	/** 0 or absent: any free port. */
	readonly port?: number;
	/** Exact origins that `requestUrl` may reach ("http://127.0.0.1:8080"); none by default. */
	readonly allowProxyTo?: readonly string[];
	/** Folder of the built page; `.build/page` of this project by default. */
	readonly page?: string;
	/** Receives sentences for the person at the terminal; `console.warn` by default. */
	readonly warn?: (sentence: string) => void;
}

/** A workbench that is running. */
export interface RunningWorkbench {
	/** The address to open, with the token in it. */
	readonly url: string;
	readonly token: string;
	readonly port: number;
	close(): Promise<void>;
}

const BUILT_PAGE = fileURLToPath(new URL('../../.build/page/', import.meta.url));

/**
 * Starts the workbench's server on the loopback address.
 * @throws Error with a plain sentence when the vault is missing or the port is taken
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
	const root = await openFolder(options.vault);
	const events = new EventStreams();
	const warn = options.warn ?? ((sentence: string) => console.warn(sentence));
	const vault = new VaultHost(root, (event) => events.tell(event), warn);
	const bench: Workbench = {
		vault,
		vaultName: path.basename(root),
		events,
		plugins: options.plugins,
		pageFolder: options.page ?? BUILT_PAGE,
		proxyOrigins: readOrigins(options.allowProxyTo ?? []),
	};
	const token = makeToken();
	const server = createServer({ requestTimeout: 60_000 });
	const close = async (): Promise<void> => {
		events.close();
		await stopListening(server);
		await vault.close();
	};
	try {
		const port = await listen(server, options.port ?? 0);
		server.on('request', (request, response) => void answer(bench, token, port, request, response));
		await vault.open();
		return { url: `http://127.0.0.1:${String(port)}/?token=${token}`, token, port, close };
	} catch (failure) {
		await close();
		throw failure;
	}
}

async function answer(bench: Workbench, token: string, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
	setCommonHeaders(response);
	try {
		checkProvenance(request, port);
		const url = new URL(`http://127.0.0.1:${String(port)}${request.url ?? '/'}`);
		const pageFile = findPageFile(url.pathname);
		if (pageFile !== undefined) return await answerPage(bench, request, response, pageFile);
		checkToken(request, url, token);
		await answerApi(bench, request, response, url);
	} catch (failure) {
		const problem = asProblem(failure, (request.url ?? '').split('?')[0] ?? '');
		if (response.headersSent) response.destroy();
		else sendJson(response, problem.status, { error: problem.message });
	}
}

/**
 * The real path of a folder of notes.
 * @throws Error with a plain sentence when there is no such folder
 */
export async function openFolder(folder: string): Promise<string> {
	try {
		if ((await stat(folder)).isDirectory()) return await realpath(folder);
	} catch (failure) {
		if (isMissing(failure)) throw new Error(`The vault folder ${folder} does not exist.`);
		throw new Error(`The vault folder ${folder} cannot be opened (${codeOf(failure) ?? 'unknown cause'}).`);
	}
	throw new Error(`The vault ${folder} is a file, not a folder.`);
}

async function listen(server: Server, port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		server.once('error', (failure) => {
			const busy = codeOf(failure) === 'EADDRINUSE';
			reject(new Error(busy ? `The port ${String(port)} is in use by another program; choose another one.` : `The port ${String(port)} cannot be opened (${failure.message}).`));
		});
		server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
			resolve((server.address() as AddressInfo).port);
		});
	});
}

async function stopListening(server: Server): Promise<void> {
	if (!server.listening) return;
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
