import { getAllTags, MarkdownView, TFile, type App, type Editor } from 'obsidian';
import { fail, ok, reasonOf, type Result } from '../base';
import { folderOf, nameOf, wikilink, type NoteRef, type NoteStore, type OwnChangeListener, type Properties } from '../note';
import { words } from '../words';

/** The vault as the rooms see it. The only place in the plugin that writes notes. */
export class VaultNotes implements NoteStore {
  /** The notes that are written now; a path stands here once for each writing under way. */
  readonly #writing: string[] = [];
  readonly #listeners = new Set<OwnChangeListener>();

  constructor(private readonly app: App) {}

  list(): readonly NoteRef[] {
    return this.app.vault.getMarkdownFiles().map(refOf);
  }

  find(path: string): NoteRef | undefined {
    const file = this.app.vault.getFileByPath(path);
    return file === null ? undefined : refOf(file);
  }

  isTaken(path: string): boolean {
    if (this.app.vault.getAbstractFileByPath(path) !== null) return true;
    const folder = this.app.vault.getFolderByPath(folderOf(path) || '/');
    return folder !== null && folder.children.some((child) => child.path.toLowerCase() === path.toLowerCase());
  }

  async read(path: string, how = { fromDisk: false }): Promise<string> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) throw new Error(words.notes.missing(path));
    return this.typed(path) ?? (await (how.fromDisk ? this.app.vault.read(file) : this.app.vault.cachedRead(file)));
  }

  typed(path: string): string | undefined {
    return this.#openEditor(path)?.editor.getValue();
  }

  properties(path: string): Properties {
    return this.app.metadataCache.getCache(path)?.frontmatter ?? {};
  }

  hasTag(path: string, tag: string): boolean {
    const cache = this.app.metadataCache.getCache(path);
    const wanted = `#${tag.replace(/^#/, '').toLowerCase()}`;
    const tags = cache === null ? [] : (getAllTags(cache) ?? []);
    return tags.map((found) => found.toLowerCase()).some((found) => found === wanted || found.startsWith(`${wanted}/`));
  }

  resolve(link: string, from: string): string | undefined {
    return this.app.metadataCache.getFirstLinkpathDest(link.replace(/[#|].*$/, '').trim(), from)?.path;
  }

  linkTo(path: string, from: string, label?: string): string {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) return wikilink(nameOf(path), label);
    return this.app.fileManager.generateMarkdownLink(file, from, undefined, label);
  }

  linkName(path: string, from: string): string {
    const file = this.app.vault.getFileByPath(path);
    return file === null ? nameOf(path) : this.app.metadataCache.fileToLinktext(file, from);
  }

  async create(path: string, text: string): Promise<Result<string>> {
    this.#writing.push(path);
    try {
      await this.#makeFolder(folderOf(path));
      return ok((await this.app.vault.create(path, text)).path);
    } catch (error) {
      return fail(words.notes.notCreated(path, reasonOf(error)));
    } finally {
      this.#endWriting(path);
    }
  }

  async change(path: string, rewrite: (text: string) => Result<string>, how = { leavesTyping: false }): Promise<Result<string>> {
    const open = this.#openEditor(path);
    const told = (text: string): Result<string> => {
      const outcome = rewrite(text);
      if (outcome.ok && outcome.value !== text) for (const listener of this.#listeners) listener(path, text, outcome.value);
      return outcome;
    };
    this.#writing.push(path);
    try {
      if (open === undefined) return await this.#changeOnDisk(path, told);
      return await changeInEditor(open, told, how.leavesTyping && (await this.#hasUnsaved(open)));
    } catch (error) {
      return fail(words.notes.notChanged(path, reasonOf(error)));
    } finally {
      this.#endWriting(path);
    }
  }

  isWriting(path: string): boolean {
    return this.#writing.includes(path);
  }

  onOwnChange(listener: OwnChangeListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #endWriting(path: string): void {
    this.#writing.splice(this.#writing.indexOf(path), 1);
  }

  async #changeOnDisk(path: string, rewrite: (text: string) => Result<string>): Promise<Result<string>> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) return fail(words.notes.missing(path));
    let outcome: Result<string> = ok('');
    await this.app.vault.process(file, (text) => {
      outcome = rewrite(text);
      return outcome.ok ? outcome.value : text;
    });
    return outcome;
  }

  // A note that is being edited is changed through its editor, so that cursor, folds, undo and unsaved typing stay.
  #openEditor(path: string): MarkdownView | undefined {
    let found: MarkdownView | undefined;
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.file?.path === path && view.getMode() === 'source' && isLoaded(view)) found ??= view;
    });
    return found;
  }

  async #hasUnsaved({ file, editor }: MarkdownView): Promise<boolean> {
    return file !== null && (await this.app.vault.read(file)).replace(/\r\n/g, '\n') !== editor.getValue();
  }

  async #makeFolder(folder: string): Promise<void> {
    if (folder === '' || this.app.vault.getFolderByPath(folder) !== null) return;
    await this.app.vault.createFolder(folder);
  }
}

// A view knows its file before it has the text: until then its editor is empty, and stands for nothing.
function isLoaded({ file, editor }: MarkdownView): boolean {
  return file?.stat.size === 0 || editor.lastLine() > 0 || editor.getLine(0) !== '';
}

async function changeInEditor(view: MarkdownView, rewrite: (text: string) => Result<string>, isSavedLater: boolean): Promise<Result<string>> {
  const before = view.editor.getValue();
  const outcome = rewrite(before);
  if (!outcome.ok) return outcome;
  if (outcome.value !== before) replaceDifference(view.editor, before, outcome.value);
  // Also where nothing had to change: after a save that failed, the editor may hold what the disk does not.
  if (!isSavedLater) await view.save();
  return outcome;
}

// One change from the first to the last differing character: everything around it, the cursor too, stays where it is.
function replaceDifference(editor: Editor, before: string, after: string): void {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  editor.transaction({
    changes: [{ from: editor.offsetToPos(start), to: editor.offsetToPos(before.length - end), text: after.slice(start, after.length - end) }],
  });
}

function refOf(file: TFile): NoteRef {
  return { path: file.path, ctime: file.stat.ctime, mtime: file.stat.mtime, size: file.stat.size };
}
