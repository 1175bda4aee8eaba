import type { CachedMetadata, FrontmatterLinkCache, ReferenceCache } from 'obsidian';
import { parseDocument } from 'yaml';
import { getFrontMatterInfo, parseLinktext } from '../api/text';

/** Answers the new link text for an old one, or null when it stays. */
export type Relink = (link: string) => string | null;

/** The note's text with every reference renamed that `relink` answers for; all other characters stay. */
export function updateLinks(text: string, cache: CachedMetadata, relink: Relink): string {
	const inText = [...(cache.links ?? []), ...(cache.embeds ?? [])].sort((a, b) => b.position.start.offset - a.position.start.offset);
	const body = inText.reduce((done, ref) => replaceReference(done, ref, relink), text);
	return updateProperties(body, cache.frontmatterLinks ?? [], relink);
}

function replaceReference(text: string, ref: ReferenceCache, relink: Relink): string {
	const { start, end } = ref.position;
	const old = text.slice(start.offset, end.offset);
	const { path } = parseLinktext(ref.link);
	const renamed = relink(path);
	// The note may have changed since it was parsed: only what is still there is replaced.
	if (renamed === null || old !== ref.original) return text;
	return text.slice(0, start.offset) + rename(old, ref.link, path, renamed) + text.slice(end.offset);
}

function rename(original: string, link: string, path: string, renamed: string): string {
	const wiki = /^(!?\[\[)([^\]|]*)(.*)$/su.exec(original);
	if (wiki) {
		const [, open = '', target = '', rest = ''] = wiki;
		// Inside a table the pipe is escaped, and the backslash belongs to it.
		const escape = target.endsWith('\\') ? '\\' : '';
		return `${open}${renamed}${parseLinktext(link).subpath}${escape}${rest}`;
	}
	const extension = /\.md$/u.test(path) && !/\.md$/u.test(renamed) ? '.md' : '';
	const encoded = encodeURI(`${renamed}${extension}`).replaceAll('(', '%28').replaceAll(')', '%29');
	return original.replace(/\]\((<[^>]*>|[^)\s#]*)/u, () => `](${encoded}`);
}

function updateProperties(text: string, links: readonly FrontmatterLinkCache[], relink: Relink): string {
	const changed = links.flatMap((link) => {
		const { path, subpath } = parseLinktext(link.link);
		const renamed = relink(path);
		return renamed === null ? [] : [{ link, from: link.original, to: link.original.replace(link.link, () => renamed + subpath) }];
	});
	const info = getFrontMatterInfo(text);
	if (changed.length === 0 || !info.exists) return text;
	// The document keeps comments, order and quotes of everything that is not a renamed link.
	const document = parseDocument(info.frontmatter);
	for (const { link, from, to } of changed) {
		const key = link.key.split('.').map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
		const value = document.getIn(key);
		if (typeof value === 'string') document.setIn(key, value.replace(from, () => to));
	}
	return text.slice(0, info.from) + document.toString({ lineWidth: 0 }) + text.slice(info.to);
}
