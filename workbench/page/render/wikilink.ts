import type { CompileContext, Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const BANG = 33;
const OPEN = 91;
const CLOSE = 93;

declare module 'micromark-util-types' {
	interface TokenTypeMap {
		wikilink: 'wikilink';
	}
}

/** `[[target#part|shown]]`, or an embed with `!` before it; never across lines. */
function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
	let size = 0;
	let openings = 0;
	let closings = 0;

	const start = (code: Code): State | undefined => {
		effects.enter('wikilink');
		if (code === BANG) {
			effects.consume(code);
			return opening;
		}
		return opening(code);
	};
	const opening = (code: Code): State | undefined => {
		if (code !== OPEN) return nok(code);
		effects.consume(code);
		openings += 1;
		return openings === 2 ? inside : opening;
	};
	const inside = (code: Code): State | undefined => {
		if (code === null || code < 0 || code === OPEN) {
			// Negative codes are line ends (and tabs, which no link holds).
			return nok(code);
		}
		if (code === CLOSE) return closing(code);
		effects.consume(code);
		size += 1;
		return inside;
	};
	const closing = (code: Code): State | undefined => {
		if (code !== CLOSE || size === 0) return nok(code);
		effects.consume(code);
		closings += 1;
		if (closings < 2) return closing;
		effects.exit('wikilink');
		return ok;
	};
	return start;
}

const construct: Construct = { name: 'wikilink', tokenize };

/** Reads wikilinks in Markdown. */
export const wikilinkSyntax: Extension = { text: { [BANG]: construct, [OPEN]: construct } };

/** A wikilink in the tree. */
export interface Wikilink {
	type: 'wikilink';
	embed: boolean;
	target: string;
	shown: string | null;
}

function read(raw: string): Wikilink {
	const embed = raw.startsWith('!');
	const inner = raw.slice(embed ? 3 : 2, -2).replaceAll('\\|', '|');
	const bar = inner.indexOf('|');
	return { type: 'wikilink', embed, target: (bar < 0 ? inner : inner.slice(0, bar)).trim(), shown: bar < 0 ? null : inner.slice(bar + 1).trim() };
}

/** Puts wikilinks into the tree. */
export const wikilinkFromMarkdown: FromMarkdownExtension = {
	enter: {
		wikilink(this: CompileContext, token: Token) {
			this.enter(read(this.sliceSerialize(token)) as never, token);
		},
	},
	exit: {
		wikilink(this: CompileContext, token: Token) {
			this.exit(token);
		},
	},
};
