export { type Activity, ActivityWeeks, activityOf, eventsInWeekOf } from './activity';
export { type ActivityEvent, type Applied, type CameBack, type Captured, type Interacted, type Introduced, type PracticeChanged, type Sensed, type Shared, eventKey, introductionKey } from './event';
export { type ActivityFormat, type ActivityNote, type NoteKind, eventsOfNote, tellsOfPractice } from './events-of-note';
export { OwnWords } from './own-words';
export { settle } from './settle';
export { type Week, type WeekId, weekAfter, weekFinder, weekOf, weeksBetween, weeksUpTo } from './week';
