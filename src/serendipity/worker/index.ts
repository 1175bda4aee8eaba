export { type Exclusion, exclusionOf } from './exclusion';
export { FULL_PACE, Feeder, type Pace } from './feeder';
export type { Reply as EngineReply, Request as EngineRequest, Unillustrated } from './protocol';
export { RemoteEngine } from './remote-engine';
export { ServedEngine } from './served-engine';
