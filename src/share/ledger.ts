import { fail, lazily, linkDestination, ok, readDay, wellFormed, type Day, type Result } from '../base';
import { escapedInline, findSection, isPlainList, linesOf, listProperty, readProperties, readWikilink, shownName, unescaped, withAppended, withProperties, type PropertyNames } from '../note';
import { words } from '../words';
import { readAudiences, AUDIENCES, type Audience } from './audience';
import { readCameBackLine, type CameBackEntry } from './came-back';
import type { ShareRecord } from './record';

/** One line of a note's share history. */
export interface LedgerEntry {
  readonly day: Day;
  readonly audience: Audience;
  /** Links or names, as written. */
  readonly recipients: readonly string[];
  readonly channel: string;
  readonly address?: string;
  /** The reason, when it went without a take. */
  readonly withoutTake?: string;
  /** Why it went to the network first; empty when no reason was given. */
  readonly early?: string;
  /** The day of the latest new version there. */
  readonly updated?: Day;
  /** The day it was taken back. */
  readonly withdrawn?: Day;
  /** What came back. */
  readonly cameBack?: readonly CameBackEntry[];
}

/** A ledger line with its words as they stand in the note. */
export interface LedgerLine {
  readonly entry: LedgerEntry;
  /** Where the line starts and ends, without its line break; offsets in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  /** Where the last line that belongs to it ends. */
  readonly end: number;
  readonly text: string;
}

/** How the vault writes its ledgers. */
export interface LedgerFormat {
  readonly names: PropertyNames;
  readonly sharedSection: string;
  /** The link to a recipient's note that works in the note at `from`. */
  linkTo(path: string, from: string): string;
}

const SEPARATOR = ' · ';
const MARKDOWN_LINK = /^\[((?:\\.|[^\\\]])*)\]\((?:<([^>]*)>|([^()]*(?:\([^()]*\)[^()]*)*))\)$/;
// A note's name may hold the separator: inside a link it separates nothing.
const FIELD = / · ((?:\\.|\[\[[^\]\n]*\]\]|\[(?:\\.|[^\\\]])*\]\((?:<[^>]*>|[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)|(?! · ).)*)/gu;
const ledgerLineForm = lazily(() => /^\s*[-*+]\s+(\d{4}-\d{2}-\d{2})\s+(\p{L}+)((?:\s+·\s+.*)?)$/u);
const KEY = /#([0-9a-z]{13})$/;
const WITHOUT_TAKE = /^without a take(?::\s*(.*))?$/;
const EARLY = /^straight there(?::\s*(.*))?$/;
const UPDATED = /^updated\s+(\d{4}-\d{2}-\d{2})$/;
const WITHDRAWN = /^withdrawn\s+(\d{4}-\d{2}-\d{2})$/;

/** The ledger line of a record: `- DAY AUDIENCE · RECIPIENT … · CHANNEL`; an override says so at the end. */
export function ledgerLine(record: ShareRecord, format: LedgerFormat): string {
  const channel = record.address === undefined ? record.channel : `[${record.channel}](${linkDestination(record.address)})`;
  const recipients = record.recipients.map(({ name, path }) => (path === undefined ? oneField(name) : format.linkTo(path, record.path))).filter((shown) => shown !== '');
  return `- ${[`${record.day} ${record.audience}`, ...recipients, channel, ...overridesOf(record)].join(SEPARATOR)}`;
}

function overridesOf({ withoutTake, early }: ShareRecord): string[] {
  return [
    ...(withoutTake === undefined ? [] : [`without a take: ${oneField(withoutTake)}`]),
    ...(early === undefined ? [] : [`straight there${early.trim() === '' ? '' : `: ${oneField(early)}`}`]),
  ];
}

/** The share history in a note's text; lines that are none are passed over and stay as they are. */
export function readLedger(text: string, sharedSection: string): LedgerEntry[] {
  return ledgerLinesOf(text, sharedSection).map(({ entry }) => entry);
}

/** The lines of a note's share history where they stand, each with what came back below it. */
export function ledgerLinesOf(text: string, sharedSection: string): LedgerLine[] {
  const section = findSection(text, sharedSection);
  if (section === undefined) return [];
  const found: LedgerLine[] = [];
  for (const { from, to, text: line } of linesOf(text).filter((one) => one.from >= section.bodyFrom && one.from < section.to)) {
    const above = found.at(-1);
    const response = above === undefined ? undefined : readCameBackLine(line);
    if (above !== undefined && response !== undefined && isBelow(line, above.text)) {
      found[found.length - 1] = { ...above, end: to, entry: { ...above.entry, cameBack: [...(above.entry.cameBack ?? []), response] } };
      continue;
    }
    const entry = readLine(line);
    if (entry !== undefined) found.push({ entry, from, to, end: to, text: line });
  }
  return found;
}

/** Whether a record can be written into a note, to be asked before anything leaves. */
export function canRecord(text: string, names: PropertyNames): Result<void> {
  const properties = readProperties(text);
  if (!properties.ok) return properties;
  return isPlainList(properties.value, names.shared) ? ok(undefined) : fail(words.share.sharedIsNoList(names.shared));
}

/**
 * The note with a record in its ledger and the audience in its `shared` property. A record that stands there already
 * changes nothing, so that a retry never counts twice.
 */
export function withRecord(text: string, record: ShareRecord, format: LedgerFormat): Result<string> {
  const line = ledgerLine(record, format);
  const written = withLine(text, line, record, format);
  const properties = readProperties(written);
  if (!properties.ok) return properties;
  const reached = listProperty(properties.value, format.names.shared);
  const foreign = reached.filter((value) => readAudiences([value]).length === 0);
  const audiences = AUDIENCES.filter((audience) => audience === record.audience || readAudiences(reached).includes(audience));
  return withProperties(written, { [format.names.shared]: [...audiences, ...foreign] });
}

