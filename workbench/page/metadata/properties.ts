import type { CachedMetadata } from 'obsidian';

type Properties = Record<string, unknown> | null | undefined;

/** The value of the first property whose name matches. */
export function parseFrontMatterEntry(properties: Properties, key: string | RegExp): unknown {
	if (!properties) return null;
	const wanted = typeof key === 'string' ? key.toLowerCase() : key;
	for (const [name, value] of Object.entries(properties)) {
		if (typeof wanted === 'string' ? name.toLowerCase() === wanted : wanted.test(name)) return value ?? null;
	}
	return null;
}

/** A text list: a real list, or one text with commas. */
export function parseFrontMatterStringArray(properties: Properties, key: string | RegExp, splitOn: RegExp = /[,\n]/u): string[] | null {
	const value = parseFrontMatterEntry(properties, key);
	const parts = typeof value === 'string' ? value.split(splitOn) : Array.isArray(value) ? value : null;
	const texts = parts?.filter((part) => typeof part === 'string' || typeof part === 'number').map((part) => String(part).trim());
	const filled = texts?.filter((text) => text !== '');
	return filled && filled.length > 0 ? filled : null;
}

/** Tags of the properties, each with its `#`. */
export function parseFrontMatterTags(properties: Properties): string[] | null {
	const tags = parseFrontMatterStringArray(properties, /^tags?$/iu, /[,\s]+/u);
	return tags?.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
}

export function parseFrontMatterAliases(properties: Properties): string[] | null {
	return parseFrontMatterStringArray(properties, /^alias(es)?$/iu);
}

/** All tags of a note, from its properties and its text, as they are written. */
export function getAllTags(cache: CachedMetadata): string[] | null {
	const inText = (cache.tags ?? []).map((item) => item.tag);
	return [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...inText];
}
