import { FuzzySuggestModal, Modal, type App } from 'obsidian';
import { fail, ok, type Result } from '../../base';
import { nameOf } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { nameChooser, nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { changedEntry, planMerge, readJournal, withLinksMoved, withoutImport, type Contact, type JournalEntry } from '..';
import type { ShelfDirectory } from './shelf-directory';

const JOURNAL = 'last-merge';

/** Makes one contact of two, and takes the last merge back. */
export class MergeDesk {
  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    private readonly kept: DraftStore,
  ) {}

  get canUndo(): boolean {
    return this.#journal() !== undefined;
  }

  /** Asks who is the same person as this contact, and shows what the merged note would be. */
  open(contact: Contact): void {
    const others = this.directory.everyone().filter(({ path }) => path !== contact.path);
    new ContactPicker(this.edge.app, words.ties.mergePick(contact.name), others, (other) => void this.#preview(contact, other)).open();
  }

  async undo(): Promise<void> {
    const journal = this.#journal();
    if (journal === undefined) return;
    const back = await this.edge.notes.create(journal.other.path, journal.other.text);
    if (!back.ok) return this.edge.say(back.problem);
    const kept = await this.#takeBack(journal.entries);
    this.kept.clear(JOURNAL);
    this.edge.say(kept.length === 0 ? words.ties.mergeUndone : words.ties.mergeUndoneBut(kept.join(', ')));
  }

  async #preview(kept: Contact, other: Contact): Promise<void> {
    const linking = this.#linkingTo(other.path).filter((path) => path !== kept.path);
    const [keptText, otherText] = [await this.edge.notes.read(kept.path), await this.edge.notes.read(other.path)];
    const planned = this.#mergedText(kept, other, keptText, otherText);
    if (!planned.ok) return this.edge.say(planned.problem);
    new MergeModal(this.edge.app, {
      kept: kept.name,
      other: other.name,
      links: linking.length,
      text: planned.value,
      swap: () => void this.#preview(other, kept),
      merge: () => this.#merge(kept, other, linking),
    }).open();
  }

  // The other note goes last, and only when all of it has arrived and every link has followed.
  async #merge(kept: Contact, other: Contact, linking: readonly string[]): Promise<string | undefined> {
    const otherText = await this.edge.notes.read(other.path);
    const entries: JournalEntry[] = [];
    const change = async (path: string, rewrite: (text: string) => Result<string>): Promise<Result<string>> => {
      let before = '';
      const changed = await this.edge.notes.change(path, (text) => rewrite((before = text)));
      if (changed.ok && changed.value !== before) entries.unshift(changedEntry(path, before, changed.value));
      const noted = this.#note({ other: { path: other.path, text: otherText }, entries });
      return noted.ok ? changed : noted;
    };
    const written = await change(kept.path, (text) => this.#mergedText(kept, other, text, otherText));
    if (!written.ok) return this.#giveUp(entries, written.problem);
    for (const path of linking) {
      const followed = await change(path, (text) => ok(this.#linksMoved(text, path, kept, other)));
      if (!followed.ok) return this.#giveUp(entries, followed.problem);
    }
    const file = this.edge.app.vault.getFileByPath(other.path);
    if (file !== null) await this.edge.app.fileManager.trashFile(file);
    this.edge.say(words.ties.merged(kept.name, other.name));
    await this.edge.open(kept.path);
    return undefined;
  }

  // A link that cannot follow would lead to nobody: then everything goes back to what it was.
  async #giveUp(entries: readonly JournalEntry[], problem: string): Promise<string> {
    const left = await this.#takeBack(entries);
    this.kept.clear(JOURNAL);
    return left.length === 0 ? words.ties.mergeTakenBack(problem) : words.ties.mergeHalf(problem, left.join(', '));
  }

  /** Takes changes back, the last one first; gives back the names of the notes that changed since and stay. */
  async #takeBack(entries: readonly JournalEntry[]): Promise<string[]> {
    const left: string[] = [];
    for (const entry of entries) {
      if (entry.kind !== 'changed') continue;
      const restored = await this.edge.notes.change(entry.path, (text) => withoutImport(entry, text));
      if (!restored.ok) left.push(nameOf(entry.path));
    }
    return left;
  }

  #mergedText(kept: Contact, other: Contact, keptText: string, otherText: string): Result<string> {
    const { properties: names, ties } = this.edge.settings();
    const merged = planMerge({ name: kept.name, text: keptText }, { name: other.name, text: otherText }, { names, interactionsSection: ties.interactionsSection, keepLastContact: ties.keepLastContact });
    return merged.ok ? ok(this.#linksMoved(merged.value, kept.path, kept, other)) : merged;
  }

  #linksMoved(text: string, from: string, kept: Contact, other: Contact): string {
    const { notes } = this.edge;
    return withLinksMoved(text, { isOld: (target) => notes.resolve(target, from) === other.path, wikiTarget: notes.linkName(kept.path, from), path: kept.path });
  }

  #linkingTo(path: string): string[] {
    const { metadataCache } = this.edge.app;
    const linksInProperties = (from: string): boolean => (metadataCache.getCache(from)?.frontmatterLinks ?? []).some(({ link }) => this.edge.notes.resolve(link, from) === path);
    return this.edge.notes.list().map((note) => note.path).filter((from) => from !== path && (metadataCache.resolvedLinks[from]?.[path] !== undefined || linksInProperties(from)));
  }

  #note(journal: MergeJournal): Result<MergeJournal> {
    const kept = this.kept.keep(JOURNAL, journal);
    return kept.ok ? kept : fail(words.ties.cannotKeepUndo(kept.problem));
  }

  #journal(): MergeJournal | undefined {
    const kept = this.kept.load(JOURNAL);
    const entries = readJournal(kept)?.entries;
    if (entries === undefined || typeof kept !== 'object' || kept === null || !('other' in kept)) return undefined;
    const { other } = kept;
    const isNote = typeof other === 'object' && other !== null && 'path' in other && 'text' in other && typeof other.path === 'string' && typeof other.text === 'string';
    return isNote ? { other: { path: String(other.path), text: String(other.text) }, entries } : undefined;
  }
}

