import { ChangeSet, Text, type ChangeSpec } from '@codemirror/state';

/** One replaced stretch of a text, in characters of the old text. */
interface Hunk {
	from: number;
	to: number;
	insert: string;
}

/** Above this many line pairs a difference is taken as one stretch. */
const MOST_PAIRS = 4_000_000;

function commonPrefix(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let at = 0;
	while (at < most && a[at] === b[at]) at += 1;
	return at;
}

function commonSuffix(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let length = 0;
	while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
	return length;
}

/** Narrows a hunk to what really differs. */
function trim(old: string, hunk: Hunk): Hunk {
	const before = old.slice(hunk.from, hunk.to);
	const head = commonPrefix(before, hunk.insert);
	const tail = commonSuffix(before.slice(head), hunk.insert.slice(head));
	return { from: hunk.from + head, to: hunk.to - tail, insert: hunk.insert.slice(head, hunk.insert.length - tail) };
}

function splitLines(text: string): string[] {
	return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

/** Lengths of the longest common runs of lines, from each pair of lines on. */
function commonLines(a: readonly string[], b: readonly string[]): Uint32Array[] {
	const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i -= 1) {
		for (let j = b.length - 1; j >= 0; j -= 1) {
			const row = table[i] as Uint32Array;
			const below = table[i + 1] as Uint32Array;
			row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return table;
}

function lineHunks(old: string, now: string, offset: number): Hunk[] {
	const [a, b] = [splitLines(old), splitLines(now)];
	if (a.length * b.length > MOST_PAIRS) return [{ from: offset, to: offset + old.length, insert: now }];
	const table = commonLines(a, b);
	const hunks: Hunk[] = [];
	let [i, j, at] = [0, 0, offset];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			at += (a[i] ?? '').length;
			i += 1;
			j += 1;
			continue;
		}
		const hunk = { from: at, to: at, insert: '' };
		while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
			const skipOld = i < a.length && (j >= b.length || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0));
			if (skipOld) at += (a[i] ?? '').length;
			else hunk.insert += b[j] ?? '';
			if (skipOld) i += 1;
			else j += 1;
		}
		hunk.to = at;
		hunks.push(hunk);
	}
	return hunks;
}

/** The changes that turn one text into another, as small as lines and their ends allow. */
function diffTexts(old: string, now: string): ChangeSpec[] {
	const head = commonPrefix(old, now);
	const tail = commonSuffix(old.slice(head), now.slice(head));
	// Whole lines are compared, so the first and last are taken in full.
	const start = head === 0 ? 0 : old.lastIndexOf('\n', head - 1) + 1;
	const endOffset = old.indexOf('\n', old.length - tail);
	const end = endOffset < 0 ? old.length : endOffset + 1;
	const inserted = now.slice(start, now.length - (old.length - end));
	return lineHunks(old.slice(start, end), inserted, start)
		.map((hunk) => trim(old, hunk))
		.filter((hunk) => hunk.from < hunk.to || hunk.insert !== '');
}

/** The changes of `theirs` (both starting from `base`), moved to where they belong in `mine`. */
export function changesOnto(base: string, mine: string, theirs: string): ChangeSet {
	const ours = ChangeSet.of(diffTexts(base, mine), base.length, '\n');
	const others = ChangeSet.of(diffTexts(base, theirs), base.length, '\n');
	return others.map(ours);
}

/** Both sides' changes in one text: what either wrote stays. */
export function mergeTexts(base: string, mine: string, theirs: string): string {
	return changesOnto(base, mine, theirs).apply(Text.of(mine.split('\n'))).toString();
}
