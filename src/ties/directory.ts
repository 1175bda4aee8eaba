import type { Day, Result } from '../base';
import type { DormantTie, DueTie } from './cadence';
import type { Community } from './community';
import type { Contact, NewContact } from './contact';

/** Everybody the vault knows: what other rooms may ask about people and communities. */
export interface ContactDirectory {
  /** All contacts but those in the archive, by name. */
  all(): readonly Contact[];
  /** All communities, by name. */
  communities(): readonly Community[];
  at(path: string): Contact | undefined;
  /** The contact with this name or alias (also from the archive), or that a `[[link]]` names. */
  find(name: string): Contact | undefined;
  findCommunity(name: string): Community | undefined;
  due(today: Day): readonly DueTie[];
  /** Contacts out of touch for longer than the settings allow, due or not. */
  dormant(today: Day): readonly DormantTie[];
  /** Makes a contact's note and gives back its path; the path of the present one when the name is known already. */
  create(contact: NewContact): Promise<Result<string>>;
  /** Contact that is written elsewhere, such as a share to them: raises the last contact of a person, by path or name, where the user wants that. */
  wasInTouch(who: string, day: Day): Promise<void>;
  /** Calls `listener` after every change; the returned function ends it. */
  onChange(listener: () => void): () => void;
}
