import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** So many notes are written at the same time. */
const AT_ONCE = 64;

/** Notes to start from: a folder on the disk, or contents by vault path. */
export type VaultSource = string | Readonly<Record<string, string>>;

/** A vault of its own in a temporary folder, so that nothing else is ever changed. */
interface VaultCopy {
	path: string;
	remove(): Promise<void>;
}

/** Copies a folder, or writes the given notes, to a fresh folder. @throws Error when the folder does not exist */
export async function copyVault(source: VaultSource): Promise<VaultCopy> {
	const parent = await mkdtemp(path.join(tmpdir(), 'workbench-'));
	// The folder's name is the vault's name in the page.
	const target = path.join(parent, typeof source === 'string' ? path.basename(source) : 'vault');
	if (typeof source === 'string') await cp(source, target, { recursive: true });
	else await writeNotes(target, source);
	return { path: target, remove: () => rm(parent, { recursive: true, force: true }) };
}

// Folders first and once each: a vault of ten thousand notes is written in seconds.
async function writeNotes(target: string, notes: Readonly<Record<string, string>>): Promise<void> {
	const files = Object.entries(notes).map(([name, content]) => ({ file: path.join(target, name), content }));
	for (const folder of new Set([target, ...files.map(({ file }) => path.dirname(file))])) await mkdir(folder, { recursive: true });
	for (let at = 0; at < files.length; at += AT_ONCE) {
		await Promise.all(files.slice(at, at + AT_ONCE).map(({ file, content }) => writeFile(file, content)));
	}
}
