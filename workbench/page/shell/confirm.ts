import type { App } from '../app';
import { ButtonComponent } from '../settings/button-components';
import { Modal } from '../ui/modal';
import type { TAbstractFile } from '../vault/files';

/** A button of a question; pressing it closes the question. */
export class ConfirmationButton extends ButtonComponent {
	constructor(containerEl: HTMLElement, private readonly closeModal: () => void) {
		super(containerEl);
	}

	override onClick(handler: (event: MouseEvent) => unknown): this {
		this.callback = async (event) => {
			if ((await handler(event)) !== false) this.closeModal();
		};
		return this;
	}

	setInitialFocus(): this {
		window.setTimeout(() => this.buttonEl.focus(), 0);
		return this;
	}

	setSecondary(): this {
		this.buttonEl.addClass('mod-secondary');
		return this;
	}

	setCancel(): this {
		this.buttonEl.addClass('mod-cancel');
		this.callback ??= () => this.closeModal();
		return this;
	}
}

/** A question with buttons. */
export class ConfirmationModal extends Modal {
	buttonContainerEl: HTMLElement;

	constructor(app: App) {
		super(app);
		this.modalEl.addClass('mod-confirmation');
		this.buttonContainerEl = this.modalEl.createDiv({ cls: 'modal-button-container' });
	}

	addClass(cls: string): this {
		this.modalEl.addClass(cls);
		return this;
	}

	addCheckbox(label: string, callback: (value: boolean) => unknown): this {
		const row = createEl('label', { cls: 'mod-checkbox' });
		this.buttonContainerEl.prepend(row);
		const box = row.createEl('input', { type: 'checkbox', attr: { tabindex: '-1' } });
		row.append(label);
		box.addEventListener('change', () => callback(box.checked));
		return this;
	}

	addButton(build: (button: ConfirmationButton) => unknown): this {
		build(new ConfirmationButton(this.buttonContainerEl, () => this.close()));
		return this;
	}

	addCancelButton(text = 'Cancel'): this {
		return this.addButton((button) => button.setButtonText(text).setCancel());
	}
}

/** Asks before a file is removed. */
export function askToDelete(app: App, file: TAbstractFile): Promise<boolean> {
	return new Promise((resolve) => {
		const modal = new ConfirmationModal(app);
		modal.setTitle('Delete file').setContent(`Are you sure you want to delete "${file.name}"? It will be moved to the .trash folder of this vault.`);
		modal.addButton((button) => button.setButtonText('Delete').setWarning().setInitialFocus().onClick(() => resolve(true)));
		modal.addCancelButton();
		modal.setCloseCallback(() => resolve(false));
		modal.open();
	});
}

/** Asks for one line of text; null when it is cancelled. */
export function askForText(app: App, title: string, value: string): Promise<string | null> {
	return new Promise((resolve) => {
		const modal = new ConfirmationModal(app);
		modal.setTitle(title);
		const input = modal.contentEl.createEl('input', { cls: 'mod-wide', type: 'text', value });
		modal.addButton((button) => button.setButtonText('Save').setCta().onClick(() => resolve(input.value)));
		modal.addCancelButton();
		modal.scope.register([], 'Enter', () => {
			resolve(input.value);
			modal.close();
			return false;
		});
		modal.setCloseCallback(() => resolve(null));
		modal.open();
		input.select();
	});
}
