export { cameBackSaid, cameInSaid, computationSaid, madeSaid, roleSaid, weekLines, wentOutSaid } from './in-words';
export { type Measure, type RoleRule, isBare, measureOf, noiseOf, weightOf } from './measure';
export { type PracticeWeek, practiceWeek } from './practice-week';
export { ROLES, ROLE_WEEKS, type Role, RoleBook, type Sides, type Standing, standingOf } from './role';
export { type RoleWeights, defaultRoleWeights } from './weights';
