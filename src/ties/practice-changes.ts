import { dayAfter, fail, lineBreakOf, ok, onOneLine, readDay, wellFormed, type Day, type Result } from '../base';
import { contentOf, findSection, linesOf, withAppended } from '../note';
import { words } from '../words';

/** "This changed my practice": one line of a community's note. */
export interface PracticeChange {
  readonly day: Day;
  /** In the user's words; one line of Markdown. */
  readonly text: string;
}

/** What is known of a community's effect, and since when its note is there. */
interface ChangesPractice {
  readonly practiceChanges: readonly PracticeChange[];
  readonly made?: Day;
}

const ITEM = /^[-*+][ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]*·[ \t]*|[ \t]+|$)(.*)$/;

/** The practice changes that a community's note lists below a heading: items `- DAY · TEXT`. Lines of another form are passed over. */
export function readPracticeChanges(text: string, heading: string): PracticeChange[] {
  const section = findSection(text, heading);
  if (section === undefined) return [];
  return contentOf(text, section).split(/\r?\n/).flatMap((line) => {
    const [, written, told = ''] = ITEM.exec(line.trimEnd()) ?? [];
    const day = readDay(written);
    return day === undefined ? [] : [{ day, text: told.trim() }];
  });
}

/**
 * The community's note with a change of practice in its list, in the order that the list has (newest first unless it runs the
 * other way). One that is there already is not added again. Fails, changing nothing, when it could not be read back.
 */
export function planPracticeChange(text: string, change: PracticeChange, heading: string): Result<string> {
  const told = onOneLine(wellFormed(change.text));
  const isThere = (note: string): boolean => readPracticeChanges(note, heading).some((one) => one.day === change.day && one.text === told);
  if (isThere(text)) return ok(text);
  const planned = withItem(text, change.day, `- ${change.day} · ${told}`, heading);
  return isThere(planned) ? ok(planned) : fail(words.ties.cannotLogChange(heading));
}

/** Communities that changed nothing in the user's practice for so many months, the longest quiet first; none when `months` is 0. */
export function quietCommunities<Group extends ChangesPractice>(communities: readonly Group[], today: Day, months: number): Group[] {
  const before = dayAfter(today, -Math.round(months * DAYS_OF_MONTH));
  return communities
    .map((community) => ({ community, since: lastChange(community) ?? community.made }))
    .filter(({ since }) => months > 0 && since !== undefined && since < before)
    .sort((left, right) => ((left.since ?? '') < (right.since ?? '') ? -1 : 1))
    .map(({ community }) => community);
}

/** The day on which a community changed the user's practice last; undefined when it never did. */
export function lastChange({ practiceChanges }: ChangesPractice): Day | undefined {
  return practiceChanges.map(({ day }) => day).sort().at(-1);
}

const DAYS_OF_MONTH = 30.44;

function withItem(text: string, day: Day, item: string, heading: string): string {
  const section = findSection(text, heading);
  const items = section === undefined ? [] : linesOf(text).flatMap((line) => {
    const on = line.setting === 'prose' && line.from >= section.bodyFrom && line.to <= section.ownTo ? readDay(ITEM.exec(line.text.trimEnd())?.[1]) : undefined;
    return on === undefined ? [] : [{ line, on }];
  });
  const [first, last] = [items[0], items.at(-1)];
  const next = first !== undefined && last !== undefined && first.on < last.on ? items.find(({ on }) => on > day) : items.find(({ on }) => on <= day);
  if (next === undefined) return withAppended(text, heading, item, { tight: true });
  return text.slice(0, next.line.from) + item + lineBreakOf(text) + text.slice(next.line.from);
}
