/** A page below a settings tab that draws itself. */
export abstract class SettingPage {
	rootEl: HTMLElement = createDiv({ cls: 'setting-page' });
	titlebarEl: HTMLElement = this.rootEl.createDiv({ cls: 'setting-page-titlebar' });
	containerEl: HTMLElement = createDiv({ cls: 'setting-page-content' });
	title = '';

	abstract display(): void;

	hide(): void {
		this.containerEl.empty();
	}
}
