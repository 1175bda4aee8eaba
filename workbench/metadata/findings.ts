import type {
	BlockCache,
	CachedMetadata,
	EmbedCache,
	FootnoteCache,
	FootnoteRefCache,
	HeadingCache,
	LinkCache,
	ListItemCache,
	Pos,
	ReferenceLinkCache,
	SectionCache,
	TagCache,
} from 'obsidian';
import type { Positions } from './positions';

/** What has been found in a note so far, in the order of the text. */
export class Findings {
	readonly headings: HeadingCache[] = [];
	readonly tags: TagCache[] = [];
	readonly links: LinkCache[] = [];
	readonly embeds: EmbedCache[] = [];
	readonly listItems: ListItemCache[] = [];
	readonly sections: SectionCache[] = [];
	readonly footnotes: FootnoteCache[] = [];
	readonly footnoteRefs: FootnoteRefCache[] = [];
	readonly referenceLinks: ReferenceLinkCache[] = [];
	/** No prototype: an id may be called "constructor". */
	readonly blocks = Object.create(null) as Record<string, BlockCache>;

	constructor(readonly positions: Positions) {}

	/** Notes a block id; the first block with an id keeps it. Ids are the same in capital and small letters. */
	addBlock(id: string, position: Pos): void {
		this.blocks[id.toLowerCase()] ??= { id, position };
	}

	/** The fields that have something in them. */
	filled(): CachedMetadata {
		const { headings, tags, links, embeds, listItems, sections, footnotes, footnoteRefs, referenceLinks } = this;
		const lists = { headings, tags, links, embeds, listItems, sections, footnotes, footnoteRefs, referenceLinks };
		const filled: CachedMetadata = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
		if (Object.keys(this.blocks).length > 0) filled.blocks = { ...this.blocks };
		return filled;
	}
}
