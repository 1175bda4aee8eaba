import { ItemView } from './view';
import type { WorkspaceLeaf } from './leaf';

/** What a leaf shows before anything is opened in it. */
export class EmptyView extends ItemView {
	override icon = 'file';

	getViewType(): string {
		return 'empty';
	}

	getDisplayText(): string {
		return 'New tab';
	}

	protected override async onOpen(): Promise<void> {
		const box = this.contentEl.createDiv({ cls: 'empty-state' }).createDiv({ cls: 'empty-state-container' });
		box.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
		const list = box.createDiv({ cls: 'empty-state-action-list' });
		const actions = { 'file-explorer:new-file': 'Create new note', 'switcher:open': 'Go to file', 'daily-notes': "Open today's daily note", 'command-palette:open': 'Run a command' };
		for (const [id, text] of Object.entries(actions)) {
			const el = list.createDiv({ cls: 'empty-state-action tappable', text, attr: { role: 'button', tabindex: '0' } });
			el.addEventListener('click', () => this.app.commands.executeCommandById(id));
		}
	}
}

/** Stands for a view whose plugin is not loaded. */
export class MissingView extends ItemView {
	override icon = 'ghost';

	constructor(leaf: WorkspaceLeaf, private readonly type: string) {
		super(leaf);
	}

	getViewType(): string {
		return this.type;
	}

	getDisplayText(): string {
		return `Plugin no longer active`;
	}

	protected override async onOpen(): Promise<void> {
		this.contentEl.createDiv({ cls: 'empty-state', text: `No loaded plugin offers the view "${this.type}".` });
	}
}
