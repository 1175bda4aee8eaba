import type { Steps } from '../../base';
import { physicalLines, type PhysicalLine } from './physical-lines';

/**
 * Turns bytes into text. `charset` is what the card says of them; without it, or with an unknown one, the function decides,
 * and `likely` is what other lines of the same file say of theirs.
 */
export type DecodeText = (bytes: Uint8Array, charset?: string, likely?: string) => string;

/** One property of a vCard, as its line has it. */
export interface ContentLine {
  /** In capitals, without its group. */
  readonly name: string;
  /** The group that ties lines together (`item1`), in small letters; empty for none. */
  readonly group: string;
  /** Values of each parameter; a bare one (vCard 2.1) counts as a TYPE. Names in capitals. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** Decoded, but with its backslashes. */
  readonly value: string;
  /** Counted from 1, where the property begins. */
  readonly line: number;
}

/** A property before its text is decoded. */
type RawLine = Omit<ContentLine, 'value'> & { readonly raw: Uint8Array };

interface Head {
  readonly group: string;
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
  /** The last of the lines that it takes. */
  readonly lastLine: number;
}

const HEAD = /^(?:([\w-]+)\.)?([\w-]+)\s*((?:;(?:"[^"]*"|[^:"])*)?):/;
// With a quotation mark that is never closed.
const LOOSE_HEAD = /^(?:([\w-]+)\.)?([\w-]+)\s*((?:;[^:]*)?):/;
/** What a line whose head is folded begins with. */
const BEGUN_HEAD = /^[\w.-]+\s*(?:;|$)/;
/** So many properties are read between two places to rest. */
const PROPERTIES_OF_STEP = 50;
/** Charsets that say nothing of letters beyond those that all have. */
const COMMON_CHARSET = /^(?:utf-?8|(?:us-)?ascii)$/i;
const QUOTED_PRINTABLE = /^(?:quoted-printable|qp)$/i;
const BASE64 = /^(?:b|base64)$/i;
/** A line that can only be a property, as all programs write them. */
const PROPERTY = /^(?:[\w-]+\.)?(?:FN|N|NICKNAME|EMAIL|TEL|ADR|LABEL|ORG|TITLE|ROLE|URL|UID|REV|BDAY|NOTE|PHOTO|CATEGORIES|VERSION|X-[A-Z-]+)(?:;[^:]*)?:/;
/** What base64 holds in these are pictures, sounds and keys, never words. */
const BINARY = /^(?:PHOTO|LOGO|SOUND|KEY|X-)/;

/**
 * The properties of a file of vCards, with folded lines joined, quoted-printable and charsets undone. Works on bytes, for
 * some programs cut a line in the midst of a letter. Lines that are none are left out and counted by `onStray`.
 */
export function* contentLinesOf(bytes: Uint8Array, decode: DecodeText, onStray: (line: number) => void = () => undefined): Steps<ContentLine[]> {
  const lines = yield* physicalLines(bytes);
  const found: RawLine[] = [];
  let afterBase64 = false;
  for (let at = 0; at < lines.length; at++) {
    if (found.length % PROPERTIES_OF_STEP === 0) yield;
    const first = lines[at];
    if (first === undefined || first.text.trim() === '') continue;
    const head = headAt(lines, at);
    if (head === undefined) {
      // Old telephones do not indent the lines of a picture.
      if (!afterBase64) onStray(first.line);
      continue;
    }
    at = head.lastLine;
    const parameters = parametersOf(head.parameters);
    const isQuoted = has(parameters, QUOTED_PRINTABLE);
    afterBase64 = has(parameters, BASE64);
    const isBinary = afterBase64 && BINARY.test(head.name);
    let { value } = head;
    for (let next = lines[at + 1]; next !== undefined; next = lines[at + 1]) {
      const joined = isQuoted ? softlyJoined(value, next.text) : (unfolded(value, next.text) ?? (afterBase64 && !isBinary ? unindented(value, next.text) : undefined));
      if (joined === undefined) break;
      value = joined;
      at++;
    }
    const raw = bytesOf(isBinary ? '' : isQuoted ? unquoted(value) : afterBase64 ? fromBase64(value) : value);
    found.push({ name: head.name, group: head.group, parameters, line: first.line, raw });
  }
  const likely = found.map(charsetOf).find((charset) => charset !== undefined && !COMMON_CHARSET.test(charset));
  const decoded: ContentLine[] = [];
  for (const { raw, ...line } of found) {
    decoded.push({ ...line, value: decode(raw, charsetOf(line), likely) });
    if (decoded.length % PROPERTIES_OF_STEP === 0) yield;
  }
  return decoded;
}

