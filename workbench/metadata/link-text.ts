/** What a link says: where it leads and what it shows. */
interface LinkText {
	readonly link: string;
	readonly displayText: string;
}

/**
 * Reads what stands between `[[` and `]]`: the target, and after the first "|" (escaped in tables) the shown text. Without
 * one the parts of the target are shown, with " > " for "#".
 */
export function readWikilink(inner: string): LinkText {
	// A bar at the very start separates nothing.
	const bar = inner.indexOf('|', 1);
	const target = bar < 0 ? inner : inner.slice(0, bar).replace(/\\$/, '');
	const link = target.trim();
	if (bar >= 0) return { link, displayText: inner.slice(bar + 1).trim() };
	const parts = link.split('#').filter((part) => part !== '');
	return { link, displayText: parts.join(' > ') };
}

/** Reads a Markdown link's address; undefined for the outside world and for an empty one: those are no links to notes. */
export function readAddress(written: string, shown: string): LinkText | undefined {
	const address = /^<.*>$/s.test(written) ? written.slice(1, -1) : written;
	if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return undefined;
	return { link: decode(address), displayText: shown };
}

/** A percent sign that encodes nothing is meant as one. */
function decode(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
