import type { DraftStore } from '../../obsidian/draft-store';
import { readIntents, readWithdrawals, type ShareIntent, type Withdrawal } from '..';

/** What this device keeps beside the vault of work that was begun, until it is done. */
export class KeptIntents<One extends { readonly id: string; readonly path: string }> {
  constructor(
    private readonly kept: DraftStore,
    /** The name under which all of them are kept. */
    private readonly name: string,
    private readonly read: (kept: unknown) => One[],
  ) {}

  all(): One[] {
    return this.read(this.kept.load(this.name));
  }

  /** Those that were begun before one. */
  before(id: string): One[] {
    const intents = this.all();
    const at = intents.findIndex((intent) => intent.id === id);
    return at === -1 ? intents : intents.slice(0, at);
  }

  /** Keeps one; the same once more takes the place of the first. */
  keep(intent: One): void {
    this.#save([...this.all().filter(({ id }) => id !== intent.id), intent]);
  }

  /** Adds to one that is kept, which may have followed its note meanwhile. */
  amend(id: string, more: Partial<One>): void {
    const intents = this.all();
    if (intents.some((intent) => intent.id === id)) this.#save(intents.map((intent) => (intent.id === id ? { ...intent, ...more } : intent)));
  }

  /** Keeps those no more of which `isOver` says so. */
  forget(isOver: (intent: One) => boolean): void {
    this.#save(this.all().filter((intent) => !isOver(intent)));
  }

  /** A note has another path now. */
  follow(from: string, to: string): void {
    const intents = this.all();
    if (intents.some(({ path }) => path === from)) this.#save(intents.map((intent) => (intent.path === from ? { ...intent, path: to } : intent)));
  }

  #save(intents: readonly One[]): void {
    if (intents.length === 0) this.kept.clear(this.name);
    else this.kept.save(this.name, [...intents]);
  }
}

/** The shares that are being carried out or were cut off. */
export function keptShares(kept: DraftStore): KeptIntents<ShareIntent> {
  return new KeptIntents(kept, 'share-intents', readIntents);
}

/** What is being taken back, or was cut off on the way. */
export function keptWithdrawals(kept: DraftStore): KeptIntents<Withdrawal> {
  return new KeptIntents(kept, 'share-withdrawals', readWithdrawals);
}
