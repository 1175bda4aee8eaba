import { words } from '../words';
import type { Audience } from './audience';
import type { ShareFormat } from './plan';

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
}

/** Defaults in the user's language. */
export function defaultShareSettings(): ShareSettings {
  return { sharedSection: words.share.sharedSection, firstAudience: 'community', format: 'markdown', privateFolders: ['Private'], privateTag: 'private' };
}
