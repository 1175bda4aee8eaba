import { dayAfter, dayOf, minuteOf, type Result } from '../../base';
import { nameOf } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { countOwnWords, nextInQueue, nextPrompt, prompts, queueOn, withLater, withLetGo, withTake, type Prompt, type QuoteEntry } from '..';
import type { FindOffers } from './link-offer';
import { entryAt } from './locate-quote';
import type { QuoteShelf } from './quote-shelf';
import { readTakeDraft, type TakeDraft } from './take-draft';
import { TakeModal, type TakeModalHooks } from './take-modal';

const PROMPT_KEY = 'prompt';

/** How a take is asked for. */
export interface TakeOccasion {
  /** A sentence to show at the start, such as why the gate stayed closed. */
  readonly hint?: string;
  /** Called once the take is saved. */
  readonly afterwards?: () => void;
  /** Whether this is one quote of a review, which then goes on to the next. */
  readonly inReview?: boolean;
}

/** Where takes are written: opens the modal on a quote note, keeps its draft, saves it, walks the queue. */
export class TakeDesk {
  constructor(
    private readonly edge: Edge,
    private readonly quotes: QuoteShelf,
    private readonly drafts: DraftStore,
    private readonly findOffers: FindOffers,
  ) {}

  /** The quotes that wait for a take today. */
  queue(): QuoteEntry[] {
    return queueOn(dayOf(this.edge.clock()), this.quotes.all(), this.edge.settings().sense.leastOwnWords);
  }

  /** Opens the modal for the quote note at `path`; a sentence says why when it cannot. */
  async open(path: string, occasion: TakeOccasion = {}): Promise<void> {
    const entry = await entryAt(path, this.edge, this.quotes);
    if (!entry.ok) {
      this.edge.say(entry.problem);
      return;
    }
    const { take } = entry.value.state;
    const left = readTakeDraft(this.drafts.load(keyOf(path)));
    const hint = occasion.hint ?? (left === undefined || left.text === take.text ? undefined : words.sense.draftRestored);
    new TakeModal(this.edge.app, entry.value, left ?? { ...take, before: take.text }, this.#hooks(entry.value, occasion), hint).open();
  }

  /** Opens the quote of the queue that comes after `path`. */
  async reviewNext(path?: string): Promise<void> {
    await this.quotes.ready();
    const next = nextInQueue(this.queue(), path);
    if (next === undefined) this.edge.say(words.sense.queueDone);
    else await this.open(next.path, { inReview: true });
  }

  /** Keeps a take that could not be written yet as the draft of a quote note. */
  keepDraft(path: string, text: string): void {
    const left = readTakeDraft(this.drafts.load(keyOf(path)));
    const joined = left === undefined || left.text.trim() === '' ? text : `${left.text}\n\n${text}`;
    this.drafts.save(keyOf(path), { text: joined, ways: left?.ways ?? [], before: left?.before ?? '' });
  }

  /** A question to begin with; never the same twice in a row. */
  prompt(): Prompt | undefined {
    const last = this.drafts.load(PROMPT_KEY);
    const next = nextPrompt(prompts(), typeof last === 'object' && last !== null && 'id' in last ? String(last.id) : undefined);
    if (next !== undefined) this.drafts.save(PROMPT_KEY, { id: next.id });
    return next;
  }

  #hooks(entry: QuoteEntry, occasion: TakeOccasion): TakeModalHooks {
    const { edge } = this;
    const { path } = entry;
    // The queue is asked before the note changes: afterwards the entry is gone from it, and with it the place to go on from.
    const step = async (change: (text: string) => Result<string>, said: string): Promise<string | undefined> => {
      const following = occasion.inReview === true ? nextInQueue(this.queue(), path) : undefined;
      const changed = await edge.notes.change(path, change);
      if (!changed.ok) return changed.problem;
      this.drafts.clear(keyOf(path));
      edge.say(said);
      if (occasion.inReview !== true) occasion.afterwards?.();
      else if (following === undefined || following.path === path) edge.say(words.sense.queueDone);
      else void this.open(following.path, { inReview: true });
      return undefined;
    };
    const { sense, properties: names } = edge.settings();
    const today = dayOf(edge.clock());
    const until = dayAfter(today, sense.laterDays);
    return {
      leastOwnWords: sense.leastOwnWords,
      findOffers: this.findOffers,
      linkTo: (target) => edge.notes.linkTo(target, path),
      nextPrompt: () => this.prompt(),
      keepDraft: (draft) => this.#keep(path, draft),
      save: (draft) => step((text) => withTake(text, draft, minuteOf(edge.clock()), { names, takeSection: sense.takeSection }, draft.before), this.#saved(entry, draft)),
      ...(occasion.inReview === true
        ? {
            review: {
              later: () => step((text) => withLater(text, until, names), words.sense.putOff(until)),
              letGo: () => step((text) => withLetGo(text, today, names), words.sense.lettingGo),
            },
          }
        : {}),
    };
  }

  #keep(path: string, draft: TakeDraft): void {
    if (draft.text.trim() === '' && draft.ways.length === 0) this.drafts.clear(keyOf(path));
    else this.drafts.save(keyOf(path), draft);
  }

  #saved({ path, quote }: QuoteEntry, draft: TakeDraft): string {
    const own = countOwnWords(draft.text, quote);
    const least = this.edge.settings().sense.leastOwnWords;
    return own >= least ? words.sense.saved(nameOf(path)) : words.sense.savedShort(nameOf(path), own, least);
  }
}

function keyOf(path: string): string {
  return `take:${path}`;
}
