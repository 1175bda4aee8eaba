import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import MiniSearch from 'minisearch';
import type { MaskedVault, } from './masking.mts';

export type Answers = ReadonlyMap<string, readonly string[]>;

const SHOWN = 10;

function titleOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

function indexed(masked: MaskedVault): MiniSearch {
  const search = new MiniSearch({ fields: ['title', 'text'], idField: 'path' });
  search.addAll(masked.notes.map(({ path, content }) => ({ path, title: titleOf(path), text: content })));
  return search;
}

/** The ten first that may be offered: content notes that are not linked already. */
function shown(masked: MaskedVault, query: string, found: readonly { readonly id: unknown }[]): string[] {
  const linked = masked.neighbours.get(query);
  return found.map(({ id }) => id as string).filter((path) => path !== query && masked.content.has(path) && linked?.has(path) !== true).slice(0, SHOWN);
}

function queryText(masked: MaskedVault, path: string): string {
  return `${titleOf(path)} ${masked.notes.find((note) => note.path === path)?.content ?? ''}`;
}

/** The twenty words with the highest tf·idf among those in at least two notes. */
function bestWords(masked: MaskedVault, frequency: ReadonlyMap<string, number>, path: string): string {
  const counts = new Map<string, number>();
  for (const word of wordsOf(queryText(masked, path))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => ({ word, df: frequency.get(word) ?? 0, count }))
    .filter(({ df }) => df >= 2)
    .sort((a, b) => b.count * Math.log(masked.notes.length / b.df) - a.count * Math.log(masked.notes.length / a.df))
    .slice(0, 20).map(({ word }) => word).join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[\n\r\p{Z}\p{P}]+/u).filter(Boolean);
}

/** What plain MiniSearch answers to whole notes and to twenty words of them. Kept in `bench/results`, since it takes minutes. */
export function baselines(masked: MaskedVault, split: string): { plain: Answers; twenty: Answers } {
  const file = `bench/results/baseline-${masked.name}-${split}.json`;
  if (!existsSync(file)) {
    process.stderr.write(`Plain MiniSearch is asked about ${masked.name}, split ${split}; kept for the next time.\n`);
    const search = indexed(masked);
    const frequency = new Map<string, number>();
    for (const { path } of masked.notes) for (const word of new Set(wordsOf(queryText(masked, path)))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    const queries = [...masked.hidden.keys()];
    const plain = queries.map((path) => [path, shown(masked, path, search.search(queryText(masked, path)))]);
    const twenty = queries.map((path) => [path, shown(masked, path, search.search(bestWords(masked, frequency, path)))]);
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(file, JSON.stringify({ plain, twenty }));
  }
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { plain: [string, string[]][]; twenty: [string, string[]][] };
  return { plain: new Map(kept.plain), twenty: new Map(kept.twenty) };
}
