import { onOneLine, shortened } from '../../base';
import { readWikilink } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { isSameQuote, textKey, type Quote } from '../../seek';
import { EMPTY_TAKE, type FoundEntry, type Take, type Waiting } from '..';
import { DraftIndex, type FiledDraft } from './draft-index';
import { keyOfEntry } from './entry-key';
import type { FoundShelf } from './found-shelf';
import type { QuoteShelf } from './quote-shelf';
import { EMPTY_DRAFT, joinedDraft, saysMore, type TakeDraft } from './take-draft';

// In characters: how much of a quote names it.
const FIRST_WORDS = 60;

/** The quote on which a take is written: in its own note, or, with `found`, in another one. */
export interface Drafted extends Pick<Waiting, 'path' | 'quote'> {
  readonly found?: Pick<FoundEntry, 'key'>;
  /** What stands in its note. */
  readonly take: Take;
}

/** A draft beside the one that is shown. */
export interface OtherDraft {
  readonly draft: TakeDraft;
  /** The first words of the quote on which it was begun. */
  readonly quoted: string;
  /** Lets it go from the device, and gives back what brings it back. */
  remove(): () => void;
}

/** The drafts of one quote, held for one window: what is typed in another one meanwhile goes into a draft of its own. */
export interface HeldDrafts {
  /** The one typed last; undefined when there is none. */
  readonly latest: TakeDraft | undefined;
  readonly others: readonly OtherDraft[];
  /** Keeps what is typed, or lets it go where it says nothing more than the note; false when the device has no room for it. */
  keep(draft: TakeDraft): boolean;
  /** The take is saved. */
  clear(): void;
  /** The window is closed. */
  release(): void;
}

/**
 * Takes that are being written, on this device. A draft belongs to the words of a quote, so that it is found in whatever note
 * they stand and however that is called; where the words were corrected it is found by the note. It goes away when its take
 * was saved or somebody threw it away, and is never written over by another one.
 */
export class TakeDrafts {
  readonly #index: DraftIndex;
  readonly #held = new Set<string>();

  constructor(
    private readonly edge: Edge,
    private readonly drafts: DraftStore,
    private readonly quotes: QuoteShelf,
    private readonly found: FoundShelf,
  ) {
    this.#index = new DraftIndex(drafts);
    edge.onNote((event) => {
      if (event.kind === 'renamed') this.#index.follow(event.from, event.note.path);
      if (event.kind === 'removed') this.#index.orphan(event.path);
    });
  }

