import { onOneLine, readDay, wellFormed, type Day } from '../base';
import { contentOf, findSection, withAppended } from '../note';

/** What became of an idea in the user's own work: it was tried, it opened a view, it prevented a mistake. */
export const APPLIED_HOW = ['tried', 'insight', 'error-avoided'] as const;
export type AppliedHow = (typeof APPLIED_HOW)[number];

/** Title of the section that holds the apply log. */
export const APPLIED_SECTION = 'Applied';

/** One line of a note's apply log. */
export interface AppliedEntry {
  readonly day: Day;
  readonly how: AppliedHow;
  /** In the user's words; one line of Markdown. */
  readonly text: string;
}

const ITEM = /^[-*+][ \t]+(\d{4}-\d{2}-\d{2})[ \t]+([a-z-]+)(?:[ \t]*·[ \t]*|[ \t]+|$)(.*)$/i;

/** The apply log of a note: items `- DAY HOW · TEXT` below its heading. Lines of another form are passed over. */
export function readApplied(text: string, heading: string): AppliedEntry[] {
  const section = findSection(text, heading);
  if (section === undefined) return [];
  return contentOf(text, section).split(/\r?\n/).flatMap((line) => {
    const [, written, word = '', told = ''] = ITEM.exec(line.trimEnd()) ?? [];
    const [day, how] = [readDay(written), APPLIED_HOW.find((one) => one === word.toLowerCase())];
    return day === undefined || how === undefined ? [] : [{ day, how, text: told.trim() }];
  });
}

/** How often something was tried, an insight gained, an error avoided: each by itself. */
export function countApplied(entries: readonly AppliedEntry[]): Readonly<Record<AppliedHow, number>> {
  const counts = { tried: 0, insight: 0, 'error-avoided': 0 };
  for (const { how } of entries) counts[how] += 1;
  return counts;
}

/** The note with a line in its apply log, which is made when it is missing. A line that stands there already is not written twice. */
export function withApplied(note: string, { day, how, text }: AppliedEntry, heading: string): string {
  const line = `- ${day} ${how} · ${onOneLine(wellFormed(text))}`;
  const section = findSection(note, heading);
  const present = section !== undefined && contentOf(note, section).split(/\r?\n/).some((written) => written.trimEnd() === line);
  return present ? note : withAppended(note, heading, line, { tight: true });
}
