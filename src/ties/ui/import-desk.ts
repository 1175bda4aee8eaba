import { dayOf, inSlices, reasonOf } from '../../base';
import { pathIn } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { writeVcards } from '..';
import { ImportModal } from './import-modal';
import { ImportRun } from './import-run';
import { fitsIn, readContactsFileInSteps } from './read-contacts-file';
import type { ShelfDirectory } from './shelf-directory';

/** So many notes are named in one sentence. */
const MOST_NAMES = 12;
/** A file of so many bytes takes a moment, and the user is told. */
const LARGE = 4 * 1024 * 1024;
const ACCEPTED = '.vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/x-vcard,text/csv';

/** Imports and exports contacts, and takes the last import back. */
export class ImportDesk {
  readonly #run: ImportRun;

  constructor(private readonly edge: Edge, directory: ShelfDirectory, kept: DraftStore) {
    this.#run = new ImportRun(edge, directory, kept);
  }

  get canUndo(): boolean {
    return this.#run.canUndo;
  }

  /** Asks for a file of contacts and shows what importing it would do. */
  chooseFile(): void {
    const input = createEl('input');
    input.type = 'file';
    input.accept = ACCEPTED;
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file !== undefined) void this.preview(file);
    });
    input.click();
  }

  /** Reads a file and shows what importing it would do; nothing is written before the user says so. */
  async preview(file: File): Promise<void> {
    const problem = await this.#open(file);
    if (problem !== undefined) this.edge.say(problem);
  }

  async undo(): Promise<void> {
    const { count, kept, gone } = await this.#run.undo();
    const said = kept.length === 0 ? words.ties.undone(count) : words.ties.undoneBut(count, listed(kept));
    this.edge.say(gone.length === 0 ? said : `${said} ${words.ties.undoneGone(listed(gone))}`);
  }

  /** Writes all contacts as a file of vCards into the contacts folder. */
  async exportAll(): Promise<void> {
    const cards = await this.#run.known();
    if (cards.length === 0) return this.edge.say(words.ties.exportNobody);
    const path = this.#exportPath();
    try {
      const { vault } = this.edge.app;
      const folder = path.slice(0, path.lastIndexOf('/'));
      if (path.includes('/') && vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
      await vault.create(path, writeVcards(cards));
      this.edge.say(words.ties.exported(cards.length, path));
    } catch (error) {
      this.edge.say(words.ties.exportFailed(path, reasonOf(error)));
    }
  }

  async #open(file: File): Promise<string | undefined> {
    const fits = fitsIn(file.name, file.size);
    if (!fits.ok) return fits.problem;
    let content: Uint8Array;
    try {
      content = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      return words.ties.fileUnreadable(file.name, reasonOf(error));
    }
    if (file.size > LARGE) this.edge.say(words.ties.readingFile(file.name));
    const read = await inSlices(readContactsFileInSteps(file.name, content), breathing());
    if (!read.ok) return read.problem;
    new ImportModal(this.edge.app, read.value, {
      fileName: file.name,
      known: await this.#run.known(),
      run: async (plan, told) => {
        const outcome = await this.#run.carryOut(plan, file.name, told);
        if (!outcome.ok) return outcome.problem;
        const { made, merged, problems } = outcome.value;
        this.edge.say(words.ties.imported(made, merged));
        if (problems[0] !== undefined) this.edge.say(words.ties.importProblems(problems.length, problems[0]));
        return undefined;
      },
    }).open();
    return undefined;
  }

  #exportPath(): string {
    const name = words.ties.exportFile(dayOf(this.edge.clock()));
    const pathOf = (count: number): string => pathIn(this.edge.settings().ties.folder, count === 1 ? name : `${name} ${count}`).replace(/\.md$/, '.vcf');
    for (let count = 1; ; count++) if (!this.edge.notes.isTaken(pathOf(count))) return pathOf(count);
  }
}

function listed(names: readonly string[]): string {
  return [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? [words.ties.more(names.length - MOST_NAMES)] : [])].join(', ');
}
