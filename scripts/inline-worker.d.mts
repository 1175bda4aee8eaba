import type { Plugin } from 'esbuild';

/** An esbuild plugin for imports of `inline-worker:./x.worker`. */
export function inlineWorker(options: { minify: boolean }): Plugin;
