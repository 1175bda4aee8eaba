import { lazily } from '../base';
import { readingsOf } from './readings';

const WEB = /^https?:\/\//i;
/** Schemes that lead to a host or name a thing for everybody: none opens a file of this machine or a note of a vault. */
const OF_HOSTS = /^(?:git|git\+https?|git\+ssh|ssh|sftp|ftps?|ircs?|wss?|gopher|gemini|nntp|rsync|svn|svn\+ssh|telnet):\/\//i;
const OF_THINGS = /^(?:mailto|tel|sms|geo|doi|news|sips?|urn|xmpp):(?!\/)/i;
// Browsers let any slashes follow `http:`.
const HOST = /^[a-z][a-z0-9+.-]*:[\\/]*(?:[^\\/?#@]*@)?(\[[^\]]*\]|[^\\/?#:]*)/i;
const THIS_MACHINE = /^(?:|localhost|(?:.*\.)?localhost|127\..*|0(?:\.0){0,3}|\[(?:::1?|[0:]+1?|::ffff:127\..*|::ffff:7f.*)\])$/;
// As it is written, so that an entity in it (`&#46;`) does not end it.
const AUTHORITY = /^[a-z][a-z0-9+.-]*:[\\/]*(?:&#|[^\\/?#]|\\(?![\\/]))*/i;
/** A host that is reached from here only: of the same house, by a name without a dot, or by a number. */
const nearby = lazily(() => /^(?:[\p{L}\p{N}_-]*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|0x.*|.*\.(?:local|lan|internal|home|home\.arpa)|\[(?:f[cd]|fe80).*\])$/u);
// Behind a host, its port is no address.
const CARRIED = /\b[a-z][a-z0-9+.-]{0,40}:(?!\d)/gi;
const MOST_CARRIED = 8;
const LONGEST_WEB = 'https:'.length;

/** How far an address may be followed. */
type Reach = 'everybody' | 'nearby' | 'here';

/**
 * Whom an address leads anywhere, by its scheme and its host: everybody; only who is in the same house (a web server on this
 * machine or in its network); or nobody but this device (a path, a file, a program).
 */
export function reachOf(address: string): Reach {
  if (WEB.test(address)) return hostsOf(address).some(isNearby) ? 'nearby' : 'everybody';
  if (OF_HOSTS.test(address)) return hostsOf(address).some((host) => THIS_MACHINE.test(host)) ? 'here' : 'everybody';
  return OF_THINGS.test(address) ? 'everybody' : 'here';
}

/** Whether an address is one of the web, be it of this machine. */
export function isOfTheWeb(address: string): boolean {
  return WEB.test(address);
}

/** The addresses that a public one carries along behind its scheme, as pages do that open a note or keep a copy of another page. */
export function carriedBy(address: string): string[] {
  if (address.indexOf(':', LONGEST_WEB) < 0 && !/[%&]/.test(address)) return [];
  return readingsOf(address).map((reading) => reading.slice(reading.indexOf(':') + 1)).flatMap((behind) => [...behind.matchAll(CARRIED)].slice(-MOST_CARRIED).map(({ index }) => behind.slice(index)));
}

function isNearby(host: string): boolean {
  return THIS_MACHINE.test(host) || nearby().test(host);
}

// As browsers read it: in small letters, without a dot at its end, whatever form its letters have.
function hostsOf(address: string): string[] {
  const authority = AUTHORITY.exec(address)?.[0] ?? '';
  return (/[&%\\]/.test(authority) ? readingsOf(authority) : [authority]).map((reading) => (HOST.exec(reading)?.[1] ?? '').normalize('NFKC').toLowerCase().replace(/\.$/, ''));
}
