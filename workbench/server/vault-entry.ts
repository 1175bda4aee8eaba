import type { Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isTemporaryName } from './atomic-write';
import { isClosed, isMissing } from './problem';
import { isInside } from './vault-path';

/** A file or folder as the page sees it; times in milliseconds since 1970, size in bytes. */
export interface VaultEntry {
	readonly path: string;
	readonly kind: 'file' | 'folder';
	readonly ctime: number;
	readonly mtime: number;
	readonly size: number;
}

/** An entry with what is needed to tell whether a file's content may have changed, or a folder is another one. */
export interface SeenEntry extends VaultEntry {
	readonly fingerprint: string;
}

/** Hidden folders that belong to a vault all the same; other dot folders (.git, caches) are reachable, but not listed. */
const LISTED_DOT_NAMES = new Set(['.obsidian', '.trash']);

/** Whether a vault path is part of the tree and of the events. */
export function isListed(vaultPath: string): boolean {
	return vaultPath.split('/').every((name) => !isTemporaryName(name) && (!name.startsWith('.') || LISTED_DOT_NAMES.has(name)));
}

/**
 * Reads one entry from the disk; undefined when there is nothing that a vault can show (missing, a pipe, a link that
 * leaves the vault). A link inside the vault counts as what it leads to, a linked folder is not shown (it would double
 * the notes, or have no end).
 */
export async function readEntry(root: string, vaultPath: string): Promise<SeenEntry | undefined> {
	const place = path.join(root, vaultPath);
	try {
		const found = await lstat(place);
		if (!found.isSymbolicLink()) return describe(vaultPath, found);
		if (!isInside(root, await realpath(place))) return undefined;
		const target = await stat(place);
		return target.isFile() ? describe(vaultPath, target) : undefined;
	} catch (failure) {
		if (isMissing(failure) || isClosed(failure)) return undefined;
		throw failure;
	}
}

/** Reads an entry and everything listed below it, folders before their content. */
export async function readBranch(root: string, vaultPath: string): Promise<SeenEntry[]> {
	if (!isListed(vaultPath) && vaultPath !== '') return [];
	const entry = await readEntry(root, vaultPath);
	if (entry === undefined) return [];
	if (entry.kind === 'file') return [entry];
	const names = await namesIn(path.join(root, vaultPath));
	const below = names.map((name) => readBranch(root, vaultPath === '' ? name : `${vaultPath}/${name}`));
	return [entry, ...(await Promise.all(below)).flat()];
}

/** A folder that vanished meanwhile, or that this process may not read, shows no names. */
async function namesIn(folder: string): Promise<string[]> {
	try {
		return (await readdir(folder)).sort();
	} catch (failure) {
		if (isMissing(failure) || isClosed(failure)) return [];
		throw failure;
	}
}

function describe(vaultPath: string, found: Stats): SeenEntry | undefined {
	if (!found.isFile() && !found.isDirectory()) return undefined;
	// File systems without a birth time say 0 or 1970; the last change is then the oldest thing known.
	const born = found.birthtimeMs > 0 ? found.birthtimeMs : Math.min(found.ctimeMs, found.mtimeMs);
	return {
		path: vaultPath,
		kind: found.isFile() ? 'file' : 'folder',
		ctime: Math.round(born),
		mtime: Math.round(found.mtimeMs),
		size: found.isFile() ? found.size : 0,
		fingerprint: found.isFile() ? `${String(found.ino)} ${String(found.mtimeMs)} ${String(found.size)}` : String(found.ino),
	};
}
