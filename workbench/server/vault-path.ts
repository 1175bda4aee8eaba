import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isTemporaryName } from './atomic-write';
import { codeOf, Problem } from './problem';

/** A checked place inside the vault. */
export interface VaultPlace {
	/** Path in the vault, with "/" and without a leading one; "" is the vault itself. */
	readonly path: string;
	/** Place of the name itself on the disk (a link is not followed): for renaming and deleting. */
	readonly entry: string;
	/** Place of the content on the disk (links inside the vault are followed): for reading and writing. */
	readonly content: string;
	readonly exists: boolean;
}

/** Names that Windows reserves for devices, with any extension. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

/**
 * Checks a path from a client and finds its place on the disk.
 *
 * `root` must be a real path. Each segment is looked at on the disk; a link is followed only to a target inside the
 * vault, so that nothing outside is read or written through a link, a broken link included.
 * @param intent with "write", names that do not exist yet must also be fine on Windows
 * @throws Problem 400 for a malformed path, 403 for one that leaves the vault
 */
export async function findPlace(root: string, raw: string | null, intent: 'read' | 'write'): Promise<VaultPlace> {
	const segments = splitPath(raw);
	const vaultPath = segments.join('/');
	let content = root;
	let entry = root;
	for (const [index, segment] of segments.entries()) {
		entry = path.join(content, segment);
		const kind = await kindOf(entry);
		if (kind === 'missing') {
			const rest = segments.slice(index);
			if (intent === 'write' || process.platform === 'win32') rest.forEach((name) => checkPortable(name, vaultPath));
			const place = path.join(content, ...rest);
			return { path: vaultPath, entry: place, content: place, exists: false };
		}
		if (process.platform === 'win32') checkPortable(segment, vaultPath);
		content = kind === 'link' ? await followInside(root, entry, vaultPath) : entry;
	}
	return { path: vaultPath, entry, content, exists: true };
}

/** Splits a client's path into names, refusing everything that could mean another place than it seems to. */
function splitPath(raw: string | null): string[] {
	if (raw === null) throw new Problem(400, 'The parameter "path" is missing.');
	if (raw === '') return [];
	const shown = JSON.stringify(raw);
	if (hasControlCharacter(raw)) throw new Problem(400, `The path ${shown} contains a control character.`);
	// Bytes that are no UTF-8 arrive as U+FFFD: they would silently become another name than the one asked for.
	if (raw.includes('\uFFFD')) throw new Problem(400, `The path ${shown} is not valid UTF-8 text.`);
	if (raw.includes('\\')) throw new Problem(400, `The path ${shown} contains a backslash; folders are separated by "/".`);
	if (raw.startsWith('/') || /^[a-z]:/i.test(raw)) throw new Problem(403, `The path ${shown} is absolute; paths start in the vault.`);
	const segments = raw.split('/');
	for (const segment of segments) {
		if (segment === '..') throw new Problem(403, `The path ${shown} leaves the vault.`);
		if (segment === '' || segment === '.') throw new Problem(400, `The path ${shown} has an empty part.`);
		if (isTemporaryName(segment)) throw new Problem(403, `The path ${shown} is reserved for unfinished writes.`);
	}
	return segments;
}

function hasControlCharacter(text: string): boolean {
	return Array.from(text).some((character) => (character.codePointAt(0) ?? 0) < 32);
}

function checkPortable(name: string, where: string): void {
	if (name.includes(':')) throw new Problem(400, `The name "${name}" in "${where}" contains ":", which Windows does not allow.`);
	if (/[. ]$/.test(name)) throw new Problem(400, `The name "${name}" in "${where}" ends with a dot or a space, which Windows does not allow.`);
	if (DEVICE_NAME.test(name)) throw new Problem(400, `The name "${name}" in "${where}" is reserved on Windows.`);
}

async function kindOf(place: string): Promise<'missing' | 'link' | 'other'> {
	try {
		return (await lstat(place)).isSymbolicLink() ? 'link' : 'other';
	} catch (failure) {
		if (codeOf(failure) === 'ENOENT') return 'missing';
		throw failure;
	}
}

async function followInside(root: string, link: string, where: string): Promise<string> {
	let target: string;
	try {
		target = await realpath(link);
	} catch (failure) {
		throw new Problem(403, `"${where}" is a link that leads nowhere (${codeOf(failure) ?? 'unknown cause'}).`);
	}
	if (!isInside(root, target)) throw new Problem(403, `"${where}" is a link that leaves the vault.`);
	return target;
}

/** Whether a real path is the root itself or lies under it. */
export function isInside(root: string, place: string): boolean {
	const relative = path.relative(root, place);
	return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}
