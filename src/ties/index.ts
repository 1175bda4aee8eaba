export { CADENCES, type DormantTie, type DueTie, dormantTies, dueDay, dueTies, latestDay, latestInteraction } from './cadence';
export { type Community, isCommunityNote, readCommunity, writeCommunity } from './community';
export { type Contact, type NewContact, goesBy, nameKey } from './contact';
export { type ContactFormat, type ContactRule, communityLink, contactName, isContactNote, readCadence, readContact, writeContact } from './contact-note';
export { type ContactDirectory } from './directory';
export { DIRECTIONS, type Direction, type Interaction, interactionText, interactionsOf, isSameInteraction, readInteraction } from './interaction';
export { type LogRule, planInteraction } from './log-interaction';
export { type TiesSettings, defaultTiesSettings } from './settings';
export { SPACES, type Space, readSpace } from './space';
