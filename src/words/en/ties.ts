/** Texts of the room `ties`. */
export const ties = {
  folder: 'People',
  communityFolder: 'Communities',
  interactionsSection: 'Interactions',
  unnamedPerson: 'Unnamed person',
  unnamedCommunity: 'Unnamed community',

  addContact: 'Ties: add contact',
  logInteraction: 'Ties: log interaction',
  addContactShort: 'Add contact',
  addContactNamed: (name: string) => `Add ${name} as contact`,
  logInteractionShort: 'Log interaction',
  logInteractionWith: (name: string) => `Log interaction with ${name}`,

  cannotLog: (section: string) =>
    `The interaction could not be added below a heading called "${section}", because it could not be read there afterwards. Nothing was changed; please look at the heading in the settings, and for an open code block in the note.`,
  nameMissing: 'Who is it? Please type a name.',
  cadenceWrong: (typed: string) => `"${typed}" is not a number of days. Please type a whole number, 1 or more.`,
  dayWrong: (typed: string) => `"${typed}" is not a day. Please write it as YYYY-MM-DD.`,
  dayAhead: (day: string) => `${day} is still to come. Please log it once it has happened.`,
  emailWrong: (typed: string) => `"${typed}" is not an email address. Please mend it or leave it empty.`,
  urlWrong: (typed: string) => `"${typed}" is not a web address. It begins with https:// or http://.`,
  whoMissing: 'With whom was it? Please choose a contact.',
  noSuchContact: (name: string) => `There is no contact called "${name}" yet. Choose one from the list, or add the contact first.`,
  noSuchNote: (path: string) => `There is no note "${path}" any more.`,

  uriMissingName: 'The link asks for a contact but gives no "name". Please type one.',

  contactAdded: (name: string) => `${name} is now among your contacts.`,
  contactKnown: (name: string) => `${name} is already among your contacts; here is the note.`,
  interactionLogged: (name: string) => `Logged with ${name}.`,
  interactionKnown: (name: string) => `This is already logged with ${name}.`,

  name: 'Name',
  namePlaceholder: 'First and last name',
  knownAlready: (name: string) => `There is already a note for ${name}.`,
  openNote: 'Open note',
  space: 'Space',
  spaceHint: 'Where you know each other from.',
  spaces: { network: 'Network – weak tie', community: 'Community – trusted circle', team: 'Team – work together' },
  communityField: 'Communities',
  communityHint: 'Separated by commas. A name that has no note yet gets one.',
  topics: 'Topics',
  topicsHint: 'What you talk about, separated by commas.',
  cadence: 'Keep in touch',
  cadenceHint: 'A soft reminder in the sidebar, nothing more.',
  noCadence: 'No reminder',
  cadences: { 21: 'About every three weeks', 60: 'About every two months', 182: 'About every six months', 365: 'About once a year' } as Readonly<Record<number, string>>,
  otherCadence: 'Every so many days',
  cadenceDays: 'Days',
  email: 'Email',
  url: 'Web address',
  add: 'Add',
  log: 'Log',
  cancel: 'Cancel',

  who: 'With whom',
  whoPlaceholder: 'Type a name',
  direction: 'Which way',
  directions: { received: 'I received', gave: 'I gave' },
  day: 'Day',
  what: 'What it was',
  whatPlaceholder: 'A call, a hint, a book lent; [[links]] welcome',

  tab: 'Ties',
  dueHeading: 'Might be glad to hear from you',
  dormantHeading: 'Out of touch for long',
  nobodyDue: 'Nobody is waiting. Enjoy the quiet, or surprise someone.',
  noContacts: 'The people who give you ideas can have notes too. Begin with one person you learn from.',
  reading: 'Reading your contacts…',
  noneYet: 'no contact noted yet',
  every: (days: number) => {
    if (days === 1) return 'every day';
    if (days < 14) return `every ${days} days`;
    if (days < 28) return `about every ${days < 18 ? 'two' : days < 25 ? 'three' : 'four'} weeks`;
    const months = Math.round(days / 30.44);
    if (months === 1) return 'about once a month';
    if (months < 12) return `about every ${['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'][months - 2] ?? months} months`;
    const years = Math.round(days / 365.25);
    return years <= 1 ? 'about once a year' : `about every ${years} years`;
  },
  ago: (days: number) => {
    if (days <= 0) return 'today';
    if (days === 1) return 'yesterday';
    if (days < 14) return `${days} days ago`;
    if (days < 60) return `about ${Math.round(days / 7)} weeks ago`;
    if (days < 365) return `about ${Math.round(days / 30.44)} months ago`;
    const years = Math.round(days / 365.25);
    return years <= 1 ? 'about a year ago' : `about ${years} years ago`;
  },
  more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),

  importContacts: 'Ties: import contacts',
  exportContacts: 'Ties: export contacts',
  undoImport: 'Ties: undo last import',
  importTitle: (file: string) => `Import from ${file}`,
  importSummary: ({ made, merged, same, skipped }: { made: number; merged: number; same: number; skipped: number }) =>
    [made > 0 || merged + same + skipped === 0 ? `${made} new` : '', merged > 0 ? `${merged} to be added to` : '', same > 0 ? `${same} known already` : '', skipped > 0 ? `${skipped} skipped` : ''].filter((part) => part !== '').join(' · '),
  importChoices: { new: 'New contact', merge: 'Add to contact', skip: 'Skip' },
  importChoiceFor: (name: string) => `What becomes of ${name}`,
  importRows: 'People in the file',
  importMatch: (name: string, reason: string) => `${name}, ${reason}`,
  importMatchEarlier: (name: string, reason: string) => `${name} further up in this file, ${reason}`,
  importReasons: { uid: 'same id', email: 'same email', profile: 'same profile address', name: 'same name' },
  importNews: (fields: string) => `new: ${fields}`,
  importNoNews: 'nothing new',
  importFields: { otherNames: 'name', uids: 'id', emails: 'email', phones: 'phone', urls: 'web address', addresses: 'address', topics: 'topics', org: 'organisation', role: 'role', birthday: 'birthday', met: 'since when you know each other', note: 'note' },
  importLeftOut: (parts: string) => `Stays in the file: ${parts}.`,
  importLeftOutPart: (name: string, count: number) => (name === 'PHOTO' ? (count === 1 ? 'one picture' : `${count} pictures`) : `${name} (${count})`),
  importBroken: (count: number) => (count === 1 ? 'One entry cannot be imported' : `${count} entries cannot be imported`),
  brokenCard: {
    'cut-off': (line: number, shown: string) => `Line ${line}: ${shown === '' ? 'a card' : `the card of ${shown}`} has no end.`,
    nameless: (line: number, shown: string) => `Line ${line}: there is no name${shown === '' ? '' : ` (${shown})`}.`,
    group: (line: number, shown: string) => `Line ${line}: ${shown === '' ? 'this' : shown} is a list of people, not a person.`,
    formula: (line: number, shown: string) => `Line ${line}: the name is a formula (${shown}), not a name.`,
  },
  importColumns: (used: number, all: number) => `Columns: ${used} of ${all} are used`,
  importColumn: (name: string, sample: string) => (sample === '' ? name : `${name} – ${sample}`),
  importColumnUnnamed: (number: number) => `Column ${number}`,
  importNobody: 'No column tells a name or an email. Please choose one above.',
  columnKinds: {
    none: 'Leave out', name: 'Full name', prefix: 'Name: prefix', given: 'Name: first', middle: 'Name: middle', family: 'Name: last', suffix: 'Name: suffix', otherNames: 'Other name', emails: 'Email', phones: 'Phone',
    urls: 'Web address', addresses: 'Address', topics: 'Topics', org: 'Organisation', role: 'Role', birthday: 'Birthday', met: 'Known since', note: 'Note', uids: 'Id',
  },
  importButton: (count: number) => (count === 1 ? 'Import one person' : `Import ${count} people`),
  importNothing: 'Everything in this file is known already. Nothing has to be done.',
  importing: (done: number, all: number) => `Importing: ${done} of ${all}`,
  imported: (made: number, merged: number) => `Imported: ${made} new, ${merged} added to. "Ties: undo last import" takes it back.`,
  importProblems: (count: number, first: string) => `${count === 1 ? 'One note' : `${count} notes`} could not be written. ${first}`,
  importBusy: 'An import is still under way. Please wait until it is done.',
  cannotKeepUndo: (reason: string) => `Nothing was imported, because this device has no room to note down how to undo it (${reason}). Please import a smaller file.`,
  undone: (count: number) => (count === 1 ? 'The import was taken back: one note.' : `The import was taken back: ${count} notes.`),
  undoneBut: (count: number, kept: string) => `The import was taken back in ${count === 1 ? 'one note' : `${count} notes`}. Changed since, and therefore left as they are: ${kept}.`,
  changedSince: (name: string) => `${name} was changed since the import and was left as it is.`,
  fileEmpty: (name: string) => `${name} is empty.`,
  fileUnknown: (name: string) => `${name} is neither a vCard nor a table (CSV) of contacts. Nothing was imported.`,
  fileUnreadable: (name: string, reason: string) => `${name} cannot be read (${reason}). Nothing was imported.`,
  fileTooLarge: (name: string, size: number, most: number) => `${name} has ${size} MB; up to ${most} MB can be read. Please cut it into smaller files. Nothing was imported.`,
  tooManyPeople: (name: string, count: number, most: number) => `${name} has ${count} entries; up to ${most} can be imported at once. Please cut it into smaller files. Nothing was imported.`,
  exportFile: (day: string) => `Contacts ${day}`,
  exported: (count: number, path: string) => (count === 1 ? `One contact was written to ${path}.` : `${count} contacts were written to ${path}.`),
  exportNobody: 'There are no contacts to export yet.',
  exportFailed: (path: string, reason: string) => `${path} could not be written (${reason}).`,

  settingsHeading: 'Ties',
  folderSetting: 'Contacts folder',
  folderSettingHint: 'New contact notes are made here.',
  communityFolderSetting: 'Communities folder',
  communityFolderSettingHint: 'New community notes are made here.',
  folderCountsSetting: 'Every note in the contacts folder is a contact',
  folderCountsSettingHint: 'Otherwise only notes with the property type: contact, or with the tag below.',
  tagSetting: 'Contact tag',
  tagSettingHint: 'Notes with this tag are contacts too. Leave it empty for none.',
  sectionSetting: 'Heading of the interactions',
  sectionSettingHint: 'The list of interactions in a contact note stands below this heading.',
  keepSetting: 'Keep the last contact up to date',
  keepSettingHint: 'Logging an interaction raises the property last-contact. A later day that you typed stays.',
  cadenceSetting: 'Reminder for new contacts',
  cadenceSettingHint: 'In days; 0 for none.',
  dormantSetting: 'Out of touch after',
  dormantSettingHint: 'Days without contact after which a tie is listed as out of touch.',
  sectionEmpty: 'The heading cannot be empty.',
  dormantWrong: 'Please give at least 30 days.',
};
