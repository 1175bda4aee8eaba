/** Changes whenever the meaning of a kept byte changes; caches of other formats are rebuilt. */
const FORMAT = 6;

const MARK = 0x53535331;
const HEAD = 16;

/** Murmur3's mixing (Appleby, public domain) over words of four bytes, so that 60 MB are checked in some hundredths of a second. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let hash = bytes.length | 0;
  for (let at = 0; at < whole; at += 4) {
    let word = Math.imul(view.getInt32(at, true), 0xcc9e2d51);
    word = (word << 15) | (word >>> 17);
    hash ^= Math.imul(word, 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  for (let at = whole; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A record as it is stored: mark, format, length, checksum, content. */
export function sealed(content: Uint8Array): Uint8Array {
  const record = new Uint8Array(HEAD + content.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, MARK);
  view.setUint32(4, FORMAT);
  view.setUint32(8, content.length);
  view.setUint32(12, checksum(content));
  record.set(content, HEAD);
  return record;
}

/** The content of a stored record; undefined when it is torn, damaged or of another format. */
export function unsealed(record: Uint8Array): Uint8Array | undefined {
  if (record.length < HEAD) return undefined;
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const content = record.subarray(HEAD);
  const fits = view.getUint32(0) === MARK && view.getUint32(4) === FORMAT && view.getUint32(8) === content.length;
  return fits && view.getUint32(12) === checksum(content) ? content : undefined;
}
