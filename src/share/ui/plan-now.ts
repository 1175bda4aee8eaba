import { fail, inSlices, ok, reasonOf, type Result } from '../../base';
import type { NoteStore, PropertyNames } from '../../note';
import { breathing } from '../../obsidian/breathe';
import { words } from '../../words';
import { planning, vaultPrivacy, type NotePrivacy, type Shareable, type ShareChoice, type SharePlan, type ShareSettings } from '..';

/** What a plan is made of. */
interface PlanParts {
  readonly material: Shareable;
  readonly choice: ShareChoice;
  /** The note's text as it was just read. */
  readonly text: string;
  /** The key under which an earlier share stands. */
  readonly key: string | undefined;
  /** Whether its title alone does not tell it from others. */
  readonly isOneOfSeveral?: boolean;
}

/** The vault as plans ask for it. */
interface PlanVault {
  readonly notes: NoteStore;
  readonly share: ShareSettings;
  readonly names: PropertyNames;
}

/** A plan for the composer, which asks anew at every choice: of linked notes counts what the app's cache or an open editor has. */
export function planFromCache({ material, choice, text, key, isOneOfSeveral }: PlanParts, { notes, share, names }: PlanVault): Promise<Result<SharePlan>> {
  return inSlices(planning(material, choice, vaultPrivacy(notes, share, names, { [choice.path]: text }), key, isOneOfSeveral), breathing());
}

/** A note's text in the moment of sending: as an open editor has it, else as it stands on the disk, which the app's cache may not know yet. */
export async function readNow(path: string, notes: NoteStore): Promise<Result<string>> {
  try {
    return ok(await notes.read(path, { fromDisk: true }));
  } catch (error) {
    return fail(words.share.notRead(path, reasonOf(error)));
  }
}

/** A plan in the moment of sending: linked notes are read, too, each of them once, for the cache may not know yet that one was made private. */
export async function planFromNotes(parts: PlanParts, vault: PlanVault): Promise<Result<SharePlan>> {
  const { material, choice, text, key, isOneOfSeveral } = parts;
  const { notes, share, names } = vault;
  const linked = new Set<string>();
  const first = await inSlices(planning(material, choice, noting(vaultPrivacy(notes, share, names, { [choice.path]: text }), notes, linked), key, isOneOfSeveral), breathing());
  if (!first.ok || linked.size === 0) return first;
  const texts: Record<string, string> = { [choice.path]: text };
  for (const path of linked) {
    if (path === choice.path || notes.find(path) === undefined) continue;
    const read = await readNow(path, notes);
    // Nobody can tell whether it is private.
    if (!read.ok) return read;
    texts[path] = read.value;
  }
  return inSlices(planning(material, choice, vaultPrivacy(notes, share, names, texts), key, isOneOfSeveral), breathing());
}

/** The same privacy; notes down which notes are asked about. */
function noting(vault: NotePrivacy, notes: NoteStore, linked: Set<string>): NotePrivacy {
  return {
    isPrivate: (path) => vault.isPrivate(path),
    within(path) {
      const privacy = vault.within(path);
      return {
        ...privacy,
        isPrivate(target) {
          const resolved = notes.resolve(target, path);
          if (resolved !== undefined) linked.add(resolved);
          return privacy.isPrivate(target);
        },
      };
    },
  };
}
