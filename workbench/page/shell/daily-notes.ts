import type { App } from '../app';
import { moment } from '../api/moment';
import type { TFile } from '../vault/files';
import { folderOf, joinPath, normalizePath } from '../vault/paths';
import { Notice } from '../ui/notice';
import { SuggestModal } from '../ui/suggest-modal';
import { InternalPlugin } from './internal-plugins';

interface DailyOptions {
	folder?: string;
	format?: string;
	template?: string;
}

interface TemplateOptions {
	folder?: string;
	dateFormat?: string;
	timeFormat?: string;
}

/** Fills `{{date}}`, `{{time}}` and `{{title}}`, each with an optional format; everything else stays. */
function fillTemplate(text: string, title: string, date = moment(), options: TemplateOptions = {}): string {
	return text
		.replace(/\{\{\s*(date|time)\s*(?::([^}]*))?\}\}/giu, (_whole, kind: string, format: string | undefined) => {
			const usual = kind.toLowerCase() === 'date' ? options.dateFormat || 'YYYY-MM-DD' : options.timeFormat || 'HH:mm';
			return date.format(format?.trim() || usual);
		})
		.replace(/\{\{\s*title\s*\}\}/giu, () => title);
}

/** The core plugin "Daily notes". */
export class DailyNotes extends InternalPlugin<DailyOptions> {
	constructor(app: App) {
		super(app, 'daily-notes', 'Daily notes');
	}

	override onload(): void {
		this.addCommand('daily-notes', "Open today's daily note", () => this.openToday());
		this.addCommand('daily-notes:goto-prev', 'Open previous daily note', () => this.step(-1));
		this.addCommand('daily-notes:goto-next', 'Open next daily note', () => this.step(1));
		this.app.ribbon.add('calendar', "Open today's daily note", () => void this.app.commands.executeCommandById('daily-notes'));
	}

	private async openToday(): Promise<void> {
		const path = this.pathOf(moment());
		const file = this.app.vault.getFileByPath(path) ?? (await this.create(path));
		await this.app.workspace.getLeaf().openFile(file);
	}

	private async create(path: string): Promise<TFile> {
		const { vault, metadataCache } = this.app;
		const folder = folderOf(path);
		if (folder !== '/' && !vault.getFolderByPath(folder)) await vault.createFolder(folder);
		const wanted = this.options.template?.trim();
		const template = wanted ? metadataCache.getFirstLinkpathDest(wanted, '') : null;
		if (wanted && !template) new Notice(`The template "${wanted}" for daily notes was not found.`);
		const text = template ? await vault.read(template) : '';
		const title = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '');
		return vault.create(path, fillTemplate(text, title));
	}

	private async step(direction: 1 | -1): Promise<void> {
		const current = this.app.workspace.getActiveFile()?.path ?? '';
		const today = this.pathOf(moment());
		const dated = this.app.vault.getMarkdownFiles().filter((file) => this.dateOf(file) !== null).map((file) => file.path).sort();
		const from = dated.includes(current) ? current : today;
		const next = direction > 0 ? dated.find((path) => path > from) : dated.reverse().find((path) => path < from);
		const file = next ? this.app.vault.getFileByPath(next) : null;
		if (file) await this.app.workspace.getLeaf().openFile(file);
		else new Notice(direction > 0 ? 'There is no later daily note.' : 'There is no earlier daily note.');
	}

	private dateOf(file: TFile): moment.Moment | null {
		const folder = normalizePath(this.options.folder ?? '/');
		if (folder !== '/' && !file.path.startsWith(`${folder}/`)) return null;
		const relative = file.path.slice(folder === '/' ? 0 : folder.length + 1).replace(/\.md$/u, '');
		const date = moment(relative, this.format(), true);
		return date.isValid() ? date : null;
	}

	private pathOf(date: moment.Moment): string {
		return `${joinPath(normalizePath(this.options.folder ?? '/'), date.format(this.format()))}.md`;
	}

	private format(): string {
		return this.options.format?.trim() || 'YYYY-MM-DD';
	}
}

/** The core plugin "Templates". */
export class Templates extends InternalPlugin<TemplateOptions> {
	constructor(app: App) {
		super(app, 'templates', 'Templates');
	}

	override onload(): void {
		this.addCommand('insert-template', 'Insert template', () => this.choose());
	}

	private choose(): void {
		const folder = normalizePath(this.options.folder ?? '');
		const files = this.app.vault.getMarkdownFiles().filter((file) => folder !== '/' && file.path.startsWith(`${folder}/`));
		if (files.length === 0) new Notice('No templates were found. Choose a template folder in the settings of Templates.');
		else if (files.length === 1 && files[0]) void this.insert(files[0]);
		else new TemplateChooser(this.app, files, (file) => void this.insert(file)).open();
	}

	private async insert(template: TFile): Promise<void> {
		const info = this.app.workspace.activeEditor;
		if (!info?.editor || !info.file) return void new Notice('Open a note to insert a template into.');
		const text = await this.app.vault.read(template);
		info.editor.replaceSelection(fillTemplate(text, info.file.basename, moment(), this.options));
	}
}

class TemplateChooser extends SuggestModal<TFile> {
	constructor(app: App, private readonly files: TFile[], private readonly choose: (file: TFile) => void) {
		super(app);
		this.setPlaceholder('Type name of a template…');
	}

	getSuggestions(query: string): TFile[] {
		return this.files.filter((file) => file.basename.toLowerCase().includes(query.toLowerCase()));
	}

	renderSuggestion(file: TFile, el: HTMLElement): void {
		el.setText(file.basename);
	}

	onChooseSuggestion(file: TFile): void {
		this.choose(file);
	}
}
