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
    let value = first.text.slice(head[0].length);
    for (let next = lines[at + 1]; next !== undefined; next = lines[at + 1]) {
      const joined = isQuoted ? softlyJoined(value, next.text) : unfolded(value, next.text);
      if (joined === undefined) break;
      value = joined;
      at++;
    }
    found.push({
      name: (head[2] ?? '').toUpperCase(), group: (head[1] ?? '').toLowerCase(), parameters, line: first.line,
      value: afterBase64 ? '' : decode(bytesOf(isQuoted ? unquoted(value) : value), parameters.get('CHARSET')?.[0]),
    });
  }
  return found;
}

/** Whether a property's parameters name a word, as a TYPE or as an ENCODING. */
export function has(parameters: ContentLine['parameters'], word: RegExp): boolean {
  return ['ENCODING', 'TYPE'].some((name) => (parameters.get(name) ?? []).some((value) => word.test(value)));
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

function unquoted(value: string): string {
  return value.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/=$/, '');
}
