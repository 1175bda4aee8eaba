const SLICE = 8;

/** Gives a function to await between steps of long work: it hands the thread back whenever 8 ms were used. */
export function breathing(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < SLICE) return;
    await nextTask();
    since = now();
  };
}

/** Resolves in a task of its own, after whatever waits for the thread now; unlike a timer it comes without a pause. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(undefined);
  });
}

/** Gives a function to await for one's turn: however many wait at the same moment, each goes on in a task of its own. */
export function inTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(nextTask));
}
