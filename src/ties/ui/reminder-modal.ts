import { FuzzySuggestModal, type App } from 'obsidian';
import { nameChooser } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { REMINDERS, type Contact, type Reminder } from '..';

/** Asks when to be reminded of somebody: later, at another cadence, or never. */
export class ReminderModal extends FuzzySuggestModal<Reminder> {
  constructor(app: App, contact: Contact, private readonly choose: (reminder: Reminder) => void) {
    super(app);
    nameChooser(this, words.ties.reminderFor(contact.name));
  }

  override getItems(): Reminder[] {
    return [...REMINDERS];
  }

  override getItemText(reminder: Reminder): string {
    if (reminder.kind === 'never') return words.ties.neverRemind;
    return reminder.kind === 'later' ? words.ties.remindLater(reminder.days) : (words.ties.cadences[reminder.days] ?? words.ties.every(reminder.days));
  }

  override onChooseItem(reminder: Reminder): void {
    this.choose(reminder);
  }
}
