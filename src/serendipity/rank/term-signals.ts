import { COUNT_BITS, COUNT_OF, IN_TITLE } from '../read/tally';
import { codeIn, termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import type { Scored } from './best';
import { learnFrom } from './feedback';
import type { Question } from './question';
import type { WorkSpace } from './work-space';

type TermPart = 'feedback' | 'names' | 'allNames' | 'covered' | 'anchors';

/** How much each byte of a term counts where terms of whole notes are compared. */
const BY_LOGARITHM = Float64Array.from({ length: 256 }, (_, code) => Math.log(1 + (COUNT_OF[code & COUNT_BITS] as number) + (code & IN_TITLE ? 2 : 0) + (code > 63 ? 0.5 : 0)));
const BY_ROOT = Float64Array.from({ length: 256 }, (_, code) => Math.sqrt((COUNT_OF[code & COUNT_BITS] as number) + (code & IN_TITLE ? 2 : 0)));
const ALL = 0.999;

/** The parts of a score that need a look at every term of a candidate. Call `done` after the last. */
export class TermSignals {
  private readonly asked: Uint8Array;
  private readonly weightOf: ReadonlyMap<number, number>;
  private readonly taught: Float64Array;
  private readonly rarity: Float64Array;
  /** The rarity of a term that stands in one note only. */
  private readonly rarest: number;
  private readonly touched: readonly number[];

  constructor(private readonly index: VaultIndex, private readonly question: Question, nearest: readonly Scored[], space: WorkSpace) {
    this.asked = space.asked;
    this.weightOf = new Map(question.terms.map((term, at) => [term, question.weights[at] as number]));
    this.taught = space.taught;
    this.rarity = index.rarityOfTerms;
    this.rarest = index.rarities[1] as number;
    this.touched = learnFrom(index, nearest, question.boilerplate, this.taught);
  }

  of(note: number): Record<TermPart, number> {
    const { asked, taught, rarity, rarest } = this;
    const { packed } = this.index.arena;
    const { start, count } = this.index.entry(note);
    const { boilerplate } = this.question;
    const isFilledIn = boilerplate.size > 0;
    let name = 0, nameAsked = 0, likeness = 0, mass = 0, covered = 0;
    for (let at = start; at < start + count; at++) {
      const term = termIn(packed[at] as number);
      const code = codeIn(packed[at] as number);
      const idf = rarity[term] as number;
      const weight = (BY_LOGARITHM[code] as number) * idf * idf;
      likeness += (taught[term] as number) * (BY_ROOT[code] as number);
      if (asked[term] !== 0) {
        covered += weight;
        mass += weight;
        if (code & IN_TITLE) nameAsked += idf;
      } else if (idf < rarest && !(isFilledIn && boilerplate.has(term))) mass += weight;
      if (code & IN_TITLE) name += idf;
    }
    return {
      feedback: likeness / Math.sqrt(20 + count), names: name > 0 ? nameAsked / name : 0, allNames: name > 0 && nameAsked >= ALL * name ? name : 0,
      covered: mass > 0 ? covered / mass : 0, anchors: this.anchors(note),
    };
  }

  /** How much of what is asked stands in the words of links to the note. */
  private anchors(note: number): number {
    let sum = 0;
    this.index.graph.eachIn(note, (source, anchor) => {
      if (source !== this.question.note) for (const term of anchor) sum += this.weightOf.get(term) ?? 0;
    });
    return sum;
  }

  /** Sets the work space back. */
  done(): void {
    for (const term of this.touched) this.taught[term] = 0;
  }
}
