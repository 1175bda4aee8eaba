import { dayAfter, type Day, type Result } from '../base';
import { withProperties, type PropertyNames } from '../note';
import { CADENCES } from './cadence';
import { SNOOZED } from './contact-note';

/** What a user may answer to a reminder: not before so many days, another cadence, or never. */
export type Reminder = { readonly kind: 'later'; readonly days: number } | { readonly kind: 'cadence'; readonly days: number } | { readonly kind: 'never' };

/** The answers to choose from. */
export const REMINDERS: readonly Reminder[] = [
  ...[7, 30, 91].map((days) => ({ kind: 'later' as const, days })),
  ...CADENCES.map((days) => ({ kind: 'cadence' as const, days })),
  { kind: 'never' },
];

/** The contact note with the answer in its properties. A cadence of 0 means that no reminder is wanted, ever. */
export function planReminder(text: string, reminder: Reminder, today: Day, names: PropertyNames): Result<string> {
  switch (reminder.kind) {
    case 'later': return withProperties(text, { [SNOOZED]: dayAfter(today, reminder.days) });
    case 'cadence': return withProperties(text, { [names.cadence]: reminder.days, [SNOOZED]: undefined });
    case 'never': return withProperties(text, { [names.cadence]: 0, [SNOOZED]: undefined });
  }
}
