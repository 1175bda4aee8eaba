import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const PAGE = fileURLToPath(new URL('.', import.meta.url));
const BUILT = fileURLToPath(new URL('../../.build/page/', import.meta.url));

/** The mocks refuse members that they do not know; the host adds its own, so the refusing proxy is left out. */
const withoutStrictProxy: Plugin = {
	name: 'without-strict-proxy',
	setup(bundler) {
		bundler.onLoad({ filter: /obsidian-test-mocks[\\/].*strict-proxy\.mjs$/ }, () => ({
			contents: 'export const strictProxy = (value) => value; export const bypassStrictProxy = (value) => value;',
			loader: 'js',
		}));
	},
};

/** The mocks' in-memory file system is never used here, but names Node's modules. */
const withoutNode: Plugin = {
	name: 'without-node',
	setup(bundler) {
		bundler.onResolve({ filter: /^(?:node:)?(?:path|fs|fs\/promises|crypto|os|url|buffer|process)$/ }, (args) => ({ path: args.path, namespace: 'absent' }));
		bundler.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
	},
};

/** Bundles the page of the workbench into `.build/page`. */
export async function buildPage(): Promise<void> {
	await mkdir(BUILT, { recursive: true });
	const shared = { outdir: BUILT, bundle: true, write: false as const, target: 'es2022', platform: 'browser' as const, minify: true, keepNames: true, sourcemap: true, logLevel: 'warning' as const };
	// Stack traces stay readable: the maps are local files like the rest.
	const worker = await build({ ...shared, entryPoints: { 'metadata-worker': path.join(PAGE, 'metadata/worker.ts') }, format: 'iife' });
	const page = await build({
		...shared,
		entryPoints: { page: path.join(PAGE, 'main.ts') },
		splitting: true,
		format: 'esm',
		plugins: [withoutStrictProxy, withoutNode],
	});
	for (const file of [...worker.outputFiles, ...page.outputFiles]) await replaceFile(file.path, file.contents);
	await replaceFile(path.join(BUILT, 'index.html'), await readFile(path.join(PAGE, 'index.html')));
}

/** Several test files may build at the same time: nobody ever reads half a file. */
async function replaceFile(target: string, content: Uint8Array): Promise<void> {
	const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
	await writeFile(temporary, content);
	await rename(temporary, target);
}
