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
const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.matchAll(WORD)) {
    if (UNSPACED_SCRIPT.test(run)) eachUnspacedWord(run, (word) => words.push(word));
    else words.push(run);
  }
  return words;
}

/**
 * Typed search over names by MiniSearch: prefixes and slips, which the packed postings cannot find. Built on the first search
 * and kept up by replacing what changed; rebuilt instead of vacuumed, since vacuuming while replacing can fail.
 */
export class NameSearch {
  private search = NameSearch.fresh();
  private known = new Map<number, string>();
  private discarded = 0;
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
    if (this.discarded > 1000 && this.discarded > this.known.size / 2) {
      this.search = NameSearch.fresh();
      this.known.clear();
      this.discarded = 0;
    }
    const present = new Set(index.numbers());
    for (const note of [...this.known.keys()]) if (!present.has(note)) this.discard(note);
    for (const note of present) {
      const { title, aliases } = index.entry(note);
      const name = [title, ...aliases].join('\n');
      if (this.known.get(note) === name) continue;
      if (this.known.has(note)) this.discard(note);
      this.search.add({ id: note, title, aliases: aliases.join('\n') });
      this.known.set(note, name);
    }
  }

  private discard(note: number): void {
    this.search.discard(note);
    this.known.delete(note);
    this.discarded++;
  }

  find(typed: string, limit: number): NameMatch[] {
    this.catchUp();
    const found = this.search.search(typed).slice(0, limit * 2);
    return found
      .map(({ id, score }) => ({ entry: this.index.entry(id as number), score }))
      .sort((a, b) => b.score - a.score || (a.entry.path < b.entry.path ? -1 : 1))
      .slice(0, limit)
      .map(({ entry: { path, title }, score }) => ({ path, title, score }));
  }
}
