// Fits the blend's weights again: npm run bench:learn -- [--vaults FOLDER] [--splits 2]
// Links are hidden as in the quality bench; weights maximise the likelihood of the hidden ones among the candidates (a softmax
// per asking note; Cao and others 2007, ListNet's top one), all vaults counting the same, pulled towards the present weights.
// Prints the fit on all vaults and, for each vault, what weights learned on the others reach there.
import { parseArgs } from 'node:util';
import { Gates } from '../src/serendipity/rank/gates';
import { isNearDuplicate } from '../src/serendipity/rank/near-duplicate';
import { rankParts } from '../src/serendipity/rank/parts';
import { questionOfNote } from '../src/serendipity/rank/question';
import { BLEND, PARTS } from '../src/serendipity/rank/weights';
import { WorkSpace } from '../src/serendipity/rank/work-space';
import { VaultIndex } from '../src/serendipity/vault/vault-index';
import { mask } from './masking.mts';
import { type Vault, readVaults } from './vaults.mts';

const { values: options } = parseArgs({ options: { vaults: { type: 'string', default: '../shared/data/vaults' }, splits: { type: 'string', default: '2' } } });
const ROUNDS = 200;
const RATE = 0.1;
const PULL = 0.002;
const WIDTH = PARTS.length;

interface Lesson {
  readonly vault: string;
  readonly values: Float64Array;
  readonly right: Uint8Array;
  readonly wanted: number;
}

function lessonsOf(vault: Vault, seed: number): Lesson[] {
  const masked = mask(vault, 0.2, seed);
  const index = new VaultIndex();
  for (const { path, content } of masked.notes) index.put({ path, text: content, mtime: 0, ctime: 0 });
  index.settle();
  const space = new WorkSpace();
  return [...masked.hidden].map(([path, targets]) => {
    const asked = questionOfNote(index, index.noteAt(path) as number);
    const { mayShow } = new Gates(index, { path, limit: 10, now: 0 }, asked);
    const { question, notes, values } = rankParts(index, asked, space, mayShow);
    const rows = notes.map((note, row) => ({ note, row })).filter(({ note }) => !isNearDuplicate(index, question, space.asked, note));
    return {
      vault: vault.name, wanted: targets.size,
      values: Float64Array.from(rows.flatMap(({ row }) => [...values.subarray(row * WIDTH, (row + 1) * WIDTH)])),
      right: Uint8Array.from(rows, ({ note }) => (targets.has(index.entry(note).path) ? 1 : 0)),
    };
  });
}

function scoresOf({ values, right }: Lesson, weights: Float64Array): Float64Array {
  return Float64Array.from(right, (_, row) => {
    let score = 0;
    for (let part = 0; part < WIDTH; part++) score += (weights[part] as number) * (values[row * WIDTH + part] as number);
    return score;
  });
}

function addSlope(lesson: Lesson, weights: Float64Array, share: number, slope: Float64Array): void {
  const found = lesson.right.reduce((sum, one) => sum + one, 0);
  if (found === 0) return;
  const scores = scoresOf(lesson, weights);
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const odds = scores.map((score) => Math.exp(score - top));
  const total = odds.reduce((sum, one) => sum + one, 0);
  odds.forEach((odd, row) => {
    const error = share * (odd / total - (lesson.right[row] as number) / found);
    for (let part = 0; part < WIDTH; part++) slope[part] = (slope[part] as number) + error * (lesson.values[row * WIDTH + part] as number);
  });
}

/** Adam (Kingma, Ba 2015) with weights kept from going below 0. */
function learn(lessons: readonly Lesson[]): Float64Array {
  const start = Float64Array.from(PARTS, (part) => BLEND[part]);
  const weights = start.slice();
  const drift = new Float64Array(WIDTH);
  const spread = new Float64Array(WIDTH);
  const counts = new Map<string, number>();
  for (const { vault } of lessons) counts.set(vault, (counts.get(vault) ?? 0) + 1);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = weights.map((weight, part) => PULL * (weight - (start[part] as number)));
    for (const lesson of lessons) addSlope(lesson, weights, 1 / (counts.get(lesson.vault) as number) / counts.size, slope);
    for (let part = 0; part < WIDTH; part++) {
      const now = slope[part] as number;
      drift[part] = 0.9 * (drift[part] as number) + 0.1 * now;
      spread[part] = 0.99 * (spread[part] as number) + 0.01 * now * now;
      const step = (drift[part] as number) / (1 - 0.9 ** round) / (Math.sqrt((spread[part] as number) / (1 - 0.99 ** round)) + 1e-8);
      weights[part] = Math.max(0, (weights[part] as number) - (round < ROUNDS * 0.7 ? RATE : RATE / 5) * step);
    }
  }
  return weights;
}

function recall(lessons: readonly Lesson[], weights: Float64Array): string {
  const perVault = new Map<string, number[]>();
  for (const lesson of lessons) {
    const scores = scoresOf(lesson, weights);
    const best = Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, 10);
    const hits = best.filter((row) => lesson.right[row] === 1).length / lesson.wanted;
    perVault.set(lesson.vault, [...(perVault.get(lesson.vault) ?? []), hits]);
  }
  return [...perVault].map(([vault, hits]) => `${vault} ${(hits.reduce((sum, one) => sum + one, 0) / hits.length).toFixed(4)}`).join('  ');
}

const vaults = readVaults(options.vaults);
const lessons = vaults.flatMap((vault) => Array.from({ length: Number(options.splits) }, (_, split) => lessonsOf(vault, split + 1)).flat());
console.log(`recall@10 with the present weights:  ${recall(lessons, Float64Array.from(PARTS, (part) => BLEND[part]))}`);
const weights = learn(lessons);
console.log(`recall@10 with weights learned here: ${recall(lessons, weights)}`);
for (const { name } of vaults) {
  console.log(`learned without ${name}: ${recall(lessons.filter(({ vault }) => vault === name), learn(lessons.filter(({ vault }) => vault !== name)))}`);
}
console.log(PARTS.map((part, at) => `${part}: ${(weights[at] as number).toFixed(2)}`).join(', '));
