import type { Community } from './community';
import type { Contact } from './contact';
import { lastChange } from './practice-changes';

// What was answered with "no" is kept as keys: what was asked, and the paths and days it was asked about. Keys of a form from
// before the first release, with spaces between the parts, are none of these: they match no question and follow no note. At the
// worst such a question is asked once more, and its old key goes when the list is full.

/** The key of a guess that two met on a day. */
export function mentionKey({ contact, day }: { readonly contact: Contact; readonly day: string }): string {
  return JSON.stringify(['mention', contact.path, day]);
}

/** The key of the question whether a community still changes anything; after another change it may come again, some day. */
export function quietKey(community: Community): string {
  return JSON.stringify(['quiet', community.path, lastChange(community) ?? '']);
}

/** The key of the suggestion that somebody has come closer. */
export function closerKey({ path }: Contact): string {
  return JSON.stringify(['closer', path]);
}

/** The key of the offer to introduce two people to each other, in whatever order they are named. */
export function introductionKey(one: Contact, other: Contact): string {
  return JSON.stringify(['introduction', ...[one.path, other.path].sort()]);
}

/** A key after a note was renamed or moved. Only a whole path counts, not the same letters within a longer one. */
export function keyAfterRename(key: string, from: string, to: string): string {
  // Most answers are about other notes, and reading them all is dear when a folder is moved.
  if (!key.includes(JSON.stringify(from))) return key;
  const [what, ...about] = readKey(key);
  if (what === undefined || !about.includes(from)) return key;
  const followed = about.map((part) => (part === from ? to : part));
  return JSON.stringify([what, ...(what === 'introduction' ? followed.sort() : followed)]);
}

function readKey(key: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(key);
    return Array.isArray(read) && read.every((part) => typeof part === 'string') ? read : [];
  } catch {
    // A key of another form: it stays as it is.
    return [];
  }
}
