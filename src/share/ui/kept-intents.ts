import type { DraftStore } from '../../obsidian/draft-store';
import { readIntents, type ShareIntent } from '..';

const INTENTS = 'share-intents';

/** The shares that are being carried out or were cut off, as this device keeps them beside the vault. */
export class KeptIntents {
  constructor(private readonly kept: DraftStore) {}

  all(): ShareIntent[] {
    return readIntents(this.kept.load(INTENTS));
  }

  /** Keeps one; the same once more takes the place of the first. */
  keep(intent: ShareIntent): void {
    this.#save([...this.all().filter(({ id }) => id !== intent.id), intent]);
  }

  /** Adds to one that is kept, which may have followed its note meanwhile. */
  amend(id: string, more: Pick<ShareIntent, 'former' | 'told'>): void {
    const intents = this.all();
    if (intents.some((intent) => intent.id === id)) this.#save(intents.map((intent) => (intent.id === id ? { ...intent, ...more } : intent)));
  }

  /** Keeps those no more of which `isOver` says so. */
  forget(isOver: (intent: ShareIntent) => boolean): void {
    this.#save(this.all().filter((intent) => !isOver(intent)));
  }

  /** A note has another path now. */
  follow(from: string, to: string): void {
    const intents = this.all();
    if (intents.some(({ path }) => path === from)) this.#save(intents.map((intent) => (intent.path === from ? { ...intent, path: to } : intent)));
  }

  #save(intents: readonly ShareIntent[]): void {
    if (intents.length === 0) this.kept.clear(INTENTS);
    else this.kept.save(INTENTS, [...intents]);
  }
}
