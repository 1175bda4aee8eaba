import { ok, type Result } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { asideLineOf, readAside, withAside, withAsideBack, type Aside, type FoundEntry } from '..';

/** What was written about a quote, and the line that stood there before. */
interface SetAside {
  readonly written: string | undefined;
  readonly before: string | undefined;
}

/** Whether a decision was taken back, or `changed`: something else was decided since, which stays. */
export type TakenBack = 'back' | 'changed';

/** The note that says which quotes in other notes were put off or let go; they have no note of their own that could. */
export class AsideNote {
  #decided: ReadonlyMap<string, Aside> = new Map();
  #read: string | undefined;
  #writing: Promise<unknown> = Promise.resolve();
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

  /** Writes a decision down; one after the other, as the first one makes the note. */
  decide(entry: FoundEntry, aside: Aside): Promise<Result<SetAside>> {
    const deciding = this.#writing.then(() => this.#decide(entry, aside));
    this.#writing = deciding.catch(() => undefined);
    return deciding;
  }

  async #decide({ key, path, quote }: FoundEntry, aside: Aside): Promise<Result<SetAside>> {
    const { notes } = this.edge;
    const line = { key, text: quote.text, link: notes.linkTo(path, this.path) };
    let before: string | undefined;
    let written = withAside('', line, aside);
    const done = notes.find(this.path) === undefined
      ? await notes.create(this.path, written)
      : await notes.change(this.path, (text) => {
        before = asideLineOf(text, key);
        written = withAside(text, line, aside);
        return ok(written);
      });
    if (!done.ok) return done;
    await this.#readAgain();
    return ok({ written: asideLineOf(written, key), before });
  }

  /** Takes a decision back: the line from before counts again, or none. A line that says something else by now stays. */
  async takeBack({ key }: FoundEntry, { written, before }: SetAside): Promise<Result<TakenBack>> {
    let outcome: TakenBack = 'back';
    const done = await this.edge.notes.change(this.path, (text) => {
      const back = written === undefined ? undefined : withAsideBack(text, key, written, before);
      outcome = back === undefined ? 'changed' : 'back';
      return ok(back ?? text);
    });
    if (!done.ok) return done;
    await this.#readAgain();
    return ok(outcome);
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
