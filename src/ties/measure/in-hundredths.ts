/**
 * Parts of a whole between 0 and 1 in hundredths, rounded so that they add up to the whole as it is rounded: those that lose most
 * are rounded up (the method of largest remainders).
 */
export function inHundredths(whole: number, parts: readonly number[]): number[] {
  const exact = parts.map((part) => part * 100);
  const missing = Math.round(whole * 100) - exact.reduce((sum, part) => sum + Math.floor(part), 0);
  const up = new Set(exact.map((part, at) => ({ at, lost: part - Math.floor(part) })).sort((left, right) => right.lost - left.lost || left.at - right.at).slice(0, Math.max(0, missing)).map(({ at }) => at));
  return exact.map((part, at) => Math.floor(part) + (up.has(at) ? 1 : 0));
}
