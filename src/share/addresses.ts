import { readWebAddress } from '../base';
import { askedOf } from './asked-paths';
import type { Privacy } from './redaction';
import { carriedBy, isOfTheWeb, reachOf } from './public-addresses';
import { readingsOf } from './readings';

const PATH_SIGN = /[/\\%&]|\.(?:md|canvas|base)\b/i;
const FILE = /\.(?:md|canvas|base)\b/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LEADS_ON = /^(?:[^:]*:\/\/|(?:obsidian|file|app):)/i;
// Pages that open a note in the app name its vault.
const OPENS_VAULT = /[?&#;]vault=/i;
const PARAMETER = /[?&][^=&\s]+=/;
// An address from a disk leads through folders above the vault: each of its ends may be a path within it.
const MOST_FOLDERS = 20;
const MOST_VALUES = 20;

/** Where a link leads that must not leave as it is. */
export type LocalKind = 'private-link' | 'local-link';

/**
 * Whether an address may leave: everybody can follow it, or it leads to a web server nearby, but tells of no private note.
 * One that a page carries along counts, and so does the path of a private note on whatever host but those of the web.
 */
export function isPublicAddress(address: string, privacy: Privacy): boolean {
  return reachOf(address) !== 'here' && !tellsPrivate(address, privacy) && !carriesPrivate(address, privacy);
}

/** The source of a quote, trimmed, where it is an address of the web that may leave. */
export function publicSource(source: string | undefined, privacy: Privacy): string | undefined {
  const address = source?.trim();
  return address !== undefined && readWebAddress(address) !== undefined && isPublicAddress(address, privacy) ? address : undefined;
}

/** Where an address leads that may not leave as it is: to a private note, or elsewhere on this device; undefined where it may leave. */
export function localKindOf(address: string, privacy: Privacy): LocalKind | undefined {
  if (isPublicAddress(address, privacy)) return undefined;
  return tellsPrivate(address, privacy) || leadsToPrivate(address, privacy) || carriesPrivate(address, privacy) ? 'private-link' : 'local-link';
}

function carriesPrivate(address: string, privacy: Privacy): boolean {
  return carriedBy(address).some((carried) => (LEADS_ON.test(carried) ? tellsPrivate(carried, privacy) : isPrivateOrder(carried, privacy)));
}

// The path of a page is the page's own, also behind `#/`; but what it is asked for (`?file=Private/A.md`) may be a note.
function tellsPrivate(address: string, privacy: Privacy): boolean {
  if (reachOf(address) !== 'everybody') return leadsToPrivate(address, privacy);
  const opensVault = readingsOf(address).some((reading) => OPENS_VAULT.test(reading));
  if (opensVault && (leadsToPrivate(address, privacy) || askedOf(address, true).some((words) => leadsToPrivate(words, privacy)))) return true;
  return askedOf(address, false).some((words) => isPrivatePath(words, privacy)) || (!isOfTheWeb(address) && isPrivatePath(address, privacy));
}

/** Whether an address leads to a place in the text that it stands in (`#part`), and tells no more than its words. */
export function isOwnPlace(address: string): boolean {
  return /^#[^\s/\\%&.:^]*$/.test(address);
}

/**
 * Whether an address leads to a private note however it is written: escaped, with entities, percent-encoded (also twice),
 * relative, or as the address of a program (`obsidian://open?file=…`) or of a file on the disk.
 */
export function leadsToPrivate(address: string, privacy: Privacy): boolean {
  return targetsOf(address).some((target) => privacy.isPrivate(target));
}

/** Whether words that stand where an address may stand are the path of a private note. */
export function isPrivatePath(words: string, privacy: Privacy): boolean {
  if (!PATH_SIGN.test(words)) return false;
  return targetsOf(words).some((target) => (target.includes('/') || FILE.test(words)) && privacy.isPrivate(target));
}

/** Whether words with a scheme before them (`note:Private/A`, `program:open?file=A`) lead to a private note. */
export function isPrivateOrder(words: string, privacy: Privacy): boolean {
  return PARAMETER.test(words) ? leadsToPrivate(words, privacy) : isPrivatePath(words, privacy);
}

function targetsOf(address: string): string[] {
  const targets = new Set<string>();
  for (const reading of readingsOf(address)) {
    for (const path of SCHEME.test(reading) ? pathsIn(reading) : [reading, reading.replace(/\?.*$/s, '')]) {
      const target = path.replace(/#.*$/s, '').trim().replace(/\.md$/i, '');
      targets.add(target).add(normalized(target));
    }
  }
  targets.delete('');
  return [...targets];
}

// The value of a parameter may be a path from the disk's root, too, or an address of its own.
function pathsIn(address: string): string[] {
  const [place = '', ...parameters] = address.replace(SCHEME, '').split(/[?&#]/);
  const values = parameters.map((parameter) => parameter.slice(parameter.indexOf('=') + 1));
  return [...values, ...[...values, place].slice(-MOST_VALUES).flatMap(endsOf)];
}

function endsOf(path: string): string[] {
  const folders = path.split(/[\\/:]/).filter((part) => part !== '').slice(-MOST_FOLDERS);
  return folders.map((_, from) => folders.slice(from).join('/'));
}

// As the app has paths: with slashes, from the vault's root, composed, with plain blanks.
function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.normalize('NFC').replace(/[\u00A0\u202F]/g, ' ').split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
