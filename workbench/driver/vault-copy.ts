import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Notes to start from: a folder on the disk, or contents by vault path. */
export type VaultSource = string | Readonly<Record<string, string>>;

/** A vault of its own in a temporary folder, so that nothing else is ever changed. */
export interface VaultCopy {
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

async function writeNotes(target: string, notes: Readonly<Record<string, string>>): Promise<void> {
	await mkdir(target, { recursive: true });
	for (const [name, content] of Object.entries(notes)) {
		const file = path.join(target, name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, content);
	}
}
