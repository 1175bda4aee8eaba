import { isPrivateOrder, isPublicAddress, leadsToPrivate, localKindOf } from './addresses';
import { placeholderIn, withoutCuts, type Cut } from './cuts';
import type { Hold, Privacy } from './redaction';

// No address holds these signs: where one stands, the address ended.
const RUN = /[^\s<>"`|]+/g;
const BEGINS = /:\/\/|\b(?:file|app):(?=[/\\%])|\bobsidian:(?=[/\\%]|[\w-]+[/?])/gi;
const LONGEST_SCHEME = 40;
const SCHEME_BEFORE = /[a-z][a-z0-9+.-]*$/i;
const TRAILING = /(?:[.,;:!?*_'’”»…]|%%)+$/;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
/** Blanks in the name of a file end its address for every program, but not its name: so far it is looked for. */
const REST_OF_NAME = /[^\S\n][^\n<>"`|:]{0,120}?\.(?:md|canvas|base)\b/iy;
const ENDS_NAME = /\.(?:md|canvas|base)$/i;
const IN_WEB = /^https?:\/\/[^/]*\.[a-z]/i;
/** What a page is asked for may be a string or a list: to some, an address goes on over their marks. */
const REST_OF_STRING = /[.,;:!?*_'’)\]}]{0,40}["|)\]}](?:(?!\]\()[^\s<>`]){1,1000}/y;
/** Nothing longer is the address of a note: of such a run its start and its end are looked at. */
const LONGEST = 4000;

/** A text without the addresses of other programs and of files (`obsidian://…`, `file:/…`) that stand in it as words. */
export function withoutProgramAddresses(text: string, privacy: Privacy, hold: Hold): string {
  return withoutCuts(text, cutsIn(text, privacy, false), hold);
}

/** Code without the addresses of other programs, of files and of servers nearby that lead to a private note. */
export function withoutPrivatePrograms(code: string, privacy: Privacy, hold: Hold): string {
  return withoutCuts(code, cutsIn(code, privacy, true), hold);
}

function cutsIn(text: string, privacy: Privacy, onlyPrivate: boolean): Cut[] {
  if (!text.includes(':')) return [];
  const cuts: Cut[] = [];
  let behind = 0;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (!run.includes(':') || index + run.length <= behind) continue;
    const found = cutsOfRun(text, Math.max(index, behind), index + run.length, privacy, onlyPrivate);
    cuts.push(...found);
    behind = found.at(-1)?.to ?? behind;
  }
  return cuts;
}

function cutsOfRun(text: string, start: number, end: number, privacy: Privacy, onlyPrivate: boolean): Cut[] {
  const run = text.slice(start, end);
  const cuts: Cut[] = [];
  const begins = new RegExp(BEGINS);
  let from = 0;
  for (let match = begins.exec(run); match !== null; match = begins.exec(run)) {
    const at = match.index + match[0].indexOf(':');
    const scheme = schemeBefore(run, from, at);
    const to = endOfAddress(run, at + 1);
    if (scheme === '' || /^:[/\\]*$/.test(run.slice(at, to))) continue;
    const begin = at - scheme.length;
    // What stands before may be an address of its own that goes on.
    const order = run.slice(from, begin).includes(':') ? cutsOfOrder(text, start + from, start + to, privacy) : [];
    cuts.push(...(order.length > 0 ? order : cutsOfAddress(text, start + begin, start + to, privacy, onlyPrivate)));
    from = Math.max(to, (cuts.at(-1)?.to ?? 0) - start);
    begins.lastIndex = from;
  }
  return [...cuts, ...cutsOfOrder(text, start + from, end, privacy)];
}

function schemeBefore(run: string, from: number, at: number): string {
  return SCHEME_BEFORE.exec(run.slice(Math.max(from, at - LONGEST_SCHEME), at))?.[0] ?? '';
}

function cutsOfAddress(text: string, from: number, to: number, privacy: Privacy, onlyPrivate: boolean): Cut[] {
  const address = text.slice(from, to);
  const whole = wholeName(text, to);
  if (whole > to && !IN_WEB.test(address) && leadsToPrivate(text.slice(from, whole), privacy)) return [privateCut(text, from, whole, privacy)];
  const kind = localKindOf(address, privacy);
  const string = kind === undefined ? endOfString(text, to) : to;
  if (string > to && localKindOf(text.slice(from, string), privacy) === 'private-link') return [privateCut(text, from, string, privacy)];
  if (kind === 'private-link') return [privateCut(text, from, to, privacy)];
  if (kind === undefined || onlyPrivate) return [];
  const [start, end] = text[from - 1] === '<' && text[to] === '>' ? [from - 1, to + 1] : [from, to];
  // Two backticks without a word between them would begin a code span.
  return [{ from: start, to: end, put: text[start - 1] === '`' && text[end] === '`' ? '…' : '', held: { kind, shown: text.slice(start, end) } }];
}

// `scheme:words`: an address only where it leads to a private note.
function cutsOfOrder(text: string, start: number, end: number, privacy: Privacy): Cut[] {
  const run = text.slice(start, end);
  for (let at = run.indexOf(':'); at >= 0; at = run.indexOf(':', at + 1)) {
    const scheme = schemeBefore(run, 0, at);
    if (scheme === '') continue;
    const [from, to] = [start + at - scheme.length, start + endOfAddress(run, at + 1)];
    const [address, whole] = [text.slice(from, to), to < end ? to : wholeName(text, to)];
    if (whole > to && isPrivateOrder(text.slice(from, whole), privacy)) return [privateCut(text, from, whole, privacy)];
    const looked = address.length > LONGEST ? [address.slice(0, LONGEST), `${scheme}:${address.slice(-LONGEST)}`] : [address];
    if (looked.some((part) => isPrivateOrder(part, privacy)) && !isPublicAddress(address, privacy)) return [privateCut(text, from, to, privacy), ...cutsOfOrder(text, to, end, privacy)];
    at = Math.max(at, to - start - 1);
  }
  return [];
}

function privateCut(text: string, from: number, to: number, privacy: Privacy): Cut {
  return { from, to, put: placeholderIn(text, from, to, privacy), held: { kind: 'private-link', shown: text.slice(from, to) } };
}

function wholeName(text: string, to: number): number {
  if (ENDS_NAME.test(text.slice(Math.max(0, to - 8), to))) return to;
  REST_OF_NAME.lastIndex = to;
  return to + (REST_OF_NAME.exec(text)?.[0].length ?? 0);
}

function endOfString(text: string, to: number): number {
  REST_OF_STRING.lastIndex = to;
  const rest = REST_OF_STRING.exec(text)?.[0] ?? '';
  return to + rest.length - (TRAILING.exec(rest.slice(-40))?.[0].length ?? 0);
}

// A bracket that the address does not open itself closes what stands around it, and signs at its end belong to the sentence.
function endOfAddress(run: string, at: number): number {
  const nested: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  let end = at;
  for (; end < run.length; end++) {
    const sign = run[end] ?? '';
    const opener = CLOSERS[sign];
    if (sign in nested) nested[sign] = (nested[sign] ?? 0) + 1;
    else if (opener !== undefined && (nested[opener] = (nested[opener] ?? 0) - 1) < 0) break;
  }
  return end - (TRAILING.exec(run.slice(Math.max(at, end - 40), end))?.[0].length ?? 0);
}
