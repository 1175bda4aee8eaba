import type { App } from '../app';
import { Scope } from '../base/scope';

/** Obsidian's dialog. Escape and a click beside it close it. */
export class Modal {
	readonly scope = new Scope();
	containerEl: HTMLElement;
	bgEl: HTMLElement;
	modalEl: HTMLElement;
	headerEl: HTMLElement;
	titleEl: HTMLElement;
	contentEl: HTMLElement;
	shouldRestoreSelection = true;
	#closeCallback: (() => unknown) | null = null;
	#focusBefore: Element | null = null;
	#isOpen = false;

	constructor(readonly app: App) {
		this.containerEl = createDiv({ cls: 'modal-container mod-dim' });
		this.bgEl = this.containerEl.createDiv({ cls: 'modal-bg' });
		this.modalEl = this.containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-modal': 'true' } });
		const closeEl = this.modalEl.createDiv({ cls: 'modal-close-button mod-raised clickable-icon', attr: { 'aria-label': 'Close', role: 'button', tabindex: '-1' } });
		this.headerEl = this.modalEl.createDiv({ cls: 'modal-header' });
		this.titleEl = this.headerEl.createDiv({ cls: 'modal-title' });
		this.contentEl = this.modalEl.createDiv({ cls: 'modal-content' });
		closeEl.addEventListener('click', () => this.close());
		this.bgEl.addEventListener('click', () => this.close());
		this.scope.register([], 'Escape', (event) => this.onEscape(event));
		this.scope.register([], 'Tab', (event) => this.#keepFocusInside(event));
		this.scope.register(['Shift'], 'Tab', (event) => this.#keepFocusInside(event));
	}

	open(): void {
		if (this.#isOpen) return;
		this.#isOpen = true;
		this.#focusBefore = document.activeElement;
		this.app.keymap.pushScope(this.scope);
		document.body.append(this.containerEl);
		this.modalEl.setAttribute('tabindex', '-1');
		this.modalEl.focus({ preventScroll: true });
		// An asynchronous onOpen must not hide its failure.
		void Promise.resolve(this.onOpen()).catch((error: unknown) => console.error('A dialog could not be filled.', error));
		if (!this.modalEl.contains(document.activeElement) || document.activeElement === this.modalEl) this.#focusFirst();
	}

	close(): void {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.containerEl.remove();
		try {
			this.onClose();
			this.#closeCallback?.();
		} finally {
			if (this.shouldRestoreSelection && this.#focusBefore instanceof HTMLElement && this.#focusBefore.isConnected) this.#focusBefore.focus();
		}
	}

	onOpen(): unknown {
		return undefined;
	}

	onClose(): void {
		// Subclasses clean up here.
	}

	setTitle(title: string): this {
		this.titleEl.setText(title);
		return this;
	}

	setContent(content: string | DocumentFragment): this {
		this.contentEl.setText(content);
		return this;
	}

	setCloseCallback(callback: () => unknown): this {
		this.#closeCallback = callback;
		return this;
	}

	onHistoryBack(): void {
		this.close();
	}

	protected onEscape(event: KeyboardEvent): unknown {
		if (event.isComposing) return undefined;
		this.close();
		return false;
	}

	#focusable(): HTMLElement[] {
		const selector = 'input, textarea, select, button, a[href], [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';
		return this.modalEl.findAll(selector).filter((el) => el.isShown() && !el.hasAttribute('disabled'));
	}

	#focusFirst(): void {
		const first = this.#focusable()[0];
		if (first) first.focus({ preventScroll: true });
		else this.modalEl.focus({ preventScroll: true });
	}

	#keepFocusInside(event: KeyboardEvent): unknown {
		const stops = this.#focusable();
		const last = event.shiftKey ? stops[0] : stops.at(-1);
		const outside = !this.modalEl.contains(document.activeElement);
		if (stops.length > 0 && !outside && document.activeElement !== last) return undefined;
		(event.shiftKey ? stops.at(-1) : stops[0])?.focus();
		return false;
	}
}
