import { readDay, type Day } from '../base';
import { contentOf, findSection } from '../note';

/** What may come back for something that was shared. */
export const CAME_BACK_KINDS = ['reply', 'thanks', 'opportunity'] as const;
export type CameBackKind = (typeof CAME_BACK_KINDS)[number];

/** Something that came back, as it stands below its line in the share history. */
export interface CameBackEntry {
  readonly day: Day;
  readonly kind: CameBackKind;
  /** Whom it came from: a link or a name, as written; absent where the line has only a text. */
  readonly from?: string;
  /** One line of Markdown. */
  readonly text: string;
}

const ITEM = /^\s+[-*+][ \t]+(\d{4}-\d{2}-\d{2})[ \t]+([a-z]+)((?:[ \t]+·.*)?)$/i;
// A name may hold the separator: inside a link it separates nothing.
const FIELD = /·[ \t]+((?:\[\[[^\]\n]*\]\]|(?![ \t]·[ \t]).)*)/g;

/** What came back, listed as indented items in the share history of a note. Lines of another form are passed over. */
export function readCameBack(text: string, sharedSection: string): CameBackEntry[] {
  const section = findSection(text, sharedSection);
  if (section === undefined) return [];
  return contentOf(text, section).split(/\r?\n/).flatMap((line) => readCameBackLine(line) ?? []);
}

/** The same of one line; undefined when it is of another form. */
export function readCameBackLine(line: string): CameBackEntry | undefined {
  const [, written, word = '', rest = ''] = ITEM.exec(line.trimEnd()) ?? [];
  const [day, kind] = [readDay(written), CAME_BACK_KINDS.find((one) => one === word.toLowerCase())];
  if (day === undefined || kind === undefined) return undefined;
  const fields = [...rest.matchAll(FIELD)].map(([, field = '']) => field.trim()).filter((field) => field !== '');
  const from = fields.length > 1 || fields[0]?.startsWith('[[') === true ? fields.shift() : undefined;
  return { day, kind, text: fields.join(' · '), ...(from === undefined ? {} : { from }) };
}