/** What a merge did: the note that went, and what changed in others. */
interface MergeJournal {
  readonly other: { readonly path: string; readonly text: string };
  readonly entries: readonly JournalEntry[];
}

class ContactPicker extends FuzzySuggestModal<Contact> {
  constructor(app: App, prompt: string, private readonly contacts: readonly Contact[], private readonly choose: (contact: Contact) => void) {
    super(app);
    nameChooser(this, prompt);
  }

  override getItems(): Contact[] {
    return [...this.contacts];
  }

  override getItemText({ name, aliases }: Contact): string {
    return [name, ...aliases].join(', ');
  }

  override onChooseItem(contact: Contact): void {
    this.choose(contact);
  }
}

interface MergeFacts {
  readonly kept: string;
  readonly other: string;
  readonly links: number;
  readonly text: string;
  swap(): void;
  merge(): Promise<string | undefined>;
}

class MergeModal extends Modal {
  constructor(app: App, private readonly facts: MergeFacts) {
    super(app);
  }

  override onOpen(): void {
    const { kept, other, links, text } = this.facts;
    this.modalEl.addClass('sss-modal', 'sss-merge');
    this.setTitle(words.ties.mergeTitle(kept));
    nameModal(this);
    this.contentEl.createEl('p', { text: words.ties.mergeExplain(kept, other, links) });
    this.contentEl.createEl('pre', { cls: 'sss-preview', text, attr: { tabindex: '0', role: 'region', 'aria-label': words.ties.mergePreview } });
    const problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    const merge = row.createEl('button', { text: words.ties.mergeButton, cls: 'mod-cta', attr: { type: 'button' } });
    merge.addEventListener('click', () => {
      merge.disabled = true;
      void this.facts.merge().then((said) => {
        if (said === undefined) this.close();
        else problem.setText(said);
      });
    });
    row.createEl('button', { text: words.ties.mergeSwap(other), attr: { type: 'button' } }).addEventListener('click', () => {
      this.close();
      this.facts.swap();
    });
    row.createEl('button', { text: words.ties.cancel, attr: { type: 'button' } }).addEventListener('click', () => this.close());
    merge.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
