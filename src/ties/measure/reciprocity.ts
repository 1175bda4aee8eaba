/**
 * How evenly a tie gives and receives, 0 (one way only, or nothing) to 1 (as much each way): 2·min/(gave+received).
 * Source: reciprocity as the fourth element of a tie's strength, Mark Granovetter, The Strength of Weak Ties, 1973.
 */
export function reciprocity(gave: number, received: number): number {
  return gave + received === 0 ? 0 : (2 * Math.min(gave, received)) / (gave + received);
}
