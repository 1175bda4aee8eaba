import { Component } from '../base/component';
import { getFrontMatterInfo } from '../api/text';
import { cutPortions, type Portion } from '../render/portions';
import { renderPortion } from '../render/render';
import type { TFile } from '../vault/files';
import type { HoverPopover } from '../ui/hover-popover';
import type { MarkdownView } from './markdown-view';

/** A note as it is read. */
export class MarkdownPreviewView extends Component {
	containerEl: HTMLElement;
	hoverPopover: HoverPopover | null = null;
	private readonly sizerEl: HTMLElement;
	private content = new Component();
	private shown: string | null = null;

	constructor(private readonly view: MarkdownView) {
		super();
		this.containerEl = createDiv({ cls: 'markdown-reading-view' });
		const scroller = this.containerEl.createDiv({ cls: 'markdown-preview-view markdown-rendered node-insert-event is-readable-line-width allow-fold-headings show-properties', attr: { tabindex: '-1' } });
		this.sizerEl = scroller.createDiv({ cls: 'markdown-preview-sizer markdown-preview-section' });
		this.load();
	}

	get app(): MarkdownView['app'] {
		return this.view.app;
	}

	get file(): TFile | null {
		return this.view.file;
	}

	get(): string {
		return this.view.getViewData();
	}

	set(data: string, clear: boolean): void {
		this.view.setViewData(data, clear);
	}

	clear(): void {
		this.shown = null;
		this.sizerEl.empty();
	}

	rerender(full = false): void {
		if (full) this.shown = null;
		void this.refresh();
	}

	getScroll(): number {
		return this.scroller().scrollTop;
	}

	applyScroll(scroll: number): void {
		this.scroller().scrollTop = scroll;
	}

	scrollToLine(line: number): void {
		const sections = [...this.sizerEl.children].filter((el) => el instanceof HTMLElement && Number(el.dataset['line'] ?? -1) <= line);
		sections.at(-1)?.scrollIntoView({ block: 'start' });
	}

	/** Draws the note again if its text has changed. */
	async refresh(): Promise<void> {
		const text = this.get();
		const { file } = this;
		if (text === this.shown) return;
		this.shown = text;
		this.removeChild(this.content);
		this.content = this.addChild(new Component());
		const fresh = createDiv();
		fresh.createDiv({ cls: 'inline-title', text: file?.basename ?? '' });
		const { content } = this;
		const [first, ...rest] = cutPortions(text);
		if (first) await renderPortion(this.app, text, first, fresh, file?.path ?? '', content);
		if (this.shown !== text) return;
		const scroll = this.getScroll();
		this.sizerEl.replaceChildren(...fresh.childNodes);
		this.applyScroll(scroll);
		this.renderOnScroll(text, rest, content);
	}

	/** A long note goes on being drawn as its end comes near. */
	private renderOnScroll(text: string, rest: Portion[], content: Component): void {
		if (rest.length === 0) return;
		const end = this.sizerEl.createDiv({ cls: 'markdown-preview-pusher' });
		const observer = new IntersectionObserver(([entry]) => {
			const next = entry?.isIntersecting ? rest.shift() : undefined;
			if (!next) return;
			observer.unobserve(end);
			const fresh = createDiv();
			void renderPortion(this.app, text, next, fresh, this.file?.path ?? '', content).then(() => {
				if (this.shown !== text) return;
				end.before(...fresh.childNodes);
				if (rest.length > 0) observer.observe(end);
			});
		}, { root: this.scroller(), rootMargin: '1500px' });
		observer.observe(end);
		content.register(() => observer.disconnect());
	}

	/** The lines of the note's properties, which reading views count too. */
	bodyStart(): number {
		return getFrontMatterInfo(this.get()).contentStart;
	}

	private scroller(): HTMLElement {
		return this.containerEl.firstElementChild as HTMLElement;
	}
}
