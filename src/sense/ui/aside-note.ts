import { ok, type Result } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { readAside, withAside, withoutAside, type Aside, type FoundEntry } from '..';

/** The note that says which quotes in other notes were put off or let go; they have no note of their own that could. */
export class AsideNote {
  #decided: ReadonlyMap<string, Aside> = new Map();
  #read: string | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly edge: Edge) {
    edge.onNote((event) => {
      const paths = event.kind === 'removed' ? [event.path] : event.kind === 'renamed' ? [event.note.path, event.from] : [event.note.path];
      if (paths.includes(this.path)) void this.#readAgain();
    });
    edge.onSettings(() => {
      if (this.#read !== undefined && this.#read !== this.path) void this.#readAgain();
    });
  }

  get path(): string {
    const written = this.edge.settings().sense.asideNote.trim();
    return written.endsWith('.md') ? written : `${written}.md`;
  }

  /** By the key of a quote's words. */
  get decided(): ReadonlyMap<string, Aside> {
    return this.#decided;
  }

  async ready(): Promise<void> {
    await this.edge.layoutReady();
    if (this.#read === undefined) await this.#readAgain();
  }

  /** Writes a decision down. */
  async decide({ key, path, quote }: FoundEntry, aside: Aside): Promise<Result<string>> {
    const { notes } = this.edge;
    const line = { key, text: quote.text, link: notes.linkTo(path, this.path) };
    const written = notes.find(this.path) === undefined
      ? await notes.create(this.path, withAside('', line, aside))
      : await notes.change(this.path, (text) => ok(withAside(text, line, aside)));
    if (written.ok) await this.#readAgain();
    return written;
  }

  /** Takes a decision back: what was decided `before` counts again, or nothing. */
  async takeBack(entry: FoundEntry, before: Aside | undefined): Promise<Result<string>> {
    if (before !== undefined) return this.decide(entry, before);
    const written = await this.edge.notes.change(this.path, (text) => ok(withoutAside(text, entry.key)));
    if (written.ok) await this.#readAgain();
    return written;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #readAgain(): Promise<void> {
    const { path } = this;
    this.#read = path;
    const text = this.edge.notes.find(path) === undefined ? '' : await this.edge.notes.read(path);
    if (this.#read !== path) return;
    this.#decided = readAside(text);
    for (const listener of this.#listeners) listener();
  }
}
