import { ok, type Day } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { isSameItem, recordAfterwards, type Asked, type Receipt, type ShareIntent, type ShareRecord } from '..';
import type { KeptIntents } from './kept-intents';
import type { NoteLedgers } from './note-ledgers';
import type { WaysOut } from './ways-out';

/** A share that was begun before the app was closed and may have gone out, with what its channel says of it. */
export interface Unfinished {
  readonly intent: ShareIntent;
  readonly receipt: Receipt;
}

/** What a channel says of an intent: undefined where nothing stands, `isEarlier` where what stood there before still stands. */
type Answer = { readonly receipt: Receipt; readonly isEarlier: boolean } | undefined;

/** What answering an interrupted share takes. */
export interface InterruptedNeeds {
  readonly edge: Edge;
  readonly ways: WaysOut;
  readonly ledgers: NoteLedgers;
  readonly intents: KeptIntents<ShareIntent>;
  /** Tells that something went to a person, whose path or name it is. */
  wasInTouch(who: string, day: Day): Promise<void>;
}

/** The shares that a crash or a failure cut off: what became of them, as the ledger, their channel or the user says. */
export class InterruptedShares {
  readonly #listeners = new Set<() => void>();
  readonly #running = new Set<string>();
  #unfinished: readonly Unfinished[] = [];
  #neverArrived: readonly ShareIntent[] = [];

  constructor(private readonly needs: InterruptedNeeds) {
    needs.edge.onNote((event) => {
      if (event.kind === 'renamed') this.#follow(event.from, event.note.path);
    });
  }

  /** Shares that were interrupted and may have gone out; to be asked after `review`. */
  get unfinished(): readonly Unfinished[] {
    return this.#unfinished;
  }

  /** New versions that were cut off before their channel acted: the earlier one stands there, which nobody would see. */
  get neverArrived(): readonly ShareIntent[] {
    return this.#neverArrived;
  }