  /** The drafts of a quote for a window that opens. */
  open(about: Drafted): HeldDrafts {
    this.#takeOver(about);
    const [first, ...rest] = this.#of(about);
    // A draft of this note's own may be about words that stand nowhere, too.
    const others = [...rest, ...this.#astray(about).filter(({ slot }) => slot !== first?.slot && !rest.some((one) => one.slot === slot))];
    const slot = first?.slot ?? this.#freeSlot(textKey(about.quote));
    const held = [slot, ...others.map((other) => other.slot)];
    for (const one of held) this.#held.add(one);
    const pathNow = followedNote(about.path, this.edge.app);
    let kept = first?.draft;
    return {
      latest: first?.draft,
      others: others.map((other) => ({ draft: other.draft, quoted: other.quoted, remove: () => this.#remove(other) })),
      keep: (draft) => {
        // What is only looked at again is no later than it was.
        if (JSON.stringify(draft) === JSON.stringify(kept)) return true;
        const isWorthKeeping = saysMore(draft, about.take);
        if (!isWorthKeeping) this.#index.remove(slot);
        const isKept = !isWorthKeeping || this.#keep(slot, { ...about, path: pathNow() }, draft);
        kept = isKept ? draft : undefined;
        return isKept;
      },
      clear: () => {
        kept = undefined;
        this.#index.remove(slot);
      },
      release: () => held.forEach((one) => this.#held.delete(one)),
    };
  }

  /** Puts words below the draft of a quote, or begins one with them; false when the device has no room for them. */
  add(about: Drafted, text: string): boolean {
    const [first] = this.#of(about);
    return this.#keep(first?.slot ?? this.#freeSlot(textKey(about.quote)), about, joinedDraft(first?.draft ?? EMPTY_DRAFT, { ...EMPTY_DRAFT, text }));
  }

  /** Takes over, once on each device, what earlier versions kept by the path of a note. */
  async takeOverAll(): Promise<void> {
    if (this.#index.isComplete) return;
    const breathe = breathing();
    for (const { path, quote, state } of this.quotes.all()) {
      this.#takeOver({ path, quote, take: state.take });
      await breathe();
    }
    for (const found of this.found.all()) {
      this.#takeOver({ path: found.path, quote: found.quote, take: EMPTY_TAKE, found });
      await breathe();
    }
    this.#index.complete();
  }

  // Of these words, or of the note that is this quote's own; the one typed last first.
  #of(about: Drafted): FiledDraft[] {
    const key = textKey(about.quote);
    return this.#free().filter((one) => (one.key === key ? this.#isSameQuote(one, about) : this.#isOfNote(one, about)));
  }

  // The same words of two works are two quotes.
  #isSameQuote({ path, source }: FiledDraft, about: Drafted): boolean {
    return path === about.path || path === this.#holderOf(about) || isSameQuote({ text: about.quote.text, captured: '', ...(source === undefined ? {} : { source }) }, about.quote);
  }

  // Begun before the words were corrected. Those that it was begun on may have a note elsewhere by now.
  #isOfNote({ path, key, isOrphaned }: FiledDraft, about: Drafted): boolean {
    return about.found === undefined && path === about.path && isOrphaned !== true && !this.quotes.all().some((entry) => entry.path !== path && keyOfEntry(entry) === key);
  }

  // Begun on words that stand nowhere any more, in the same note, which holds many quotes, or in one that was deleted and stood
  // where this one stands: nothing tells whether it is of this quote.
  #astray(about: Drafted): FiledDraft[] {
    const key = textKey(about.quote);
    const holder = this.#holderOf(about);
    const here = this.#free().filter((one) => one.key !== key && (one.path === holder || (one.isOrphaned === true && one.path === about.path)));
    return here.filter((one) => !this.quotes.all().some((entry) => keyOfEntry(entry) === one.key) && !this.found.all().some((entry) => entry.key === one.key));
  }

  /** The note in which a quote stands, or stood, among others. */
  #holderOf({ path, quote, found }: Drafted): string | undefined {
    if (found !== undefined) return path;
    const link = readWikilink(quote.foundIn ?? '');
    return link === undefined ? undefined : this.edge.notes.resolve(link.target, path);
  }

  // Those that no window holds.
  #free(): FiledDraft[] {
    return this.#index.all().filter(({ slot }) => !this.#held.has(slot));
  }

  #freeSlot(key: string): string {
    const taken = new Set([...this.#held, ...this.#index.slots()]);
    for (let count = 1; ; count++) {
      const slot = count === 1 ? key : `${key}-${count}`;
      if (!taken.has(slot)) return slot;
    }
  }

  #keep(slot: string, about: Drafted, draft: TakeDraft, at = this.edge.clock().getTime()): boolean {
    return this.#index.keep({ slot, ...filedAs(about), draft, at });
  }

  #remove(filed: FiledDraft): () => void {
    this.#index.remove(filed.slot);
    return () => void this.#index.keep({ ...filed, slot: this.#freeSlot(filed.key) });
  }

  #takeOver(about: Drafted): void {
    for (const key of this.#earlierKeys(about)) {
      const draft = this.#index.earlier(key);
      if (draft === undefined) continue;
      const isKnown = !saysMore(draft, about.take) || this.#of(about).some((one) => one.draft.text === draft.text);
      if (isKnown || this.#keep(this.#freeSlot(textKey(about.quote)), about, draft, 0)) this.drafts.clear(key);
    }
  }

  #earlierKeys(about: Drafted): string[] {
    const holder = this.#holderOf(about);
    const inHolder = holder === undefined ? [] : [`take:${holder}#${textKey(about.quote)}`];
    return about.found === undefined ? [`take:${about.path}`, ...inHolder] : inHolder;
  }
}

function filedAs({ path, quote }: Drafted): Pick<FiledDraft, 'key' | 'path' | 'source' | 'quoted'> {
  return { key: textKey(quote), path, ...sourceOf(quote), quoted: shortened(onOneLine(quote.text), FIRST_WORDS) };
}

function sourceOf({ source }: Quote): { source?: string } {
  return source === undefined ? {} : { source };
}
