import { readBranch, readEntry, type SeenEntry, type VaultEntry } from './vault-entry';

/** One change of the vault. `origin` names the client that caused it; null when another program did. */
export interface VaultEvent extends VaultEntry {
	readonly type: 'create' | 'modify' | 'delete';
	readonly origin: string | null;
}

/** Who caused a change, and creation times that the disk cannot keep (by vault path). */
export interface ChangeSource {
	readonly origin: string | null;
	readonly created?: ReadonlyMap<string, number>;
}

/**
 * What the page was told about the vault. Comparing the disk with it turns vague hints ("something moved in this folder")
 * into exact events, each told once, whether the page or another program made the change.
 */
export class VaultTree {
	private readonly seen = new Map<string, SeenEntry>();

	constructor(
		private readonly root: string,
		private readonly tell: (event: VaultEvent) => void,
	) {}

	/** All listed entries, folders before their content. */
	entries(): VaultEntry[] {
		return [...this.seen.values()]
			.filter((entry) => entry.path !== '')
			.sort((left, right) => (left.path < right.path ? -1 : 1))
			.map(publicEntry);
	}

	/** All listed folders by path ("" is the vault itself), each with a mark that changes when it is replaced by another. */
	folders(): Map<string, string> {
		const folders = [...this.seen.values()].filter((entry) => entry.kind === 'folder');
		return new Map(folders.map((entry) => [entry.path, entry.fingerprint]));
	}

	/** The entry at a path: as listed, or read from the disk when it is hidden. */
	async entry(vaultPath: string): Promise<VaultEntry | undefined> {
		const known = this.seen.get(vaultPath) ?? (await readEntry(this.root, vaultPath));
		return known === undefined ? undefined : publicEntry(known);
	}

	/** Creation times of a branch, by path; they outlive a rewrite of the file, which the disk's own birth time does not. */
	creationTimes(vaultPath: string): Map<string, number> {
		return new Map(this.branch(vaultPath).map((entry) => [entry.path, entry.ctime]));
	}

	/** Compares a path and everything below it with the disk, and tells the differences. */
	async reconcile(vaultPath: string, source: ChangeSource): Promise<void> {
		const now = new Map((await readBranch(this.root, vaultPath)).map((entry) => [entry.path, entry]));
		// The deepest goes first, as when a person empties a folder.
		for (const old of this.branch(vaultPath).reverse()) {
			const current = now.get(old.path);
			if (current?.kind === old.kind) continue;
			this.seen.delete(old.path);
			this.report('delete', old, source.origin);
		}
		for (const current of now.values()) this.accept(current, source);
	}

	private accept(current: SeenEntry, source: ChangeSource): void {
		const old = this.seen.get(current.path);
		const created = source.created?.get(current.path) ?? old?.ctime ?? current.ctime;
		const entry = { ...current, ctime: created };
		this.seen.set(entry.path, entry);
		if (old === undefined) this.report('create', entry, source.origin);
		else if (entry.kind === 'file' && old.fingerprint !== entry.fingerprint) this.report('modify', entry, source.origin);
	}

	private branch(vaultPath: string): SeenEntry[] {
		const top = this.seen.get(vaultPath);
		if (top === undefined) return [];
		if (top.kind === 'file') return [top];
		const inside = vaultPath === '' ? '' : `${vaultPath}/`;
		return [...this.seen.values()]
			.filter((entry) => entry.path === vaultPath || entry.path.startsWith(inside))
			.sort((left, right) => (left.path < right.path ? -1 : 1));
	}

	private report(type: VaultEvent['type'], entry: SeenEntry, origin: string | null): void {
		if (entry.path !== '') this.tell({ type, ...publicEntry(entry), origin });
	}
}

function publicEntry(entry: VaultEntry): VaultEntry {
	const { path, kind, ctime, mtime, size } = entry;
	return { path, kind, ctime, mtime, size };
}
