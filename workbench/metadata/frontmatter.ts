import type { FrontMatterCache, FrontmatterLinkCache } from 'obsidian';
import { parse } from 'yaml';
import { readAddress, readWikilink } from './link-text';

/** Where the properties of a note stand: `to` is the end of the closing line, `bodyFrom` the start of what follows. */
interface FrontmatterBlock {
	readonly to: number;
	readonly bodyFrom: number;
	readonly yaml: string;
}

/** Finds the properties block; it starts in the first line and must be closed. */
export function findFrontmatter(text: string): FrontmatterBlock | undefined {
	const opening = /^---[ \t]*\r?\n/.exec(text);
	if (opening === null) return undefined;
	const closing = /^---[ \t]*(\r?\n|$)/gm;
	closing.lastIndex = opening[0].length;
	const found = closing.exec(text);
	if (found === null) return undefined;
	const bodyFrom = found.index + found[0].length;
	return { to: bodyFrom - (found[1] ?? '').length, bodyFrom, yaml: text.slice(opening[0].length, found.index) };
}

/** Reads properties; undefined when they are empty, broken, or no mapping. */
export function readProperties(yaml: string): FrontMatterCache | undefined {
	let value: unknown;
	try {
		value = parse(yaml, { logLevel: 'error', uniqueKeys: false, maxAliasCount: 100 });
	} catch {
		// Half-typed properties are an everyday sight; like Obsidian the note then has none.
		return undefined;
	}
	return isMapping(value) ? value : undefined;
}

/** Links in properties: texts that are a link as a whole, at any depth; keys of inner values are joined by ".". */
export function findPropertyLinks(value: unknown, key = ''): FrontmatterLinkCache[] {
	if (typeof value === 'string') {
		const found = readWholeLink(value.trim());
		return found === undefined ? [] : [{ key, link: found.link, original: value.trim(), displayText: found.displayText }];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => findPropertyLinks(inner, key === '' ? name : `${key}.${name}`));
}

function readWholeLink(text: string): { link: string; displayText: string } | undefined {
	const wiki = /^\[\[((?:(?!\[\[|\]\]).)+)\]\]$/.exec(text)?.[1];
	if (wiki !== undefined) return readWikilink(wiki);
	const markdown = /^\[([^\]]*)\]\(([^\s()]+|<[^<>]*>)\)$/.exec(text);
	return markdown === null ? undefined : readAddress(markdown[2] ?? '', markdown[1] ?? '');
}

function isMapping(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
