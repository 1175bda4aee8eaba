import type { CachedMetadata } from 'obsidian';
import { debounce } from '../base/debounce';
import { Events } from '../base/events';
import { inSlices } from '../base/slices';
import { getLinkpath } from '../api/text';
import { TFile, type TAbstractFile } from '../vault/files';
import type { Vault } from '../vault/vault';
import { LinkpathIndex } from './linkpath';
import { MetadataParser } from './parser';
import { parseFrontMatterTags } from './properties';
import { allRefs, iterateRefs } from './references';

type LinkCounts = Record<string, Record<string, number>>;

/** How many notes are read at the same time. */
const READERS = 8;

/** What is known about each note's structure and links, kept up with the vault. */
export class MetadataCache extends Events {
	resolvedLinks: LinkCounts = {};
	unresolvedLinks: LinkCounts = {};
	initialized = false;
	private readonly caches = new Map<string, CachedMetadata>();
	private readonly index: LinkpathIndex;
	private readonly queue = new Set<TFile>();
	private working: Promise<void> = Promise.resolve();
	private readonly parser = new MetadataParser();
	/** Files that the index holds; when the start tells of every file again, nothing is done twice. */
	private readonly known = new Set<TFile>();
	/** Names of files that came or went: links to them may lead elsewhere now. */
	private readonly movedNames = new Set<string>();
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
		for (const file of this.vault.getFiles()) this.learn(file);
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
		if (this.known.has(file)) return;
		this.learn(file);
		this.resolveAgain(file.name);
		this.enqueue(file);
	}

	private learn(file: TFile): void {
		this.known.add(file);
		this.index.add(file);
	}

	private enqueue(file: TFile): void {
		if (file.extension !== 'md') return;
		this.queue.add(file);
		void this.settle();
	}

	private vanished(file: TFile): void {
		this.queue.delete(file);
		this.known.delete(file);
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
		while (this.queue.size > 0) await Promise.all(Array.from({ length: READERS }, () => this.workOff()));
		const names = new Set(this.movedNames);
		this.movedNames.clear();
		if (names.size > 0) await inSlices([...this.caches], ([path, cache]) => this.resolveIfNamed(path, cache, names));
	}

	/** One of several readers at the same queue. */
	private async workOff(): Promise<void> {
		for (const file of this.queue) {
			this.queue.delete(file);
			try {
				await this.takeIn(file);
			} catch (error) {
				if (!file.deleted) console.error(`The metadata of "${file.path}" could not be read.`, error);
			}
		}
	}

	private async takeIn(file: TFile): Promise<void> {
		const text = await this.vault.cachedRead(file);
		const cache = await this.parser.parse(text);
		if (file.deleted) return;
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

	/** A file of this name came or went: links that name it are looked at again with the next work. */
	private resolveAgain(name: string): void {
		this.movedNames.add(lastName(name));
		void this.settle();
	}

	private resolveIfNamed(path: string, cache: CachedMetadata, names: ReadonlySet<string>): void {
		if (this.caches.get(path) === cache && allRefs(cache).some((ref) => names.has(lastName(getLinkpath(ref.link))))) this.resolve(path, cache);
	}
}

/** The name that a link or path ends with, as it is compared. */
function lastName(path: string): string {
	return path
		.slice(path.lastIndexOf('/') + 1)
		.toLowerCase()
		.replace(/\.md$/u, '');
}
