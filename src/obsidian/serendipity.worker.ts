// The worker's entry: an engine behind messages, with its cache in the database whose name the worker was given.
import { ServedEngine, createEngine, type EngineRequest } from '../serendipity';
import { breathing } from './breathe';
import { SegmentDatabase } from './segment-database';

const served = new ServedEngine({
  createEngine,
  store: 'indexedDB' in self ? new SegmentDatabase(self.indexedDB, self.name) : undefined,
  post: (reply) => self.postMessage(reply),
  breathe: breathing(),
});

self.onmessage = (event: MessageEvent<EngineRequest>) => void served.receive(event.data);
