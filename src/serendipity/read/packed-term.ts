const CODE_BITS = 8;
const CODE_MASK = (1 << CODE_BITS) - 1;

/** A term (24 bits) and its byte (see tally.ts) in one number of 32 bits. */
export function packedTerm(term: number, code: number): number {
  return (term << CODE_BITS) | code;
}

export function termIn(packed: number): number {
  return packed >>> CODE_BITS;
}

export function codeIn(packed: number): number {
  return packed & CODE_MASK;
}
