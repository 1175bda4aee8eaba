import { stableId, type Day } from '../../base';
import { folderOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { LinkIndex } from '../../obsidian/link-index';
import type { OpenedRecord } from '../../obsidian/opened-record';
import type { Excerpt, Query, Reason, Shown, SparkQuery } from '..';
import type { Hidden } from './hidden';
import { illustrateLinks, readShown } from './illustrate-links';

/** A link worth making, ready to be shown. */
export interface FoundLink {
  readonly path: string;
  readonly title: string;
  readonly folder: string;
  readonly reasons: readonly Reason[];
  readonly excerpt: Excerpt;
}

/** One note of a spark, with the passage that bridges. */
export interface SparkSide {
  readonly path: string;
  readonly title: string;
  readonly excerpt: Excerpt;
}

/** Two notes that should meet, ready to be shown. */
export interface FoundSpark {
  readonly here: SparkSide;
  readonly there: SparkSide;
  readonly reasons: readonly Reason[];
}

/** What a search may differ in from the settings. */
export interface FindOptions {
  readonly limit?: number;
  /** How often each note was already shown for this one. */
  readonly shown?: ReadonlyMap<string, number>;
}

/** Asks the index on behalf of the user: with the settings, what was opened lately and what was hidden. */
export class LinkFinder {
  constructor(
    private readonly edge: Edge,
    private readonly index: LinkIndex,
    private readonly opened: OpenedRecord,
    private readonly hidden: Hidden,
  ) {}

  /** Unexpected links for a note and its text (`path` is '' for a free text). Rejects with a sentence. */
  async find(here: Shown, { limit, shown }: FindOptions = {}): Promise<readonly FoundLink[]> {
    const { surprise, restDays, showDaily, showIndex, limit: usual } = this.edge.settings().serendipity;
    const query: Query = {
      ...this.#common(),
      text: here.text,
      limit: limit ?? usual,
      surprise,
      restDays,
      wantDaily: showDaily,
      wantIndex: showIndex,
      ...(here.path !== '' && { path: here.path }),
      ...(shown !== undefined && { shown }),
    };
    const suggestions = (await this.index.ask('suggest', query)).filter(({ path }) => !this.index.isExcluded(path));
    const illustrated = await illustrateLinks(this.index, this.edge.notes, here, suggestions);
    return illustrated.map(([{ path, title }, { reasons, excerpt }]) => ({ path, title, folder: folderOf(path), reasons, excerpt }));
  }

  /** Pairs of notes that should meet; the same seed on the same vault gives the same. Rejects with a sentence. */
  async sparks(count: number, seed: number): Promise<readonly FoundSpark[]> {
    const query: SparkQuery = { ...this.#common(), count, seed };
    const sparks = (await this.index.ask('sparks', query)).filter(({ here, there }) => !this.index.isExcluded(here.path) && !this.index.isExcluded(there.path));
    const found = await Promise.all(sparks.map(async ({ here, there, reasons, bridge }): Promise<readonly FoundSpark[]> => {
      const texts = await readShown(this.edge.notes, [here.path, there.path]);
      const [mine, theirs] = [texts.get(here.path), texts.get(there.path)];
      if (mine === undefined || theirs === undefined) return [];
      const [forward] = await this.index.ask('illustrate', mine, [{ bridge, reasons, there: theirs }]);
      const [back] = await this.index.ask('illustrate', theirs, [{ bridge, reasons, there: mine }]);
      if (forward === undefined || back === undefined) return [];
      return [{ here: { ...here, excerpt: back.excerpt }, there: { ...there, excerpt: forward.excerpt }, reasons: forward.reasons }];
    }));
    return found.flat();
  }

  #common(): Pick<Query, 'now' | 'openedAt' | 'hiddenPairs' | 'hiddenNotes' | 'excludedFolders' | 'templateFolders'> {
    const { excludedFolders, templateFolders } = this.edge.settings().serendipity;
    return {
      now: this.edge.clock().getTime(),
      openedAt: this.opened.openedAt,
      hiddenPairs: this.hidden.pairs,
      hiddenNotes: this.hidden.notes,
      excludedFolders: excludedFolders.map(asFolder).filter((folder) => folder !== ''),
      templateFolders: templateFolders.map(asFolder).filter((folder) => folder !== ''),
    };
  }
}

/** A seed that is the same all day long. */
export function seedOfDay(day: Day): number {
  return Number.parseInt(stableId(day).slice(-6), 36);
}

function asFolder(folder: string): string {
  return folder.trim().replace(/^\/+|\/+$/g, '');
}
