const list = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`);

/** Texts of the room `practice`. */
export const practice = {
  dailyFill: 'Daily note: fill template tokens',
  filled: (count: number) => (count === 1 ? 'One token was filled.' : `${count} tokens were filled.`),
  noTokens: 'This note has no tokens to fill.',
  unknownTokens: (note: string, tokens: readonly string[]) =>
    `"${note}" asks for something that is not known, and it was left as it is: ${tokens.join(' ')}`,
  tokenProblem: (token: string, problem: string) => `{{${token}}} could not be filled: ${problem}`,
  cannotFill: (note: string, problem: string) => `The tokens in "${note}" were not filled: ${problem}`,
  propertyCannotHold: 'a token stands inside other text of a property. Let it be the whole value, or put the value in quotes.',
  isTemplate: (note: string) => `"${note}" is a template, so its tokens stay for the notes made from it.`,

  showMissing: (kinds: readonly string[]) => `This block does not say what to show. Write "show: ${kinds[0] ?? ''}"; allowed are ${list(kinds)}.`,
  valueNotAllowed: (key: string, value: string, allowed: readonly string[]) => `"${key}: ${value}" is not known here. Allowed for ${key}: ${list(allowed)}.`,
  keyNotAllowed: (key: string, value: string, show: string, allowed: readonly string[]) =>
    `"${key}: ${value}" is not known here. Together with "show: ${show}", the allowed keys are ${list(allowed)}.`,
  keyTwice: (key: string) => `"${key}" stands here twice. Please keep one of the lines.`,
  limitNotAllowed: (value: string, most: number) => `"limit: ${value}" cannot be used. Allowed for limit: a whole number from 1 to ${most}.`,
  folderEmpty: (value: string) => `"folder: ${value}" names no folder. Allowed for folder: the path of a folder, such as Projects/2026.`,
  lineNotAllowed: (line: string) => `"${line}" cannot be read. Each line is a key, a colon and a value, such as "show: queue".`,

  emptyQueue: 'No quote is waiting for a take.',
  emptyQueueIn: (folder: string) => `No quote in "${folder}" is waiting for a take.`,
  emptySpark: 'Nothing unexpected to show yet.',
  emptyDue: 'Nobody is waiting to hear from you.',
  blockLabel: { queue: 'Quotes waiting for a take', spark: 'Unexpected pairs of notes', 'ties-due': 'People to keep in touch with', spaces: 'The three spaces' },
  blockProblem: (problem: string) => `This block could not be shown: ${problem}`,
  reading: 'Reading your notes…',

  settingsHeading: 'Daily notes',
  fillDailySetting: 'Fill tokens in new daily notes',
  fillDailySettingHint: 'Tokens such as {{sense:queue}} in your daily note template are filled once, when the note is made here.',
};
