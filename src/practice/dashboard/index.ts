export { ORIGINS, type Origin, type SpaceOf, flowOf, totalOf } from './flow';
export { type Fruit, RESTING_DAYS, harvestOf, unusedTakes } from './harvest';
export { queueAge } from './queue-age';
export { passingOf, takesIn } from './takes';
