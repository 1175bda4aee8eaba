import { ok, readDay, withUnixLines, type Result } from '../base';
import { bodyOf, findSection, isPlainList, linesOf, readProperties, selfContained, withAppended, withProperties, type PropertyNames, type PropertyValue } from '../note';
import { words } from '../words';
import { nameKey } from './contact';
import { interactionLinesOf, readInteraction } from './interaction';
import { planInteraction, type LogRule } from './log-interaction';

/** A contact note as it stands. */
export interface ContactText {
  readonly name: string;
  readonly text: string;
}

const ALIASES = 'aliases';
/** Properties that may hold one text or several. */
const SEVERAL = new Set([ALIASES, 'tags', 'uid', 'feeds']);

/**
 * The note of a person who had two, with everything of the other note in it: its name as an alias, lists joined, empty
 * properties filled, interactions in their order, all other text in a section of its own. Where both say something else,
 * the kept note is right and the other's word stands in that section. Fails, changing nothing, on broken properties.
 */
export function planMerge(kept: ContactText, other: ContactText, rule: LogRule): Result<string> {
  const [mine, theirs] = [readProperties(kept.text), readProperties(other.text)];
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  const { changes, unlike } = joined({ ...mine.value }, { ...theirs.value, [ALIASES]: [...asList(theirs.value[ALIASES]), other.name].filter((name) => nameKey(name) !== nameKey(kept.name)) }, rule.names);
  if (!isPlainList(theirs.value, ALIASES)) unlike.push(`- ${ALIASES}: ${JSON.stringify(theirs.value[ALIASES])}`);
  let merged = withProperties(kept.text, changes);
  for (const { interaction } of [...simpleEntries(other.text, rule.interactionsSection)]) {
    if (!merged.ok) return merged;
    merged = planInteraction(merged.value, interaction, { ...rule, keepLastContact: false });
  }
  if (!merged.ok) return merged;
  const rest = [unlike.join('\n'), restOf(other.text, rule.interactionsSection)].filter((part) => part !== '').join('\n\n');
  return ok(rest === '' ? merged.value : withAppended(merged.value, words.ties.mergedSection(other.name), selfContained(rest, 2)));
}

function joined(mine: Record<string, unknown>, theirs: Readonly<Record<string, unknown>>, names: PropertyNames): { changes: Record<string, PropertyValue>; unlike: string[] } {
  const changes: Record<string, PropertyValue> = {};
  const unlike: string[] = [];
  for (const [name, value] of Object.entries(theirs)) {
    const present = mine[name];
    if (isEmpty(value) || JSON.stringify(present) === JSON.stringify(value)) continue;
    const better = betterOf(name, present, value, names);
    if (better === 'unlike') unlike.push(`- ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
    else if (better !== 'same') changes[name] = better.value;
  }
  return { changes, unlike };
}

// What a property becomes, if anything else; `unlike` where the two notes say something else, or one says it in a way that no list of texts can hold.
function betterOf(name: string, present: unknown, value: unknown, names: PropertyNames): { readonly value: PropertyValue } | 'same' | 'unlike' {
  const areTexts = [present, value].every((one) => isPlainList({ [name]: one }, name));
  if (!areTexts) return isEmpty(present) && isPropertyValue(value) ? { value } : 'unlike';
  const { communities, topics, email, phone, url, address } = names;
  if (SEVERAL.has(name) || [communities, topics, email, phone, url, address].includes(name) || (Array.isArray(value) && (isEmpty(present) || Array.isArray(present)))) {
    const [all, added] = [asList(present), asList(value)];
    // Names are names in any case; of anything else, such as an address on the web, each letter may matter.
    const keyOf = name === ALIASES || name === communities ? nameKey : (text: string): string => text;
    const known = new Set(all.map(keyOf));
    const news = added.filter((text) => !known.has(keyOf(text)));
    if (news.length === 0) return 'same';
    const union = [...all, ...news];
    return { value: union.length === 1 && !Array.isArray(present) && !Array.isArray(value) ? (union[0] ?? '') : union };
  }
  if (isEmpty(present)) return isPropertyValue(value) ? { value } : 'unlike';
  const [mine, theirs] = [readDay(present), readDay(value)];
  if (mine === undefined || theirs === undefined || (name !== names.met && name !== names.lastContact)) return 'unlike';
  if (mine === theirs) return 'unlike';
  return (name === names.met) === (mine < theirs) ? 'same' : { value: theirs };
}

/** Interactions that take one line each; a longer one moves with the rest, so that none of its words are lost. */
function simpleEntries(text: string, section: string): ReturnType<typeof interactionLinesOf> {
  const lines = linesOf(text);
  return interactionLinesOf(text, section).filter(({ line, lead }) => {
    const next = lines.find(({ from }) => from === line.next && line.next > line.from);
    return !/^\s/.test(lead) && (next === undefined || next.text.trim() === '' || /^#{1,6}\s/.test(next.text) || readInteraction(next.text)?.lead === lead);
  });
}

function restOf(text: string, title: string): string {
  const section = findSection(text, title);
  const moved = new Set(simpleEntries(text, title).map(({ line }) => line.from));
  const body = text.length - bodyOf(text).length;
  return withUnixLines(linesOf(text)
    .filter(({ from, next }) => from >= body && !moved.has(from) && !(section !== undefined && from >= section.from && next <= section.bodyFrom))
    .map((line) => text.slice(line.from, line.next))
    .join('')).trim();
}

function asList(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((item): item is string | number => typeof item === 'string' || typeof item === 'number').map((item) => String(item).trim()).filter((item) => item !== '');
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isPropertyValue(value: unknown): value is PropertyValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}
