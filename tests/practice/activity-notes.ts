import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { activityOf, defaultRoleWeights, eventsOfNote, RoleBook, type Activity, type ActivityEvent, type ActivityFormat, type NoteKind, type RoleRule } from '../../src/practice';

/** The names that a new vault starts with. */
export const FORMAT: ActivityFormat = {
  names: PROPERTY_NAMES, takeSection: 'My take', sharedSection: 'Shared', interactionsSection: 'Interactions', appliedSection: 'Applied', practiceChangesSection: 'Practice changes',
};

export const RULE: RoleRule = { weights: defaultRoleWeights(), leastOwnWords: 12 };

/** What each note of a vault in memory tells: texts by path. */
export function eventsByNote(vault: Readonly<Record<string, string>>): Map<string, ActivityEvent[]> {
  return new Map(Object.entries(vault).map(([path, text]) => [path, eventsOfNote({ path, ...propertiesAndKind(text), text }, FORMAT)]));
}

/** The activity of a vault in memory. */
export function activityIn(vault: Readonly<Record<string, string>>, today: string): Activity {
  return activityOf(eventsByNote(vault), today);
}

/** The roles of a vault in memory. */
export function rolesIn(vault: Readonly<Record<string, string>>, today: string, rule: RoleRule = RULE): RoleBook {
  return new RoleBook(activityIn(vault, today), rule);
}

function propertiesAndKind(text: string): { properties: Record<string, unknown>; kind: NoteKind } {
  const read = readProperties(text);
  const properties = read.ok ? { ...read.value } : {};
  const kind = (['quote', 'contact', 'community'] as const).find((one) => properties['type'] === one) ?? 'other';
  return { properties, kind };
}
