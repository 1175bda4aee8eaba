import { ok, type Day, type Result } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { isNews, isSameItem, recordAfterwards, whoseStands, type Receipt, type ShareIntent, type ShareRecord, type Whose } from '..';
import type { KeptIntents } from './kept-intents';
import type { NoteLedgers } from './note-ledgers';
import type { WaysOut } from './ways-out';

/** A share that was begun before the app was closed and may have gone out, with what its channel says of it. */
export interface Unfinished {
  readonly intent: ShareIntent;
  readonly receipt: Receipt;
}

/** A version whose words do not stand where they were to go, with whose do. */
export interface NotThere {
  readonly intent: ShareIntent;
  readonly stands: Exclude<Whose, 'own'>;
}

/** What became of an intent: undefined where there is nothing to ask. */
type Answer = Unfinished | NotThere | undefined;

/** What answering an interrupted share takes. */
interface InterruptedNeeds {
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
  #notThere: readonly NotThere[] = [];

  constructor(private readonly needs: InterruptedNeeds) {
    needs.edge.onNote((event) => {
      if (event.kind === 'renamed') this.#follow(event.from, event.note.path);
    });
  }

  /** Shares that were interrupted and may have gone out; to be asked after `review`. */
  get unfinished(): readonly Unfinished[] {
    return this.#unfinished;
  }

  /** What was cut off before its channel acted, or was overtaken since: another version stands there, which nobody would see. */
  get notThere(): readonly NotThere[] {
    return this.#notThere;
  }

