import MiniSearch from 'minisearch';
import { folded } from '../read/fold';
import { eachUnspacedWord } from '../read/unspaced-words';
import type { NameMatch } from '../types';
import type { VaultIndex } from './vault-index';

interface NamedNote {
  readonly id: number;
  readonly title: string;
  readonly aliases: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.matchAll(WORD)) {
    eachUnspacedWord(run, (word) => words.push(word));
  }
  return words;
}

/**
 * Typed search over names by MiniSearch: prefixes and slips, which the packed postings cannot find. Built on the first search
 * and kept up by removing and adding what changed: names are short, so nothing is left to vacuum, which can fail while replacing.
 */
export class NameSearch {
  private readonly search = NameSearch.fresh();
  private readonly known = new Map<number, NamedNote>();
  private revision = -1;

  constructor(private readonly index: VaultIndex) {}

  private static fresh(): MiniSearch<NamedNote> {
    return new MiniSearch<NamedNote>({
      fields: ['title', 'aliases'], tokenize: wordsOf, processTerm: (word) => folded(word.toLowerCase()), autoVacuum: false,
      searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false), combineWith: 'AND' },
    });
  }

  private catchUp(): void {
    const { index } = this;
    if (this.revision === index.revision) return;
    this.revision = index.revision;
    const present = new Set(index.numbers());
    for (const note of [...this.known.keys()]) if (!present.has(note)) this.forget(note);
    for (const note of present) {
      const { title, aliases } = index.entry(note);
      const named = { id: note, title, aliases: aliases.join('\n') };
      const known = this.known.get(note);
      if (known?.title === title && known.aliases === named.aliases) continue;
      this.forget(note);
      this.search.add(named);
      this.known.set(note, named);
    }
  }

  private forget(note: number): void {
    const known = this.known.get(note);
    if (known === undefined) return;
    this.search.remove(known);
    this.known.delete(note);
  }

  find(typed: string, limit: number): NameMatch[] {
    this.catchUp();
    return this.search.search(typed)
      .map(({ id, score }) => ({ entry: this.index.entry(id as number), score: Math.round(score * 1e6) / 1e6 }))
      .sort((a, b) => b.score - a.score || (a.entry.path < b.entry.path ? -1 : 1))
      .slice(0, limit)
      .map(({ entry: { path, title }, score }) => ({ path, title, score }));
  }
}
