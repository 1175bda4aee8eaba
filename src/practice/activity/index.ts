export { type Activity, ActivityWeeks, activityOf, eventsInWeekOf } from './activity';
export { type ActivityEvent, type Applied, type PracticeChanged, type Sensed, type Shared, introductionKey } from './event';
export { type ActivityFormat, type NoteKind, eventsOfNote, tellsOfPractice } from './events-of-note';
export { OwnWords } from './own-words';
export { settle } from './settle';
export { type Week, weekAfter, weekFinder, weekOf, weeksBetween, weeksUpTo } from './week';
