import { COUNT_BITS, COUNT_OF, IN_TITLE } from '../read/tally';
import { codeIn, termIn } from '../vault/arena';
import type { VaultIndex } from '../vault/vault-index';
import type { Question } from './question';
import type { WorkSpace } from './work-space';

type TermPart = 'names' | 'named' | 'covered' | 'anchors' | 'rare';

/** How much each byte of a term counts where terms of whole notes are compared. */
const BY_LOGARITHM = Float64Array.from({ length: 256 }, (_, code) => Math.log(1 + (COUNT_OF[code & COUNT_BITS] as number) + (code & IN_TITLE ? 2 : 0) + (code > 63 ? 0.5 : 0)));
/** Terms in so many notes at most are rare. */
const RARE = 5;

/** The parts of a score that need a look at every term of a candidate. */
export class TermSignals {
  private readonly asked: Uint8Array;
  private readonly weightOf: ReadonlyMap<number, number>;
  private readonly rarity: Float64Array;
  /** The rarity of a term that stands in one note only. */
  private readonly rarest: number;
  /** The rarity from which a term is rare. */
  private readonly rare: number;
  /** The asking note's name: the sum of its terms' rarities. */
  private readonly ownName: number;

  constructor(private readonly index: VaultIndex, private readonly question: Question, space: WorkSpace) {
    this.asked = space.asked;
    this.weightOf = new Map(question.terms.map((term, at) => [term, question.weights[at] as number]));
    this.rarity = index.rarityOfTerms;
    this.rarest = index.rarities[1] as number;
    this.rare = index.rarities[Math.min(RARE, index.count)] as number;
    this.ownName = question.all.reduce((sum, term, at) => ((question.codes[at] as number) & IN_TITLE ? sum + index.idf(term) : sum), 0);
  }

  of(note: number): Record<TermPart, number> {
    const { asked, rarity, rarest } = this;
    const { start, count } = this.index.entry(note);
    const packed = this.index.arena.view(start, count);
    const { boilerplate } = this.question;
    const isFilledIn = boilerplate.size > 0;
    let name = 0, nameAsked = 0, named = 0, rare = 0, mass = 0, covered = 0;
    for (let at = 0; at < packed.length; at++) {
      const term = termIn(packed[at] as number);
      const code = codeIn(packed[at] as number);
      const idf = rarity[term] as number;
      const weight = (BY_LOGARITHM[code] as number) * idf * idf;
      const askedCode = asked[term] as number;
      if (askedCode !== 0) {
        covered += weight;
        mass += weight;
        if (idf >= this.rare) rare += idf;
        if (askedCode & IN_TITLE) named += idf;
        if (code & IN_TITLE) nameAsked += idf;
      } else if (idf < rarest && !(isFilledIn && boilerplate.has(term))) mass += weight;
      if (code & IN_TITLE) name += idf;
    }
    return {
      names: name > 0 ? nameAsked / name : 0, named: this.ownName > 0 ? named / this.ownName : 0, covered: mass > 0 ? covered / mass : 0, anchors: this.anchors(note), rare,
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
}
