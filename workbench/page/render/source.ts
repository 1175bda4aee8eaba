/** Blanks comments (`%% %%`) outside of code; line numbers and offsets of the rest stay. */
export function hideComments(text: string): string {
	let fence: string | null = null;
	let inside = false;
	const lines = text.split('\n').map((line) => {
		const opening = /^\s*(?:>\s*)*(`{3,}|~{3,})/u.exec(line);
		if (!inside && opening?.[1]) {
			if (fence === null) fence = opening[1];
			else if (opening[1].startsWith(fence)) fence = null;
			return line;
		}
		if (fence !== null) return line;
		const shown = hideInLine(line, inside);
		inside = shown.inside;
		return shown.line;
	});
	return lines.join('\n');
}

function hideInLine(line: string, inside: boolean): { line: string; inside: boolean } {
	let shown = '';
	let hidden = inside;
	let code = false;
	for (let at = 0; at < line.length; at += 1) {
		if (!hidden && line[at] === '`') code = !code;
		if (!code && line.startsWith('%%', at)) {
			hidden = !hidden;
			shown += '  ';
			at += 1;
			continue;
		}
		shown += hidden ? ' ' : (line[at] ?? '');
	}
	return { line: shown.trim() === '' ? '' : shown, inside: hidden };
}
