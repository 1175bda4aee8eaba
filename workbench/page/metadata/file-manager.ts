import type { DataWriteOptions } from 'obsidian';
import type { App } from '../app';
import { getFrontMatterInfo, getLinkpath, parseYaml, stringifyYaml } from '../api/text';
import { askToDelete } from '../shell/confirm';
import { TFile, TFolder, type TAbstractFile } from '../vault/files';
import { folderOf, joinPath, normalizePath } from '../vault/paths';
import { updateLinks } from './link-update';
import { allRefs } from './references';

/** File operations as a person means them: links follow, deleted notes can be restored. */
export class FileManager {
	constructor(private readonly app: App) {}

	/** The folder for a new note, as the vault's settings say. */
	getNewFileParent(sourcePath: string): TFolder {
		const { vault } = this.app;
		const where = vault.getConfig('newFileLocation');
		const current = vault.getFolderByPath(folderOf(sourcePath));
		if (where === 'current' && current) return current;
		const chosen = vault.getFolderByPath(normalizePath(String(vault.getConfig('newFileFolderPath'))));
		return where === 'folder' && chosen ? chosen : vault.getRoot();
	}

	/** Makes an empty note with a free name. */
	async createNewMarkdownFile(folder: TFolder, name = 'Untitled', content = ''): Promise<TFile> {
		const path = this.app.vault.getAvailablePath(joinPath(folder.path, name), 'md');
		return this.app.vault.create(path, content);
	}

	/** Moves a file or folder; links to it in other notes follow. */
	async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
		const { vault, metadataCache } = this.app;
		await metadataCache.settle();
		const moved = new Set<TAbstractFile>(file instanceof TFolder ? vault.getFiles().filter((item) => item.path.startsWith(`${file.path}/`)) : [file]);
		const plan = this.linksTo(moved);
		await vault.rename(file, newPath);
		if (vault.getConfig('alwaysUpdateLinks') === false) return;
		for (const [source, targets] of plan) await this.relink(source, targets);
	}

	async promptForDeletion(file: TAbstractFile): Promise<boolean> {
		if (!(await askToDelete(this.app, file))) return false;
		await this.trashFile(file);
		return true;
	}

	/** Removes a file in the way the person chose in the settings. */
	async trashFile(file: TAbstractFile): Promise<void> {
		const option = this.app.vault.getConfig('trashOption');
		if (option === 'none') await this.app.vault.delete(file, true);
		else await this.app.vault.trash(file, option === 'system');
	}

	generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias?: string): string {
		const markdown = this.app.vault.getConfig('useMarkdownLinks') === true;
		const same = file.path === sourcePath && subpath !== '';
		const text = same ? '' : this.app.metadataCache.fileToLinktext(file, sourcePath, !markdown);
		const bang = file.extension === 'md' ? '' : '!';
		if (!markdown) return `${bang}[[${text}${subpath}${alias && alias !== text ? `|${alias}` : ''}]]`;
		const target = encodeURI(text + subpath).replaceAll('(', '%28').replaceAll(')', '%29');
		return `${bang}[${alias ?? file.basename}](${target})`;
	}

	/** Lets `change` edit the properties in place and writes them back; an unchanged note is not written. */
	async processFrontMatter(file: TFile, change: (properties: Record<string, unknown>) => void, options?: DataWriteOptions): Promise<void> {
		await this.app.vault.process(file, (text) => changeProperties(text, change), options);
	}

	async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
		const { vault } = this.app;
		const setting = String(vault.getConfig('attachmentFolderPath'));
		const beside = setting.startsWith('./') || setting === '.';
		const own = folderOf(sourcePath);
		const folder = normalizePath(beside ? joinPath(own, setting.replace(/^\.\/?/u, '')) : setting);
		if (folder !== '/' && !vault.getFolderByPath(folder)) await vault.createFolder(folder);
		const dot = filename.lastIndexOf('.');
		const [name, extension] = dot > 0 ? [filename.slice(0, dot), filename.slice(dot + 1)] : [filename, ''];
		return vault.getAvailablePath(joinPath(folder, name), extension);
	}

	/** For each note: its links that lead to one of the files now, by link path. */
	private linksTo(files: ReadonlySet<TAbstractFile>): Map<TFile, Map<string, TFile>> {
		const { vault, metadataCache } = this.app;
		const plan = new Map<TFile, Map<string, TFile>>();
		for (const source of vault.getMarkdownFiles()) {
			const targets = new Map<string, TFile>();
			for (const ref of allRefs(metadataCache.getFileCache(source) ?? {})) {
				const linkpath = getLinkpath(ref.link);
				const target = linkpath === '' ? null : metadataCache.getFirstLinkpathDest(linkpath, source.path);
				const relative = /^\.{1,2}\//u.test(linkpath);
				if (target && (files.has(target) || (relative && files.has(source)))) targets.set(linkpath, target);
			}
			if (targets.size > 0) plan.set(source, targets);
		}
		return plan;
	}

	private async relink(source: TFile, targets: ReadonlyMap<string, TFile>): Promise<void> {
		const { vault, metadataCache } = this.app;
		const cache = metadataCache.getFileCache(source);
		if (!cache) return;
		const relink = (linkpath: string): string | null => {
			const target = targets.get(linkpath);
			if (!target) return null;
			const stillLeadsThere = metadataCache.getFirstLinkpathDest(linkpath, source.path) === target;
			const renamed = metadataCache.fileToLinktext(target, source.path, true);
			return stillLeadsThere || renamed === linkpath ? null : renamed;
		};
		await vault.process(source, (text) => updateLinks(text, cache, relink));
	}
}

function changeProperties(text: string, change: (properties: Record<string, unknown>) => void): string {
	const info = getFrontMatterInfo(text);
	const parsed = info.exists ? parseYaml(info.frontmatter) : null;
	const properties = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<string, unknown>;
	const before = JSON.stringify(properties);
	change(properties);
	if (JSON.stringify(properties) === before) return text;
	const body = text.slice(info.contentStart);
	if (Object.keys(properties).length === 0) return body;
	return `---\n${stringifyYaml(properties)}---\n${body}`;
}
