import { isMap, isNode, isScalar, type Document, type Pair } from 'yaml';
import { fail, ok, readDay, type Result } from '../base';

/** A name that stands more than once in a note's properties, as two devices leave it when a tool merges their files by line. */
export interface DoubledKey {
  readonly name: string;
  readonly pairs: readonly Pair[];
  /** What the lines say together. */
  readonly value: unknown;
}

/**
 * The names that stand more than once at the top of a document, each with what its lines say together: lists are united,
 * of two moments (days with a time) the earlier one counts, equal values are one. Fails with a sentence where only a person can tell which is right.
 */
export function doubledKeys(document: Document): Result<readonly DoubledKey[]> {
  const found: DoubledKey[] = [];
  for (const [name, pairs] of pairsByName(document)) {
    if (pairs.length < 2) continue;
    const value = united(pairs.map(({ value: one }) => valueOf(one, document)));
    if (value === undefined) return fail(`The property "${name}" stands more than once at the top of the note, with different values. Please keep the one that is right.`);
    found.push({ name, pairs, value });
  }
  return ok(found);
}

// A value that cannot be told, such as an alias of nothing, is reported by whoever reads the whole document.
function valueOf(node: unknown, document: Document): unknown {
  if (!isNode(node)) return node;
  try {
    return node.toJS(document) as unknown;
  } catch {
    return {};
  }
}

function pairsByName({ contents }: Document): Map<string, Pair[]> {
  const byName = new Map<string, Pair[]>();
  for (const pair of isMap(contents) ? contents.items : []) {
    if (isScalar(pair.key)) byName.set(String(pair.key.value), [...(byName.get(String(pair.key.value)) ?? []), pair]);
  }
  return byName;
}

function united(values: readonly unknown[]): unknown {
  const told = values.filter((value) => value !== null && value !== '');
  const [first] = told;
  if (first === undefined) return values[0] ?? null;
  if (told.every((value) => JSON.stringify(value) === JSON.stringify(first))) return first;
  const lists = told.map((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  if (!lists.flat().every((item) => typeof item === 'string' || typeof item === 'number')) return undefined;
  if (told.some((value) => Array.isArray(value))) return [...new Map(lists.flat().map((item) => [String(item).trim(), item])).values()];
  return told.every(isMoment) ? told.reduce((earlier, one) => (String(one) < String(earlier) ? one : earlier)) : undefined;
}

// A plain day may be one until which something is held back, or one of a latest contact: of two such, only a person can tell.
function isMoment(value: unknown): boolean {
  return typeof value === 'string' && readDay(value) !== undefined && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:[\d:+.Z-]+$/.test(value);
}
