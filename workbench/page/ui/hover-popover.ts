import { Component } from '../base/component';
import { placeBeside } from './popover-suggest';

/** How long the mouse may be away before the preview goes, in ms. */
const GRACE = 250;

export interface HoverParent {
	hoverPopover: HoverPopover | null;
}

/** A small window beside an element, there while the mouse is over either. */
export class HoverPopover extends Component {
	hoverEl: HTMLElement = createDiv({ cls: 'popover hover-popover' });
	state = 0;
	#showTimer: number | undefined;
	#hideTimer: number | undefined;
	readonly #onMove = (event: MouseEvent): void => this.#follow(event);
	readonly #onPress = (event: MouseEvent): void => {
		if (!(event.target instanceof Node) || !this.hoverEl.contains(event.target)) this.hide();
	};

	constructor(readonly parent: HoverParent, readonly targetEl: HTMLElement | null, waitTime = 300) {
		super();
		parent.hoverPopover?.hide();
		parent.hoverPopover = this;
		// The whole document is watched: an element that is taken away says no goodbye.
		document.addEventListener('mouseover', this.#onMove);
		document.addEventListener('mousedown', this.#onPress, { capture: true });
		this.#showTimer = window.setTimeout(() => this.show(), waitTime);
	}

	show(): void {
		if (this.targetEl && !this.targetEl.isConnected) return this.hide();
		document.body.append(this.hoverEl);
		this.load();
		this.position();
	}

	position(): void {
		const box = this.targetEl?.getBoundingClientRect();
		if (box) placeBeside(this.hoverEl, box);
	}

	hide(): void {
		window.clearTimeout(this.#showTimer);
		window.clearTimeout(this.#hideTimer);
		document.removeEventListener('mouseover', this.#onMove);
		document.removeEventListener('mousedown', this.#onPress, { capture: true });
		this.hoverEl.remove();
		this.unload();
		if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
	}

	#follow(event: MouseEvent): void {
		const over = event.target instanceof Node && [this.hoverEl, this.targetEl].some((el) => el?.contains(event.target as Node));
		window.clearTimeout(this.#hideTimer);
		if (!over) this.#hideTimer = window.setTimeout(() => this.hide(), GRACE);
	}
}
