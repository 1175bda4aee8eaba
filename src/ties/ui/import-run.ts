import { fail, ok, type Result } from '../../base';
import { fileNameFor, freePath, nameOf, pathIn } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { changedEntry, isUntouched, madeEntry, readJournal, readKnownCard, withCardNews, withMovesFollowed, withoutImport, writeCard, type ContactFormat, type CreateStep, type ImportJournal, type ImportPlan, type JournalEntry, type KnownCard, type MergeStep } from '..';
import type { ShelfDirectory } from './shelf-directory';

const JOURNAL = 'last-import';
const NOTE_PAUSE = 50;

/** What an import came to. */
interface ImportOutcome {
  readonly made: number;
  readonly merged: number;
  /** A sentence for each note that could not be written. */
  readonly problems: readonly string[];
}

/** Carries imports out, and takes the last one back. */
export class ImportRun {
  #isBusy = false;
  readonly #moves: (readonly [from: string, to: string])[] = [];
  #following: number | undefined;

  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    private readonly kept: DraftStore,
  ) {
    edge.onNote((event) => {
      if (event.kind === 'renamed') this.#moved(event.from, event.note.path);
    });
    edge.plugin.register(() => this.#followMoves());
  }

  get canUndo(): boolean {
    return this.#journal() !== undefined;
  }

  /** What all contact notes know, those in the archive too, read anew. */
  async known(): Promise<KnownCard[]> {
    await this.directory.ready();
    const breathe = breathing();
    const cards: KnownCard[] = [];
    for (const { path } of this.directory.everyone()) {
      cards.push(readKnownCard(path, await this.edge.notes.read(path), this.edge.settings().properties));
      await breathe();
    }
    return cards;
  }

  /** Writes what a plan says. How to take it back is noted on the device first; without that nothing is written. */
  async carryOut(plan: ImportPlan, file: string, told: (done: number) => void): Promise<Result<ImportOutcome>> {
    if (this.#isBusy) return fail(words.ties.importBusy);
    this.#isBusy = true;
    try {
      const prepared = await this.#prepare(plan);
      const noted = this.#note({ file, entries: prepared.map(({ entry }) => entry) });
      return noted.ok ? ok(await this.#write(prepared, file, told)) : noted;
    } finally {
      this.#isBusy = false;
    }
  }

  /** Takes the last import back; gives back how many notes that were, and the names of those that stay because they changed, and of those that are gone. */
  async undo(): Promise<{ count: number; kept: readonly string[]; gone: readonly string[] }> {
    this.#followMoves();
    const [kept, gone]: [string[], string[]] = [[], []];
    let count = 0;
    const breathe = breathing();
    for (const entry of [...(this.#journal()?.entries ?? [])].reverse()) {
      if (this.edge.notes.find(entry.path) === undefined) gone.push(nameOf(entry.path));
      else if (await this.#takeBack(entry)) count++;
      else kept.push(nameOf(entry.path));
      await breathe();
    }
    this.kept.clear(JOURNAL);
    return { count, kept, gone };
  }

  // One note is followed at once, for the window may close. A folder that moves takes hundreds with it: the others are noted down together.
  #moved(from: string, to: string): void {
    this.#moves.push([from, to]);
    if (this.#isBusy || this.#following !== undefined) return;
    this.#followMoves();
    this.#following = window.setTimeout(() => this.#followMoves(), NOTE_PAUSE);
  }

  #followMoves(): void {
    window.clearTimeout(this.#following);
    this.#following = undefined;
    const moves = this.#moves.splice(0);
    const journal = moves.length === 0 ? undefined : this.#journal();
    if (journal === undefined) return;
    const known = new Set(journal.entries.map(({ path }) => path));
    if (moves.some(([from]) => known.has(from))) this.kept.save(JOURNAL, withMovesFollowed(journal, moves));
  }

  async #takeBack(entry: JournalEntry): Promise<boolean> {
    const { notes, app } = this.edge;
    if (entry.kind === 'changed') return (await notes.change(entry.path, (text) => withoutImport(entry, text))).ok;
    const file = app.vault.getFileByPath(entry.path);
    if (file === null || !isUntouched(entry, await notes.read(entry.path))) return false;
    await app.fileManager.trashFile(file);
    return true;
  }

  async #prepare({ steps }: ImportPlan): Promise<Prepared[]> {
    const taken = new Set<string>();
    const prepared: Prepared[] = [];
    for (const step of steps) {
      const one = step.kind === 'create' ? this.#prepareNew(step, taken) : await this.#prepareMerge(step);
      if (one !== undefined) prepared.push(one);
    }
    return prepared;
  }

  #prepareNew({ card }: CreateStep, taken: Set<string>): Prepared | undefined {
    const { notes } = this.edge;
    const path = freePath(pathIn(this.edge.settings().ties.folder, fileNameFor(card.name, words.ties.unnamedPerson)), (wanted) => notes.isTaken(wanted) || taken.has(wanted.toLowerCase()));
    const text = writeCard(card, nameOf(path), this.#format());
    if (!text.ok) return undefined;
    taken.add(path.toLowerCase());
    return { entry: madeEntry(path, text.value), write: () => notes.create(path, text.value) };
  }

  async #prepareMerge({ path, news }: MergeStep): Promise<Prepared> {
    const { notes } = this.edge;
    const merge = (text: string): Result<string> => withCardNews(text, news, this.edge.settings().properties);
    const before = await notes.read(path);
    const after = merge(before);
    const prepared: Prepared = {
      entry: changedEntry(path, before, after.ok ? after.value : before),
      // The note may have changed since it was read: what is noted is what happened.
      write: async () => {
        let text = '';
        const changed = await notes.change(path, (current) => merge((text = current)));
        if (changed.ok) prepared.entry = changedEntry(path, text, changed.value);
        return changed;
      },
    };
    return prepared;
  }

  async #write(prepared: readonly Prepared[], file: string, told: (done: number) => void): Promise<ImportOutcome> {
    const breathe = breathing();
    const problems: string[] = [];
    const done: JournalEntry[] = [];
    for (const one of prepared) {
      const written = await one.write();
      if (written.ok) done.push(one.entry);
      else problems.push(written.problem);
      told(done.length + problems.length);
      await breathe();
    }
    this.kept.save(JOURNAL, { file, entries: done });
    // What was renamed while the import was writing.
    this.#followMoves();
    const made = done.filter(({ kind }) => kind === 'made').length;
    return { made, merged: done.length - made, problems };
  }

  #note(journal: ImportJournal): Result<ImportJournal> {
    const kept = this.kept.keep(JOURNAL, journal);
    return kept.ok ? kept : fail(words.ties.cannotKeepUndo(kept.problem));
  }

  #journal(): ImportJournal | undefined {
    return readJournal(this.kept.load(JOURNAL));
  }

  #format(): ContactFormat {
    return { names: this.edge.settings().properties, interactionsSection: this.edge.settings().ties.interactionsSection };
  }
}

/** A step that is ready to be written, with the way back. */
interface Prepared {
  entry: JournalEntry;
  write(): Promise<Result<string>>;
}
