import type { Day } from '../base';
import { withProperties, type PropertyNames } from '../note';
import { words } from '../words';

/** A note to look at: its path within the sample folder, and its text. */
interface SampleNote {
  readonly name: string;
  readonly text: string;
}

/** What the sample notes are written with: the names that properties and sections have in this vault. */
interface SampleFormat {
  readonly names: PropertyNames;
  readonly takeSection: string;
  readonly interactionsSection: string;
}

/** Three notes to try the practice on: a quote that waits for a take, one that has a take, and a person. */
export function sampleNotes(today: Day, { names, takeSection, interactionsSection }: SampleFormat): SampleNote[] {
  const { samples } = words.welcome;
  const note = (name: string, properties: Readonly<Record<string, string>>, body: string): SampleNote => {
    const made = withProperties(body, properties);
    return { name, text: made.ok ? made.value : body };
  };
  const quote = (text: string, author: string): string => `> [!quote]\n> ${text}\n> — ${author}\n`;
  return [
    note(samples.waiting, { [names.type]: 'quote', [names.author]: 'Seneca', [names.captured]: `${today}T09:00` }, quote(samples.waitingText, 'Seneca')),
    note(samples.taken, { [names.type]: 'quote', [names.author]: 'Harold Jarche', [names.captured]: `${today}T09:05`, [names.sensed]: `${today}T09:10` }, `${quote(samples.takenText, 'Harold Jarche')}\n## ${takeSection}\n${samples.take}\n`),
    note(samples.person, { [names.type]: 'contact', [names.space]: 'network' }, `## ${interactionsSection}\n- ${today} received · ${samples.interaction}\n`),
  ];
}
