import { clockOffset } from '../base/clock';

/** One file or folder as the server describes it. Times in ms since 1970, size in bytes. */
export interface Entry {
	path: string;
	kind: 'file' | 'folder';
	ctime: number;
	mtime: number;
	size: number;
}

interface VaultTree {
	name: string;
	entries: Entry[];
}

/** A change on the disk, by this page (`origin` is its own id) or by another program. */
export interface DiskChange extends Entry {
	type: 'create' | 'modify' | 'delete';
	origin?: string;
}

interface WriteOptions {
	create?: boolean;
	mtime?: number | undefined;
	ctime?: number | undefined;
	/** Lets the request outlive the page, for the last save before it closes. */
	keepalive?: boolean;
}

/** The server refused or could not be reached; the message names what and where. */
export class ClientError extends Error {
	override readonly name = 'ClientError';

	constructor(readonly status: number, message: string) {
		super(message);
	}
}

/** Times of files are in step with the page's clock. */
function inPageTime<T extends Entry>(entry: T): T {
	return { ...entry, ctime: entry.ctime + clockOffset, mtime: entry.mtime + clockOffset };
}

async function entryOf(response: Response): Promise<Entry> {
	return inPageTime((await response.json()) as Entry);
}

/** The workbench server's HTTP interface, as seen from the page. */
export class VaultClient {
	/** Tells the server's echo of own changes from changes by others. */
	readonly id = crypto.randomUUID();

	constructor(private readonly token: string) {}

	async tree(): Promise<VaultTree> {
		const tree = (await (await this.send('GET', '/api/vault')).json()) as VaultTree;
		return { ...tree, entries: tree.entries.map(inPageTime) };
	}

	/** What is at a path, hidden or not; null when there is nothing. */
	async entry(path: string): Promise<Entry | null> {
		try {
			return await entryOf(await this.send('GET', '/api/entry', { path }));
		} catch (error) {
			if (error instanceof ClientError && error.status === 404) return null;
			throw error;
		}
	}

	/** What is directly in a folder, hidden or not. */
	async list(path: string): Promise<Entry[]> {
		const body = (await (await this.send('GET', '/api/folder', { path })).json()) as { entries: Entry[] };
		return body.entries.map(inPageTime);
	}

	async read(path: string): Promise<ArrayBuffer> {
		return (await this.send('GET', '/api/file', { path })).arrayBuffer();
	}

	async write(path: string, bytes: BodyInit, options: WriteOptions = {}): Promise<Entry> {
		const query: Record<string, string> = { path };
		if (options.create) query['create'] = '1';
		if (options.mtime !== undefined) query['mtime'] = String(options.mtime - clockOffset);
		if (options.ctime !== undefined) query['ctime'] = String(options.ctime - clockOffset);
		const init = { body: bytes, keepalive: options.keepalive ?? false };
		return entryOf(await this.send('PUT', '/api/file', query, init));
	}

	async remove(path: string, recursive: boolean): Promise<void> {
		await this.send('DELETE', '/api/file', recursive ? { path, recursive: '1' } : { path });
	}

	async makeFolder(path: string): Promise<Entry> {
		return entryOf(await this.send('POST', '/api/folder', { path }));
	}

	async rename(from: string, to: string): Promise<Entry> {
		return entryOf(await this.send('POST', '/api/rename', { from, to }));
	}

	async copy(from: string, to: string): Promise<Entry> {
		return entryOf(await this.send('POST', '/api/copy', { from, to }));
	}

	async post(path: string, value: unknown): Promise<unknown> {
		const init = { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
		return (await this.send('POST', path, {}, init)).json() as Promise<unknown>;
	}

	async get(path: string): Promise<Response> {
		return this.send('GET', path);
	}

	/** An address that an `img` element can load. */
	resourceUrl(path: string, version: number): string {
		return `${location.origin}/api/file?${new URLSearchParams({ path, token: this.token, v: String(version) }).toString()}`;
	}

	/** Calls `listener` for each change on the disk until the page is closed. */
	watch(listener: (change: DiskChange) => void): void {
		const source = new EventSource(`/api/events?token=${encodeURIComponent(this.token)}`);
		source.addEventListener('message', (event: MessageEvent<string>) => listener(inPageTime(JSON.parse(event.data) as DiskChange)));
	}

	private async send(method: string, path: string, query: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
		const search = new URLSearchParams(query).toString();
		const headers = { ...init.headers, 'x-workbench-token': this.token, 'x-workbench-client': this.id };
		let response: Response;
		try {
			response = await fetch(search ? `${path}?${search}` : path, { ...init, method, headers });
		} catch (error) {
			throw new ClientError(0, `The workbench server does not answer (${method} ${path} ${query['path'] ?? ''}): ${String(error)}`);
		}
		if (response.ok) return response;
		const body = (await response.json().catch(() => ({}))) as { error?: string };
		throw new ClientError(response.status, body.error ?? `The server refused ${method} ${path} with status ${response.status}.`);
	}
}
