import type { CachedMetadata, Loc, Reference, ReferenceCache, SubpathResult } from 'obsidian';
import { stripHeading } from '../api/text';

/** Calls back for every reference until the callback answers true. */
export function iterateRefs<T extends Reference>(refs: readonly T[], callback: (ref: T) => boolean | void): boolean {
	return refs.some((ref) => callback(ref) === true);
}

export function iterateCacheRefs(cache: CachedMetadata, callback: (ref: ReferenceCache) => boolean | void): boolean {
	return iterateRefs<ReferenceCache>([...(cache.links ?? []), ...(cache.embeds ?? [])], callback);
}

/** All references of a note, those in its properties too. */
export function allRefs(cache: CachedMetadata): Reference[] {
	return [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])];
}

/** What a `#heading`, `#^block` or `#[^footnote]` of a note points at, or null. */
export function resolveSubpath(cache: CachedMetadata, subpath: string): (SubpathResult & Record<string, unknown>) | null {
	const parts = subpath.split('#').filter((part) => part.trim() !== '');
	const last = parts.at(-1);
	if (last === undefined) return null;
	if (last.startsWith('^')) return resolveBlock(cache, last.slice(1));
	if (/^\[\^.+\]$/u.test(last)) return resolveFootnote(cache, last.slice(2, -1));
	return resolveHeading(cache, parts);
}

function resolveBlock(cache: CachedMetadata, id: string): (SubpathResult & Record<string, unknown>) | null {
	const block = cache.blocks?.[id.toLowerCase()];
	if (!block) return null;
	const list = cache.listItems?.find((item) => item.id?.toLowerCase() === id.toLowerCase());
	return { type: 'block', block, ...(list ? { list } : {}), start: block.position.start, end: block.position.end };
}

function resolveFootnote(cache: CachedMetadata, id: string): (SubpathResult & Record<string, unknown>) | null {
	const footnote = cache.footnotes?.find((item) => item.id === id);
	return footnote ? { type: 'footnote', footnote, start: footnote.position.start, end: footnote.position.end } : null;
}

/** `#A#B` is the heading B below A. */
function resolveHeading(cache: CachedMetadata, path: readonly string[]): (SubpathResult & Record<string, unknown>) | null {
	const headings = cache.headings ?? [];
	let wanted = 0;
	let level = 0;
	for (const [index, heading] of headings.entries()) {
		if (wanted > 0 && heading.level <= level) [wanted, level] = [0, 0];
		if (stripHeading(heading.heading).toLowerCase() !== stripHeading(path[wanted] ?? '').toLowerCase()) continue;
		wanted += 1;
		level = heading.level;
		if (wanted < path.length) continue;
		const next = headings.slice(index + 1).find((item) => item.level <= heading.level) ?? null;
		const end: Loc | null = next ? next.position.start : null;
		return { type: 'heading', current: heading, next, start: heading.position.start, end };
	}
	return null;
}
