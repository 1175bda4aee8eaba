import { GFM, parser } from '@lezer/markdown';
import type { CachedMetadata } from 'obsidian';
import { blockSyntax } from './block-syntax';
import { Findings } from './findings';
import { findFrontmatter, findPropertyLinks, readProperties } from './frontmatter';
import { inlineSyntax } from './inline-syntax';
import { Positions } from './positions';
import { readBody } from './read-body';

// What leaves no trace in the metadata is not parsed; looking for hard breaks would even take quadratic time.
const markdown = parser.configure([GFM, { remove: ['TaskList', 'Autolink', 'Strikethrough', 'HardBreak', 'Entity'] }, blockSyntax, inlineSyntax]);

/**
 * Reads the structure of a note as Obsidian's metadata cache describes it: lines and columns from 0, offsets in UTF-16
 * units, fields only where there is something in them. Any text is possible; nothing is thrown.
 */
export function parseMetadata(text: string): CachedMetadata {
	const found = new Findings(new Positions(text));
	const block = findFrontmatter(text);
	const cache: CachedMetadata = {};
	if (block !== undefined) {
		const position = found.positions.pos(0, block.to);
		found.sections.push({ type: 'yaml', position });
		const frontmatter = readProperties(block.yaml);
		if (frontmatter !== undefined) {
			cache.frontmatter = frontmatter;
			cache.frontmatterPosition = position;
			cache.frontmatterLinks = findPropertyLinks(frontmatter);
		}
	}
	const from = block?.bodyFrom ?? 0;
	readBody(markdown.parse(text.slice(from)), from, found);
	return { ...cache, ...found.filled() };
}
