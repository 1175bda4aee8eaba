import { reasonOf } from '../../base';
import { type Illustration, type Shown, illustrate } from '../illustrate';
import type { Breathe } from '../steps';
import type { Engine, EngineOptions, LoadReport, NoteText, SegmentStore } from '../types';
import { type Answer, type Given, type Refusal, type Reply, type Request, type ServiceName, type Unillustrated, packKnown } from './protocol';

/** What a served engine works with. */
interface ServedParts {
  createEngine(options: EngineOptions): Engine;
  /** Where the cache is kept; undefined when this device offers no place for it. */
  readonly store: SegmentStore | undefined;
  post(reply: Reply): void;
  /** Lets waiting messages in where the last stop lies some milliseconds back; resolves at once otherwise. */
  readonly breathe: Breathe;
}

const OVERTAKING: ReadonlySet<ServiceName> = new Set<ServiceName>(['suggest', 'sparks', 'illustrate', 'explainAbsence', 'findNames', 'size']);

/**
 * An engine behind messages, the same in a worker and on the main thread. Long changes stop between notes (`breathe`), and
 * what is asked meanwhile is answered there and then. Whatever goes wrong comes back as the reply to the message it befell.
 */
export class ServedEngine {
  #engine: Engine | undefined;
  #options: EngineOptions = {};
  #changes: Promise<void> = Promise.resolve();
  #opened: () => void = () => undefined;
  readonly #whenOpen = new Promise<void>((resolve) => {
    this.#opened = resolve;
  });
  readonly #services: { readonly [Name in ServiceName]: (...given: Given<Name>) => Promise<Answer<Name>> | Answer<Name> };

  constructor(private readonly parts: ServedParts) {
    this.#services = {
      open: (options) => this.#open(options),
      put: (notes) => this.#put(notes),
      remove: (paths) => this.#remove(paths),
      rename: (from, to) => this.#rename(from, to),
      settle: () => this.#settle(),
      save: () => this.#save(),
      clear: () => this.#clear(),
      known: () => packKnown(this.#ready.notes()),
      suggest: (query) => this.#ready.suggest(query),
      sparks: (query) => this.#ready.sparksGently(query, this.parts.breathe),
      illustrate: (here, offers) => this.#illustrate(here, offers),
      explainAbsence: (path, query) => this.#ready.explainAbsence(path, query),
      findNames: (typed, limit) => this.#ready.findNames(typed, limit),
      size: () => this.#ready.size(),
    };
  }

  /** Takes a message in. Never throws; resolves when the reply is posted. */
  receive(request: Request): Promise<void> {
    if (OVERTAKING.has(request.name)) return this.#whenOpen.then(() => this.#serve(request));
    this.#changes = this.#changes.then(() => this.#serve(request));
    return this.#changes;
  }

  async #serve<Name extends ServiceName>({ id, name, given }: Request<Name>): Promise<void> {
    let reply: Reply;
    try {
      reply = { id, answer: await this.#services[name](...given) };
    } catch (error) {
      reply = { id, problem: asProblem(error) };
    }
    if (name === 'open') this.#opened();
    this.parts.post(reply);
  }

  get #ready(): Engine {
    if (this.#engine === undefined) throw new Error('The engine was asked before it was opened.');
    return this.#engine;
  }

  // A cache that cannot be read at all costs time, not answers: the engine starts empty, and the report says why.
  async #open(options: EngineOptions): Promise<LoadReport> {
    this.#options = options;
    const fresh = this.parts.createEngine(options);
    this.#engine = fresh;
    if (this.parts.store === undefined) return { notes: 0, problems: [] };
    try {
      return await fresh.load(this.parts.store, this.parts.breathe);
    } catch (error) {
      this.#engine = this.parts.createEngine(options);
      return { notes: 0, problems: [asProblem(error)] };
    }
  }

  async #put(notes: readonly NoteText[]): Promise<readonly Refusal[]> {
    const refusals: Refusal[] = [];
    for (const note of notes) {
      try {
        this.#ready.put(note);
      } catch (error) {
        refusals.push({ path: note.path, problem: asProblem(error) });
      }
      await this.parts.breathe();
      if (this.#ready.needsSettling) await this.#settle();
    }
    return refusals;
  }

  async #remove(paths: readonly string[]): Promise<undefined> {
    for (const path of paths) {
      this.#ready.remove(path);
      await this.parts.breathe();
    }
  }

  #rename(from: string, to: string): boolean {
    const isKnown = this.#ready.has(from);
    this.#ready.rename(from, to);
    return isKnown;
  }

  async #save(): Promise<undefined> {
    if (this.parts.store !== undefined) await this.#ready.save(this.parts.store, this.parts.breathe);
  }

  async #settle(): Promise<undefined> {
    await this.#ready.settleGently(this.parts.breathe);
  }

  async #illustrate(here: Shown, offers: readonly Unillustrated[]): Promise<readonly Illustration[]> {
    const illustrations: Illustration[] = [];
    for (const offer of offers) {
      illustrations.push(illustrate(offer, here, offer.there));
      await this.parts.breathe();
    }
    return illustrations;
  }

  async #clear(): Promise<undefined> {
    this.#engine = this.parts.createEngine(this.#options);
    const { store } = this.parts;
    if (store !== undefined) await store.write(new Map(), await store.keys());
  }
}

function asProblem(error: unknown): string {
  return reasonOf(error);
}
