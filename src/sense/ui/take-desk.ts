import { dayAfter, dayOf, minuteOf, onOneLine, shortened, type Day, type Result } from '../../base';
import { nameOf, wikilink } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import type { Quote } from '../../seek';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import {
  EMPTY_TAKE, qualityOf, reasonsAgainst, takeRule, waitingOf, withLaterTake, withTake, type FoundEntry, type Prompt, type QuoteEntry, type Waiting,
} from '..';
import type { AsideNote } from './aside-note';
import { LaterSuggest } from './later-suggest';
import { setLetGo } from './let-go';
import type { FindOffers } from './link-offer';
import { entryAt, type KeepQuote } from './locate-quote';
import { placeNow } from './place-now';
import { waysUsedLately, type PromptBook, type PromptWish } from './prompt-book';
import { setLater } from './put-off';
import type { QuoteShelf } from './quote-shelf';
import { Review } from './review';
import { TakeBacks } from './take-backs';
import type { TakeDraft } from './take-draft';
import type { HeldDrafts, TakeDrafts } from './take-drafts';
import { TakeModal, type TakeModalHooks } from './take-modal';
import type { WaitingList } from './waiting-list';

// In characters: how much of a quote names it.
const FIRST_WORDS = 60;

/** How a take is asked for. */
interface TakeOccasion {
  /** A sentence to show at the start, such as why the gate stayed closed. */
  readonly hint?: string;
  /** Called once the take is saved. */
  readonly afterwards?: () => void;
  /** Whether this is one quote of a review, which then goes on to the next. */
  readonly inReview?: boolean;
}

/** What the desk needs from around it. */
export interface DeskNeeds {
  readonly edge: Edge;
  readonly quotes: QuoteShelf;
  readonly waiting: WaitingList;
  readonly aside: AsideNote;
  readonly drafts: TakeDrafts;
  readonly findOffers: FindOffers;
  readonly promptBook: PromptBook;
  readonly directory: ContactDirectory;
  readonly keep: KeepQuote;
}

/** Where takes are written: opens the modal on a quote, keeps its draft, saves it, walks the queue. */
export class TakeDesk {
  readonly #review: Review;
  readonly #takeBacks = new TakeBacks();

  constructor(private readonly needs: DeskNeeds) {
    this.#review = new Review(needs.waiting);
  }

  /** Everything that waits for a take today, the longest waiting first. */
  queue(): readonly Waiting[] {
    return this.needs.waiting.all();
  }

  /** Opens the modal for the quote note at `path`; a sentence says why when it cannot. */
  async open(path: string, occasion: TakeOccasion = {}): Promise<void> {
    const { edge, quotes } = this.needs;
    const entry = await entryAt(path, edge, quotes);
    if (entry.ok) this.#openModal(entry.value, occasion);
    else edge.say(entry.problem);
  }

  /** Opens the modal for a quote that waits. One that stands in another note gets its quote note when the take is saved. */
  async openWaiting(waiting: Waiting, occasion: TakeOccasion = {}): Promise<void> {
    const { found, path, quote } = waiting;
    if (found === undefined) return this.open(path, occasion);
    this.#openModal({ path, quote, state: { take: EMPTY_TAKE } }, occasion, found);
  }

  /** Opens the quote that comes after `id` in what is shown of the queue. */
  async reviewNext(id?: string): Promise<void> {
    const { waiting, edge } = this.needs;
    await waiting.ready();
    const next = this.#review.begin(id);
    if (next === undefined) edge.say(waiting.all().length === 0 ? words.sense.queueDone : words.sense.nothingShown);
    else await this.openWaiting(next, { inReview: true });
  }

  /** Puts a quote off until a day; gives back a sentence when it cannot. */
  async later(waiting: Waiting, until: Day): Promise<string | undefined> {
    const { edge } = this.needs;
    const done = await setLater(waiting, until, this.needs);
    if (!done.ok) return done.problem;
    edge.say(done.value === 'taken' ? words.sense.takenSince(named(waiting.quote)) : words.sense.putOff(until));
    return undefined;
  }

