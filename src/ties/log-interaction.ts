import { fail, lineBreakOf, ok, readDay, type Day, type Result } from '../base';
import { findSection, linesOf, readProperties, withAppended, withProperties, type Line, type PropertyNames } from '../note';
import { words } from '../words';
import { interactionLinesOf, interactionText, interactionsOf, isSameInteraction, readInteraction, type Interaction, type InteractionLine } from './interaction';

/** How a vault wants interactions kept. */
export interface LogRule {
  readonly names: PropertyNames;
  readonly interactionsSection: string;
  readonly keepLastContact: boolean;
}

/**
 * The contact note with an interaction added to its list, in the order the list has (newest first unless it runs the
 * other way), and with `last-contact` raised where the rule wants it. An entry that is there already is not added
 * again. Fails, changing nothing, when the properties are broken or the list could not be read back.
 */
export function planInteraction(text: string, interaction: Interaction, rule: LogRule): Result<string> {
  const section = rule.interactionsSection;
  const isThere = (note: string): boolean => interactionsOf(note, section).some((one) => isSameInteraction(one, interaction));
  const logged = isThere(text) ? text : withEntry(text, interaction, section);
  if (!isThere(logged)) return fail(words.ties.cannotLog(section));
  return rule.keepLastContact ? withLastContact(logged, interaction.day, rule.names.lastContact) : ok(logged);
}

/**
 * The note with its last contact, the property `name`, raised to a day. A later day stays, and so does anything that is not a day:
 * a person typed it. Fails, changing nothing, on broken properties.
 */
export function withLastContact(text: string, day: Day, name: string): Result<string> {
  const properties = readProperties(text);
  if (!properties.ok) return properties;
  const present = properties.value[name];
  const isEmpty = present === undefined || present === null || present === '';
  const known = readDay(present);
  if (!isEmpty && (known === undefined || known >= day)) return ok(text);
  return withProperties(text, { [name]: day });
}

function withEntry(text: string, interaction: Interaction, section: string): string {
  const entries = outermost(interactionLinesOf(text, section));
  const said = interactionText(interaction);
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return withFirstEntry(text, `- ${said}`, section);
  const newestLast = first.interaction.day < last.interaction.day;
  const next = newestLast
    ? entries.find((entry) => entry.interaction.day > interaction.day)
    : entries.find((entry) => entry.interaction.day <= interaction.day);
  const newline = lineBreakOf(text);
  if (next !== undefined) return insert(text, next.line.from, next.lead + said + newline);
  return insert(text, endOfEntry(text, last, section), newline + last.lead + said);
}

// The blank lines that a person left below an empty heading stay where they are.
function withFirstEntry(text: string, entry: string, title: string): string {
  const section = findSection(text, title);
  if (section === undefined || text.slice(section.bodyFrom, section.ownTo).trim() !== '') return withAppended(text, title, entry, { tight: true });
  const newline = lineBreakOf(text);
  const rest = text.slice(section.bodyFrom);
  const before = text[section.bodyFrom - 1] === '\n' ? '' : newline;
  const after = rest === '' || /^[^\S\n]*\n/.test(rest) ? newline : newline + newline;
  return insert(text, section.bodyFrom, before + entry + after);
}

/** Entries that are not details of another one. */
function outermost(entries: readonly InteractionLine[]): InteractionLine[] {
  const least = Math.min(...entries.map(({ lead }) => indentOf(lead)));
  return entries.filter(({ lead }) => indentOf(lead) === least);
}

// An entry goes on over the lines that are indented below it, or that follow without a blank line or a bullet.
function endOfEntry(text: string, entry: InteractionLine, section: string): number {
  const limit = findSection(text, section)?.ownTo ?? text.length;
  const indent = indentOf(entry.lead);
  let end = entry.line.to;
  for (const line of linesOf(text)) {
    if (line.from <= entry.line.from) continue;
    if (line.from >= limit || !goesOn(line, indent)) break;
    end = line.to;
  }
  return end;
}

function goesOn(line: Line, indent: number): boolean {
  if (line.text.trim() === '') return false;
  if (indentOf(line.text) > indent) return true;
  return line.setting === 'prose' && readInteraction(line.text) === undefined && !/^\s*(?:[-*+]|\d+[.)]|>|#{1,6}|\|)(?:\s|$)/.test(line.text);
}

function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].replace(/\t/g, '    ').length ?? 0;
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}
