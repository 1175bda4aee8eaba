import { TFile, type App } from 'obsidian';
import { fail, ok, reasonOf, type Result } from '../base';
import { folderOf, type Properties } from '../note';
import type { SharedFiles } from '../share';
import { words } from '../words';

/** The vault's files of any kind, for those channels that keep some. */
export class VaultFiles implements SharedFiles {
  constructor(private readonly app: App) {}

  list(folder: string): readonly string[] {
    return (this.app.vault.getFolderByPath(folder)?.children ?? []).filter((child) => child instanceof TFile).map(({ path }) => path);
  }

  properties(path: string): Properties | undefined {
    const known = this.app.metadataCache.getCache(path);
    return known === null ? undefined : (known.frontmatter ?? {});
  }

  version(path: string): string | undefined {
    const stat = this.app.vault.getFileByPath(path)?.stat;
    return stat === undefined ? undefined : `${String(stat.mtime)} ${String(stat.size)}`;
  }

  async read(path: string): Promise<string | undefined> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) return undefined;
    try {
      return await this.app.vault.read(file);
    } catch (error) {
      // A sync may have taken it away a moment ago, which the app does not know yet.
      if (await this.app.vault.adapter.exists(path)) throw error;
      return undefined;
    }
  }

  async write(path: string, text: string): Promise<Result<void>> {
    try {
      const file = this.app.vault.getFileByPath(path);
      if (file === null) await this.#create(path, text);
      else await this.app.vault.process(file, () => text);
      return ok(undefined);
    } catch (error) {
      return fail(words.share.fileNotWritten(path, reasonOf(error)));
    }
  }

  async #create(path: string, text: string): Promise<void> {
    const folder = folderOf(path);
    if (folder !== '' && this.app.vault.getFolderByPath(folder) === null) await this.app.vault.createFolder(folder);
    await this.app.vault.create(path, text);
  }
}
