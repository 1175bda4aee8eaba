const SLICE = 8;

/** Gives a function to await between steps of long work: it hands the thread back whenever 8 ms were used. */
export function breathing(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < SLICE) return;
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(undefined);
    });
    since = now();
  };
}
