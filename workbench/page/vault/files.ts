import type { FileStats } from 'obsidian';
import type { Vault } from './vault';

/** A file or folder of the vault. */
export abstract class TAbstractFile {
	path = '';
	name = '';
	parent: TFolder | null = null;
	deleted = false;

	constructor(readonly vault: Vault, path: string) {
		this.setPath(path);
	}

	setPath(path: string): void {
		this.path = path;
		this.name = path.slice(path.lastIndexOf('/') + 1);
	}
}

export class TFile extends TAbstractFile {
	declare basename: string;
	declare extension: string;
	stat: FileStats = { ctime: 0, mtime: 0, size: 0 };

	override setPath(path: string): void {
		super.setPath(path);
		const dot = this.name.lastIndexOf('.');
		this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
		this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
	}
}

export class TFolder extends TAbstractFile {
	children: TAbstractFile[] = [];

	isRoot(): boolean {
		return this.path === '/';
	}

	getParentPrefix(): string {
		return this.isRoot() ? '' : `${this.path}/`;
	}
}
