import type { DataWriteOptions, ListedFiles, Stat } from 'obsidian';
import { ClientError, type Entry, type VaultClient } from './client';
import { Locks } from './locks';
import { normalizePath } from './paths';

const decoder = new TextDecoder();

/** Raw file access by path, hidden files included; it tells nobody – the vault above it does. */
export class WebAdapter {
	private readonly locks = new Locks();

	constructor(private readonly client: VaultClient, private readonly name: string) {}

	getName(): string {
		return this.name;
	}

	async exists(path: string): Promise<boolean> {
		return (await this.stat(path)) !== null;
	}

	async stat(path: string): Promise<Stat | null> {
		const wanted = normalizePath(path);
		if (wanted === '/') return { type: 'folder', ctime: 0, mtime: 0, size: 0 };
		const entry = await this.client.entry(wanted);
		return entry ? { type: entry.kind, ctime: entry.ctime, mtime: entry.mtime, size: entry.size } : null;
	}

	async list(path: string): Promise<ListedFiles> {
		const folder = normalizePath(path);
		const inside = await this.client.list(folder === '/' ? '' : folder);
		const paths = (kind: Entry['kind']): string[] => inside.filter((entry) => entry.kind === kind).map((entry) => entry.path);
		return { files: paths('file'), folders: paths('folder') };
	}

	async read(path: string): Promise<string> {
		return decoder.decode(await this.readBinary(path));
	}

	async readBinary(path: string): Promise<ArrayBuffer> {
		const wanted = normalizePath(path);
		try {
			return await this.client.read(wanted);
		} catch (error) {
			if (!(error instanceof ClientError) || error.status !== 404) throw error;
			throw Object.assign(new Error(`ENOENT: no such file or directory, open '${wanted}'`), { code: 'ENOENT' });
		}
	}

	async write(path: string, data: string, options?: DataWriteOptions): Promise<Entry> {
		return this.locks.run(path, () => this.put(path, data, options));
	}

	async writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<Entry> {
		return this.locks.run(path, () => this.put(path, data, options));
	}

	/** Writes a file that must not be there yet. */
	async createFresh(path: string, data: BodyInit, options?: DataWriteOptions): Promise<Entry> {
		return this.locks.run(path, () => this.client.write(normalizePath(path), data, { ...options, create: true }));
	}

	async append(path: string, data: string, options?: DataWriteOptions): Promise<void> {
		await this.process(path, (old) => old + data, options);
	}

	async appendBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
		await this.locks.run(path, async () => {
			const old = await this.readBinary(path);
			await this.put(path, new Blob([old, data]), options);
		});
	}

	/** Reads, changes and writes with nobody of this page in between. An unchanged text is not written. */
	async process(path: string, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
		return (await this.processEntry(path, change, options)).text;
	}

	async processEntry(path: string, change: (data: string) => string, options?: DataWriteOptions): Promise<{ text: string; entry?: Entry }> {
		return this.locks.run(path, async () => {
			const old = await this.read(path);
			const text = change(old);
			if (text === old) return { text };
			return { text, entry: await this.put(path, text, options) };
		});
	}

	getResourcePath(path: string): string {
		return this.client.resourceUrl(normalizePath(path), 0);
	}

	getFullPath(path: string): string {
		return normalizePath(path);
	}

	async mkdir(path: string): Promise<void> {
		// One after the other, so that two savers of one plugin do not both make its folder.
		await this.locks.run('.folders', async () => {
			if (await this.exists(path)) return;
			try {
				await this.client.makeFolder(normalizePath(path));
			} catch (error) {
				// Another program was quicker; the folder is there.
				if (!(error instanceof ClientError) || error.status !== 409) throw error;
			}
		});
	}

	/** A browser has no system trash. */
	async trashSystem(path: string): Promise<boolean> {
		console.info(`"${path}" goes to the vault's .trash folder: a browser has no system trash.`);
		return false;
	}

	/** Moves into the vault's `.trash`, under a name that is free there. */
	async trashLocal(path: string): Promise<void> {
		const from = normalizePath(path);
		await this.mkdir('.trash');
		const taken = new Set((await this.client.list('.trash')).map((entry) => entry.path));
		const name = from.slice(from.lastIndexOf('/') + 1);
		let target = `.trash/${name}`;
		for (let count = 2; taken.has(target); count += 1) target = `.trash/${name.replace(/(\.[^.]+)?$/u, ` ${count}$1`)}`;
		await this.client.rename(from, target);
	}

	async rmdir(path: string, recursive: boolean): Promise<void> {
		await this.client.remove(normalizePath(path), recursive);
	}

	async remove(path: string): Promise<void> {
		await this.client.remove(normalizePath(path), false);
	}

	async rename(path: string, newPath: string): Promise<void> {
		await this.client.rename(normalizePath(path), normalizePath(newPath));
	}

	async copy(path: string, newPath: string): Promise<void> {
		await this.client.copy(normalizePath(path), normalizePath(newPath));
	}

	private put(path: string, data: BodyInit, options?: DataWriteOptions & { keepalive?: boolean }): Promise<Entry> {
		return this.client.write(normalizePath(path), data, options);
	}
}
