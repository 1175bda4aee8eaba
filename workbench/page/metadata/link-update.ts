import type { CachedMetadata, FrontmatterLinkCache, ReferenceCache } from 'obsidian';
import { getFrontMatterInfo, parseLinktext } from '../api/text';

/** Answers the new link text for an old one, or null when it stays. */
type Relink = (link: string) => string | null;

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
	const info = getFrontMatterInfo(text);
	if (!info.exists) return text;
	// The text is changed, not the values, so that comments, order and quotes of everything else stay.
	const yaml = links.reduce((done, link) => {
		const { path, subpath } = parseLinktext(link.link);
		const renamed = relink(path);
		const to = link.original.replace(link.link, () => `${renamed ?? ''}${subpath}`);
		return renamed === null ? done : done.replaceAll(link.original, () => to);
	}, info.frontmatter);
	return text.slice(0, info.from) + yaml + text.slice(info.to);
}
