import type { BasesProperty, BasesPropertyId } from 'obsidian';

/** The parts of a property's id; a name without a prefix is a property of the note. */
export function parsePropertyId(id: string): BasesProperty {
	const [, type, name] = /^(note|formula|file)\.([\s\S]+)$/u.exec(id) ?? [];
	return type === undefined || name === undefined ? { type: 'note', name: id } : { type: type as BasesProperty['type'], name };
}

/** The full id of a property that may be written without its prefix. */
export function toPropertyId(text: string): BasesPropertyId {
	const { type, name } = parsePropertyId(text);
	return `${type}.${name}`;
}
