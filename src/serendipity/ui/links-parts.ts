import type { Edge } from '../../obsidian/edge';
import type { LinkIndex } from '../../obsidian/link-index';
import type { Hidden } from './hidden';
import type { LinkFinder } from './link-finder';
import type { LinksFilter } from './links-filter';

/** Changes the folders that are left out, by what they are once all earlier changes are stored. */
export type ChangeFolders = (make: (now: readonly string[]) => readonly string[]) => Promise<void>;

/** What the Links tab works with. */
export interface LinksParts {
  readonly edge: Edge;
  readonly index: LinkIndex;
  readonly finder: LinkFinder;
  readonly hidden: Hidden;
  readonly filter: LinksFilter;
  /** How often links were seen for a note; `see` and `pass` count them once more (`SeenLinks`). */
  readonly seen: {
    for(subject: string): ReadonlyMap<string, number>;
    see(subject: string, paths: readonly string[]): void;
    pass(subject: string, paths: readonly string[]): void;
  };
  /** Changes one of the room's settings. */
  readonly setSetting: (key: 'surprise' | 'enabled', value: unknown) => Promise<void>;
  readonly changeExcluded: ChangeFolders;
  readonly openSpark: () => void;
  /** Opens what is to be known about the index. */
  showIndex(): void;
}
