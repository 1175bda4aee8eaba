import type { App } from '../app';
import { debounce } from '../base/debounce';
import { getFrontMatterInfo } from '../api/text';
import { setIcon } from '../dom/icons';
import { MarkdownView } from '../editor/markdown-view';

/** The vault's name below the files, the switches of the sidebars, and the words of the open note. */
export function addVaultInfo(app: App): void {
	const profile = app.workspace.leftSplit.containerEl.createDiv({ cls: 'workspace-sidedock-vault-profile' });
	profile.createDiv({ cls: 'workspace-drawer-vault-name', text: app.vault.getName() });
	const settings = profile.createDiv({ cls: 'clickable-icon', attr: { 'aria-label': 'Settings', role: 'button', tabindex: '0' } });
	setIcon(settings, 'settings');
	settings.addEventListener('click', () => app.setting.open());
	app.ribbon.add('file-search', 'Open quick switcher', () => app.commands.executeCommandById('switcher:open'));
	app.ribbon.add('square-terminal', 'Open command palette', () => app.commands.executeCommandById('command-palette:open'));
	addToggles(app);
	countWords(app);
}

function addToggles(app: App): void {
	const make = (side: 'left' | 'right'): HTMLElement => {
		const el = createDiv({ cls: `sidebar-toggle-button mod-${side}`, attr: { 'data-tooltip-position': 'bottom' } });
		const icon = el.createDiv({ cls: 'clickable-icon', attr: { 'aria-label': `Toggle ${side} sidebar`, role: 'button', tabindex: '0' } });
		setIcon(icon, side === 'left' ? 'panel-left' : 'panel-right');
		icon.addEventListener('click', () => (side === 'left' ? app.workspace.leftSplit : app.workspace.rightSplit).toggle());
		return el;
	};
	app.ribbon.containerEl.prepend(make('left'));
	app.workspace.rootSplit.containerEl.querySelector('.workspace-tab-header-container')?.append(make('right'));
}

function countWords(app: App): void {
	const el = app.statusBar.addItem('plugin-word-count');
	const [wordsEl, charactersEl] = [el.createSpan({ cls: 'status-bar-item-segment' }), el.createSpan({ cls: 'status-bar-item-segment' })];
	el.hide();
	const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
	const count = debounce(() => {
		const view = app.workspace.getActiveFileView();
		const text = view instanceof MarkdownView && view.file ? view.getViewData() : '';
		const body = text.slice(getFrontMatterInfo(text).contentStart);
		const long = body.length > 200_000;
		const words = long ? (body.match(/\S+/gu)?.length ?? 0) : [...segmenter.segment(body)].filter((part) => part.isWordLike).length;
		wordsEl.setText(`${words} ${words === 1 ? 'word' : 'words'}`);
		charactersEl.setText(`${body.length} characters`);
		el.toggle(text !== '');
	}, 150, true);
	for (const name of ['file-open', 'editor-change', 'quick-preview']) app.workspace.on(name, () => count());
}
