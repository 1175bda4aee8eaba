import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CachedMetadata } from 'obsidian';
import { describe, expect, test } from 'vitest';
import { parseMetadata } from '../../workbench/metadata';

/** Metadata that real Obsidian computed, beside the checkout. */
const exported = path.resolve(import.meta.dirname, '../../../shared/data/obsidian-metadata');

const FIELDS = ['headings', 'tags', 'links', 'embeds', 'listItems', 'sections', 'frontmatter', 'frontmatterPosition', 'frontmatterLinks', 'blocks'] as const;

interface Export {
	readonly fileContents: string;
	readonly cachedMetadata: CachedMetadata;
}

interface Score {
	readonly field: string;
	readonly files: number;
	readonly right: number;
	readonly wrong: readonly string[];
}

function readExports(): Map<string, Export> {
	const names = readdirSync(exported).filter((name) => name.endsWith('.json')).sort();
	return new Map(names.map((name) => [name, JSON.parse(readFileSync(path.join(exported, name), 'utf8')) as Export]));
}

/** Only files count in which Obsidian or our parser finds something for the field: agreeing on nothing proves nothing. */
function score(field: (typeof FIELDS)[number], exports: ReadonlyMap<string, Export>): Score {
	const wrong: string[] = [];
	let files = 0;
	for (const [name, { fileContents, cachedMetadata }] of exports) {
		const [ours, theirs] = [parseMetadata(fileContents)[field], cachedMetadata[field]];
		if (ours === undefined && theirs === undefined) continue;
		files++;
		if (JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(theirs))) wrong.push(name);
	}
	return { field, files, right: files - wrong.length, wrong };
}

/** The exports have their keys in alphabetical order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

describe.skipIf(!existsSync(exported))('against metadata that real Obsidian exported (../shared/data/obsidian-metadata)', () => {
	const exports = existsSync(exported) ? readExports() : new Map<string, Export>();
	const scores = FIELDS.map((field) => score(field, exports));

	test('the share that is right, per field', () => {
		const rows = scores.map(({ field, files, right }) => `${field.padEnd(20)} ${String(right).padStart(3)} of ${String(files).padStart(3)}  ${((100 * right) / files).toFixed(1)} %`);
		console.info([`Metadata of ${String(exports.size)} notes, equal in every position:`, ...rows].join('\n'));
		expect(exports.size).toBeGreaterThan(80);
		expect(scores.every(({ files }) => files > 0)).toBe(true);
	});

	test.each(scores)('$field is right in at least 95 %', ({ files, right, wrong }) => {
		expect(right / files, `wrong in ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.95);
	});
});
