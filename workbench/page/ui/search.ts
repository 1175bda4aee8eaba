import type { SearchMatches, SearchMatchPart, SearchResult } from 'obsidian';

/** What a letter gains where a word begins. */
const WORD_START = 8;

function isWordStart(text: string, at: number): boolean {
	return at === 0 || /[\s/_\-.:(]/u.test(text[at - 1] ?? '');
}

function mergeMatches(parts: readonly SearchMatchPart[]): SearchMatches {
	const merged: SearchMatchPart[] = [];
	for (const [from, to] of [...parts].sort((a, b) => a[0] - b[0])) {
		const last = merged.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else merged.push([from, to]);
	}
	return merged;
}

/** The best place for one word's letters, in order: as a whole if possible, at word starts otherwise. */
function matchWord(text: string, word: string): { matches: SearchMatches; score: number } | null {
	const whole = text.indexOf(word);
	if (whole >= 0) {
		const start = isWordStart(text, whole) ? WORD_START : 0;
		return { matches: [[whole, whole + word.length]], score: word.length * 4 + start - whole / 100 };
	}
	const matches: SearchMatchPart[] = [];
	let at = 0;
	let score = 0;
	for (const letter of word) {
		let found = text.indexOf(letter, at);
		for (let next = found; next >= 0 && next !== at; next = text.indexOf(letter, next + 1)) {
			if (!isWordStart(text, next)) continue;
			found = next;
			break;
		}
		if (found < 0) return null;
		score += (isWordStart(text, found) ? WORD_START / 2 : 0) + (found === at ? 2 : -(found - at) / 20);
		matches.push([found, found + letter.length]);
		at = found + letter.length;
	}
	return { matches, score };
}

function search(query: string, find: (text: string, word: string) => { matches: SearchMatches; score: number } | null) {
	const words = query.toLowerCase().split(/\s+/u).filter((word) => word !== '');
	return (text: string): SearchResult | null => {
		const lower = text.toLowerCase();
		const found = words.map((word) => find(lower, word));
		if (found.some((result) => result === null)) return null;
		const matches = mergeMatches(found.flatMap((result) => result?.matches ?? []));
		// Obsidian's scores are negative numbers; nearer to zero is better.
		const score = found.reduce((sum, result) => sum + (result?.score ?? 0), 0) - text.length / 50 - 100;
		return { score: words.length === 0 ? 0 : Math.min(0, score), matches };
	};
}

/** Matches when all letters of each word come in this order. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
	return search(query, matchWord);
}

/** Matches when each word is in the text. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
	return search(query, (text, word) => {
		const parts: SearchMatchPart[] = [];
		for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) parts.push([at, at + word.length]);
		return parts.length > 0 ? { matches: parts, score: parts.length - (parts[0]?.[0] ?? 0) / 100 } : null;
	});
}

export function sortSearchResults(results: { match: SearchResult }[]): void {
	results.sort((a, b) => b.match.score - a.match.score);
}

/** Writes the text with its matches highlighted. `offset` is added to the positions of the matches. */
export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: SearchMatches | null, offset = 0): void {
	let at = 0;
	for (const [from, to] of matches ?? []) {
		const [start, end] = [Math.max(at, from + offset), Math.min(text.length, to + offset)];
		if (end <= start) continue;
		el.append(text.slice(at, start));
		el.createSpan({ cls: 'suggestion-highlight', text: text.slice(start, end) });
		at = end;
	}
	el.append(text.slice(at));
}

export function renderResults(el: HTMLElement | DocumentFragment, text: string, result: SearchResult, offset = 0): void {
	renderMatches(el, text, result.matches, offset);
}
