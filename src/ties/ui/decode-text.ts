import type { DecodeText } from '..';

const FALLBACK = 'windows-1252';

/**
 * Decodes by the charset that is told; without one as UTF-8, or where it is not valid UTF-8, as the likely one or as Western
 * European. Who says ASCII or Western European and writes UTF-8 is taken by what he writes.
 */
export const decodeText: DecodeText = (bytes, charset, likely) => {
  const told = charset === undefined ? undefined : decoderOf(charset);
  if (told !== undefined && told.encoding !== 'utf-8' && told.encoding !== FALLBACK) return told.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, whatever the file says: old programs write what their system uses.
    const other = told?.encoding === FALLBACK || likely === undefined ? undefined : decoderOf(likely);
    return (other ?? new TextDecoder(FALLBACK)).decode(bytes);
  }
};

/** The bytes of a file as UTF-8 where it is UTF-16, with or without a byte order mark; any other bytes as they are. */
export function withoutUtf16(bytes: Uint8Array): Uint8Array {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : halfEmpty(bytes);
  return encoding === undefined ? bytes : new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

// Latin letters in UTF-16 have nothing in every other byte.
function halfEmpty(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 64);
  const empty = (odd: number): number => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (head.length < 8) return undefined;
  return empty(1) > head.length / 3 && empty(0) === 0 ? 'utf-16le' : empty(0) > head.length / 3 && empty(1) === 0 ? 'utf-16be' : undefined;
}

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset.trim());
  } catch {
    // A name that nobody knows is no name.
    return undefined;
  }
}
