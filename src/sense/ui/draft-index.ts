import type { DraftStore } from '../../obsidian/draft-store';
import { readTakeDraft, type TakeDraft } from './take-draft';

/** A draft as it is kept, with what it is found by. */
export interface FiledDraft {
  /** The name under which it is kept. */
  readonly slot: string;
  /** Key of the quote's words. */
  readonly key: string;
  /** The note in which it was typed last. */
  readonly path: string;
  /** That note was deleted since. */
  readonly isOrphaned?: boolean;
  /** The source of the quote, where it names one. */
  readonly source?: string;
  /** The first words of the quote. */
  readonly quoted: string;
  readonly draft: TakeDraft;
  /** When it was typed, in milliseconds since 1970 (UTC). */
  readonly at: number;
}

type Filed = Omit<FiledDraft, 'draft' | 'at'>;

const INDEX = 'take-drafts';

/** Every draft of a take on this device: each kept by itself, so that typing writes no other one, and a list of them. */
export class DraftIndex {
  constructor(private readonly kept: DraftStore) {}

  /** All drafts, the one typed last first; of two that were typed at the same time, the longer one. */
  all(): FiledDraft[] {
    const drafts = this.#list().flatMap((filed): FiledDraft[] => {
      const stored = this.kept.load(keyOf(filed.slot));
      const draft = readTakeDraft(stored);
      return draft === undefined ? [] : [{ ...filed, draft, at: timeOf(stored) }];
    });
    return drafts.sort((left, right) => right.at - left.at || right.draft.text.length - left.draft.text.length);
  }

  slots(): string[] {
    return this.#list().map(({ slot }) => slot);
  }

  /** Keeps a draft in its slot; false when the device has no room for it. */
  keep({ draft, at, ...filed }: FiledDraft): boolean {
    const list = this.#list();
    const present = list.find(({ slot }) => slot === filed.slot);
    const isListed = JSON.stringify(present) === JSON.stringify(filed) || this.#save([...list.filter((one) => one !== present), filed]);
    return this.kept.save(keyOf(filed.slot), { ...draft, at }) && isListed;
  }

  /** Lets a draft go. */
  remove(slot: string): void {
    this.kept.clear(keyOf(slot));
    const list = this.#list();
    if (list.some((one) => one.slot === slot)) this.#save(list.filter((one) => one.slot !== slot));
  }

  /** A note has another path now. */
  follow(from: string, to: string): void {
    const list = this.#list();
    if (list.some(({ path }) => path === from)) this.#save(list.map((one) => (one.path === from ? { ...one, path: to } : one)));
  }

  /** A note is gone; another one may come to stand at its path. */
  orphan(path: string): void {
    const list = this.#list();
    if (list.some((one) => one.path === path)) this.#save(list.map((one) => (one.path === path ? { ...one, isOrphaned: true } : one)));
  }

  /** A draft as earlier versions kept it, one for each path. */
  earlier(key: string): TakeDraft | undefined {
    return readTakeDraft(this.kept.load(key));
  }

  /** Whether those of earlier versions stand here, too. */
  get isComplete(): boolean {
    return (this.kept.load(INDEX) as { isComplete?: unknown } | null | undefined)?.isComplete === true;
  }

  complete(): void {
    this.#save(this.#list(), true);
  }

  #list(): Filed[] {
    const stored = (this.kept.load(INDEX) ?? {}) as { drafts?: unknown };
    return Array.isArray(stored.drafts) ? stored.drafts.filter(isFiled) : [];
  }

  #save(drafts: readonly Filed[], isComplete = this.isComplete): boolean {
    return this.kept.save(INDEX, { drafts, ...(isComplete ? { isComplete } : {}) });
  }
}

function keyOf(slot: string): string {
  return `take-draft:${slot}`;
}

function timeOf(stored: unknown): number {
  const { at } = stored as { at?: unknown };
  return typeof at === 'number' ? at : 0;
}

function isFiled(value: unknown): value is Filed {
  if (typeof value !== 'object' || value === null) return false;
  const { slot, key, path, quoted, source } = value as Record<string, unknown>;
  return [slot, key, path, quoted, source ?? ''].every((part) => typeof part === 'string');
}
