import { debounce } from '../base/debounce';
import type { WebAdapter } from './adapter';

const defaults: Record<string, unknown> = {
	alwaysUpdateLinks: true,
	attachmentFolderPath: '/',
	newFileLocation: 'root',
	newFileFolderPath: '/',
	newLinkFormat: 'shortest',
	useMarkdownLinks: false,
	strictLineBreaks: false,
	showInlineTitle: true,
	trashOption: 'local',
	defaultViewMode: 'source',
	livePreview: true,
	spellcheck: false,
	theme: '',
};

/** The vault's `app.json`: read once, written a moment after a change, unknown keys kept. */
export class VaultConfig {
	private values: Record<string, unknown> = {};
	private readonly save = debounce(() => this.write(), 300, true);

	constructor(private readonly adapter: WebAdapter, private readonly path: string) {}

	async load(): Promise<void> {
		if (!(await this.adapter.exists(this.path))) return;
		this.values = JSON.parse(await this.adapter.read(this.path)) as Record<string, unknown>;
	}

	get(key: string): unknown {
		return this.values[key] ?? defaults[key];
	}

	set(key: string, value: unknown): void {
		this.values[key] = value;
		this.save();
	}

	private async write(): Promise<void> {
		await this.adapter.mkdir(this.path.slice(0, this.path.lastIndexOf('/')));
		await this.adapter.write(this.path, JSON.stringify(this.values, null, 2));
	}
}