  /** Keeps an intent and does what it is about; what is left of it afterwards is asked about. */
  async during<T>(intent: ShareIntent, act: () => Promise<T>): Promise<T> {
    this.#running.add(intent.id);
    this.needs.intents.keep(intent);
    try {
      return await act();
    } finally {
      this.#running.delete(intent.id);
      if (this.#unfinished.length + this.#neverArrived.length > 0) await this.review();
    }
  }

  /** Nothing of an intent got there, unless its channel has it: then it is asked about from now on. Tells which. */
  async failed(intent: ShareIntent): Promise<'not begun' | 'half-way'> {
    if (!(await this.#stands(intent))) {
      this.#forget(intent.id);
      return 'not begun';
    }
    this.#running.delete(intent.id);
    await this.review();
    return 'half-way';
  }

  /** Writes down what went out; gives back a sentence where that failed. The same once more is recorded once: pressing the button again is the way to mend it. */
  async record(record: ShareRecord, intent: ShareIntent): Promise<string | undefined> {
    const { ledgers, intents } = this.needs;
    const problem = await ledgers.record(record);
    if (problem !== undefined) return problem;
    intents.forget((one) => one.id === intent.id || this.#isOvertaken(one, intent));
    for (const { path, name } of record.recipients) await this.needs.wasInTouch(path ?? name, record.day);
    // What was cut off before may stand in the ledger by now.
    if (intents.all().length > 0) await this.review();
    return undefined;
  }

  /** Looks at what was interrupted: what the ledger tells is done, what a channel does not know never began. */
  async review(): Promise<void> {
    const [unfinished, neverArrived]: [Unfinished[], ShareIntent[]] = [[], []];
    for (const intent of this.needs.intents.all().filter(({ id }) => !this.#running.has(id))) {
      const answer = await this.#answerOf(intent);
      if (answer === undefined) this.#forget(intent.id);
      else if (answer.isEarlier) neverArrived.push(intent);
      else unfinished.push({ intent, receipt: answer.receipt });
    }
    [this.#unfinished, this.#neverArrived] = [unfinished, neverArrived];
    for (const listener of this.#listeners) listener();
  }

  /** Completes an interrupted share: what its channel left undone, then the ledger. */
  async complete({ intent, receipt }: Unfinished): Promise<void> {
    const finished = await this.needs.ways.keeping(intent.channel)?.finish?.(intent.key, intent.audience);
    const problem = finished?.ok === false ? finished.problem : await this.record(recordAfterwards(intent, receipt), intent);
    if (problem !== undefined) this.needs.edge.say(problem);
    await this.review();
  }

  /** The user says that it did not go out: what stands half-way is taken away, an earlier share stands again as it was. */
  async dismiss({ intent, receipt }: Unfinished): Promise<void> {
    const { edge, intents } = this.needs;
    const undone = await this.#undone(intent);
    if (!undone.ok) edge.say(undone.problem);
    else if (undone.value === undefined && !(await this.#stands(intent))) this.#forget(intent.id);
    else {
      intents.amend(intent.id, { told: true });
      edge.say(undone.value ?? words.share.standsThere(receipt.address ?? intent.channel));
    }
    await this.review();
  }

  /** The user leaves the earlier version where a new one did not get. */
  async leave({ id }: ShareIntent): Promise<void> {
    this.#forget(id);
    await this.review();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #undone(intent: ShareIntent): Promise<Asked<string | undefined>> {
    const { ways, edge } = this.needs;
    const keeping = ways.keeping(intent.channel);
    if (keeping === undefined) return ok(undefined);
    // What stood there is put back, even where the ledger does not know of it: a copy that was taken back before, or one of another device.
    if (intent.former === undefined && (await this.#isFirst(intent))) {
      const taken = await ways.takeBack(keeping, intent.key, intent.audience, edge.clock());
      return taken.ok ? ok(undefined) : taken;
    }
    return (await keeping.undo?.(intent.key, intent.audience, edge.clock(), intent)) ?? ok(undefined);
  }

  /** Whether the ledger knows of no share that stands where this one was to go. Where the note is gone, nothing can tell: there may be one. */
  async #isFirst(intent: ShareIntent): Promise<boolean> {
    const { notes } = this.needs.edge;
    return notes.find(intent.path) !== undefined && this.needs.ledgers.standing(await notes.read(intent.path), intent).length === 0;
  }

  /** Whether a channel has the words of an intent that it did not have before. */
  async #stands({ channel, key, audience, digest, stood }: ShareIntent): Promise<boolean> {
    return digest !== undefined && digest !== stood && (await this.needs.ways.keeping(channel)?.find(key, audience))?.digest === digest;
  }

  async #answerOf(intent: ShareIntent): Promise<Answer> {
    const { edge: { notes }, ledgers, ways } = this.needs;
    if (notes.find(intent.path) === undefined) return undefined;
    const keeping = ways.keeping(intent.channel);
    const standing = await keeping?.find(intent.key, intent.audience);
    if (keeping !== undefined && standing === undefined) return undefined;
    const receipt = standing ?? {};
    const text = await notes.read(intent.path);
    const isNews = intent.digest === undefined || intent.digest !== intent.stood;
    if (ledgers.isRecorded(text, intent, receipt) && (intent.again !== true || !isNews || ledgers.isNotedLater(text, intent))) return undefined;
    return { receipt, isEarlier: isNews && standing !== undefined && standing.digest === intent.stood };
  }

  /** Whether what was cut off does not matter any more, now that a later one of the same item went out. */
  #isOvertaken(one: ShareIntent, later: ShareIntent): boolean {
    if (!isSameItem(one, later) || this.#running.has(one.id)) return false;
    const isSameLine = later.digest !== undefined || JSON.stringify(one.recipients) === JSON.stringify(later.recipients);
    return this.#neverArrived.some(({ id }) => id === one.id) || (one.again === true && isSameLine);
  }

  #follow(from: string, to: string): void {
    const moved = (intent: ShareIntent): ShareIntent => (intent.path === from ? { ...intent, path: to } : intent);
    this.#unfinished = this.#unfinished.map((one) => ({ ...one, intent: moved(one.intent) }));
    this.#neverArrived = this.#neverArrived.map(moved);
    this.needs.intents.follow(from, to);
  }

  #forget(id: string): void {
    this.needs.intents.forget((intent) => intent.id === id);
  }
}
