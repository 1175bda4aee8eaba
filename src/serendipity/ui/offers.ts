import { dayOf, reasonOf } from '../../base';
import { nameOf, type NoteEvent } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { LinkIndex } from '../../obsidian/link-index';
import { pairKey, type Reason } from '..';
import type { Hidden } from './hidden';
import { seedOfDay, type FoundSpark, type LinkFinder } from './link-finder';
import { reasonsText } from './reason-text';

/** A note that bears unexpectedly on what is being written. */
export interface LinkOffer {
  readonly path: string;
  readonly title: string;
  /** Why it is offered, in words. */
  readonly why: string;
  /** The passage that bridges, without markup; may be empty. */
  readonly excerpt: string;
  /** The text of a link to it that works in the asking note. */
  readonly linkText: string;
}

/** Two notes that should meet, in words. */
export interface SparkOffer {
  readonly first: { readonly path: string; readonly title: string };
  readonly second: { readonly path: string; readonly title: string };
  /** The ideas they share, in the notes' own words. */
  readonly terms: readonly string[];
  /** Why it is unexpected, as one sentence without its full stop. */
  readonly reason: string;
}

/** For which note or text links are wanted. */
export interface Asking {
  readonly path?: string;
  /** What is written now, in the note or about it; the note's own text when absent. */
  readonly text?: string;
  readonly limit?: number;
}

const KEY = 'seek-sense-share:sparks';
/** A daily note that is made at start-up waits so long for the index. */
const PATIENCE = 15_000;

/** Answers for other rooms, in words. They never reject: what goes wrong is said to the user, and the answer is empty. */
export class Offers {
  constructor(
    private readonly edge: Edge,
    private readonly index: LinkIndex,
    private readonly finder: LinkFinder,
    private readonly hidden: Hidden,
  ) {}

  /** Unexpected links for a note, or for a text as it is being written. */
  async unexpectedFor({ path = '', text, limit }: Asking): Promise<readonly LinkOffer[]> {
    if (!this.index.willAnswer) return [];
    return this.#unlessBroken(async () => {
      const asked = text ?? (await this.edge.notes.read(path));
      // What is written about a note is not all of it: its properties, say, may link elsewhere.
      const isPassage = text !== undefined && path !== '';
      const links = await this.finder.find({ path, text: asked }, { isPassage, ...(limit !== undefined && { limit }) });
      return links.map(({ path: found, title, reasons, excerpt }) => ({
        path: found, title, why: reasonsText(reasons), excerpt: excerpt.text, linkText: this.edge.notes.linkTo(found, path),
      }));
    });
  }

  /** Pairs of notes that should meet. The same seed on the same vault gives the same. */
  async sparks(count: number, seed: number): Promise<readonly SparkOffer[]> {
    await this.index.whenComplete(PATIENCE);
    if (!this.index.isAnswering) return [];
    return this.#unlessBroken(async () => (await this.finder.sparks(count, seed)).map(asOffer));
  }

  /** Today's sparks: drawn once, then the same all day, however the vault changes; only what is deleted, hidden or excluded falls out. */
  async sparksOfToday(count: number): Promise<readonly SparkOffer[]> {
    const { app } = this.edge;
    const day = dayOf(this.edge.clock());
    const kept = readKept(app.loadLocalStorage(KEY) as unknown, day).filter((spark) => this.#stands(spark));
    if (kept.length >= count) return kept.slice(0, count);
    const taken = new Set(kept.flatMap(({ first, second }) => [first.path, second.path]));
    const drawn = (await this.sparks(count + kept.length, seedOfDay(day))).filter(({ first, second }) => !taken.has(first.path) && !taken.has(second.path));
    const sparks = [...kept, ...drawn].slice(0, count);
    if (this.index.status.phase === 'ready') app.saveLocalStorage(KEY, { day, sparks });
    return sparks;
  }

  /** A note of today's pairs that is renamed stays in its pair. */
  follow(event: NoteEvent): void {
    if (event.kind !== 'renamed') return;
    const { app } = this.edge;
    const day = dayOf(this.edge.clock());
    const kept = readKept(app.loadLocalStorage(KEY) as unknown, day);
    const moved = (side: SparkOffer['first']): SparkOffer['first'] => (side.path === event.from ? { path: event.note.path, title: nameOf(event.note.path) } : side);
    const sparks = kept.map((spark) => ({ ...spark, first: moved(spark.first), second: moved(spark.second) }));
    if (JSON.stringify(sparks) !== JSON.stringify(kept)) app.saveLocalStorage(KEY, { day, sparks });
  }

  #stands({ first, second }: SparkOffer): boolean {
    const mayShow = ({ path }: { readonly path: string }): boolean => this.edge.notes.find(path) !== undefined && !this.hidden.notes.has(path) && !this.index.isExcluded(path);
    return mayShow(first) && mayShow(second) && !this.hidden.pairs.has(pairKey(first.path, second.path));
  }

  async #unlessBroken<T>(find: () => Promise<readonly T[]>): Promise<readonly T[]> {
    try {
      return await find();
    } catch (error) {
      this.edge.say(reasonOf(error));
      return [];
    }
  }
}

function asOffer({ here, there, reasons }: FoundSpark): SparkOffer {
  const isTerms = (reason: Reason): reason is Reason & { kind: 'terms' } => reason.kind === 'terms';
  return {
    first: { path: here.path, title: here.title },
    second: { path: there.path, title: there.title },
    terms: reasons.filter(isTerms).flatMap(({ terms }) => terms.map((term) => term.there)),
    reason: reasonsText(reasons.filter((reason) => !isTerms(reason)), { here: here.title, there: there.title }),
  };
}

function readKept(stored: unknown, day: string): readonly SparkOffer[] {
  const { day: ofDay, sparks } = (stored ?? {}) as { day?: unknown; sparks?: unknown };
  return ofDay === day && Array.isArray(sparks) ? sparks.filter(isOffer) : [];
}

function isOffer(value: unknown): value is SparkOffer {
  const { first, second, terms, reason } = (value ?? {}) as { first?: { path?: unknown }; second?: { path?: unknown }; terms?: unknown; reason?: unknown };
  return typeof first?.path === 'string' && typeof second?.path === 'string' && Array.isArray(terms) && typeof reason === 'string';
}
