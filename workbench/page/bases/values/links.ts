import type { App } from '../../app';
import { getLinkpath } from '../../api/text';
import type { TFile } from '../../vault/files';
import type { RenderContext } from './render-context';
import { NotNullValue, StringValue, type Value } from './value';

const WIKILINK = /^!?\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/u;

/** A link to a note, as it is written in `sourcePath`. */
export class LinkValue extends StringValue {
	static override type = 'link';

	constructor(readonly app: App, readonly target: string, private readonly sourcePath: string, private readonly display?: string) {
		super(target);
	}

	static parseFromString(app: App, input: string, sourcePath: string): LinkValue | null {
		const [, target, display] = WIKILINK.exec(input.trim()) ?? [];
		return target === undefined ? null : new LinkValue(app, target.trim(), sourcePath, display);
	}

	/** The file that the link leads to. */
	file(): TFile | null {
		return this.app.metadataCache.getFirstLinkpathDest(getLinkpath(this.target), this.sourcePath);
	}

	/** Links are the same when they lead to the same file; a text is never a link. */
	override get key(): string {
		return linkKey(this.file()?.path ?? this.target);
	}

	override looseEquals(other: Value): boolean {
		return this.key === other.key;
	}

	override toString(): string {
		return this.display ?? this.target;
	}

	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		const cls = this.file() === null ? 'internal-link is-unresolved' : 'internal-link';
		el.createEl('a', { cls, text: this.toString(), attr: { 'data-href': this.target, href: this.target } });
	}
}

export class FileValue extends NotNullValue {
	static override type = 'file';

	constructor(readonly app: App, readonly file: TFile) {
		super();
	}

	override get key(): string {
		return linkKey(this.file.path);
	}

	override looseEquals(other: Value): boolean {
		return this.key === other.key;
	}

	toString(): string {
		return this.file.path;
	}

	isTruthy(): boolean {
		return true;
	}

	/** A link that can be clicked; a note shows no extension. */
	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		const { path, extension, basename, name } = this.file;
		el.createEl('a', { cls: 'internal-link', text: extension === 'md' ? basename : name, attr: { 'data-href': path, href: path } });
	}
}

function linkKey(target: string): string {
	return `[[${target}]]`;
}
