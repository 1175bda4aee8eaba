import { stableId, type Day } from '../../base';
import { folderOf, propertyHas, shownName, textProperty } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { LinkIndex } from '../../obsidian/link-index';
import type { OpenedRecord } from '../../obsidian/opened-record';
import type { Absence, Excerpt, Filter, Illustration, Query, Reason, Shown, SparkQuery } from '..';
import type { Hidden } from './hidden';
import { illustrateLinks, readShown } from './illustrate-links';

/** A link worth making, ready to be shown. */
export interface FoundLink {
  readonly path: string;
  readonly title: string;
  readonly folder: string;
  readonly reasons: readonly Reason[];
  /** Where bridging words stand in the title. */
  readonly titleMarks: Excerpt['marks'];
  /** The passage of the note that bridges, and that of the asking note, which may be empty. */
  readonly excerpt: Excerpt;
  readonly hereExcerpt: Excerpt;
}

/** One note of a spark, with the passage that bridges. */
export interface SparkSide {
  readonly path: string;
  readonly title: string;
  /** Where bridging words stand in the title. */
  readonly titleMarks: Excerpt['marks'];
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
  readonly filter?: Filter | undefined;
  /** The text is not the whole note: what the rest of the note links to is left out, too. */
  readonly isPassage?: boolean;
}

/** So many more sparks are drawn to make up for those that have met already. */
const SPARKS_TO_SPARE = 4;
/** Types of notes that are filled in like a form. */
const FORMS = ['contact', 'community'] as const;
const NONE: ReadonlySet<string> = new Set();

/** Asks the index on behalf of the user: with the settings, what was opened lately and what was hidden. */
export class LinkFinder {
  constructor(
    private readonly edge: Edge,
    private readonly index: LinkIndex,
    private readonly opened: OpenedRecord,
    private readonly hidden: Hidden,
  ) {}

  /** Unexpected links for a note and its text (`path` is '' for a free text). Rejects with a sentence. */
  async find(here: Shown, options: FindOptions = {}): Promise<readonly FoundLink[]> {
    const answer = await this.index.ask('suggest', this.#queryFor(here, options));
    const suggestions = answer.filter(({ path }) => !this.index.isExcluded(path));
    const illustrated = await illustrateLinks(this.index, this.edge.notes, here, suggestions);
    return illustrated.map(([{ path, title }, illustration]) => ({ path, title, folder: folderOf(path), ...illustration }));
  }

  /** Why `path` is not among the links that `find` gives. Rejects with a sentence. */
  async explainAbsence(path: string, here: Shown, options: FindOptions): Promise<readonly Absence[]> {
    return this.index.ask('explainAbsence', path, this.#queryFor(here, options));
  }

  /** Pairs of notes that should meet, but none of `shown` (as `pairKey` makes them); the same seed on the same vault gives the same. `restDays` as in the settings, unless given. Rejects with a sentence. */
  async sparks(count: number, seed: number, shown: ReadonlySet<string> = NONE, restDays = this.edge.settings().serendipity.restDays): Promise<readonly FoundSpark[]> {
    const query: SparkQuery = { ...this.#common(), restDays, hiddenPairs: new Set([...this.hidden.pairs, ...shown]), count: count + SPARKS_TO_SPARE, seed };
    const isExcluded = ({ path }: { readonly path: string }): boolean => this.index.isExcluded(path);
    const drawn = (await this.index.ask('sparks', query)).filter(({ here, there }) => !isExcluded(here) && !isExcluded(there));
    const sparks = drawn.filter(({ here, there }) => !this.#haveMet(here.path, there.path)).slice(0, count);
    const found = await Promise.all(sparks.map(async ({ here, there, reasons, bridge }): Promise<readonly FoundSpark[]> => {
      const texts = await readShown(this.edge.notes, [here.path, there.path]);
      const [mine, theirs] = [texts.get(here.path), texts.get(there.path)];
      if (mine === undefined || theirs === undefined) return [];
      const [forward] = await this.index.ask('illustrate', mine, [{ bridge, reasons, there: theirs }]);
      const [back] = await this.index.ask('illustrate', theirs, [{ bridge, reasons, there: mine }]);
      if (forward === undefined || back === undefined) return [];
      return [{ here: asSide(here, back), there: asSide(there, forward), reasons: forward.reasons }];
    }));
    return found.flat();
  }

  // Two quotes of one author kept side by side have met already; what two contact notes share are the words of their form.
  #haveMet(a: string, b: string): boolean {
    const { author, type } = this.edge.settings().properties;
    const [one, other] = [this.edge.notes.properties(a), this.edge.notes.properties(b)];
    if (FORMS.some((form) => propertyHas(one, type, form) && propertyHas(other, type, form))) return true;
    const [first, second] = [one, other].map((properties) => shownName(textProperty(properties, author) ?? '').toLowerCase());
    return folderOf(a) === folderOf(b) && first !== '' && first === second;
  }

  #queryFor(here: Shown, { limit, shown, filter, isPassage }: FindOptions): Query {
    const { surprise, showDaily, showIndex, limit: usual } = this.edge.settings().serendipity;
    return {
      ...this.#common(),
      text: here.text,
      limit: limit ?? usual,
      surprise,
      wantDaily: showDaily,
      wantIndex: showIndex,
      ...(here.path !== '' && { path: here.path }),
      ...(shown !== undefined && { shown }),
      ...(filter !== undefined && { filter }),
      ...(isPassage === true && { linked: this.#linkedFrom(here.path) }),
    };
  }

  #linkedFrom(path: string): ReadonlySet<string> {
    return new Set(Object.keys(this.edge.app.metadataCache.resolvedLinks[path] ?? {}));
  }

  #common(): Pick<Query, 'now' | 'openedAt' | 'restDays' | 'hiddenPairs' | 'hiddenNotes' | 'excludedFolders' | 'templateFolders'> {
    const { excludedFolders, templateFolders, restDays } = this.edge.settings().serendipity;
    return {
      now: this.edge.clock().getTime(),
      openedAt: this.opened.openedAt,
      restDays,
      hiddenPairs: this.hidden.pairs,
      hiddenNotes: this.hidden.notes,
      excludedFolders: excludedFolders.map(asFolder).filter((folder) => folder !== ''),
      templateFolders: templateFolders.map(asFolder).filter((folder) => folder !== ''),
    };
  }
}

function asSide({ path, title }: Pick<SparkSide, 'path' | 'title'>, { titleMarks, excerpt }: Illustration): SparkSide {
  return { path, title, titleMarks, excerpt };
}

/** A seed that is the same all day long. */
export function seedOfDay(day: Day): number {
  return Number.parseInt(stableId(day).slice(-6), 36);
}

function asFolder(folder: string): string {
  return folder.trim().replace(/^\/+|\/+$/g, '');
}
