const DEFAULT_MS = 5000;
const log: string[] = [];

/** The texts of all notices since the page was opened. */
export function noticeLog(): string[] {
	return [...log];
}

function stack(): HTMLElement {
	return document.body.querySelector<HTMLElement>(':scope > .notice-container') ?? document.body.createDiv({ cls: 'notice-container', attr: { role: 'status', 'aria-live': 'polite' } });
}

/** A short message in the corner; `duration` in ms, 0 stays until it is clicked. */
export class Notice {
	containerEl: HTMLElement;
	noticeEl: HTMLElement;
	messageEl: HTMLElement;
	#timer: number | undefined;

	constructor(message: string | DocumentFragment, duration?: number) {
		this.containerEl = stack().createDiv({ cls: 'notice' });
		this.messageEl = this.containerEl.createDiv({ cls: 'notice-message' });
		this.noticeEl = this.containerEl;
		this.containerEl.addEventListener('click', () => this.hide());
		this.setMessage(message);
		log.push(this.messageEl.getText());
		const ms = duration ?? DEFAULT_MS;
		if (ms > 0) this.#timer = window.setTimeout(() => this.hide(), ms);
	}

	setMessage(message: string | DocumentFragment): this {
		this.messageEl.setText(message);
		return this;
	}

	hide(): void {
		window.clearTimeout(this.#timer);
		const parent = this.containerEl.parentElement;
		this.containerEl.remove();
		if (parent && parent.childElementCount === 0) parent.remove();
	}
}