  /** Keeps an intent and does what it is about; what is left of it afterwards is asked about. */
  async during<T>(intent: ShareIntent, act: () => Promise<T>): Promise<T> {
    this.#running.add(intent.id);
    this.needs.intents.keep(intent);
    try {
      return await act();
    } finally {
      this.#running.delete(intent.id);
      if (this.#unfinished.length + this.#notThere.length > 0) await this.review();
    }
  }

  /** Where the note of an intent is now. */
  pathOf({ id, path }: ShareIntent): string {
    return this.needs.intents.all().find((one) => one.id === id)?.path ?? path;
  }

  /** Nothing of an intent got there, unless its channel has it: then it is asked about from now on. Tells which. */
  async failed(intent: ShareIntent): Promise<'not begun' | 'half-way'> {
    if (!(await this.#isThere(intent))) {
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
    // The note may have got another name while the channel acted, or asked.
    const problem = await ledgers.record({ ...record, path: this.pathOf(intent) });
    if (problem !== undefined) return problem;
    const over = new Set([intent.id, ...intents.before(intent.id).filter((one) => this.#isOvertaken(one, intent)).map(({ id }) => id)]);
    intents.forget(({ id }) => over.has(id));
    for (const { path, name } of record.recipients) await this.needs.wasInTouch(path ?? name, record.day);
    // What was cut off before may stand in the ledger by now.
    if (intents.all().length > 0) await this.review();
    return undefined;
  }

  /**
   * Looks at what was interrupted: what the ledger tells is done, what a channel does not know never began. Of several
   * versions of one item, those before the one that stands there wait until that one is answered: it may be put back.
   */
  async review(): Promise<void> {
    const [unfinished, notThere]: [Unfinished[], NotThere[]] = [[], []];
    for (const intent of this.needs.intents.all().filter(({ id }) => !this.#running.has(id)).reverse()) {
      if (unfinished.some((later) => later.intent.digest !== undefined && isSameItem(later.intent, intent))) continue;
      const answer = await this.#answerOf(intent);
      if (answer === undefined) this.#forget(intent.id);
      else if ('stands' in answer) notThere.unshift(answer);
      else unfinished.unshift(answer);
    }
    [this.#unfinished, this.#notThere] = [unfinished, notThere];
    for (const listener of this.#listeners) listener();
  }

  /** Completes an interrupted share: what its channel left undone, then the ledger. */
  async complete({ intent, receipt }: Unfinished): Promise<void> {
    const problem = await this.#completed(intent, receipt);
    if (problem !== undefined) this.needs.edge.say(problem);
    await this.review();
  }

  /** The user says that it did not go out: what stands half-way is taken away, an earlier share stands again as it was. */
  async dismiss({ intent, receipt }: Unfinished): Promise<void> {
    const { edge, intents } = this.needs;
    const undone = await this.#undone(intent);
    if (!undone.ok) edge.say(undone.problem);
    else if (!(await this.#isThere(intent))) this.#forget(intent.id);
    else {
      intents.amend(intent.id, { told: true });
      edge.say(words.share.standsThere(receipt.address ?? intent.channel));
    }
    await this.review();
  }

  /** The user leaves the version that stands where another one did not get. */
  async leave({ intent }: NotThere): Promise<void> {
    this.#forget(intent.id);
    await this.review();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #completed(intent: ShareIntent, receipt: Receipt): Promise<string | undefined> {
    const keeping = this.needs.ways.keeping(intent.channel);
    // A sync may have brought other words since the row was drawn.
    if (keeping !== undefined && (await this.#whoseStands(intent)) !== 'own') return words.share.standsNoMore;
    const finished = await keeping?.finish?.(intent.key, intent.audience);
    return finished?.ok === false ? finished.problem : this.record(recordAfterwards(intent, receipt), intent);
  }

  // Somebody else's words stay where they are. What stands there whole is not taken away: another device may have shared the
  // same words, which nothing tells apart from one's own.
  async #undone({ channel, key, audience, digest }: ShareIntent): Promise<Result<void>> {
    return (digest === undefined ? undefined : await this.needs.ways.keeping(channel)?.undo?.(key, audience, this.needs.edge.clock(), digest)) ?? ok(undefined);
  }

  /** Whether a channel has the words of an intent that it did not have before. */
  async #isThere(intent: ShareIntent): Promise<boolean> {
    return isNews(intent) && (await this.#whoseStands(intent)) === 'own';
  }

  async #whoseStands(intent: ShareIntent): Promise<Whose | undefined> {
    const standing = await this.needs.ways.keeping(intent.channel)?.find(intent.key, intent.audience);
    return standing === undefined ? undefined : whoseStands(intent, standing);
  }

  async #answerOf(intent: ShareIntent): Promise<Answer> {
    const { edge: { notes }, ledgers, ways } = this.needs;
    if (notes.find(intent.path) === undefined) return undefined;
    const keeping = ways.keeping(intent.channel);
    const standing = await keeping?.find(intent.key, intent.audience);
    if (keeping !== undefined && standing === undefined) return undefined;
    const stands = standing === undefined ? 'own' : whoseStands(intent, standing);
    // The same words may have come from another device.
    if (intent.begun === false && stands === 'own') return undefined;
    const receipt = standing ?? {};
    const text = await notes.read(intent.path);
    if (ledgers.isRecorded(text, intent, receipt) && (intent.again !== true || !isNews(intent) || ledgers.isNotedLater(text, intent))) return undefined;
    return stands === 'own' ? { intent, receipt } : { intent, stands };
  }

  /** Whether what was cut off does not matter any more, now that a later one of the same item went out. */
  #isOvertaken(one: ShareIntent, later: ShareIntent): boolean {
    if (!isSameItem(one, later) || this.#running.has(one.id)) return false;
    const isSameLine = later.digest !== undefined || JSON.stringify(one.recipients) === JSON.stringify(later.recipients);
    return this.#notThere.some(({ intent }) => intent.id === one.id) || (one.again === true && isSameLine);
  }

  #follow(from: string, to: string): void {
    const moved = (intent: ShareIntent): ShareIntent => (intent.path === from ? { ...intent, path: to } : intent);
    const followed = <One extends { readonly intent: ShareIntent }>(one: One): One => ({ ...one, intent: moved(one.intent) });
    [this.#unfinished, this.#notThere] = [this.#unfinished.map(followed), this.#notThere.map(followed)];
    this.needs.intents.follow(from, to);
  }

  #forget(id: string): void {
    this.needs.intents.forget((intent) => intent.id === id);
  }
}
