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
	#timer: number | undefined;
	#showTimer: number | undefined;

	constructor(readonly parent: HoverParent, readonly targetEl: HTMLElement | null, waitTime = 300) {
		super();
		parent.hoverPopover?.hide();
		parent.hoverPopover = this;
		const leave = (): void => {
			window.clearTimeout(this.#timer);
			this.#timer = window.setTimeout(() => this.hide(), GRACE);
		};
		const stay = (): void => window.clearTimeout(this.#timer);
		for (const el of [this.hoverEl, targetEl]) {
			if (!el) continue;
			this.#listen(el, 'mouseleave', leave);
			this.#listen(el, 'mouseenter', stay);
		}
		this.#showTimer = window.setTimeout(() => this.show(), waitTime);
	}

	show(): void {
		document.body.append(this.hoverEl);
		this.load();
		this.position();
	}

	position(): void {
		const box = this.targetEl?.getBoundingClientRect();
		if (box) placeBeside(this.hoverEl, box);
	}

	hide(): void {
		window.clearTimeout(this.#timer);
		window.clearTimeout(this.#showTimer);
		this.hoverEl.remove();
		this.unload();
		for (const stop of this.#stops.splice(0)) stop();
		if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
	}

	readonly #stops: (() => void)[] = [];

	#listen(el: HTMLElement, type: string, listener: () => void): void {
		el.addEventListener(type, listener);
		this.#stops.push(() => el.removeEventListener(type, listener));
	}
}
