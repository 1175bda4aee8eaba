import { decodeString } from 'micromark-util-decode-string';
import { percentDecoded } from '../base';
import type { Privacy } from './redaction';

const PUBLIC_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;
const PATH_SIGN = /[/\\%&]|\.(?:md|canvas|base)\b/i;
const FILE = /\.(?:md|canvas|base)\b/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
// Some programs encode what is encoded already.
const MOST_ENCODINGS = 4;
// An address from a disk leads through folders above the vault: each of its ends may be a path within it.
const MOST_FOLDERS = 20;

/** Where a link leads that must not leave as it is. */
export type LocalKind = 'private-link' | 'local-link';

/** Whether an address leads to where everybody can follow it. */
export function isPublicAddress(address: string): boolean {
  return PUBLIC_ADDRESS.test(address);
}

/** Whether an address leads into the vault or to another place on this device, and whether to a private note; undefined for a public one. */
export function localKindOf(address: string, privacy: Privacy): LocalKind | undefined {
  if (isPublicAddress(address)) return undefined;
  return leadsToPrivate(address, privacy) ? 'private-link' : 'local-link';
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

// Over the lines of a blockquote its marks stand within the address.
function readingsOf(address: string): string[] {
  const readings = [decodeString(address.trim().replace(/\s*\n[ \t>]*/g, ' '))];
  for (let last = readings[0] ?? ''; readings.length < MOST_ENCODINGS; readings.push(last)) {
    const next = percentDecoded(last);
    if (next === last) break;
    last = next;
  }
  return readings;
}

function pathsIn(address: string): string[] {
  const [place = '', ...parameters] = address.replace(SCHEME, '').split(/[?&]/);
  const folders = place.split(/[\\/]/).filter((part) => part !== '').slice(-MOST_FOLDERS);
  return [...parameters.flatMap((parameter) => [parameter.slice(parameter.indexOf('=') + 1)]), ...folders.map((_, from) => folders.slice(from).join('/'))];
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
