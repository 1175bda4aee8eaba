import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { isTemporaryName, sweepTemporaries, writeAtomically } from './atomic-write';
import { asProblem, Problem } from './problem';
import { findPlace, type VaultPlace } from './vault-path';

/** How a file is to be written. */
interface WriteOptions {
	/** Fail when the file exists. */
	readonly fresh: boolean;
	/** Modification time in milliseconds. */
	readonly mtime?: number;
}

/** File operations on vault paths; every path is checked by `findPlace` first, every failure is a Problem. */
export class VaultDisk {
	/** @param root real path of the opened folder */
	constructor(private readonly root: string) {}

	async read(raw: string | null): Promise<Buffer> {
		const place = await this.existing(raw, 'read');
		return await about(place.path, () => readRegularFile(place));
	}

	/** Writes a file whose folder exists; answers the vault path. */
	async write(raw: string | null, bytes: Uint8Array, options: WriteOptions): Promise<string> {
		const place = await this.find(raw, 'write');
		if (place.path === '') throw new Problem(400, 'The vault itself cannot be written as a file.');
		if (options.fresh && place.exists) throw new Problem(409, `"${place.path}" already exists.`);
		await about(place.path, () => writeAtomically(place.content, bytes, options));
		return place.path;
	}

	async remove(raw: string | null, recursive: boolean): Promise<string> {
		const place = await this.existing(raw, 'write');
		if (place.path === '') throw new Problem(403, 'The vault itself cannot be deleted.');
		await about(place.path, async () => {
			if (!(await lstat(place.entry)).isDirectory()) return await unlink(place.entry);
			if (recursive) return await rm(place.entry, { recursive: true });
			await sweepTemporaries(place.entry);
			await rmdir(place.entry);
		});
		return place.path;
	}

	/** Makes a folder with all folders above it; answers the paths that are new, outermost first. */
	async makeFolder(raw: string | null): Promise<string[]> {
		const place = await this.find(raw, 'write');
		if (place.exists) throw new Problem(409, `"${place.path}" already exists.`);
		const made: string[] = [];
		const segments = place.path.split('/');
		for (let depth = 1; depth <= segments.length; depth++) {
			const above = await this.find(segments.slice(0, depth).join('/'), 'write');
			if (above.exists) continue;
			await about(place.path, () => mkdir(above.content));
			made.push(above.path);
		}
		return made;
	}

	async rename(rawFrom: string | null, rawTo: string | null): Promise<{ from: string; to: string }> {
		const from = await this.existing(rawFrom, 'write');
		const to = await this.find(rawTo, 'write');
		if (from.path === '' || to.path === '') throw new Problem(403, 'The vault itself cannot be renamed or replaced.');
		if (to.exists && !(await differOnlyInCase(from, to))) throw new Problem(409, `"${to.path}" already exists.`);
		await about(`${from.path}" → "${to.path}`, () => rename(from.entry, to.entry));
		return { from: from.path, to: to.path };
	}

	/** Copies a file or a folder; links inside a copied folder are left out, because they may lead anywhere. */
	async copy(rawFrom: string | null, rawTo: string | null): Promise<string> {
		const from = await this.existing(rawFrom, 'read');
		const to = await this.find(rawTo, 'write');
		if (to.exists) throw new Problem(409, `"${to.path}" already exists.`);
		if (`${to.path}/`.startsWith(`${from.path}/`) || from.path === '') {
			throw new Problem(400, `"${from.path}" cannot be copied into itself.`);
		}
		await about(`${from.path}" → "${to.path}`, () => copyBranch(from.content, to.content));
		return to.path;
	}

	/** Names directly in a folder; unfinished writes are never shown. */
	async list(raw: string | null): Promise<{ path: string; names: string[] }> {
		const place = await this.existing(raw, 'read');
		const names = await about(place.path, () => readdir(place.content));
		return { path: place.path, names: names.filter((name) => !isTemporaryName(name)).sort() };
	}

	/** Where an existing path is; Problem 404 when there is nothing. */
	async existing(raw: string | null, intent: 'read' | 'write'): Promise<VaultPlace> {
		const place = await this.find(raw, intent);
		if (!place.exists) throw new Problem(404, `There is no file or folder at "${place.path}".`);
		return place;
	}

	private async find(raw: string | null, intent: 'read' | 'write'): Promise<VaultPlace> {
		return await about(raw ?? '', () => findPlace(this.root, raw, intent));
	}
}

async function about<Result>(where: string, task: () => Promise<Result>): Promise<Result> {
	try {
		return await task();
	} catch (failure) {
		throw asProblem(failure, where);
	}
}

/** Opening without blocking and without following a link: a pipe or a link put there meanwhile is refused, not read. */
async function readRegularFile(place: VaultPlace): Promise<Buffer> {
	const found = await lstat(place.content);
	if (found.isDirectory()) throw new Problem(400, `"${place.path}" is a folder, not a file.`);
	if (!found.isFile()) throw new Problem(400, `"${place.path}" is neither a file nor a folder.`);
	// Windows has neither flag: they are undefined there and count as 0.
	const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
	const file = await open(place.content, flags);
	try {
		if (!(await file.stat()).isFile()) throw new Problem(400, `"${place.path}" is neither a file nor a folder.`);
		return await file.readFile();
	} finally {
		await file.close();
	}
}

/** On disks that ignore case, "note.md" → "Note.md" finds itself as its own target. */
async function differOnlyInCase(from: VaultPlace, to: VaultPlace): Promise<boolean> {
	if (from.path === to.path || from.path.toLowerCase() !== to.path.toLowerCase()) return false;
	const [left, right] = await Promise.all([lstat(from.entry), lstat(to.entry)]);
	return left.ino === right.ino && left.dev === right.dev;
}

async function copyBranch(from: string, to: string): Promise<void> {
	const found = await lstat(from);
	if (found.isFile()) {
		const place = { path: path.basename(from), entry: from, content: from, exists: true };
		return await writeAtomically(to, await readRegularFile(place), { fresh: true });
	}
	if (!found.isDirectory()) throw new Problem(400, `"${path.basename(from)}" is neither a file nor a folder.`);
	await mkdir(to);
	for (const entry of await readdir(from, { withFileTypes: true })) {
		if (isTemporaryName(entry.name) || !(entry.isFile() || entry.isDirectory())) continue;
		await copyBranch(path.join(from, entry.name), path.join(to, entry.name));
	}
}
