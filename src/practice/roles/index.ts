export { cameBackSaid, cameInSaid, computationSaid, madeSaid, roleSaid, weekLines, wentOutSaid } from './in-words';
export { type RoleRule, isBare, noiseOf } from './measure';
export { type PracticeWeek, practiceWeek } from './practice-week';
export { ROLE_WEEKS, RoleBook, type Standing, standingOf } from './role';
export { type RoleWeights, defaultRoleWeights } from './weights';
