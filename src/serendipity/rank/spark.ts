import { seededRandom } from '../../base';
import type { VaultIndex } from '../vault/vault-index';
import { hashOf } from '../read/lexicon';
import type { Query, Spark, SparkQuery, Suggestion } from '../types';
import type { Steps } from '../steps';
import { NOTES_A_STEP, communitiesOf } from './communities';
import { daysOfRest, isIn } from './gates';
import { suggest, suggestingUndisturbed } from './suggest';
import { WorkSpace } from './work-space';

const DAY = 86_400_000;
const STARTS_PER_SPARK = 6;
const FEWEST_TERMS = 8;
const LOOKED_AT = 12;

/** Of notes that fit about as well the older one is taken: three years are worth a score half as high again. */
const AGE_POWER = 0.25;

/**
 * Old notes are preferred: the weight of a note that was not opened (or, where no opening is known, not changed) for a month is double,
 * for three years about sixfold.
 */
function ageWeight(path: string, mtime: number, { now, openedAt }: SparkQuery): number {
  const days = (now - (openedAt?.get(path) ?? mtime)) / DAY;
  return 1 + Math.log2(1 + Math.max(0, days) / 30);
}

/**
 * Notes to start from: a weighted sample without replacement (Efraimidis, Spirakis 2006). The random number of a note comes
 * from seed and path, so a vault gives the same sample whatever its history.
 */
function* starts(index: VaultIndex, query: SparkQuery, count: number): Steps<string[]> {
  const keyed: { path: string; key: number }[] = [];
  let sinceStep = 0;
  for (const note of Int32Array.from(index.numbers())) {
    if (++sinceStep % NOTES_A_STEP === 0) yield;
    const entry = index.entries[note];
    if (entry === undefined) continue;
    const { path, kind, count: terms, mtime } = entry;
    if (kind !== 'note' || terms < FEWEST_TERMS || query.hiddenNotes?.has(path) === true || daysOfRest(path, query) !== undefined) continue;
    if ([...(query.excludedFolders ?? []), ...(query.templateFolders ?? [])].some((folder) => isIn(path, folder))) continue;
    keyed.push({ path, key: Math.log(1 - seededRandom(query.seed ^ hashOf(path))()) / ageWeight(path, mtime, query) });
  }
  keyed.sort((a, b) => b.key - a.key || (a.path < b.path ? -1 : 1));
  return keyed.slice(0, count).map(({ path }) => path);
}

function queryFrom(path: string, { now, openedAt, restDays, hiddenPairs, hiddenNotes, excludedFolders, templateFolders }: SparkQuery): Query {
  return {
    path, now, limit: LOOKED_AT, surprise: 1,
    ...(openedAt && { openedAt }), ...(restDays !== undefined && { restDays }),
    ...(hiddenPairs && { hiddenPairs }), ...(hiddenNotes && { hiddenNotes }), ...(excludedFolders && { excludedFolders }), ...(templateFolders && { templateFolders }),
  };
}

/** Finds pairs of notes that should meet: alike, of different communities of the link graph, old ones preferred. */
export class Sparker {
  private communities: Int32Array = new Int32Array(0);
  private revision = -1;

  constructor(private readonly index: VaultIndex) {}

  /** In steps; a note that goes between two of them sparks nothing. */
  *sparks(query: SparkQuery): Steps<Spark[]> {
    const { index } = this;
    // Of its own: other questions, and other sparks, are answered between two steps.
    const space = new WorkSpace();
    const found: Spark[] = [];
    if (this.revision !== index.revision) {
      const { revision } = index;
      this.communities = yield* communitiesOf(index);
      this.revision = revision;
    }
    for (const path of yield* starts(index, query, query.count * STARTS_PER_SPARK)) {
      yield;
      const asking = queryFrom(path, query);
      const suggestions = (yield* suggestingUndisturbed(index, asking, space)) ?? suggest(index, asking, space);
      const note = index.noteAt(path);
      if (note !== undefined) found.push(...this.sparkFrom(note, suggestions, query));
    }
    found.sort((a, b) => b.score - a.score || (a.here.path < b.here.path ? -1 : 1));
    const used = new Set<string>();
    return found.filter(({ here, there }) => {
      if (used.has(here.path) || used.has(there.path)) return false;
      used.add(here.path).add(there.path);
      return true;
    }).slice(0, query.count);
  }

  private sparkFrom(note: number, suggestions: readonly Suggestion[], query: SparkQuery): Spark[] {
    const { path, title } = this.index.entry(note);
    const isElsewhere = (suggestion: Suggestion): boolean => {
      const other = this.index.noteAt(suggestion.path) as number;
      return suggestion.unexpected && suggestion.bridge.length > 1 && this.communities[other] !== this.communities[note];
    };
    const worth = ({ path: other, score }: Suggestion): number => score * ageWeight(other, this.index.entry(this.index.noteAt(other) as number).mtime, query) ** AGE_POWER;
    const [met] = suggestions.filter(isElsewhere).sort((a, b) => worth(b) - worth(a) || (a.path < b.path ? -1 : 1));
    if (met === undefined) return [];
    const { score, reasons, bridge } = met;
    return [{ here: { path, title }, there: { path: met.path, title: met.title }, score, reasons, bridge }];
  }
}