  /** Lets a quote go: it stays where it is, out of the queue. The notice names it, and can take it back. */
  async letGo(waiting: Waiting): Promise<string | undefined> {
    const { edge } = this.needs;
    const quote = named(waiting.quote);
    const gone = await setLetGo(waiting, this.needs);
    if (!gone.ok) return gone.problem;
    const back = gone.value;
    if (back === 'taken') edge.say(words.sense.takenSince(quote));
    if (typeof back === 'string') return undefined;
    const changed = (): void => edge.say(words.sense.letGoChanged(quote));
    const takeBack = this.#takeBacks.add(async () => {
      const done = await back();
      if (done.ok && done.value === 'changed') changed();
      else edge.say(done.ok ? words.sense.letGoTakenBack(quote) : done.problem);
      if (done.ok && done.value === 'back') this.#review.broughtBack(waiting.id);
      return done.ok;
    }, changed);
    edge.say(words.sense.lettingGo(quote), { label: words.sense.takeBack, run: () => void takeBack() });
    return undefined;
  }

  /** Brings back the quote that was let go last and is still gone; undefined when there is none to bring back. */
  get takeBackLetGo(): (() => Promise<void>) | undefined {
    return this.#takeBacks.latest;
  }

  /** The same for a key that is always there: says so when there is none. */
  undoLetGo(): void {
    const { latest } = this.#takeBacks;
    if (latest === undefined) this.needs.edge.say(words.sense.noneLetGo);
    else void latest();
  }

  /** Asks when a quote shall come back, and puts it off. */
  askLater(choose: (until: Day) => void): void {
    const { edge } = this.needs;
    new LaterSuggest(edge.app, dayOf(edge.clock()), edge.settings().sense.laterDays, choose).open();
  }

  /** Keeps a take that could not be written yet as the draft of a quote that has a note; false when the device has no room for it. */
  keepDraft({ path, quote }: Pick<QuoteEntry, 'path' | 'quote'>, text: string): boolean {
    return this.needs.drafts.add({ path, quote, take: EMPTY_TAKE }, text);
  }

  /** A question to begin with; never the same twice in a row. */
  prompt(wish: PromptWish = {}): Prompt | undefined {
    const recentWays = waysUsedLately(this.needs.quotes.all().map(({ state }) => ({ ...state, ways: state.take.ways })));
    return this.needs.promptBook.next({ recentWays, ...wish });
  }

  // First the quote note, then the take: when the second step fails, the next try finds the note that was made.
  async #keepAnd(entry: FoundEntry, change: (text: string) => Result<string>): Promise<Result<string>> {
    const { edge, keep } = this.needs;
    const kept = await keep({ ...entry.quote, captured: minuteOf(edge.clock()) }, await placeNow(entry, edge));
    if (!kept.ok) return kept;
    this.#review.made(kept.value.path);
    return edge.notes.change(kept.value.path, change);
  }

  // The note may get another name while the window is open.
  #openModal(entry: QuoteEntry, occasion: TakeOccasion, found?: FoundEntry): void {
    const { edge } = this.needs;
    const { take } = entry.state;
    const pathNow = followedNote(entry.path, edge.app);
    const now = (): QuoteEntry => ({ ...entry, path: pathNow() });
    const foundNow = found === undefined ? undefined : (): FoundEntry => ({ ...found, path: pathNow() });
    const open: OpenTake = {
      entry: now,
      waiting: () => waitingOf(foundNow?.() ?? now()),
      change: (change) => (foundNow === undefined ? edge.notes.change(pathNow(), change) : this.#keepAnd(foundNow(), change)),
    };
    const held = this.needs.drafts.open({ path: entry.path, quote: entry.quote, take, ...(found === undefined ? {} : { found }) });
    const left = held.latest;
    const hint = occasion.hint ?? (left === undefined || left.text === take.text ? undefined : words.sense.draftRestored);
    new TakeModal(edge.app, entry, left ?? { ...take, before: take.text }, this.#hooks(open, occasion, held), hint).open();
  }

  #hooks({ entry, waiting, change }: OpenTake, occasion: TakeOccasion, held: HeldDrafts): TakeModalHooks {
    const { edge, findOffers, directory } = this.needs;
    let then = (): void => undefined;
    // The queue is asked before the note changes: afterwards the entry is gone from it, and with it the place to go on from.
    const step = async (act: () => Promise<string | undefined>, stays = false): Promise<string | undefined> => {
      const { id } = waiting();
      const following = occasion.inReview === true ? this.#review.after(id) : undefined;
      const problem = await act();
      if (problem === undefined) then = () => (occasion.inReview === true ? this.#goOn(following, id, stays) : occasion.afterwards?.());
      return problem;
    };
    const save = async (draft: TakeDraft): Promise<string | undefined> => {
      const changed = await change((text) => written(text, draft, edge));
      if (!changed.ok) return changed.problem;
      held.clear();
      edge.say(this.#saved(entry(), draft));
      return undefined;
    };
    const later = (until: Day): Promise<string | undefined> => step(() => this.later(waiting(), until));
    const { laterDays, leastOwnWords } = edge.settings().sense;
    const { at, of } = this.#review.progress;
    return {
      leastOwnWords,
      findOffers,
      linkTo: (target) => edge.notes.linkTo(target, entry().path),
      nextPrompt: (suggested) => this.prompt({ kind: waiting().kind, ...(suggested === undefined ? {} : { suggested }) }),
      mayAsk: (question) => this.needs.promptBook.all().some((prompt) => prompt.id === question),
      drafts: held,
      say: (sentence, action) => edge.say(sentence, action),
      coAuthors: { directory, linkTo: (contact) => wikilink(edge.notes.linkName(contact, '')) },
      // The window that comes next opens when this one has given the focus back.
      finished: () => then(),
      save: (draft) => step(() => save(draft), this.#against(entry(), draft).length > 0),
      ...(occasion.inReview === true
        ? {
            review: {
              progress: words.sense.reviewProgress(at, of),
              later: () => later(dayAfter(dayOf(edge.clock()), laterDays)),
              laterWhen: (choose) => this.askLater((until) => choose(() => later(until))),
              letGo: () => step(() => this.letGo(waiting())),
              takeBack: () => this.undoLetGo(),
            },
          }
        : {}),
    };
  }

  #goOn(following: Waiting | undefined, id: string, stays: boolean): void {
    this.#review.dealtWith(id, stays);
    if (following !== undefined && following.id !== id) void this.openWaiting(following, { inReview: true });
    else this.needs.edge.say(words.sense.reviewDone(this.#review.stillWaiting));
  }

  #against({ quote }: QuoteEntry, draft: TakeDraft): string[] {
    return reasonsAgainst(qualityOf(draft.text, quote), this.needs.edge.settings().sense.leastOwnWords);
  }

  #saved(entry: QuoteEntry, draft: TakeDraft): string {
    const { path } = entry;
    const reasons = this.#against(entry, draft);
    return reasons.length === 0 ? words.sense.saved(nameOf(path)) : words.sense.savedShort(nameOf(path), reasons);
  }
}

/** A quote whose take is being written, with the path that its note has in the moment of asking. */
interface OpenTake {
  readonly entry: () => QuoteEntry;
  readonly waiting: () => Waiting;
  /** Changes the note of the quote, made first where it is missing. */
  readonly change: (change: (text: string) => Result<string>) => Promise<Result<string>>;
}

function written(text: string, draft: TakeDraft, edge: Edge): Result<string> {
  const rule = takeRule(edge.settings());
  if (draft.isLater === true) return withLaterTake(text, draft, minuteOf(edge.clock()), rule);
  return withTake(text, draft, minuteOf(edge.clock()), rule, draft.before);
}

// A quote by its first words.
function named({ text }: Quote): string {
  return shortened(onOneLine(text), FIRST_WORDS);
}
