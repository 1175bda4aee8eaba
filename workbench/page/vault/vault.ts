import type { DataWriteOptions } from 'obsidian';
import { Events } from '../base/events';
import type { WebAdapter } from './adapter';
import { ClientError, type DiskChange, type Entry, type VaultClient } from './client';
import { VaultConfig } from './config';
import { TAbstractFile, TFile, TFolder } from './files';
import { checkFileName, folderOf, isHidden, normalizePath } from './paths';
import { FileTree } from './tree';

const decoder = new TextDecoder();

/** Obsidian's vault over the workbench server. */
export class Vault extends Events {
	readonly configDir = '.obsidian';
	readonly config: VaultConfig;
	private readonly tree = new FileTree(this);
	private readonly texts = new Map<string, { mtime: number; text: string }>();
	/** Settles when no file is being renamed or deleted any more. */
	private move: Promise<unknown> = Promise.resolve();

	constructor(readonly adapter: WebAdapter, private readonly client: VaultClient) {
		super();
		this.config = new VaultConfig(adapter, `${this.configDir}/app.json`);
	}

	/** Used by plugins although not documented: all files and folders by path. */
	get fileMap(): Record<string, TAbstractFile> {
		return this.tree.byPath;
	}

	/** Fills the tree; fires nothing. */
	load(entries: readonly Entry[]): void {
		for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
			if (!isHidden(entry.path)) this.tree.add(entry);
		}
	}

	getName(): string {
		return this.adapter.getName();
	}

	getConfig(key: string): unknown {
		return this.config.get(key);
	}

	setConfig(key: string, value: unknown): void {
		this.config.set(key, value);
		this.trigger('config-changed', key);
	}

	getRoot(): TFolder {
		return this.tree.root;
	}

	getAbstractFileByPath(path: string): TAbstractFile | null {
		return this.tree.byPath[path === '' ? '/' : path] ?? null;
	}

	getAbstractFileByPathInsensitive(path: string): TAbstractFile | null {
		const wanted = path.toLowerCase();
		return this.getAllLoadedFiles().find((item) => item.path.toLowerCase() === wanted) ?? null;
	}

	getFileByPath(path: string): TFile | null {
		const item = this.getAbstractFileByPath(path);
		return item instanceof TFile ? item : null;
	}

	getFolderByPath(path: string): TFolder | null {
		const item = this.getAbstractFileByPath(path);
		return item instanceof TFolder ? item : null;
	}

	getAllLoadedFiles(): TAbstractFile[] {
		return Object.values(this.tree.byPath);
	}

	getFiles(): TFile[] {
		return this.getAllLoadedFiles().filter((item) => item instanceof TFile);
	}

	getMarkdownFiles(): TFile[] {
		return this.getFiles().filter((file) => file.extension === 'md');
	}

	getAllFolders(includeRoot = false): TFolder[] {
		const folders = this.getAllLoadedFiles().filter((item) => item instanceof TFolder);
		return includeRoot ? folders : folders.filter((folder) => !folder.isRoot());
	}

	getResourcePath(file: TFile): string {
		return this.client.resourceUrl(file.path, file.stat.mtime);
	}

	/** A path with that name that is still free: "Name", "Name 1", … */
	getAvailablePath(pathWithoutExtension: string, extension: string): string {
		const ending = extension ? `.${extension}` : '';
		for (let count = 0; ; count += 1) {
			const path = `${pathWithoutExtension}${count ? ` ${count}` : ''}${ending}`;
			if (!this.getAbstractFileByPathInsensitive(path)) return path;
		}
	}

	async create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
		return this.createFile(path, data, options);
	}

	async createBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<TFile> {
		return this.createFile(path, data, options);
	}

	async createFolder(path: string): Promise<TFolder> {
		const target = normalizePath(path);
		checkFileName(target);
		if (this.getAbstractFileByPath(target)) throw new Error('Folder already exists.');
		const made: TAbstractFile[] = [];
		const parts = target.split('/');
		const deepest = await this.client.makeFolder(target);
		for (let depth = 1; depth <= parts.length; depth += 1) {
			const at = parts.slice(0, depth).join('/');
			if (!this.getAbstractFileByPath(at)) made.push(this.tree.add({ ...deepest, path: at }));
		}
		for (const folder of made) this.trigger('create', folder);
		const folder = this.getFolderByPath(target);
		if (!folder) throw new Error(`The folder "${target}" was made but is not in the tree.`);
		return folder;
	}

	async read(file: TFile): Promise<string> {
		const text = await this.readWhereItIs(file);
		this.texts.set(file.path, { mtime: file.stat.mtime, text });
		return text;
	}

	/** A file may be renamed while it is read: then it is read at its new place. */
	private async readWhereItIs(file: TFile): Promise<string> {
		const { path } = file;
		try {
			return await this.adapter.read(path);
		} catch (error) {
			// The disk may know of it before the tree does.
			await this.move;
			if (file.deleted || file.path === path) throw error;
			return this.readWhereItIs(file);
		}
	}

	async cachedRead(file: TFile): Promise<string> {
		const cached = this.texts.get(file.path);
		return cached && cached.mtime === file.stat.mtime ? cached.text : this.read(file);
	}

	async readBinary(file: TFile): Promise<ArrayBuffer> {
		return this.adapter.readBinary(file.path);
	}

	async modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
		this.written(file, await this.adapter.write(file.path, data, options), data);
	}

	async modifyBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
		this.written(file, await this.adapter.writeBinary(file.path, data, options), decoder.decode(data));
	}

	/** Sends a text off while the page closes; the browser finishes the request when the page is gone (up to 64 KB). */
	writeOnExit(file: TFile, data: string): void {
		void this.client.write(file.path, data, { keepalive: true }).catch((error: unknown) => console.error(`The last words in "${file.path}" could not be saved.`, error));
	}

	async append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
		await this.process(file, (old) => old + data, options);
	}

	async appendBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
		const old = await this.readBinary(file);
		await this.modifyBinary(file, await new Blob([old, data]).arrayBuffer(), options);
	}

	async process(file: TFile, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
		const { text, entry } = await this.adapter.processEntry(file.path, change, options);
		if (entry) this.written(file, entry, text);
		return text;
	}

	async rename(item: TAbstractFile, newPath: string): Promise<void> {
		const target = normalizePath(newPath);
		checkFileName(target);
		if (item.path === target) return;
		if (this.getAbstractFileByPath(target)) throw new Error('Destination file already exists!');
		await this.underway(async () => {
			await this.client.rename(item.path, target);
			for (const moved of this.tree.move(item, target)) {
				this.texts.delete(moved.oldPath);
				this.trigger('rename', moved.item, moved.oldPath);
			}
		});
	}

	async copy<T extends TAbstractFile>(item: T, newPath: string): Promise<T> {
		const target = normalizePath(newPath);
		if (this.getAbstractFileByPath(target)) throw new Error('Destination file already exists!');
		await this.client.copy(item.path, target);
		await this.readAgain(target);
		return this.getAbstractFileByPath(target) as T;
	}

	async delete(item: TAbstractFile, force = false): Promise<void> {
		await this.underway(async () => {
			await this.client.remove(item.path, force || item instanceof TFolder);
			this.gone(item);
		});
	}

	async trash(item: TAbstractFile, system: boolean): Promise<void> {
		if (!system || !(await this.adapter.trashSystem(item.path))) await this.adapter.trashLocal(item.path);
		this.gone(item);
	}

	/** Takes in what another program did to the disk; own changes are known already. */
	takeIn(change: DiskChange): void {
		if (change.origin === this.client.id) return;
		if (isHidden(change.path)) return this.trigger('raw', change.path);
		const known = this.getAbstractFileByPath(change.path);
		if (change.type === 'delete') return known ? this.gone(known) : undefined;
		if (!known) return this.appeared(change);
		if (!(known instanceof TFile)) return;
		if (known.stat.mtime === change.mtime && known.stat.size === change.size) return;
		this.tree.add(change);
		this.trigger('modify', known);
	}

	static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
		callback(root);
		for (const child of root.children) {
			if (child instanceof TFolder) Vault.recurseChildren(child, callback);
			else callback(child);
		}
	}

	private async createFile(path: string, data: string | ArrayBuffer, options?: DataWriteOptions): Promise<TFile> {
		const target = normalizePath(path);
		checkFileName(target);
		if (this.getAbstractFileByPath(target)) throw new Error('File already exists.');
		if (!isHidden(target) && !this.getFolderByPath(folderOf(target))) {
			throw Object.assign(new Error(`ENOENT: no such file or directory, open '${target}'`), { code: 'ENOENT' });
		}
		const entry = await this.refuseExisting(() => this.adapter.createFresh(target, data, options));
		const file = this.tree.add(entry) as TFile;
		if (typeof data === 'string') this.texts.set(target, { mtime: entry.mtime, text: data });
		this.trigger('create', file);
		return file;
	}

	private async refuseExisting<T>(task: () => Promise<T>): Promise<T> {
		try {
			return await task();
		} catch (error) {
			if (error instanceof ClientError && error.status === 409) throw new Error('File already exists.');
			throw error;
		}
	}

	private async underway(change: () => Promise<void>): Promise<void> {
		const move = change();
		this.move = Promise.allSettled([this.move, move]);
		await move;
	}

	private written(file: TFile, entry: Entry, text: string): void {
		file.stat = { ctime: entry.ctime, mtime: entry.mtime, size: entry.size };
		this.texts.set(file.path, { mtime: entry.mtime, text });
		this.trigger('modify', file);
	}

	private gone(item: TAbstractFile): void {
		const inside: TAbstractFile[] = [];
		if (item instanceof TFolder) Vault.recurseChildren(item, (child) => inside.push(child));
		else inside.push(item);
		this.tree.remove(item);
		for (const child of inside.reverse()) {
			this.texts.delete(child.path);
			this.trigger('delete', child);
		}
	}

	private appeared(entry: Entry): void {
		const parent = this.getFolderByPath(folderOf(entry.path));
		if (!parent) return void this.readAgain(folderOf(entry.path)).then(() => this.takeInMissing(entry));
		this.trigger('create', this.tree.add(entry));
	}

	private takeInMissing(entry: Entry): void {
		if (!this.getAbstractFileByPath(entry.path) && this.getFolderByPath(folderOf(entry.path))) {
			this.trigger('create', this.tree.add(entry));
		}
	}

	/** Adds what the disk holds at and below a path and is not known yet. */
	private async readAgain(path: string): Promise<void> {
		const { entries } = await this.client.tree();
		const fresh = entries.filter((entry) => !isHidden(entry.path) && (entry.path === path || entry.path.startsWith(`${path}/`)));
		for (const entry of fresh.sort((a, b) => a.path.length - b.path.length)) this.takeInMissing(entry);
	}
}
