import Papa from 'papaparse';
import { linkDestination, onOneLine, readWebAddress, type Day } from '../base';
import { escapedInline, wikilink } from '../note';
import { words } from '../words';
import type { Audience } from './audience';
import type { LedgerEntry } from './ledger';

/** A ledger line, and the note it stands in. */
export interface HistoryEntry extends LedgerEntry {
  readonly path: string;
}

/** What a reader of the history wants to see; absent parts ask nothing. */
export interface HistoryFilter {
  /** Words in the note's name, a recipient, a channel or a reason; in any letter case. */
  readonly text?: string;
  readonly audience?: Audience;
  readonly channel?: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** The entries that a filter lets through, in their order. `nameOf` gives the name under which a note is shown. */
export function filteredHistory<Entry extends HistoryEntry>(entries: readonly Entry[], { text = '', audience, channel, from, to }: HistoryFilter, nameOf: (path: string) => string): Entry[] {
  const wanted = text.trim().toLocaleLowerCase();
  return entries.filter((entry) =>
    (audience === undefined || entry.audience === audience) &&
    (channel === undefined || entry.channel === channel) &&
    (from === undefined || entry.day >= from) &&
    (to === undefined || entry.day <= to) &&
    (wanted === '' || wordsOf(entry, nameOf).toLocaleLowerCase().includes(wanted)));
}

/** The history as a table for a spreadsheet: CSV (RFC 4180) in which no cell is taken for a formula. */
export function historyAsCsv(entries: readonly HistoryEntry[], nameOf: (path: string) => string): string {
  const columns = words.share.columns;
  const rows = entries.map((entry) => [
    entry.day, nameOf(entry.path), entry.path, words.share.audiences[entry.audience], entry.recipients.join(', '), entry.channel, entry.address ?? '', entry.withoutTake ?? '', entry.early ?? '',
    entry.updated ?? '', entry.withdrawn ?? '', cameBackShown(entry),
  ]);
  return `${Papa.unparse([[...columns], ...rows], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

/** The history as a Markdown table, each note and each address on the web linked; what came back stands as it was written. */
export function historyAsMarkdown(entries: readonly HistoryEntry[], nameOf: (path: string) => string): string {
  const cell = (text: string): string => escapedInline(onOneLine(text));
  const [day, note, , audience, recipients, channel, address, , , , , cameBack] = words.share.columns;
  const rows = entries.map((entry) => [
    entry.day, inCell(wikilink(entry.path.replace(/\.md$/i, ''), nameOf(entry.path))), words.share.audiences[entry.audience], cell(entry.recipients.join(', ')), cell(entry.channel),
    addressShown(entry.address), cell(remarksOn(entry)), inCell(onOneLine(cameBackShown(entry))),
  ]);
  const head = [day, note, audience, recipients, channel, address, words.share.remarks, cameBack];
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

// Markdown as it can stand in a cell: a bar there would begin the next one.
function inCell(markdown: string): string {
  return markdown.replace(/(\\*)\|/g, (written, slashes: string) => (slashes.length % 2 === 1 ? written : `${slashes}\\|`));
}

function addressShown(address = ''): string {
  return readWebAddress(address) === undefined ? escapedInline(onOneLine(address)) : `<${linkDestination(address)}>`;
}

function cameBackShown({ cameBack = [] }: HistoryEntry): string {
  return cameBack.map(({ day, kind, from = '', text }) => [day, words.share.responseKinds[kind], from, text].filter((part) => part !== '').join(' · ')).join('; ');
}

function remarksOn({ withoutTake, early, updated, withdrawn }: HistoryEntry): string {
  return [
    ...(withoutTake === undefined ? [] : [`${words.share.withoutTake}${withoutTake === '' ? '' : `: ${withoutTake}`}`]),
    ...(early === undefined || early === '' ? [] : [early]),
    ...(updated === undefined ? [] : [words.share.updatedOn(updated)]),
    ...(withdrawn === undefined ? [] : [words.share.withdrawnOn(withdrawn)]),
  ].join('; ');
}

function wordsOf({ path, recipients, channel, withoutTake, early }: HistoryEntry, nameOf: (path: string) => string): string {
  return [nameOf(path), ...recipients, channel, words.share.channels[channel] ?? '', withoutTake ?? '', early ?? ''].join('\n');
}
