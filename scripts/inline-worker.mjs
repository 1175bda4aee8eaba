// An esbuild plugin: `import createWorker from 'inline-worker:./x.worker'` bundles x.worker.ts as a classic script and
// hands back a factory. A community plugin ships as one file, so the worker has to travel inside it as text.
import { build } from 'esbuild';
import path from 'node:path';

const PREFIX = 'inline-worker:';

/** @param {{ minify: boolean }} options @returns {import('esbuild').Plugin} */
export function inlineWorker({ minify }) {
  return {
    name: 'inline-worker',
    setup(plugin) {
      plugin.onResolve({ filter: /^inline-worker:/ }, ({ path: request, resolveDir }) => ({
        path: path.resolve(resolveDir, `${request.slice(PREFIX.length)}.ts`),
        namespace: 'inline-worker',
      }));
      plugin.onLoad({ filter: /.*/, namespace: 'inline-worker' }, async ({ path: entry }) => {
        const bundled = await build({
          entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022',
          platform: 'browser', minify, metafile: true, treeShaking: true,
        });
        return {
          contents: factoryOver(bundled.outputFiles[0]?.text ?? ''),
          loader: 'js',
          watchFiles: Object.keys(bundled.metafile.inputs).map((file) => path.resolve(file)),
        };
      });
    },
  };
}

// The worker revokes its own address once it runs: revoking earlier races the fetch, never revoking leaks the text. One
// that is ended before it ran, or that could not be constructed, leaves that to the page.
function factoryOver(script) {
  const selfRevoking = `URL.revokeObjectURL(self.location.href);${script}`;
  return `const script = ${JSON.stringify(selfRevoking)};
export default function createWorker(name) {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    const worker = new Worker(address, { name });
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      URL.revokeObjectURL(address);
      terminate();
    };
    return worker;
  } catch (error) {
    URL.revokeObjectURL(address);
    throw error;
  }
}`;
}
