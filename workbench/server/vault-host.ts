import path from 'node:path';
import { sweepTemporaries } from './atomic-write';
import { makeLane } from './one-at-a-time';
import { Problem } from './problem';
import { VaultDisk } from './vault-disk';
import type { VaultEntry } from './vault-entry';
import { type ChangeSource, type VaultEvent, VaultTree } from './vault-tree';
import { type VaultWatch, watchVault } from './vault-watch';

/** Who asks for a change, and times that the written file is to have (milliseconds). */
export interface Change {
	readonly origin: string | null;
	readonly fresh?: boolean;
	readonly mtime?: number | undefined;
	readonly ctime?: number | undefined;
}

/**
 * An opened vault: every change goes to the disk, then to the tree, which tells it to all pages. Changes and the
 * comparison with the disk run one at a time, so a change of a page is never mistaken for one of another program.
 */
export class VaultHost {
	private readonly disk: VaultDisk;
	private readonly tree: VaultTree;
	private readonly lane = makeLane();
	private watch: VaultWatch | undefined;

	constructor(
		private readonly root: string,
		tell: (event: VaultEvent) => void,
		private readonly warn: (sentence: string) => void,
	) {
		this.disk = new VaultDisk(root);
		this.tree = new VaultTree(root, tell);
	}

	/** Sweeps unfinished writes of a killed server, reads the tree and starts watching. */
	async open(): Promise<void> {
		await this.refresh('');
		for (const folder of this.tree.folders().keys()) await sweepTemporaries(path.join(this.root, folder));
		this.watch = watchVault(this.root, {
			hint: (paths) => {
				for (const hinted of paths) this.refresh(hinted).catch((failure: unknown) => this.warn(String(failure)));
			},
			warn: this.warn,
		});
		this.watch.follow(this.tree.folders());
	}

	async close(): Promise<void> {
		this.watch?.close();
		await this.lane(() => Promise.resolve());
	}

	/** Everything listed, compared with the disk just now. */
	async entries(): Promise<VaultEntry[]> {
		await this.refresh('');
		return this.tree.entries();
	}

	async entry(raw: string | null): Promise<VaultEntry> {
		const place = await this.disk.existing(raw, 'read');
		return await this.answer(place.path);
	}

	/** What lies directly in a folder, hidden names included. */
	async list(raw: string | null): Promise<VaultEntry[]> {
		const { path: folder, names } = await this.disk.list(raw);
		const paths = names.map((name) => (folder === '' ? name : `${folder}/${name}`));
		const found = await Promise.all(paths.map((vaultPath) => this.tree.entry(vaultPath)));
		return found.filter((entry) => entry !== undefined);
	}

	async read(raw: string | null): Promise<Buffer> {
		return await this.disk.read(raw);
	}

	async write(raw: string | null, bytes: Uint8Array, change: Change): Promise<VaultEntry> {
		return await this.lane(async () => {
			const times = change.mtime === undefined ? {} : { mtime: change.mtime };
			const written = await this.disk.write(raw, bytes, { fresh: change.fresh ?? false, ...times });
			const created = change.ctime === undefined ? {} : { created: new Map([[written, change.ctime]]) };
			await this.update([written], { origin: change.origin, ...created });
			return await this.answer(written);
		});
	}

	async remove(raw: string | null, recursive: boolean, change: Change): Promise<void> {
		await this.lane(async () => {
			const gone = await this.disk.remove(raw, recursive);
			await this.update([gone], change);
		});
	}

	async makeFolder(raw: string | null, change: Change): Promise<VaultEntry> {
		return await this.lane(async () => {
			const made = await this.disk.makeFolder(raw);
			await this.update(made, change);
			return await this.answer(made.at(-1) ?? '');
		});
	}

	async rename(rawFrom: string | null, rawTo: string | null, change: Change): Promise<VaultEntry> {
		return await this.lane(async () => {
			const before = this.tree.creationTimes(rawFrom ?? '');
			const { from, to } = await this.disk.rename(rawFrom, rawTo);
			const created = new Map([...before].map(([old, time]) => [to + old.slice(from.length), time]));
			await this.update([from], change);
			await this.update([to], { origin: change.origin, created });
			return await this.answer(to);
		});
	}

	async copy(rawFrom: string | null, rawTo: string | null, change: Change): Promise<VaultEntry> {
		return await this.lane(async () => {
			const made = await this.disk.copy(rawFrom, rawTo);
			await this.update([made], change);
			return await this.answer(made);
		});
	}

	private async refresh(vaultPath: string): Promise<void> {
		await this.lane(() => this.update([vaultPath], { origin: null }));
	}

	private async update(paths: readonly string[], source: ChangeSource): Promise<void> {
		for (const changed of paths) await this.tree.reconcile(changed, source);
		this.watch?.follow(this.tree.folders());
	}

	private async answer(vaultPath: string): Promise<VaultEntry> {
		const entry = await this.tree.entry(vaultPath);
		if (entry === undefined) throw new Problem(404, `There is no file or folder at "${vaultPath}".`);
		return entry;
	}
}
