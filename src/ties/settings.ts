import { words } from '../words';

/** What users may set about people and communities. */
export interface TiesSettings {
  /** Folder of new contact notes. */
  readonly folder: string;
  /** Folder of new community notes. */
  readonly communityFolder: string;
  /** Whether every note in the contacts folder is a contact, also without `type: contact`. */
  readonly folderCounts: boolean;
  /** A tag that makes a note a contact; empty for none. */
  readonly tag: string;
  /** Title of the section that lists the interactions. */
  readonly interactionsSection: string;
  /** Title of the section of a community's note that lists how it changed the user's practice. */
  readonly practiceChangesSection: string;
  /** Months without such a change after which the user is asked about a community, once; 0 for never. */
  readonly quietMonths: number;
  /** Whether logging an interaction raises the `last-contact` property. */
  readonly keepLastContact: boolean;
  /** Days between two contacts that a new contact starts with; 0 for no reminder. */
  readonly cadence: number;
  /** Days without contact after which a tie counts as dormant. */
  readonly dormantDays: number;
}

/** Defaults in the user's language. */
export function defaultTiesSettings(): TiesSettings {
  return {
    folder: words.ties.folder,
    communityFolder: words.ties.communityFolder,
    folderCounts: false,
    tag: '',
    interactionsSection: words.ties.interactionsSection,
    practiceChangesSection: words.ties.practiceChangesSection,
    quietMonths: 12,
    keepLastContact: true,
    cadence: 0,
    dormantDays: 365,
  };
}
