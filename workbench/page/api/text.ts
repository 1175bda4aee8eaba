import { parse, stringify } from 'yaml';
import type { FrontMatterInfo } from 'obsidian';

/** YAML text as plain values; dates stay text. @throws YAMLParseError */
export function parseYaml(yaml: string): unknown {
	return parse(yaml) as unknown;
}

/** Plain values as YAML in the form that Obsidian's properties have. */
export function stringifyYaml(value: unknown): string {
	return stringify(value, { lineWidth: 0, nullStr: '' });
}

/** Where the properties of a note are. `contentStart` is the first character after them. */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
	const match = /^(---[ \t]*\r?\n)([\s\S]*?)(?:^)(---[ \t]*(?:\r?\n|$))/mu.exec(content);
	if (!match || match.index !== 0) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
	const [whole, open = '', body = ''] = match;
	return { exists: true, frontmatter: body, from: open.length, to: open.length + body.length, contentStart: whole.length };
}

export function parseLinktext(linktext: string): { path: string; subpath: string } {
	const hash = linktext.indexOf('#');
	return hash < 0 ? { path: linktext, subpath: '' } : { path: linktext.slice(0, hash), subpath: linktext.slice(hash) };
}

export function getLinkpath(linktext: string): string {
	return parseLinktext(linktext).path;
}

/** A heading as it is compared: no marks, single spaces. */
export function stripHeading(heading: string): string {
	return heading
		.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** A heading as it can stand in a link. */
export function stripHeadingForLink(heading: string): string {
	return heading
		.replace(/[#|^\\]|%%|\[\[|\]\]|:(?=\s|$)/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
}

export function arrayBufferToBase64(buffer: ArrayBuffer): string {
	const bytes = new Uint8Array(buffer);
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
	return btoa(parts.join(''));
}

export function base64ToArrayBuffer(base64: string): ArrayBuffer {
	return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer;
}

export function arrayBufferToHex(data: ArrayBuffer): string {
	return [...new Uint8Array(data)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function hexToArrayBuffer(hex: string): ArrayBuffer {
	return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16)).buffer;
}
