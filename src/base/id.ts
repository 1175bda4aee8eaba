const PRIME = 0x100000001b3n;
const OFFSET_BASIS = 0xcbf29ce484222325n;

/**
 * A stable id of 13 letters and digits for a text: the same on every device and in every version.
 * Source: FNV-1a, 64 bit (Fowler, Noll, Vo), over UTF-16 code units.
 */
export function stableId(text: string): string {
  let hash = OFFSET_BASIS;
  for (let at = 0; at < text.length; at++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * PRIME);
  }
  return hash.toString(36).padStart(13, '0');
}
