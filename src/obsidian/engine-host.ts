import { RemoteEngine, ServedEngine, createEngine, type EngineReply } from '../serendipity';
import { breathing } from './breathe';
import { SegmentDatabase } from './segment-database';

/** An engine at work somewhere. */
export interface HostedEngine {
  readonly remote: RemoteEngine;
  readonly place: 'worker' | 'main thread';
  /** Ends the engine; whatever waits is refused with this sentence. */
  end(sentence: string): void;
}

/** How a worker is started; throws where the device allows none. The name is that of the database for the cache. */
export type OpenWorker = (name: string) => Worker;

/**
 * Starts an engine in a worker, or, where none can be constructed, on the main thread in slices of 8 ms. `onBroken` is
 * called at most once, when the worker dies later; `hadAnswered` tells whether it ever worked.
 */
export function hostEngine(database: string, openWorker: OpenWorker, onBroken: (reason: string, hadAnswered: boolean) => void): HostedEngine {
  let worker: Worker;
  try {
    worker = openWorker(database);
  } catch {
    // Some webviews construct no workers from a blob: the engine is the same there, only nearer.
    return onMainThread(database);
  }
  let hasAnswered = false;
  let isOver = false;
  const remote = new RemoteEngine((request) => worker.postMessage(request));
  const breakOff = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    worker.terminate();
    onBroken(reason, hasAnswered);
  };
  worker.onmessage = ({ data }: MessageEvent<EngineReply>) => {
    hasAnswered = true;
    remote.receive(data);
  };
  worker.onerror = (event) => breakOff(event.message === undefined || event.message === '' ? 'the worker ended' : event.message);
  worker.onmessageerror = () => breakOff('a message could not be read');
  return {
    remote,
    place: 'worker',
    end: (sentence) => {
      isOver = true;
      worker.terminate();
      remote.close(sentence);
    },
  };
}

/** An engine on the main thread, in slices of 8 ms. */
export function onMainThread(database: string): HostedEngine {
  const store = new SegmentDatabase(window.indexedDB, database);
  const remote: RemoteEngine = new RemoteEngine((request) => void served.receive(request));
  const served = new ServedEngine({ createEngine, store, post: (reply) => remote.receive(reply), breathe: breathing() });
  return {
    remote,
    place: 'main thread',
    end: (sentence) => {
      remote.close(sentence);
      void store.close();
    },
  };
}
