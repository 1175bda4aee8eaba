import type { VaultIndex } from '../vault/vault-index';
import type { LinkWay, Reason, ScoreParts } from '../types';
import { REACH } from './graph-signals';
import type { Gates } from './gates';
import type { Question } from './question';
import type { Sums } from './sums';
import type { Restarts } from './walk';
import { BLEND, PARTS, type Part, WALK } from './weights';

const MOST_TAGS = 2;
/** Sums that differ by less are equal: what is between them is the order of their parts. Of equals the first by path is taken, so that a vault says the same whatever its history. */
const SLIGHT = 1e-6;
/** So much of what the best note has beside the asking note's links is worth telling. */
const MUCH_BESIDE = 0.5;

/** A reason that tells by which note, or tag, two notes belong together. */
export type Join = Extract<Reason, { readonly kind: 'common' | 'near' | 'chain' | 'beside' | 'tags' | 'habit' }>;

/** A neighbour of a note, and whether the note links to it or is linked from it. */
interface Neighbour {
  readonly note: number;
  readonly way: LinkWay;
}

/** What is known of a found note: the parts of its score, and whether any word joins it to the asking one. */
interface Found {
  readonly note: number;
  readonly parts: ScoreParts;
  readonly hasBridge: boolean;
}

function strongestOf(parts: ScoreParts): Part {
  const weight = (part: Part): number => BLEND[part] * (parts[part] ?? 0);
  return PARTS.reduce((best, part) => (weight(part) > weight(best) ? part : best));
}

/** Tells what joins the found notes to the asking one, by what their scores are made of: the way on which the walk came there. */
export class Joins {
  private readonly seeds: ReadonlyMap<number, number>;

  constructor(private readonly index: VaultIndex, private readonly question: Question, private readonly gates: Gates, restarts: Restarts, private readonly walked: Sums) {
    this.seeds = new Map(restarts.filter(({ note }) => note !== question.note).map(({ note, value }) => [note, value]));
  }

  /** What joins a note to the asking one, the strongest only; nothing where words alone bring it. */
  of(found: Found): Join[] {
    const { note, parts, hasBridge } = found;
    const join =
      (strongestOf(parts) === 'habit' ? this.byHabit(note) : undefined) ??
      this.byWalk(note) ??
      (!hasBridge || (parts['beside'] ?? 0) >= MUCH_BESIDE ? this.beside(note) : undefined) ??
      (hasBridge ? undefined : (this.byTags(note) ?? this.byChain(note) ?? this.byHabit(note)));
    return join === undefined ? [] : [join];
  }

  private pathOf(note: number): string {
    return this.index.entry(note).path;
  }

  /** The neighbour from which most of the walk came to a note, and how much came from all of them; undefined when from none that passes. */
  private mostFrom(note: number, passes: (neighbour: number) => boolean): { readonly best: Neighbour; readonly inflow: number } | undefined {
    const { graph } = this.index;
    const { walked } = this;
    let inflow = 0;
    let most = 0;
    let best = -1;
    let way: LinkWay = 'from';
    const weigh = (neighbour: number, its: LinkWay): void => {
      const share = (WALK.damping * walked.get(neighbour)) / graph.degree(neighbour);
      inflow += share;
      if (share < most * (1 - SLIGHT) || !passes(neighbour)) return;
      if (share <= most * (1 + SLIGHT) && best >= 0 && this.pathOf(neighbour) >= this.pathOf(best)) return;
      most = share;
      best = neighbour;
      way = its;
    };
    graph.eachIn(note, (source) => weigh(source, 'from'));
    graph.eachOut(note, (target) => weigh(target, 'to'));
    return best < 0 ? undefined : { best: { note: best, way }, inflow };
  }

  /** Where the walk begins, or one link from the asking note. */
  private readonly isNear = (note: number): boolean => this.seeds.has(note) || this.gates.linkWith(note) !== undefined;

  /** None where the note's own words bring more of the walk than all of its neighbours. */
  private byWalk(note: number): Join | undefined {
    const from = this.mostFrom(note, this.isNear);
    if (from === undefined || from.inflow < (1 - WALK.damping) * (1 - SLIGHT) * (this.seeds.get(note) ?? 0)) return undefined;
    const { note: neighbour, way: there } = from.best;
    const via = this.pathOf(neighbour);
    const here = this.gates.linkWith(neighbour);
    return here === undefined ? { kind: 'near', via, there } : { kind: 'common', via, here, there };
  }

  /** The near note from which the walk had the fewest links to go; of several the one where most of it was. */
  private byChain(note: number): Join | undefined {
    const { index, walked, question } = this;
    const massOf = (at: number): number => Math.round(walked.get(at) / SLIGHT);
    const seen = new Set([note, question.note]);
    let front = [note];
    for (let links = 1; links <= WALK.rounds; links++) {
      const next = new Set<number>();
      for (const at of front) index.graph.eachNeighbour(at, (neighbour) => next.add(neighbour));
      front = [...next].filter((neighbour) => !seen.has(neighbour) && walked.get(neighbour) > 0).sort((a, b) => massOf(b) - massOf(a) || (this.pathOf(a) < this.pathOf(b) ? -1 : 1));
      for (const neighbour of front) seen.add(neighbour);
      const from = front.find(this.isNear);
      if (from !== undefined) return { kind: 'chain', links, from: this.pathOf(from), isLinked: this.gates.linkWith(from) !== undefined };
    }
    return undefined;
  }

  /** The nearest pair of links in one note of which one leads to the found note and the other to what the asking note links to. */
  private beside(note: number): Join | undefined {
    const { index, question } = this;
    let closest = Infinity;
    let best = { via: '', target: '' };
    index.graph.eachBeside(note, REACH, (other, apart, source) => {
      if (apart > closest || source === question.note || !question.targets.has(other)) return;
      const [via, target] = [this.pathOf(source), this.pathOf(other)];
      if (apart === closest && (via > best.via || (via === best.via && target >= best.target))) return;
      closest = apart;
      best = { via, target };
    });
    return closest === Infinity ? undefined : { kind: 'beside', ...best };
  }

  private byTags(note: number): Join | undefined {
    const { index, question } = this;
    const shared = index.entry(note).tags.filter((tag) => question.tags.includes(tag));
    shared.sort((a, b) => index.tagIdf(b) - index.tagIdf(a) || (index.tagName(a) < index.tagName(b) ? -1 : 1));
    return shared.length === 0 ? undefined : { kind: 'tags', tags: shared.slice(0, MOST_TAGS).map((tag) => index.tagName(tag)) };
  }

  private byHabit(note: number): Join | undefined {
    const { index, question } = this;
    const there = index.entry(note).folder;
    const links = question.placed ? index.graph.habits.between(question.folder, there) : 0;
    return links === 0 ? undefined : { kind: 'habit', here: question.folder, there, links };
  }
}
