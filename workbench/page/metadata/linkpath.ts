import type { TFile } from '../vault/files';
import { folderOf, joinPath } from '../vault/paths';
import type { Vault } from '../vault/vault';

/** Finds files by what stands in a link. Names are compared without case. */
export class LinkpathIndex {
	private readonly byName = new Map<string, Set<TFile>>();

	constructor(private readonly vault: Vault) {}

	add(file: TFile): void {
		const files = this.byName.get(file.name.toLowerCase()) ?? new Set();
		this.byName.set(file.name.toLowerCase(), files.add(file));
	}

	/** @param name the file's name when it was added */
	remove(file: TFile, name: string): void {
		this.byName.get(name.toLowerCase())?.delete(file);
	}

	/** All files that the link could mean, the best one first. */
	find(linkpath: string, sourcePath: string): TFile[] {
		const wanted = linkpath.normalize('NFC').trim();
		if (wanted === '') return this.exact(sourcePath);
		if (wanted.startsWith('/')) return this.exact(wanted.slice(1));
		if (/^\.{1,2}\//u.test(wanted)) return this.exact(resolveRelative(wanted, folderOf(sourcePath)));
		const direct = this.exact(wanted);
		if (direct.length > 0 && wanted.includes('/')) return direct;
		return this.bySuffix(wanted, sourcePath);
	}

	private exact(path: string): TFile[] {
		const file = this.vault.getFileByPath(path) ?? this.vault.getFileByPath(`${path}.md`);
		return file ? [file] : [];
	}

	private bySuffix(wanted: string, sourcePath: string): TFile[] {
		const lower = wanted.toLowerCase();
		const name = lower.slice(lower.lastIndexOf('/') + 1);
		const named = [...(this.byName.get(`${name}.md`) ?? []), ...(this.byName.get(name) ?? [])];
		const folder = folderOf(sourcePath);
		const fits = (file: TFile): boolean => {
			const path = `/${file.path.toLowerCase()}`;
			return path.endsWith(`/${lower}.md`) || path.endsWith(`/${lower}`);
		};
		// The same folder first, then the one nearest to the root.
		const rank = (file: TFile): number => (folderOf(file.path) === folder ? 0 : file.path.split('/').length);
		return named.filter(fits).sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
	}

	/** The link text for a file in the form that the vault's settings ask for. */
	linktext(file: TFile, sourcePath: string, omitExtension: boolean, format: unknown): string {
		const shown = (text: string): string => (omitExtension && file.extension === 'md' ? text.replace(/\.md$/u, '') : text);
		if (format === 'absolute') return shown(file.path);
		if (format === 'relative') return shown(relativePath(file.path, folderOf(sourcePath)));
		const unique = (this.byName.get(file.name.toLowerCase())?.size ?? 0) <= 1;
		return shown(unique ? file.name : file.path);
	}
}

function resolveRelative(link: string, folder: string): string {
	const parts = folder === '/' ? [] : folder.split('/');
	for (const part of link.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}

function relativePath(path: string, folder: string): string {
	const from = folder === '/' ? [] : folder.split('/');
	const to = path.split('/');
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
	const up = '../'.repeat(from.length - shared);
	return up + to.slice(shared).reduce((joined, part) => joinPath(joined, part), '');
}
