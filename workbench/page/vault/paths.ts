/** Forward slashes, none doubled, none at the ends, spaces and letters in their usual form. */
export function normalizePath(path: string): string {
	const clean = path
		.replace(/[\u00a0\u202f]/gu, ' ')
		.replace(/[\\/]+/gu, '/')
		.replace(/^\/+|\/+$/gu, '')
		.normalize('NFC');
	return clean === '' ? '/' : clean;
}

/** The path of the folder that holds `path`; `/` is the vault itself. */
export function folderOf(path: string): string {
	const cut = path.lastIndexOf('/');
	return cut < 0 ? '/' : path.slice(0, cut);
}

export function joinPath(folder: string, name: string): string {
	return folder === '/' || folder === '' ? name : `${folder}/${name}`;
}

/** Files and folders that begin with a dot are not part of the vault's tree. */
export function isHidden(path: string): boolean {
	return path.split('/').some((part) => part.startsWith('.'));
}

/** @throws Error when a name could not be stored on every system. */
export function checkFileName(path: string): void {
	if (/[\\:]/u.test(path)) throw new Error('File name cannot contain any of the following characters: \\ / :');
}
