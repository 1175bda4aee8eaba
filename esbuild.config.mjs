// Builds main.js, the one file Obsidian loads.
//   node esbuild.config.mjs              watch, with source maps
//   node esbuild.config.mjs production   minified, once
import { build, context } from 'esbuild';
import { inlineWorker } from './scripts/inline-worker.mjs';
import { joinStyles } from './scripts/join-styles.mjs';

const production = process.argv.includes('production');

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: ['src/main.ts'],
  bundle: true,
  outfile: 'main.js',
  format: 'cjs',
  target: 'es2022',
  platform: 'browser',
  // A phone before iOS 16.4 cannot read a pattern that looks behind, and with it the whole file. As a call it fails alone, where it is used.
  supported: { 'regexp-lookbehind-assertions': false },
  // Libraries that have a variant without the DOM are taken in that one: the rooms run in a worker and in Node too.
  conditions: ['worker'],
  logLevel: 'info',
  treeShaking: true,
  sourcemap: production ? false : 'inline',
  minify: production,
  // Obsidian hands these in at run time; bundling a second copy of CodeMirror breaks its editor.
  external: [
    'obsidian', 'electron',
    '@codemirror/autocomplete', '@codemirror/collab', '@codemirror/commands', '@codemirror/language', '@codemirror/lint',
    '@codemirror/search', '@codemirror/state', '@codemirror/view', '@lezer/common', '@lezer/highlight', '@lezer/lr',
  ],
  plugins: [inlineWorker({ minify: production }), { name: 'join-styles', setup: (plugin) => plugin.onStart(joinStyles) }],
};

if (production) {
  await build(options);
} else {
  const watching = await context(options);
  await watching.watch();
}
