import { IN_TITLE } from '../read/tally';
import { termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';

/** The value of the property `type` in the note of a person. */
const CONTACT = 'contact';

const known = new WeakMap<VaultIndex, { readonly revision: number; readonly terms: ReadonlySet<number> }>();

/** The words of the names under which the vault has notes of people: a name in common is no idea in common. */
export function namesOfPeople(index: VaultIndex): ReadonlySet<number> {
  const before = known.get(index);
  if (before?.revision === index.revision) return before.terms;
  const terms = new Set<number>();
  for (const note of index.numbers()) {
    const { type, start, count } = index.entry(note);
    if (type !== CONTACT) continue;
    for (const packed of index.arena.view(start, count)) if (packed & IN_TITLE) terms.add(termIn(packed));
  }
  known.set(index, { revision: index.revision, terms });
  return terms;
}
