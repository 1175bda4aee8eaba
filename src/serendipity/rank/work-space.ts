import { Sums } from './sums';

/** Room for the sums of one question, kept from question to question so that none makes garbage of the vault's size. */
export class WorkSpace {
  readonly text = new Sums();
  readonly walks = [new Sums(), new Sums()] as const;
  readonly votes = new Sums();
  readonly common = new Sums();
  /** One weight per term, all 0 between questions. */
  private weights = new Float64Array(0);

  clear(notes: number): void {
    for (const sums of [this.text, this.votes, this.common]) sums.clear(notes);
  }

  termWeights(terms: number): Float64Array {
    if (this.weights.length < terms) this.weights = new Float64Array(terms + (terms >> 2) + 1024);
    return this.weights;
  }
}
