/** Where the hash of a text begins. */
export const FIRST_HASH = 0x811c9dc5;

/** The hash with one more UTF-16 unit: FNV-1a (Fowler, Noll, Vo). */
export function hashedOnce(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a whole text. Never 0, which marks an empty slot. */
export function lastHash(hash: number): number {
  const mixed = hash ^ (hash >>> 15);
  return mixed === 0 ? 1 : mixed | 0;
}

export function hashOf(text: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < text.length; at++) hash = hashedOnce(hash, text.charCodeAt(at));
  return lastHash(hash);
}
