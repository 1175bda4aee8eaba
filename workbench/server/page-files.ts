import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, Problem } from './problem';

const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json; charset=utf-8',
	map: 'application/json; charset=utf-8',
	svg: 'image/svg+xml',
	png: 'image/png',
	woff2: 'font/woff2',
	wasm: 'application/wasm',
};

/** Images and other media that a note can embed; anything else of the vault is sent as plain bytes. */
const MEDIA: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
	avif: 'image/avif',
	bmp: 'image/bmp',
	svg: 'image/svg+xml',
	mp3: 'audio/mpeg',
	wav: 'audio/wav',
	ogg: 'audio/ogg',
	m4a: 'audio/mp4',
	mp4: 'video/mp4',
	webm: 'video/webm',
	md: 'text/plain; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
};

/**
 * Reads a file of the built page. Names are flat and plain, so nothing but the build folder can be reached.
 * @throws Problem 404 for an unknown name, 503 when the page has not been built
 */
export async function servePageFile(folder: string, name: string): Promise<{ bytes: Buffer; type: string }> {
	const type = /^[a-z0-9][a-z0-9._-]*$/i.test(name) ? typeOf(name, TYPES) : undefined;
	if (type === undefined) throw new Problem(404, `There is no page file ${JSON.stringify(name)}.`);
	try {
		return { bytes: await readFile(path.join(folder, name)), type };
	} catch (failure) {
		if (!isMissing(failure)) throw failure;
		if (name === 'index.html') throw new Problem(503, 'The page of the workbench is not built yet. Run "npm run demo".');
		throw new Problem(404, `There is no page file ${JSON.stringify(name)}.`);
	}
}

/** The content type for a file of the vault. */
export function mediaType(vaultPath: string): string {
	return typeOf(vaultPath, MEDIA) ?? 'application/octet-stream';
}

function typeOf(name: string, types: Readonly<Record<string, string>>): string | undefined {
	const ending = path.extname(name).slice(1).toLowerCase();
	return Object.hasOwn(types, ending) ? types[ending] : undefined;
}
