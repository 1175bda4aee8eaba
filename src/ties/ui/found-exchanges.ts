import type { Edge } from '../../obsidian/edge';
import { addressedExchanges, notListed, type Contact, type Exchange, type ExchangeSources } from '..';
import type { ShelfDirectory } from './shelf-directory';

/** Where exchanges are found outside of the contact notes. */
export interface BookSources {
  now(): ExchangeSources;
  /** Resolves once all of them were read. */
  ready(): Promise<unknown>;
  onChange(listener: () => void): () => void;
  /** Whether a note is one that the user might send to somebody: a quote without a take, or what is private, is none. */
  mayBeGiven(path: string): boolean;
}

const NONE: readonly Exchange[] = [];

/** What share histories and quotes tell of contacts. Who is meant by a name is asked once, until a name or a path changes. */
export class FoundExchanges {
  #sources: BookSources | undefined;
  #addressed: ReadonlyMap<string, readonly Exchange[]> | undefined;
  #fresh = new WeakMap<Contact, readonly Exchange[]>();
  readonly #meant = new Map<string, string | undefined>();
  #namesVersion = -1;

  constructor(private readonly edge: Edge, private readonly directory: ShelfDirectory) {
    edge.onNote(({ kind }) => {
      if (kind !== 'changed') this.#forgetNames();
    });
  }

  connect(sources: BookSources): void {
    this.#sources = sources;
    this.forget();
  }

  /** The sources tell something else from now on. */
  forget(): void {
    this.#addressed = undefined;
  }

  /** All that was found about a contact, also what their note lists by itself. */
  all(contact: Contact): readonly Exchange[] {
    return this.#all().get(contact.path) ?? NONE;
  }

  /** What was found about a contact and stands not in their note; the same list until something of it changes. */
  of(contact: Contact): readonly Exchange[] {
    const all = this.#all().get(contact.path);
    if (all === undefined) return NONE;
    const known = this.#fresh.get(contact);
    if (known !== undefined) return known;
    const found = notListed(contact, all, (target, from) => this.edge.notes.resolve(target, from));
    this.#fresh.set(contact, found);
    return found;
  }

  #all(): ReadonlyMap<string, readonly Exchange[]> {
    if (this.#sources === undefined || !this.directory.isReady) return new Map();
    if (this.#namesVersion !== this.directory.namesVersion) this.#forgetNames();
    if (this.#addressed === undefined) {
      this.#addressed = addressedExchanges(this.#sources.now(), (name) => this.#pathOf(name));
      this.#fresh = new WeakMap();
    }
    return this.#addressed;
  }

  #pathOf(name: string): string | undefined {
    if (!this.#meant.has(name)) this.#meant.set(name, this.directory.find(name)?.path);
    return this.#meant.get(name);
  }

  #forgetNames(): void {
    this.#meant.clear();
    this.#addressed = undefined;
    this.#namesVersion = this.directory.namesVersion;
  }
}
