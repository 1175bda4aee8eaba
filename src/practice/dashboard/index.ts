export { type Flow, ORIGINS, type Origin, type SpaceOf, flowOf, totalOf } from './flow';
export { type Fruit, RESTING_DAYS, harvestOf, unusedTakes } from './harvest';
export { AGES, type QueueAge, queueAge } from './queue-age';
export { LENGTHS, type Passing, type Takes, passingOf, takesIn } from './takes';
