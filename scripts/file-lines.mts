// The lines of a file of any size, one after the other.
import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** One line: its bytes without the line break, and its number from 1. */
export interface FileLine {
  readonly bytes: Buffer;
  readonly number: number;
}

/**
 * The lines of a file as bytes, without line breaks (LF or CRLF) and without the mark that Windows puts before the first one. No more
 * than one line and one piece of the file are held at a time. Rejects with the system's error where it cannot be read.
 */
export async function* linesOfFile(file: string): AsyncGenerator<FileLine> {
  let number = 0;
  let begun: Buffer[] = [];
  const finish = (last: Buffer): FileLine => {
    const whole = Buffer.concat([...begun, last]);
    begun = [];
    number++;
    const from = number === 1 && whole.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    return { bytes: whole.subarray(from, whole.at(-1) === RETURN ? -1 : whole.length), number };
  };
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = piece.indexOf(NEWLINE); to >= 0; to = piece.indexOf(NEWLINE, from)) {
      yield finish(piece.subarray(from, to));
      from = to + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
  }
  if (begun.length > 0) yield finish(Buffer.alloc(0));
}
