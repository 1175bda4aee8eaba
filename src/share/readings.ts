import { decodeString } from 'micromark-util-decode-string';
import { percentDecoded } from '../base';

// Some programs encode what is encoded already.
const MOST_ENCODINGS = 4;

/** An address as different readers take it: without escapes and entities, and percent-decoded as often as it was encoded. */
export function readingsOf(address: string): string[] {
  // Over the lines of a blockquote its marks stand within the address.
  const readings = [decodeString(address.trim().replace(/\s*\n[ \t>]*/g, ' '))];
  for (let last = readings[0] ?? ''; readings.length < MOST_ENCODINGS; readings.push(last)) {
    const next = percentDecoded(last);
    if (next === last) break;
    last = next;
  }
  return readings;
}
