/** Turns bytes into text. `charset` is what the card says of them; without it, or with an unknown one, the function decides. */
export type DecodeText = (bytes: Uint8Array, charset?: string) => string;

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

interface PhysicalLine {
  readonly text: string;
  readonly line: number;
}

const HEAD = /^(?:([\w-]+)\.)?([\w-]+)\s*((?:;(?:"[^"]*"|[^:"])*)?):/;
// With a quotation mark that is never closed.
const LOOSE_HEAD = /^(?:([\w-]+)\.)?([\w-]+)\s*((?:;[^:]*)?):/;
const QUOTED_PRINTABLE = /^quoted-printable$/i;
const BASE64 = /^(?:b|base64)$/i;
/** What base64 holds in these are pictures, sounds and keys, never words. */
const BINARY = /^(?:PHOTO|LOGO|SOUND|KEY|X-)/;

/**
 * The properties of a file of vCards, with folded lines joined, quoted-printable and charsets undone. Works on bytes, for
 * some programs cut a line in the midst of a letter. Lines that are none are left out and counted by `onStray`.
 */
export function contentLinesOf(bytes: Uint8Array, decode: DecodeText, onStray: (line: number) => void = () => undefined): ContentLine[] {
  const lines = physicalLines(bytes);
  const found: ContentLine[] = [];
  let afterBase64 = false;
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (first === undefined || first.text.trim() === '') continue;
    const head = HEAD.exec(first.text) ?? LOOSE_HEAD.exec(first.text);
    if (head === null) {
      // Old telephones do not indent the lines of a picture.
      if (!afterBase64) onStray(first.line);
      continue;
    }
    const parameters = parametersOf(head[3] ?? '');
    const isQuoted = has(parameters, QUOTED_PRINTABLE);
    afterBase64 = has(parameters, BASE64);
    const name = (head[2] ?? '').toUpperCase();
    const isBinary = afterBase64 && BINARY.test(name);
    let value = first.text.slice(head[0].length);
    for (let next = lines[at + 1]; next !== undefined; next = lines[at + 1]) {
      const joined = isQuoted ? softlyJoined(value, next.text) : (unfolded(value, next.text) ?? (afterBase64 && !isBinary ? unindented(value, next.text) : undefined));
      if (joined === undefined) break;
      value = joined;
      at++;
    }
    found.push({
      name, group: (head[1] ?? '').toLowerCase(), parameters, line: first.line,
      value: isBinary ? '' : decode(bytesOf(isQuoted ? unquoted(value) : afterBase64 ? fromBase64(value) : value), parameters.get('CHARSET')?.[0]),
    });
  }
  return found;
}

/** Whether a property's parameters name a word, as a TYPE or as an ENCODING. */
export function has(parameters: ContentLine['parameters'], word: RegExp): boolean {
  return ['ENCODING', 'TYPE'].some((name) => (parameters.get(name) ?? []).some((value) => word.test(value)));
}

// Lotus Notes and old telephones do not indent base64 that goes on.
function unindented(value: string, next: string): string | undefined {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(next) ? value + next : undefined;
}

// One character for each byte, so that lines can be joined before they are decoded.
function physicalLines(bytes: Uint8Array): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let line = 1;
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let at = from; at <= bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== 0x0a && byte !== 0x0d && byte !== undefined) continue;
    lines.push({ text: charactersOf(bytes, from, at), line });
    if (byte === 0x0d && bytes[at + 1] === 0x0a) at++;
    from = at + 1;
    line++;
  }
  return lines;
}

function charactersOf(bytes: Uint8Array, from: number, to: number): string {
  const PIECE = 4096;
  let text = '';
  for (let at = from; at < to; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + PIECE)));
  return text;
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

// A line of quoted-printable that ends with "=" goes on in the next one, unless that one clearly is the card's end.
function softlyJoined(value: string, next: string): string | undefined {
  if (/=[ \t]*$/.test(value)) return /^(?:BEGIN|END):VCARD/i.test(next) ? undefined : value.replace(/=[ \t]*$/, '') + next;
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
