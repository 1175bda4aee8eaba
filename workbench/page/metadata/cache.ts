import type { CachedMetadata } from 'obsidian';
import { parseMetadata } from '../../metadata';
import { debounce } from '../base/debounce';
import { Events } from '../base/events';
import { nextTask } from '../base/slices';
import { getLinkpath } from '../api/text';
import { TFile, type TAbstractFile } from '../vault/files';
import type { Vault } from '../vault/vault';
import { LinkpathIndex } from './linkpath';
import { parseFrontMatterTags } from './properties';
import { allRefs, iterateRefs } from './references';

type LinkCounts = Record<string, Record<string, number>>;

/** How many notes are read at the same time. */
const READERS = 8;
/** How long notes may be parsed before the main thread is given back, in ms. */
const SLICE_MS = 8;

/** What is known about each note's structure and links, kept up with the vault. */
export class MetadataCache extends Events {
	resolvedLinks: LinkCounts = {};
	unresolvedLinks: LinkCounts = {};
	initialized = false;
	private readonly caches = new Map<string, CachedMetadata>();
	private readonly index: LinkpathIndex;
	private readonly queue = new Set<TFile>();
	private working: Promise<void> = Promise.resolve();
	private sliceStarted = 0;
	private readonly sayResolved = debounce(() => this.trigger('resolved'), 60, true);

	constructor(private readonly vault: Vault) {
		super();
		this.index = new LinkpathIndex(vault);
		vault.on('create', (item: TAbstractFile) => item instanceof TFile && this.appeared(item));
		vault.on('modify', (item: TAbstractFile) => item instanceof TFile && this.enqueue(item));
		vault.on('delete', (item: TAbstractFile) => item instanceof TFile && this.vanished(item));
		vault.on('rename', (item: TAbstractFile, oldPath: string) => item instanceof TFile && this.moved(item, oldPath));
	}

	/** Reads and parses all notes; resolves when every one is known. */
	async initialize(): Promise<void> {
		for (const file of this.vault.getFiles()) this.index.add(file);
		for (const file of this.vault.getMarkdownFiles()) this.queue.add(file);
		await this.settle();
		this.initialized = true;
		this.trigger('resolved');
	}

	/** Resolves when all changes seen so far are taken in. */
	async settle(): Promise<void> {
		this.working = this.working.then(() => this.work());
		await this.working;
	}

	getFileCache(file: TFile): CachedMetadata | null {
		return this.caches.get(file.path) ?? null;
	}

	getCache(path: string): CachedMetadata | null {
		return this.caches.get(path) ?? null;
	}

	getCachedFiles(): string[] {
		return [...this.caches.keys()];
	}

	getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
		return this.index.find(getLinkpath(linkpath), sourcePath)[0] ?? null;
	}

	getLinkpathDest(linkpath: string, sourcePath: string): TFile[] {
		return this.index.find(getLinkpath(linkpath), sourcePath);
	}

	fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
		return this.index.linktext(file, sourcePath, omitMdExtension, this.vault.getConfig('newLinkFormat'));
	}

	/** How often each tag is used in the vault. */
	getTags(): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const cache of this.caches.values()) {
			const tags = new Set([...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map((item) => item.tag)]);
			for (const tag of tags) counts[tag] = (counts[tag] ?? 0) + 1;
		}
		return counts;
	}

	/** Every note with references to `file`, and those references. */
	getBacklinksForFile(file: TFile): { data: Map<string, ReturnType<typeof allRefs>> } {
		const data = new Map<string, ReturnType<typeof allRefs>>();
		for (const [path, cache] of this.caches) {
			const refs = allRefs(cache).filter((ref) => this.getFirstLinkpathDest(ref.link, path) === file);
			if (refs.length > 0) data.set(path, refs);
		}
		return { data };
	}

	private appeared(file: TFile): void {
		this.index.add(file);
		this.resolveAgain(file.name);
		this.enqueue(file);
	}

	private enqueue(file: TFile): void {
		if (file.extension !== 'md') return;
		this.queue.add(file);
		void this.settle();
	}

	private vanished(file: TFile): void {
		this.queue.delete(file);
		this.index.remove(file, file.name);
		const before = this.caches.get(file.path) ?? null;
		this.forget(file.path);
		if (file.extension === 'md') this.trigger('deleted', file, before);
		this.resolveAgain(file.name);
	}

	private moved(file: TFile, oldPath: string): void {
		const oldName = oldPath.slice(oldPath.lastIndexOf('/') + 1);
		this.index.remove(file, oldName);
		this.index.add(file);
		const cache = this.caches.get(oldPath);
		this.forget(oldPath);
		if (cache) this.caches.set(file.path, cache);
		if (cache) this.resolve(file.path, cache);
		this.resolveAgain(oldName);
		this.resolveAgain(file.name);
	}

	private forget(path: string): void {
		this.caches.delete(path);
		delete this.resolvedLinks[path];
		delete this.unresolvedLinks[path];
	}

	private async work(): Promise<void> {
		this.sliceStarted = performance.now();
		while (this.queue.size > 0) {
			const batch = [...this.queue].slice(0, READERS);
			for (const file of batch) this.queue.delete(file);
			const texts = await Promise.all(batch.map((file) => this.readText(file)));
			for (const [at, file] of batch.entries()) await this.takeIn(file, texts[at] ?? null);
		}
	}

	private async readText(file: TFile): Promise<string | null> {
		try {
			return await this.vault.cachedRead(file);
		} catch (error) {
			if (!file.deleted) console.error(`The note "${file.path}" could not be read for its metadata.`, error);
			return null;
		}
	}

	private async takeIn(file: TFile, text: string | null): Promise<void> {
		if (text === null || file.deleted) return;
		if (performance.now() - this.sliceStarted > SLICE_MS) {
			await nextTask();
			this.sliceStarted = performance.now();
		}
		const cache = parseMetadata(text);
		this.caches.set(file.path, cache);
		this.trigger('changed', file, text, cache);
		this.resolve(file.path, cache);
	}

	/** Counts where the links of a note lead. */
	private resolve(path: string, cache: CachedMetadata): void {
		const resolved: Record<string, number> = {};
		const unresolved: Record<string, number> = {};
		iterateRefs(allRefs(cache), (ref) => {
			const linkpath = getLinkpath(ref.link);
			const file = this.getFirstLinkpathDest(linkpath, path);
			const counts = file ? resolved : unresolved;
			const key = file ? file.path : linkpath;
			if (key !== '') counts[key] = (counts[key] ?? 0) + 1;
		});
		this.resolvedLinks[path] = resolved;
		this.unresolvedLinks[path] = unresolved;
		const file = this.vault.getFileByPath(path);
		if (file) this.trigger('resolve', file);
		if (this.initialized) this.sayResolved();
	}

	/** A file of this name came or went: links that name it may lead elsewhere now. */
	private resolveAgain(name: string): void {
		const wanted = name.toLowerCase().replace(/\.md$/u, '');
		for (const [path, cache] of this.caches) {
			const names = allRefs(cache).some((ref) => {
				const linkpath = getLinkpath(ref.link).toLowerCase().replace(/\.md$/u, '');
				return linkpath === wanted || linkpath.endsWith(`/${wanted}`);
			});
			if (names) this.resolve(path, cache);
		}
	}
}
