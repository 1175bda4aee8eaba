import type { Component } from '../base/component';

export interface PostProcessorContext {
	docId: string;
	sourcePath: string;
	frontmatter: unknown;
	addChild(child: Component): void;
	getSectionInfo(el: HTMLElement): { text: string; lineStart: number; lineEnd: number } | null;
}

export interface MarkdownPostProcessor {
	(el: HTMLElement, ctx: PostProcessorContext): Promise<unknown> | void;
	sortOrder?: number;
}

export type CodeBlockHandler = (source: string, el: HTMLElement, ctx: PostProcessorContext) => Promise<unknown> | void;

/** Wraps a handler so that it takes the place of each code block in that language. */
export function codeBlockProcessor(language: string, handler: CodeBlockHandler): MarkdownPostProcessor {
	return (el, ctx) => {
		const drawn: Promise<void>[] = [];
		for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
			const pre = code.parentElement;
			if (!pre) continue;
			const source = code.getText().replace(/\n$/u, '');
			const place = createDiv({ cls: `block-language-${language}` });
			pre.replaceWith(place);
			drawn.push(run(() => handler(source, place, ctx)));
		}
		return Promise.all(drawn);
	};
}

/** One processor's failure is shown in the console and leaves the others alone. */
async function run(task: () => Promise<unknown> | void): Promise<void> {
	try {
		await task();
	} catch (error) {
		console.error('A Markdown processor of a plugin failed.', error);
	}
}

/** The post processors of all plugins, in order. */
export class Processors {
	private readonly list: MarkdownPostProcessor[] = [];
	private readonly byLanguage = new Map<string, MarkdownPostProcessor>();

	constructor(private readonly onChange: () => void) {}

	/** Languages whose code blocks a plugin renders. */
	languages(): ReadonlySet<string> {
		return new Set([...this.byLanguage.keys()].map((language) => language.toLowerCase()));
	}

	count(): number {
		return this.list.length;
	}

	add(processor: MarkdownPostProcessor, sortOrder?: number): void {
		if (sortOrder !== undefined) processor.sortOrder = sortOrder;
		this.list.push(processor);
		this.list.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
		this.onChange();
	}

	remove(processor: MarkdownPostProcessor): void {
		const index = this.list.indexOf(processor);
		if (index >= 0) this.list.splice(index, 1);
		this.onChange();
	}

	/** @throws Error when another plugin renders this language already */
	addCodeBlock(language: string, handler: CodeBlockHandler, sortOrder?: number): MarkdownPostProcessor {
		if (this.byLanguage.has(language)) throw new Error(`Code block postprocessor for language ${language} is already registered`);
		const processor = codeBlockProcessor(language, handler);
		this.byLanguage.set(language, processor);
		this.add(processor, sortOrder ?? -100);
		return processor;
	}

	removeCodeBlock(language: string, processor: MarkdownPostProcessor): void {
		this.byLanguage.delete(language);
		this.remove(processor);
	}

	/** Lets each processor begin, in order; the promise is that all have come to their end. */
	async run(el: HTMLElement, ctx: PostProcessorContext): Promise<void> {
		await Promise.all([...this.list].map((processor) => run(() => processor(el, ctx))));
	}
}
