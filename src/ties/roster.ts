import { nameKey } from './contact';

/** Somebody, or a group, that goes by names. */
export interface Named {
  readonly path: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Everybody in the order of their names, brought up to date by what changed since: an edit that changes no name costs next to
 * nothing. `namesVersion` and `shapeVersion` tell what depends on them when to be worked out anew.
 */
export class Roster<T extends Named> {
  readonly #collator = new Intl.Collator();
  readonly #keys = new WeakMap<T, readonly string[]>();
  #known = new Map<string, T>();
  #inOrder: readonly T[] = [];
  #byName: ReadonlyMap<string, T> = new Map();
  #namesVersion = 0;
  #shapeVersion = 0;

  /** `shapeOf` gives what matters of one besides the names. */
  constructor(private readonly shapeOf: (one: T) => unknown) {}

  /** Everybody by name. */
  get inOrder(): readonly T[] {
    return this.#inOrder;
  }

  /** Counts up when somebody came or went, or goes by another name. */
  get namesVersion(): number {
    return this.#namesVersion;
  }

  /** Counts up with the names, and when the shape of somebody changed. */
  get shapeVersion(): number {
    return this.#shapeVersion;
  }

  /** Whoever goes by a name or alias, as `nameKey` has it; where several do, the first in order. */
  find(key: string): T | undefined {
    return this.#byName.get(key);
  }

  /** Takes in everybody as they are now. */
  update(all: readonly T[]): void {
    const now = new Map(all.map((one) => [one.path, one]));
    const changed = all.filter((one) => this.#known.get(one.path) !== one);
    const haveNamesChanged = now.size !== this.#known.size || changed.some((one) => !this.#isNamedAsBefore(one));
    if (changed.length === 0 && !haveNamesChanged) return;
    const hasShapeChanged = haveNamesChanged || changed.some((one) => JSON.stringify(this.shapeOf(one)) !== JSON.stringify(this.#shapeBefore(one)));
    const kept = this.#inOrder.flatMap(({ path }) => now.get(path) ?? []);
    // The order of before with the new ones at its end: what is nearly in order is sorted quickly.
    const added = haveNamesChanged ? all.filter(({ path }) => !this.#known.has(path)) : [];
    this.#inOrder = haveNamesChanged ? [...kept, ...added].sort((left, right) => this.#collator.compare(left.name, right.name)) : kept;
    this.#known = now;
    this.#byName = this.#namesOfAll();
    if (haveNamesChanged) this.#namesVersion++;
    if (hasShapeChanged) this.#shapeVersion++;
  }

  #isNamedAsBefore({ path, name, aliases }: T): boolean {
    const before = this.#known.get(path);
    return before?.name === name && before.aliases.join('\n') === aliases.join('\n');
  }

  #shapeBefore({ path }: T): unknown {
    const before = this.#known.get(path);
    return before === undefined ? undefined : this.shapeOf(before);
  }

  #namesOfAll(): Map<string, T> {
    const names = new Map<string, T>();
    for (const one of this.#inOrder) for (const key of this.#keysOf(one)) if (!names.has(key)) names.set(key, one);
    return names;
  }

  #keysOf(one: T): readonly string[] {
    const known = this.#keys.get(one);
    if (known !== undefined) return known;
    const keys = [one.name, ...one.aliases].map(nameKey).filter((key) => key !== '');
    this.#keys.set(one, keys);
    return keys;
  }
}
