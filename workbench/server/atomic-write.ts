import { randomBytes } from 'node:crypto';
import { link, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, Problem } from './problem';

const TEMPORARY_NAME = /^\.workbench-(\d+)-[0-9a-f]{16}\.tmp$/;

/** Whether a name is one of this server's unfinished writes: hidden from the tree, and swept at the next start. */
export function isTemporaryName(name: string): boolean {
	return TEMPORARY_NAME.test(name);
}

/**
 * Writes a file so that a crash at any moment leaves either the old or the new content: a temporary file in the same
 * folder, flushed to the disk, then renamed.
 * @param options.fresh fail with Problem 409 if the file exists, decided by the file system itself
 * @param options.mtime modification time to set, in milliseconds
 */
export async function writeAtomically(
	target: string,
	bytes: Uint8Array,
	options: { readonly fresh: boolean; readonly mtime?: number },
): Promise<void> {
	const temporary = path.join(path.dirname(target), temporaryName());
	try {
		await writeFlushed(temporary, bytes, await modeOf(target), options.mtime);
		if (options.fresh) await linkFresh(temporary, target);
		else await rename(temporary, target);
		await flushFolder(path.dirname(target));
	} catch (failure) {
		await rm(temporary, { force: true });
		throw failure;
	}
}

/** A name for an unfinished write in this process. */
function temporaryName(): string {
	return `.workbench-${String(process.pid)}-${randomBytes(8).toString('hex')}.tmp`;
}

async function writeFlushed(place: string, bytes: Uint8Array, mode: number | undefined, mtime: number | undefined): Promise<void> {
	const file = await open(place, 'wx');
	try {
		await file.writeFile(bytes);
		if (mode !== undefined) await file.chmod(mode);
		if (mtime !== undefined) await file.utimes(mtime / 1000, mtime / 1000);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function modeOf(target: string): Promise<number | undefined> {
	try {
		const found = await stat(target);
		if (!found.isFile()) throw new Problem(400, `"${path.basename(target)}" is not a file.`);
		return found.mode & 0o777;
	} catch (failure) {
		if (codeOf(failure) === 'ENOENT') return undefined;
		throw failure;
	}
}

/** A hard link, unlike a rename, never replaces what is already there. */
async function linkFresh(temporary: string, target: string): Promise<void> {
	try {
		await link(temporary, target);
	} catch (failure) {
		const code = codeOf(failure);
		if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw failure;
		// File systems without hard links (exFAT): the check and the rename are two steps there.
		if ((await modeOf(target)) !== undefined) throw new Problem(409, `"${path.basename(target)}" already exists.`);
		await rename(temporary, target);
		return;
	}
	await unlink(temporary);
}

/** Makes the rename itself last through a power cut; Windows cannot open folders and does not need it. */
async function flushFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Removes unfinished writes that a killed server left in `folder` (not below); those of a running one stay. */
export async function sweepTemporaries(folder: string): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const owner = TEMPORARY_NAME.exec(entry.name)?.[1];
		if (owner === undefined || !entry.isFile() || isRunning(Number(owner))) continue;
		await rm(path.join(folder, entry.name), { force: true });
	}
}

function isRunning(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (failure) {
		return codeOf(failure) === 'EPERM';
	}
}
