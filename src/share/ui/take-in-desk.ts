import { FuzzySuggestModal, type App } from 'obsidian';
import { minuteOf, type Result } from '../../base';
import { folderOf, freePath, nameOf, pathIn, textProperty } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { takeRule } from '../../sense';
import { words } from '../../words';
import { COMMONS_TYPE, copiesToTake, keyIn, readCopy, spelled, TAKEN_IN, takeInCopy, type CommonsCopy, type FoundCopy, type TakenNote, type Taking } from '..';
import type { HistoryShelf } from './history-shelf';

interface Tally {
  made: number;
  updated: number;
  withdrawn: number;
  readonly kept: string[];
  readonly problems: string[];
}

/** Takes in copies from other people's commons, and their new versions. */
export class TakeInDesk {
  constructor(private readonly edge: Edge, private readonly history: HistoryShelf) {}

  /** Asks for one of the folders in which copies lie. */
  choose(): void {
    const folders = [...new Set(this.#copyPaths().map(folderOf))].sort();
    if (folders.length === 0) this.edge.say(words.share.takeInNone);
    else new FolderModal(this.edge.app, folders, (folder) => void this.takeIn(folder)).open();
  }

  /** Takes in the copies of a folder. Own copies, that came back by sync, are passed over. */
  async takeIn(folder: string): Promise<void> {
    const tally: Tally = { made: 0, updated: 0, withdrawn: 0, kept: [], problems: [] };
    const breathe = breathing();
    await this.history.ready();
    const own = new Set(this.history.all().map(({ address }) => keyIn(address)));
    const found: FoundCopy[] = [];
    for (const path of this.#copyPaths().filter((one) => folderOf(one) === folder)) {
      const copy = readCopy(await this.edge.notes.read(path));
      if (copy !== undefined && !own.has(copy.key) && !this.#isOwn(copy)) found.push({ path, copy });
      await breathe();
    }
    for (const { path, copy, there } of copiesToTake(found, this.#takenBefore())) {
      await this.#takeOne(path, copy, there, tally);
      await breathe();
    }
    this.#tell(tally);
  }

  async #takeOne(path: string, copy: CommonsCopy, there: string | undefined, tally: Tally): Promise<void> {
    const { notes } = this.edge;
    let taken: Taking | undefined;
    const plan = (text?: string): Result<Taking> => {
      const planned = takeInCopy(copy, text, minuteOf(this.edge.clock()), takeRule(this.edge.settings()));
      taken = planned.ok ? planned.value : undefined;
      return planned;
    };
    const written = there === undefined ? await this.#make(plan()) : await notes.change(there, (text) => {
      const planned = plan(text);
      return planned.ok ? { ok: true, value: 'text' in planned.value ? planned.value.text : text } : planned;
    });
    if (!written.ok) tally.problems.push(words.share.takenProblem(path, written.problem));
    else if (taken?.kind === 'new') tally.made++;
    else if (taken?.kind === 'updated') tally.updated++;
    else if (taken?.kind === 'withdrawn') tally.withdrawn++;
    else if (taken?.kind === 'kept') tally.kept.push(nameOf(there ?? path));
  }

  async #make(planned: Result<Taking>): Promise<Result<string>> {
    const { notes } = this.edge;
    if (!planned.ok) return planned;
    if (planned.value.kind !== 'new') return { ok: true, value: '' };
    return notes.create(freePath(pathIn(this.edge.settings().share.takenFolder, planned.value.fileName), (path) => notes.isTaken(path)), planned.value.text);
  }

  #copyPaths(): string[] {
    const { notes } = this.edge;
    const names = this.edge.settings().properties;
    return notes.list().map(({ path }) => path).filter((path) => textProperty(notes.properties(path), names.type) === COMMONS_TYPE || textProperty(notes.properties(path), 'type') === COMMONS_TYPE);
  }

  #takenBefore(): TakenNote[] {
    const { notes } = this.edge;
    const { author } = this.edge.settings().properties;
    return notes.list().flatMap(({ path }) => {
      const properties = notes.properties(path);
      const key = textProperty(properties, TAKEN_IN);
      return key === undefined ? [] : [{ path, key, author: textProperty(properties, author) ?? '' }];
    });
  }

  #isOwn({ by }: CommonsCopy): boolean {
    const byline = spelled(this.edge.settings().share.byline);
    return byline !== '' && by !== undefined && spelled(by) === byline;
  }

  #tell({ made, updated, withdrawn, kept, problems }: Tally): void {
    const { edge } = this;
    edge.say(words.share.takenIn(made, updated));
    if (withdrawn > 0) edge.say(words.share.takenWithdrawn(withdrawn));
    if (kept.length > 0) edge.say(words.share.takenKept(kept.join(', ')));
    if (problems[0] !== undefined) edge.say(problems[0]);
  }
}

class FolderModal extends FuzzySuggestModal<string> {
  constructor(app: App, private readonly folders: readonly string[], private readonly choose: (folder: string) => void) {
    super(app);
    this.setPlaceholder(words.share.takeInFolder);
  }

  override getItems(): string[] {
    return [...this.folders];
  }

  override getItemText(folder: string): string {
    return folder === '' ? '/' : folder;
  }

  override onChooseItem(folder: string): void {
    this.choose(folder);
  }
}
