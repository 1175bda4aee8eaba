import { words } from '../words';
import type { Audience } from './audience';
import type { ShareFormat } from './outgoing';

/** What users may set about sharing. */
export interface ShareSettings {
  /** Title of the section that holds the share history. */
  readonly sharedSection: string;
  /** The audience that the composer proposes. */
  readonly firstAudience: Audience;
  readonly format: ShareFormat;
  /** Notes in these folders never leave, nor do their names. */
  readonly privateFolders: readonly string[];
  /** Notes with this tag never leave, nor do their names. */
  readonly privateTag: string;
  /** Days that an idea stays with one audience before the next wider one is proposed. */
  readonly waitDays: number;
  /** Whether to ask once when an idea goes to the network that nobody nearer has seen. */
  readonly askBeforeNetwork: boolean;
  /** The web address at which the user's published notes stand; empty when there is none. */
  readonly publicBase: string;
  /** The folder whose notes are published there. */
  readonly publicFolder: string;
  /** The name under which the user gives, in feeds and in copies for a group. */
  readonly byline: string;
  readonly feedFolder: string;
  /** The web address at which that folder can be read; empty when it has none. */
  readonly feedBase: string;
  readonly feedTitle: string;
  /** How many items a feed holds. */
  readonly feedItems: number;
  readonly commonsFolder: string;
  /** What others may do with a copy in the commons. */
  readonly licence: string;
  /** Where copies from other people's commons are kept. */
  readonly takenFolder: string;
}

/** Defaults in the user's language. */
export function defaultShareSettings(): ShareSettings {
  return {
    sharedSection: words.share.sharedSection, firstAudience: 'community', format: 'markdown', privateFolders: ['Private'], privateTag: 'private',
    waitDays: 7, askBeforeNetwork: true, publicBase: '', publicFolder: '', byline: '',
    feedFolder: 'Feeds', feedBase: '', feedTitle: '', feedItems: 50, commonsFolder: 'Commons', licence: '', takenFolder: 'From others',
  };
}
