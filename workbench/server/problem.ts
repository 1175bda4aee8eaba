/** A failure that the client is told about: an HTTP status and one plain sentence that names what and where. */
export class Problem extends Error {
	override readonly name = 'Problem';

	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
	ENOENT: 404,
	EEXIST: 409,
	ENOTEMPTY: 409,
	EACCES: 403,
	EPERM: 403,
	ELOOP: 403,
	EROFS: 403,
	ENOTDIR: 400,
	EISDIR: 400,
	EINVAL: 400,
	ENAMETOOLONG: 400,
	ENOSPC: 507,
	EDQUOT: 507,
};

const SENTENCE_OF_CODE: Readonly<Record<string, string>> = {
	ENOENT: 'There is no file or folder at',
	EEXIST: 'Something already exists at',
	ENOTEMPTY: 'The folder is not empty:',
	EACCES: 'The operating system does not allow access to',
	EPERM: 'The operating system does not allow this for',
	EROFS: 'The disk is read-only at',
	ENOTDIR: 'A part of this path is a file, not a folder:',
	EISDIR: 'This is a folder, not a file:',
	ENAMETOOLONG: 'The name is too long for this disk:',
	ENOSPC: 'The disk is full; nothing was changed at',
	EDQUOT: 'The disk quota is used up; nothing was changed at',
};

/** The operating system's error code of a failure ("ENOENT" and the like), or undefined. */
export function codeOf(failure: unknown): string | undefined {
	if (typeof failure !== 'object' || failure === null || !('code' in failure)) return undefined;
	return typeof failure.code === 'string' ? failure.code : undefined;
}

/** Turns any failure into a Problem about `where`, without showing where the vault lies on the disk. */
export function asProblem(failure: unknown, where: string): Problem {
	if (failure instanceof Problem) return failure;
	const code = codeOf(failure);
	const status = code === undefined ? undefined : STATUS_OF_CODE[code];
	if (code === undefined || status === undefined) {
		return new Problem(500, `The workbench could not finish the request for "${where}" (${code ?? 'unknown cause'}).`);
	}
	return new Problem(status, `${SENTENCE_OF_CODE[code] ?? 'The operating system refused'} "${where}".`);
}

/** Whether a failure only says that nothing is there. */
export function isMissing(failure: unknown): boolean {
	const code = codeOf(failure);
	return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether a failure says that something is there which this process may not look at. */
export function isClosed(failure: unknown): boolean {
	const code = codeOf(failure);
	return code === 'EACCES' || code === 'EPERM' || code === 'ELOOP';
}
