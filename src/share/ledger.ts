import { fail, linkDestination, ok, readDay, wellFormed, type Day, type Result } from '../base';
import { contentOf, escapedInline, findSection, isPlainList, listProperty, readProperties, readWikilink, shownName, unescaped, withAppended, withProperties, type PropertyNames } from '../note';
import { words } from '../words';
import { readAudiences, AUDIENCES, type Audience } from './audience';
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
const LINE = /^\s*[-*+]\s+(\d{4}-\d{2}-\d{2})\s+(\p{L}+)((?:\s+·\s+.*)?)$/u;
const WITHOUT_TAKE = /^without a take(?::\s*(.*))?$/;

/** The ledger line of a record: `- DAY AUDIENCE · RECIPIENT … · CHANNEL`; an override says so at the end. */
export function ledgerLine(record: ShareRecord, format: LedgerFormat): string {
  const channel = record.address === undefined ? record.channel : `[${record.channel}](${linkDestination(record.address)})`;
  const recipients = record.recipients.map(({ name, path }) => (path === undefined ? oneField(name) : format.linkTo(path, record.path))).filter((shown) => shown !== '');
  const override = record.withoutTake === undefined ? [] : [`without a take: ${oneField(record.withoutTake)}`];
  return `- ${[`${record.day} ${record.audience}`, ...recipients, channel, ...override].join(SEPARATOR)}`;
}

/** The share history in a note's text; lines that are none are passed over and stay as they are. */
export function readLedger(text: string, sharedSection: string): LedgerEntry[] {
  const section = findSection(text, sharedSection);
  if (section === undefined) return [];
  return contentOf(text, section).split(/\r?\n/).flatMap((line) => readLine(line) ?? []);
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
  const section = findSection(text, format.sharedSection);
  const present = section !== undefined && contentOf(text, section).split(/\r?\n/).some((written) => written.trim() === line);
  const written = present ? text : withAppended(text, format.sharedSection, line, { tight: true });
  const properties = readProperties(written);
  if (!properties.ok) return properties;
  const reached = listProperty(properties.value, format.names.shared);
  const foreign = reached.filter((value) => readAudiences([value]).length === 0);
  const audiences = AUDIENCES.filter((audience) => audience === record.audience || readAudiences(reached).includes(audience));
  return withProperties(written, { [format.names.shared]: [...audiences, ...foreign] });
}

/** A note's text without its share history, which tells who got what and stays at home. */
export function withoutLedger(text: string, sharedSection: string): string {
  const section = findSection(text, sharedSection);
  return section === undefined ? text : `${text.slice(0, section.from).trimEnd()}\n\n${text.slice(section.to)}`.trimEnd();
}

function readLine(line: string): LedgerEntry | undefined {
  const match = LINE.exec(line.trimEnd());
  const day = readDay(match?.[1]);
  const [audience] = readAudiences([match?.[2] ?? '']);
  if (match === null || day === undefined || audience === undefined) return undefined;
  const fields = [...(match[3] ?? '').replace(/\s+/g, ' ').matchAll(FIELD)].map(([, field = '']) => field.trim()).filter((field) => field !== '');
  const override = WITHOUT_TAKE.exec(fields.at(-1) ?? '');
  if (override !== null) fields.pop();
  const last = fields.pop() ?? '';
  const addressed = MARKDOWN_LINK.exec(last);
  return {
    day, audience, recipients: fields.map(recipientShown),
    channel: addressed?.[1] ?? last,
    ...(addressed === null ? {} : { address: addressed[2] ?? addressed[3] ?? '' }),
    ...(override === null ? {} : { withoutTake: unescaped(override[1] ?? '') }),
  };
}

function recipientShown(field: string): string {
  return readWikilink(field) === undefined ? unescaped(MARKDOWN_LINK.exec(field)?.[1] ?? field) : shownName(field);
}

// The separator inside a name or a reason would split the line when it is read again.
function oneField(text: string): string {
  return escapedInline(wellFormed(text).replace(/\s*·\s*/g, ', ').replace(/\s+/g, ' ').trim());
}
