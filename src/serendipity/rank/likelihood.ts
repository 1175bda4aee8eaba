/**
 * How likely each candidate is to be what a missing link leads to: the shares of exp(score). The weights are learned so that this
 * holds (a softmax over an asking note's candidates, `bench/learn.mts`), so it can be compared between questions, which scores cannot.
 */
export function likelihoods(scores: Float64Array): Float64Array {
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const odds = scores.map((score) => Math.exp(score - top));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}
