export { type Acquaintance, acquaintances, communityKeys } from './acquaintance';
export { bridgingOf } from './bridging';
export { CLOSENESS, closenessOf } from './closeness';
export { mayBeCommunity } from './closer';
export { effectiveSize, nonRedundancy } from './effective-size';
export { inHundredths } from './in-hundredths';
export { reciprocity } from './reciprocity';
export { spacesMet } from './spaces-met';
export { type Strength, tieStrength } from './strength';
