import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { isListed } from './vault-entry';

/** A watch over a folder tree; it only hints at paths that may have changed. */
export interface VaultWatch {
	/** Tells the folders that exist now, with a mark that changes when one is replaced: some systems need a watcher for each. */
	follow(folders: ReadonlyMap<string, string>): void;
	close(): void;
}

/** How the watch reports. */
interface WatchReports {
	/** Vault paths that may have changed. */
	readonly hint: (paths: readonly string[]) => void;
	/** A sentence for the person at the terminal. */
	readonly warn: (sentence: string) => void;
}

/** Quiet time after which collected hints are passed on, and the longest time they wait in a steady stream (ms). */
const QUIET = 60;
const PATIENCE = 500;

/**
 * Watches a vault. macOS and Windows watch recursively by themselves. On Linux Node's recursive mode watches single
 * files and loses them when they are replaced by a rename – which is how careful programs save – so each folder gets
 * its own watcher there.
 */
export function watchVault(root: string, reports: WatchReports): VaultWatch {
	const hints = collectHints(reports.hint);
	const watchers = new Map<string, { readonly mark: string; readonly watcher: FSWatcher }>();
	const native = process.platform === 'darwin' || process.platform === 'win32';
	let warned = false;

	const drop = (folder: string): void => {
		watchers.get(folder)?.watcher.close();
		watchers.delete(folder);
	};
	const warnOnce = (failure: unknown): void => {
		if (warned) return;
		warned = true;
		reports.warn(`Some folders of ${root} cannot be watched (${String(failure)}); reload the page to see changes there.`);
	};
	const start = (folder: string, mark: string): void => {
		try {
			const watcher = watch(path.join(root, folder), { recursive: native }, (_kind, name) => {
				const changed = [folder, name ?? ''].filter((part) => part !== '').join('/');
				const vaultPath = changed.split(path.sep).join('/');
				if (vaultPath === '' || isListed(vaultPath)) hints.add(vaultPath);
			});
			watcher.on('error', () => {
				drop(folder);
				hints.add(folder);
			});
			watchers.set(folder, { mark, watcher });
		} catch (failure) {
			warnOnce(failure);
		}
	};
	return {
		follow(folders) {
			const wanted = native ? new Map([['', folders.get('') ?? '']]) : folders;
			for (const [known, { mark }] of [...watchers]) if (wanted.get(known) !== mark) drop(known);
			for (const [folder, mark] of wanted) {
				if (watchers.has(folder)) continue;
				start(folder, mark);
				// What was put into a folder before its watcher stood would be missed.
				hints.add(folder);
			}
		},
		close() {
			hints.stop();
			for (const folder of [...watchers.keys()]) drop(folder);
		},
	};
}

function collectHints(pass: (paths: readonly string[]) => void): { add(vaultPath: string): void; stop(): void } {
	const waiting = new Set<string>();
	let timer: NodeJS.Timeout | undefined;
	let since = 0;
	const flush = (): void => {
		timer = undefined;
		const paths = [...waiting].filter((vaultPath) => !isBelowAnother(vaultPath, waiting));
		waiting.clear();
		pass(paths);
	};
	return {
		add(vaultPath) {
			const now = Date.now();
			if (timer === undefined) since = now;
			clearTimeout(timer);
			waiting.add(vaultPath);
			timer = setTimeout(flush, Math.max(0, Math.min(QUIET, since + PATIENCE - now)));
		},
		stop() {
			clearTimeout(timer);
			waiting.clear();
		},
	};
}

/** A hint at a folder covers all hints below it. */
function isBelowAnother(vaultPath: string, hinted: ReadonlySet<string>): boolean {
	const names = vaultPath.split('/');
	if (vaultPath !== '' && hinted.has('')) return true;
	return names.some((_name, depth) => depth > 0 && hinted.has(names.slice(0, depth).join('/')));
}
