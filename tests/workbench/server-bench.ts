import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningWorkbench, startWorkbench, type VaultEvent, type WorkbenchOptions } from '../../workbench/server';

/** A vault in a temporary folder beside a secret that must never be reached, with a server on it. */
export interface Bench {
	readonly base: string;
	readonly vault: string;
	readonly secret: string;
	readonly running: RunningWorkbench;
	readonly warnings: string[];
	call(method: string, target: string, options?: CallOptions): Promise<Answer>;
	close(): Promise<void>;
}

interface CallOptions {
	readonly body?: string | Uint8Array;
	readonly headers?: Readonly<Record<string, string>>;
	/** Leave the token away. */
	readonly anonymous?: boolean;
}

interface Answer {
	readonly status: number;
	readonly text: string;
	readonly headers: NodeJS.Dict<string | string[]>;
}

export const SECRET_TEXT = 'outside the vault: never read, never written';

export async function openBench(options: Partial<WorkbenchOptions> = {}): Promise<Bench> {
	const base = await realpath(await mkdtemp(path.join(tmpdir(), 'workbench-test-')));
	const vault = path.join(base, 'vault');
	const secret = path.join(base, 'secret.md');
	await mkdir(path.join(vault, 'Notes'), { recursive: true });
	await writeFile(secret, SECRET_TEXT);
	await writeFile(path.join(vault, 'Start.md'), 'start');
	await writeFile(path.join(vault, 'Notes', 'One.md'), 'one');
	const warnings: string[] = [];
	const running = await startWorkbench({ vault, plugins: [], warn: (sentence) => warnings.push(sentence), ...options });
	return {
		base,
		vault,
		secret,
		running,
		warnings,
		call: (method, target, callOptions) => call(running, method, target, callOptions ?? {}),
		close: async () => {
			await running.close();
			await rm(base, { recursive: true, force: true });
		},
	};
}

/** Node's plain client sends the target exactly as given; fetch would tidy it first. */
function call(running: RunningWorkbench, method: string, target: string, options: CallOptions): Promise<Answer> {
	const token = options.anonymous === true ? {} : { 'x-workbench-token': running.token };
	return new Promise((resolve, reject) => {
		const request = httpRequest(
			{ host: '127.0.0.1', port: running.port, method, path: target, headers: { ...token, ...options.headers }, agent: false },
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), headers: response.headers });
				});
			},
		);
		request.on('error', reject);
		request.end(options.body);
	});
}

/** Sends bytes over a bare socket and answers everything that comes back until the server closes or `wait` ms pass. */
export function raw(port: number, text: string, wait = 1500): Promise<string> {
	return new Promise((resolve, reject) => {
		let received = '';
		const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
		const timer = setTimeout(() => socket.destroy(), wait);
		socket.on('data', (chunk) => (received += chunk.toString('latin1')));
		socket.on('error', reject);
		socket.on('close', () => {
			clearTimeout(timer);
			resolve(received);
		});
	});
}

/** Collects events of the vault as they come. */
interface Listener {
	readonly events: VaultEvent[];
	/** Waits until an event passes the test. */
	until(test: (event: VaultEvent) => boolean): Promise<VaultEvent>;
	/** Waits until nothing has come for `quiet` ms. */
	settle(quiet?: number): Promise<void>;
	close(): void;
}

export function listen(running: RunningWorkbench): Promise<Listener> {
	const events: VaultEvent[] = [];
	return new Promise((resolve, reject) => {
		const request = httpRequest(
			{ host: '127.0.0.1', port: running.port, path: `/api/events?token=${running.token}`, agent: false },
			(response) => {
				let rest = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => {
					const parts = (rest + chunk).split('\n\n');
					rest = parts.pop() ?? '';
					for (const part of parts) if (part.startsWith('data: ')) events.push(JSON.parse(part.slice(6)) as VaultEvent);
				});
				// The server ends or cuts the stream when it closes: that is no failure of a test.
				response.on('error', () => request.destroy());
				resolve(listener(events, () => request.destroy()));
			},
		);
		request.on('error', reject);
		request.end();
	});
}

function listener(events: VaultEvent[], close: () => void): Listener {
	return {
		events,
		close,
		async until(test) {
			const end = Date.now() + 8000;
			for (;;) {
				const found = events.find(test);
				if (found !== undefined) return found;
				if (Date.now() > end) throw new Error(`The event did not come; there were: ${JSON.stringify(events)}`);
				await pause(20);
			}
		},
		async settle(quiet = 400) {
			let count = -1;
			while (count !== events.length) {
				count = events.length;
				await pause(quiet);
			}
		},
	};
}

export function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