/** Whether a property's parameters name a word, as a TYPE or as an ENCODING. */
function has(parameters: ContentLine['parameters'], word: RegExp): boolean {
  return ['ENCODING', 'TYPE'].some((name) => (parameters.get(name) ?? []).some((value) => word.test(value)));
}

function charsetOf({ parameters }: Pick<ContentLine, 'parameters'>): string | undefined {
  return parameters.get('CHARSET')?.[0];
}

/** What stands before the colon, which some programs fold, or softly break, as they do with the rest. */
function headAt(lines: readonly PhysicalLine[], from: number): Head | undefined {
  let text = lines[from]?.text ?? '';
  for (let at = from; ; at++) {
    const whole = HEAD.exec(text);
    const next = whole === null && BEGUN_HEAD.test(text) ? lines[at + 1]?.text : undefined;
    const joined = next === undefined ? undefined : (unfolded(text, next) ?? (/=$/.test(text) ? text.slice(0, -1) + next : undefined));
    if (joined !== undefined) {
      text = joined;
      continue;
    }
    const head = whole ?? LOOSE_HEAD.exec(text);
    if (head === null) return undefined;
    return { group: (head[1] ?? '').toLowerCase(), name: (head[2] ?? '').toUpperCase(), parameters: head[3] ?? '', value: text.slice(head[0].length), lastLine: at };
  }
}

// Lotus Notes and old telephones do not indent base64 that goes on.
function unindented(value: string, next: string): string | undefined {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(next) ? value + next : undefined;
}

function bytesOf(characters: string): Uint8Array {
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

function parametersOf(text: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const part of text.match(/(?:"[^"]*"|[^;"])+/g) ?? []) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? 'TYPE' : part.slice(0, equals).trim().toUpperCase();
    const values = part.slice(equals + 1).replace(/"/g, '').split(',').map((value) => value.trim());
    parameters.set(name, [...(parameters.get(name) ?? []), ...values]);
  }
  return parameters;
}

function unfolded(value: string, next: string): string | undefined {
  return /^[ \t]/.test(next) ? value + next.slice(1) : undefined;
}

// A line of quoted-printable that ends with "=" goes on in the next one, unless that one clearly is a property of its own:
// some programs end every such value with "=". After a line break of the text itself anything may follow.
function softlyJoined(value: string, next: string): string | undefined {
  const isOther = /^(?:BEGIN|END):VCARD/i.test(next) || (PROPERTY.test(next) && !/=0A=[ \t]*$/i.test(value));
  if (/=[ \t]*$/.test(value)) return isOther ? undefined : value.replace(/=[ \t]*$/, '') + next;
  return /^[ \t]+\S/.test(next) ? value + next.slice(1) : undefined;
}

const BASE64_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One character for each byte; what is no digit of base64 is passed over. */
function fromBase64(value: string): string {
  let [bits, count, text] = [0, 0, ''];
  for (const digit of value) {
    const worth = BASE64_DIGITS.indexOf(digit);
    if (worth < 0) continue;
    bits = ((bits << 6) | worth) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    text += String.fromCharCode((bits >> count) & 0xff);
  }
  return text;
}

function unquoted(value: string): string {
  return value.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/=$/, '');
}
