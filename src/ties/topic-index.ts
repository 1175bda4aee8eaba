const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of a topic or a title, without case, accents and an English plural; Chinese and Japanese by character. */
export function topicWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/(\p{Script=Latin})\p{M}+/gu, '$1').normalize('NFC').toLowerCase();
  return (folded.match(WORD) ?? []).flatMap((word) => (UNSPACED.test(word) ? [...word] : [word.length > 3 ? word.replace(/([^s])s$/, '$1') : word]));
}

/** Which notes touch which topics, by the words of their titles, headings and tags. */
export class TopicIndex {
  readonly #paths = new Map<string, Set<string>>();
  readonly #words = new Map<string, readonly string[]>();

  /** Notes what a note is about; what was noted of it before is forgotten. Tells whether that is something else. */
  set(path: string, texts: readonly string[]): boolean {
    const words = [...new Set(texts.flatMap(topicWords))].sort();
    if (this.#words.get(path)?.join(' ') === words.join(' ')) return false;
    this.delete(path);
    this.#words.set(path, words);
    for (const word of words) {
      const present = this.#paths.get(word);
      if (present === undefined) this.#paths.set(word, new Set([path]));
      else present.add(path);
    }
    return true;
  }

  /** Forgets a note; tells whether it was known. */
  delete(path: string): boolean {
    for (const word of this.#words.get(path) ?? []) {
      const present = this.#paths.get(word);
      present?.delete(path);
      if (present?.size === 0) this.#paths.delete(word);
    }
    return this.#words.delete(path);
  }

  /** The notes that have all words of a topic. */
  touching(topic: string): string[] {
    const sets = topicWords(topic).map((word) => this.#paths.get(word) ?? new Set<string>());
    const [smallest, ...others] = sets.sort((left, right) => left.size - right.size);
    return smallest === undefined ? [] : [...smallest].filter((path) => others.every((set) => set.has(path)));
  }
}
