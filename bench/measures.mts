import type { Answers } from './baselines.mts';
import { type MaskedVault, isAway } from './masking.mts';

/** Means over the asking notes of one split. */
export interface Measures {
  readonly recall: number;
  readonly ndcg: number;
  readonly hard: number;
  readonly tail: number;
  /** Share of what is shown that is unexpected. */
  readonly unexpected: number;
}

const SHOWN = 10;

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function recallOf(found: readonly string[], wanted: readonly string[]): number {
  return wanted.filter((path) => found.includes(path)).length / wanted.length;
}

/** Judges ten answers per asking note. `plain` is the whole-note answer of MiniSearch, which tells what is hard. */
export function measure(masked: MaskedVault, answers: Answers, plain: Answers): Measures {
  const recall: number[] = [], ndcg: number[] = [], hard: number[] = [], tail: number[] = [], unexpected: number[] = [];
  for (const [query, targets] of masked.hidden) {
    const found = (answers.get(query) ?? []).slice(0, SHOWN);
    const near = plain.get(query) ?? [];
    const isUnexpected = (path: string): boolean => !near.includes(path) && isAway(masked, query, path);
    recall.push(recallOf(found, [...targets]));
    const gain = found.reduce((sum, path, place) => sum + (targets.has(path) ? 1 / Math.log2(place + 2) : 0), 0);
    ndcg.push(gain / [...targets].slice(0, SHOWN).reduce((sum, _, place) => sum + 1 / Math.log2(place + 2), 0));
    const hardTargets = [...targets].filter(isUnexpected);
    if (hardTargets.length > 0) hard.push(recallOf(found, hardTargets));
    const tailTargets = [...targets].filter((path) => (masked.incoming.get(path) ?? 0) <= 1);
    if (tailTargets.length > 0) tail.push(recallOf(found, tailTargets));
    if (found.length > 0) unexpected.push(found.filter(isUnexpected).length / found.length);
  }
  return { recall: mean(recall), ndcg: mean(ndcg), hard: mean(hard), tail: mean(tail), unexpected: mean(unexpected) };
}

/** The mean of several measures, one by one. */
export function meanOf(all: readonly Measures[]): Measures {
  const of = (key: keyof Measures): number => mean(all.map((measures) => measures[key]));
  return { recall: of('recall'), ndcg: of('ndcg'), hard: of('hard'), tail: of('tail'), unexpected: of('unexpected') };
}