// The same line, or the line of the same item where it stands, tells it already; a new version is noted there, unless
// another device noted a later one.
function withLine(text: string, line: string, record: ShareRecord, format: LedgerFormat): string {
  const standing = ledgerLinesOf(text, format.sharedSection).filter(({ entry }) => entry.withdrawn === undefined);
  if (standing.some(({ text: written }) => withoutMarks(written) === line)) return text;
  const key = keyIn(record.address);
  const recipients = readLine(line)?.recipients.join('\n');
  const same = standing.find(({ entry }) => key !== undefined && keyIn(entry.address) === key && entry.audience === record.audience && entry.recipients.join('\n') === recipients);
  if (same === undefined) return withAppended(text, format.sharedSection, line, { tight: true });
  const latest = same.entry.updated ?? same.entry.day;
  // An override of the new version stands beside what was told of the first one.
  const told = overridesOf(record).filter((override) => !same.text.trimEnd().split(SEPARATOR).includes(override));
  if (latest > record.day) return told.length === 0 ? text : marked(text, same, [...told, ...(same.entry.updated === undefined ? [] : [`updated ${latest}`])], UPDATED);
  return marked(text, same, [...told, `updated ${record.day}`], UPDATED);
}

/** The key of an item that a channel keeps, from its address. */
export function keyIn(address: string | undefined): string | undefined {
  return address === undefined ? undefined : KEY.exec(address)?.[1];
}

/** The key under which a channel keeps a note's item for an audience, as its ledger tells; undefined when it was never there. */
export function keyInLedger(ledger: readonly LedgerEntry[], channel: string, audience: Audience): string | undefined {
  return ledger.filter((entry) => entry.channel === channel && entry.audience === audience).map(({ address }) => keyIn(address)).find((key) => key !== undefined);
}

/** The note with a share marked as taken back. `line` is one of `ledgerLinesOf` this text. */
export function withWithdrawn(text: string, line: LedgerLine, day: Day): string {
  return marked(text, line, [`withdrawn ${day}`], WITHDRAWN);
}

function marked(text: string, { from, to }: LedgerLine, marks: readonly string[], kind: RegExp): string {
  const parts = text.slice(from, to).trimEnd().split(SEPARATOR);
  const kept = parts.filter((part, at) => at === 0 || !kind.test(part.trim()));
  return `${text.slice(0, from)}${[...kept, ...marks].join(SEPARATOR)}${text.slice(to)}`;
}

function withoutMarks(line: string): string {
  const parts = line.trim().split(SEPARATOR);
  while (parts.length > 1 && UPDATED.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join(SEPARATOR);
}

function isBelow(line: string, above: string): boolean {
  const indent = (text: string): number => (/^\s*/.exec(text)?.[0] ?? '').replace(/\t/g, '    ').length;
  return indent(line) > indent(above);
}

/** A note's text without its share history, which tells who got what and stays at home. */
export function withoutLedger(text: string, sharedSection: string): string {
  const section = findSection(text, sharedSection);
  return section === undefined ? text : `${text.slice(0, section.from).trimEnd()}\n\n${text.slice(section.to)}`.trimEnd();
}

function readLine(line: string): LedgerEntry | undefined {
  const match = ledgerLineForm().exec(line.trimEnd());
  const day = readDay(match?.[1]);
  const [audience] = readAudiences([match?.[2] ?? '']);
  if (match === null || day === undefined || audience === undefined) return undefined;
  const fields = [...(match[3] ?? '').replace(/\s+/g, ' ').matchAll(FIELD)].map(([, field = '']) => field.trim()).filter((field) => field !== '');
  const told = popMarks(fields);
  const last = fields.pop() ?? '';
  const addressed = MARKDOWN_LINK.exec(last);
  return {
    day, audience, recipients: fields.map(recipientShown),
    channel: addressed?.[1] ?? last,
    ...(addressed === null ? {} : { address: addressed[2] ?? addressed[3] ?? '' }),
    ...told,
  };
}

// What may follow the channel, in any order; of two of a kind the last one counts.
function popMarks(fields: string[]): Pick<LedgerEntry, 'withoutTake' | 'early' | 'updated' | 'withdrawn'> {
  let told: Pick<LedgerEntry, 'withoutTake' | 'early' | 'updated' | 'withdrawn'> = {};
  for (let last = fields.at(-1); last !== undefined; last = fields.at(-1)) {
    const [override, early] = [WITHOUT_TAKE.exec(last), EARLY.exec(last)];
    const [updated, withdrawn] = [readDay(UPDATED.exec(last)?.[1]), readDay(WITHDRAWN.exec(last)?.[1])];
    if (override !== null) told = { withoutTake: unescaped(override[1] ?? ''), ...told };
    else if (early !== null) told = { early: unescaped(early[1] ?? ''), ...told };
    else if (updated !== undefined) told = { ...told, updated };
    else if (withdrawn !== undefined) told = { ...told, withdrawn };
    else break;
    fields.pop();
  }
  return told;
}

function recipientShown(field: string): string {
  return readWikilink(field) === undefined ? unescaped(MARKDOWN_LINK.exec(field)?.[1] ?? field) : shownName(field);
}

// The separator inside a name or a reason would split the line when it is read again.
function oneField(text: string): string {
  return escapedInline(wellFormed(text).replace(/\s*·\s*/g, ', ').replace(/\s+/g, ' ').trim());
}
