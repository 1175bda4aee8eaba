export { type Exclusion, exclusionOf } from './exclusion';
export { FULL_PACE, Feeder, type FeederParts, type Pace } from './feeder';
export type { KnownNotes, Refusal, Reply as EngineReply, Request as EngineRequest, ServiceName, Services, Unillustrated } from './protocol';
export { RemoteEngine } from './remote-engine';
export { ServedEngine, type ServedParts } from './served-engine';
