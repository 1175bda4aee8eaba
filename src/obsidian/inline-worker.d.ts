// What scripts/inline-worker.mjs makes of `inline-worker:./x.worker`: the bundled worker, ready to be started.
declare module 'inline-worker:*' {
  export default function createWorker(name: string): Worker;
}
