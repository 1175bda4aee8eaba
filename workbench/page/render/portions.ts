/** Above this length (in characters) a note is read portion by portion. */
const PORTION = 60_000;

/** A part of a note's text and the line that it begins at. */
export interface Portion {
	text: string;
	line: number;
}

/** Cuts a long note at empty lines outside of code; footnotes and link definitions then hold within their portion only. */
export function cutPortions(text: string): Portion[] {
	if (text.length <= PORTION) return [{ text, line: 0 }];
	const portions: Portion[] = [];
	let fence: string | null = null;
	let [from, fromLine, at, line] = [0, 0, 0, 0];
	for (const row of text.split('\n')) {
		const mark = /^\s*(`{3,}|~{3,})/u.exec(row)?.[1];
		if (mark) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
		at += row.length + 1;
		line += 1;
		if (fence !== null || row.trim() !== '' || at - from < PORTION) continue;
		portions.push({ text: text.slice(from, at), line: fromLine });
		[from, fromLine] = [at, line];
	}
	if (from < text.length) portions.push({ text: text.slice(from), line: fromLine });
	return portions;
}
