import type { Entry } from './client';
import { TAbstractFile, TFile, TFolder } from './files';
import { folderOf } from './paths';
import type { Vault } from './vault';

/** The vault's files and folders in memory. */
export class FileTree {
	readonly byPath: Record<string, TAbstractFile> = {};
	readonly root: TFolder;

	constructor(private readonly vault: Vault) {
		this.root = new TFolder(vault, '/');
		this.byPath['/'] = this.root;
	}

	/** Adds (or refreshes) the file or folder of an entry; folders above must be there. */
	add(entry: Entry): TAbstractFile {
		const known = this.byPath[entry.path];
		if (known) return this.refresh(known, entry);
		const item = entry.kind === 'folder' ? new TFolder(this.vault, entry.path) : new TFile(this.vault, entry.path);
		this.byPath[entry.path] = item;
		this.attach(item);
		return this.refresh(item, entry);
	}

	remove(item: TAbstractFile): void {
		if (item instanceof TFolder) for (const child of [...item.children]) this.remove(child);
		delete this.byPath[item.path];
		if (item.parent) item.parent.children = item.parent.children.filter((child) => child !== item);
		item.deleted = true;
	}

	/** Moves an item with all that is in it; answers each moved item with its old path. */
	move(item: TAbstractFile, newPath: string): { item: TAbstractFile; oldPath: string }[] {
		const moved = this.repath(item, newPath);
		if (item.parent) item.parent.children = item.parent.children.filter((child) => child !== item);
		this.attach(item);
		return moved;
	}

	private repath(item: TAbstractFile, newPath: string): { item: TAbstractFile; oldPath: string }[] {
		const oldPath = item.path;
		delete this.byPath[oldPath];
		item.setPath(newPath);
		this.byPath[newPath] = item;
		const inside = item instanceof TFolder ? item.children.flatMap((child) => this.repath(child, `${newPath}/${child.name}`)) : [];
		return [{ item, oldPath }, ...inside];
	}

	private attach(item: TAbstractFile): void {
		const parent = this.byPath[folderOf(item.path)];
		if (!(parent instanceof TFolder)) throw new Error(`"${item.path}" has no folder in the vault's tree.`);
		item.parent = parent;
		parent.children.push(item);
	}

	private refresh(item: TAbstractFile, entry: Entry): TAbstractFile {
		if (item instanceof TFile) item.stat = { ctime: entry.ctime, mtime: entry.mtime, size: entry.size };
		return item;
	}
}
