import { dayOf, fail, ok, type Day, type Result } from '../../base';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import {
  canRecord, carryOut, intentOf, isPrivateNote, isSameItem, keyIn, leavesTheSame, ledgerLinesOf, parcelOf, recordAfterwards, withRecord, withWithdrawn,
  type Asked, type Audience, type Delivery, type Keeping, type LedgerFormat, type LedgerLine, type Outcome, type Receipt, type ShareChannel, type ShareIntent, type SharePlan, type ShareRecord,
} from '..';
import { KeptIntents } from './kept-intents';
import { readNow } from './plan-now';

/** A share that was begun before the app was closed and may have gone out, with what its channel says of it. */
export interface Unfinished {
  readonly intent: ShareIntent;
  readonly receipt: Receipt;
}

/** What a channel says of an intent: undefined where nothing stands, `isEarlier` where what stood there before still stands. */
type Answer = { readonly receipt: Receipt; readonly isEarlier: boolean } | undefined;

/** Makes a plan anew, from what the notes say in this moment. */
export type Anew = () => Promise<Result<SharePlan>>;

/**
 * Carries plans out. Before a channel acts, the intent is kept on this device, and it goes once the ledger says what
 * happened: after a crash at any point a share was not begun, is done, or is offered for completion.
 */
export class ShareRun {
  readonly #listeners = new Set<() => void>();
  readonly #intents: KeptIntents;
  #unfinished: readonly Unfinished[] = [];
  #neverArrived: readonly ShareIntent[] = [];
  readonly #running = new Set<string>();

  constructor(
    private readonly edge: Edge,
    kept: DraftStore,
    private readonly channels: () => readonly ShareChannel[],
    /** Asks the user whether to go on, with the channel's question. */
    private readonly insist: (question: string) => Promise<boolean>,
    /** Tells that something went to a person, whose path or name it is. */
    private readonly wasInTouch: (who: string, day: Day) => Promise<void>,
  ) {
    this.#intents = new KeptIntents(kept);
    edge.onNote((event) => {
      if (event.kind === 'renamed') this.#follow(event.from, event.note.path);
    });
  }

  /**
   * Sends exactly what a plan says, if in the moment of sending it would still be planned so. Gives back a sentence when
   * nothing was shared, or when it was not recorded.
   */
  async carryOut(plan: SharePlan, to: readonly string[], anew: Anew): Promise<string | undefined> {
    const { edge } = this;
    const channel = this.channel(plan.channel);
    if (channel === undefined) return words.share.noSuchWay(plan.channel);
    if (edge.notes.find(plan.path) === undefined) return words.notes.missing(plan.path);
    const text = await edge.notes.read(plan.path);
    const recordable = canRecord(text, edge.settings().properties);
    if (!recordable.ok) return recordable.problem;
    const intent = await this.#intended(plan, channel, to, text);
    this.#running.add(intent.id);
    this.#intents.keep(intent);
    try {
      return await this.#send(plan, channel, intent, to, anew);
    } finally {
      this.#running.delete(intent.id);
      if (this.#unfinished.length + this.#neverArrived.length > 0) await this.review();
    }
  }

  async #intended(plan: SharePlan, channel: ShareChannel, to: readonly string[], text: string): Promise<ShareIntent> {
    const { keeping } = channel;
    const [at, others] = [this.edge.clock(), this.#intents.all()];
    const standing = await keeping?.find(plan.key, plan.audience);
    const intent = intentOf(plan, at, others, keeping === undefined ? {} : { digest: keeping.digestOf(parcelOf(plan, at, to)), ...(standing === undefined ? {} : { stood: standing.digest }) });
    const isAgain = this.#isRecorded(text, intent, standing ?? {}) || others.some((other) => isSameItem(other, intent));
    return isAgain ? { ...intent, again: true } : intent;
  }

  async #send(plan: SharePlan, channel: ShareChannel, intent: ShareIntent, to: readonly string[], anew: Anew): Promise<string | undefined> {
    const { edge } = this;
    const outcome = await this.#asked((insist) => this.#sendNow(plan, channel, intent.id, { to, insist }, anew));
    if (!outcome.ok) {
      if (!(await this.#stands(intent))) {
        this.#forget(intent.id);
        return outcome.problem;
      }
      // What could not be put back after a failure half-way is asked about.
      this.#running.delete(intent.id);
      await this.review();
      return words.share.stoppedHalfWay(words.share.channels[channel.id] ?? channel.id);
    }
    const before = await this.#textAt(plan.path);
    const problem = await this.#record(outcome.value.record, intent);
    if (problem !== undefined) return problem;
    edge.say(sharedSentence(plan, (await this.#textAt(plan.path)) !== before));
    if (outcome.value.advice !== undefined) edge.say(outcome.value.advice);
    return undefined;
  }

  // The window may have stood open, or a question, while the note or one that it links to was made private.
  async #sendNow(plan: SharePlan, channel: ShareChannel, id: string, how: { readonly to: readonly string[]; readonly insist: boolean }, anew: Anew): Promise<Asked<Outcome>> {
    const { edge } = this;
    const now = await anew();
    if (!now.ok) return now;
    if (!leavesTheSame(plan, now.value)) return fail(words.share.previewChanged);
    const { share, properties } = edge.settings();
    const text = await readNow(plan.path, edge.notes);
    if (!text.ok) return text;
    if (isPrivateNote(plan.path, edge.notes, share, properties, text.value)) return fail(words.share.notePrivate);
    const former = await channel.keeping?.former?.(plan.key, plan.audience);
    if (former !== undefined) this.#intents.amend(id, { former });
    return carryOut(plan, channel, edge.clock(), how);
  }

  // The same once more is recorded once: pressing the button again is the way to mend it.
  async #record(record: ShareRecord, intent: ShareIntent): Promise<string | undefined> {
    const written = await this.edge.notes.change(record.path, (text) => withRecord(text, record, this.#format()));
    if (!written.ok) return record.channel === 'clipboard' ? words.share.copiedNotRecorded(written.problem) : words.share.sharedNotRecorded(written.problem);
    this.#intents.forget((one) => one.id === intent.id || this.#isOvertaken(one, intent));
    for (const { path, name } of record.recipients) await this.wasInTouch(path ?? name, record.day);
    // What was cut off before may stand in the ledger by now.
    if (this.#intents.all().length > 0) await this.review();
    return undefined;
  }

  /** Takes back what a channel keeps, and says so in the ledger. */
  async withdraw(path: string, line: LedgerLine): Promise<string | undefined> {
    const { edge } = this;
    const { channel: id, audience, address } = line.entry;
    const keeping = this.channel(id)?.keeping;
    const key = keyIn(address);
    if (keeping === undefined || key === undefined) return words.share.nothingToWithdraw;
    const done = await this.#takeBack(keeping, key, audience);
    if (!done.ok) return done.problem;
    const day = dayOf(edge.clock());
    const { sharedSection } = edge.settings().share;
    // All lines of the item: it went to several people, and is gone for all of them.
    const written = await edge.notes.change(path, (text) => ({
      ok: true,
      value: ledgerLinesOf(text, sharedSection).filter(({ entry }) => keyIn(entry.address) === key && entry.withdrawn === undefined && entry.audience === audience).reverse()
        .reduce((kept, one) => withWithdrawn(kept, one, day), text),
    }));
    if (!written.ok) return written.problem;
    edge.say(words.share.withdrawn);
    return undefined;
  }

  channel(id: string): ShareChannel | undefined {
    return this.channels().find((channel) => channel.id === id);
  }

  /** Shares that were interrupted and may have gone out; to be asked after `review`. */
  get unfinished(): readonly Unfinished[] {
    return this.#unfinished;
  }

  /** New versions that were cut off before their channel acted: the earlier one stands there, which nobody would see. */
  get neverArrived(): readonly ShareIntent[] {
    return this.#neverArrived;
  }

  /** Looks at what was interrupted: what the ledger tells is done, what a channel does not know never began. */
  async review(): Promise<void> {
    const [unfinished, neverArrived]: [Unfinished[], ShareIntent[]] = [[], []];
    for (const intent of this.#intents.all().filter(({ id }) => !this.#running.has(id))) {
      const answer = await this.#answerOf(intent);
      if (answer === undefined) this.#forget(intent.id);
      else if (answer.isEarlier) neverArrived.push(intent);
      else unfinished.push({ intent, receipt: answer.receipt });
    }
    [this.#unfinished, this.#neverArrived] = [unfinished, neverArrived];
    this.#tell();
  }

  /** Completes an interrupted share: what its channel left undone, then the ledger. */
  async complete({ intent, receipt }: Unfinished): Promise<void> {
    const finished = await this.channel(intent.channel)?.keeping?.finish?.(intent.key, intent.audience);
    const problem = finished?.ok === false ? finished.problem : await this.#record(recordAfterwards(intent, receipt), intent);
    if (problem !== undefined) this.edge.say(problem);
    await this.review();
  }

  /** The user says that it did not go out: what stands half-way is taken away, an earlier share stands again as it was. */
  async dismiss({ intent, receipt }: Unfinished): Promise<void> {
    const undone = await this.#undone(intent);
    if (!undone.ok) this.edge.say(undone.problem);
    else if (undone.value === undefined && !(await this.#stands(intent))) this.#forget(intent.id);
    else {
      this.#intents.amend(intent.id, { told: true });
      this.edge.say(undone.value ?? words.share.standsThere(receipt.address ?? intent.channel));
    }
    await this.review();
  }

  async #undone(intent: ShareIntent): Promise<Asked<string | undefined>> {
    const { keeping } = this.channel(intent.channel) ?? {};
    if (keeping === undefined) return ok(undefined);
    // What stood there is put back, even where the ledger does not know of it: a copy that was taken back before, or one of another device.
    if (intent.former === undefined && (await this.#isFirst(intent))) {
      const taken = await this.#takeBack(keeping, intent.key, intent.audience);
      return taken.ok ? ok(undefined) : taken;
    }
    return (await keeping.undo?.(intent.key, intent.audience, this.edge.clock(), intent)) ?? ok(undefined);
  }

  /** Whether the ledger knows of no share that stands where this one was to go. Where the note is gone, nothing can tell: there may be one. */
  async #isFirst({ path, key, audience }: ShareIntent): Promise<boolean> {
    const { edge } = this;
    if (edge.notes.find(path) === undefined) return false;
    return !ledgerLinesOf(await edge.notes.read(path), edge.settings().share.sharedSection).some(({ entry }) => entry.withdrawn === undefined && keyIn(entry.address) === key && entry.audience === audience);
  }

  /** Whether a channel has the words of an intent that it did not have before. */
  async #stands({ channel, key, audience, digest, stood }: ShareIntent): Promise<boolean> {
    return digest !== undefined && digest !== stood && (await this.channel(channel)?.keeping?.find(key, audience))?.digest === digest;
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

  /** Takes away what a channel keeps. */
  #takeBack(keeping: Keeping, key: string, audience: Audience): Promise<Delivery> {
    return this.#asked((insist) => keeping.withdraw(key, audience, this.edge.clock(), insist));
  }

  /** Does what may ask before it is done; the user answers. */
  async #asked<T>(act: (insist: boolean) => Promise<Asked<T>>): Promise<Asked<T>> {
    const done = await act(false);
    return !done.ok && 'asks' in done && (await this.insist(done.problem)) ? act(true) : done;
  }

  async #answerOf(intent: ShareIntent): Promise<Answer> {
    const { notes } = this.edge;
    if (notes.find(intent.path) === undefined) return undefined;
    const { keeping } = this.channel(intent.channel) ?? {};
    const standing = await keeping?.find(intent.key, intent.audience);
    if (keeping !== undefined && standing === undefined) return undefined;
    const receipt = standing ?? {};
    const text = await notes.read(intent.path);
    const isNews = intent.digest === undefined || intent.digest !== intent.stood;
    if (this.#isRecorded(text, intent, receipt) && (intent.again !== true || !isNews || this.#isNotedLater(text, intent))) return undefined;
    return { receipt, isEarlier: isNews && standing !== undefined && standing.digest === intent.stood };
  }

  #isRecorded(text: string, intent: ShareIntent, receipt: Receipt): boolean {
    const written = withRecord(text, recordAfterwards(intent, receipt), this.#format());
    return written.ok && written.value === text;
  }

  /** Whether a version of a later day is noted, by another device. */
  #isNotedLater(text: string, { key, audience, day }: ShareIntent): boolean {
    return ledgerLinesOf(text, this.edge.settings().share.sharedSection).some(({ entry }) => keyIn(entry.address) === key && entry.audience === audience && (entry.updated ?? '') > day);
  }

  /** Whether what was cut off does not matter any more, now that a later one of the same item went out. */
  #isOvertaken(one: ShareIntent, later: ShareIntent): boolean {
    if (!isSameItem(one, later) || this.#running.has(one.id)) return false;
    const isSameLine = later.digest !== undefined || JSON.stringify(one.recipients) === JSON.stringify(later.recipients);
    return this.#neverArrived.some(({ id }) => id === one.id) || (one.again === true && isSameLine);
  }

  #format(): LedgerFormat {
    const { share, properties: names } = this.edge.settings();
    return { names, sharedSection: share.sharedSection, linkTo: (path, from) => this.edge.notes.linkTo(path, from) };
  }

  #follow(from: string, to: string): void {
    const moved = (intent: ShareIntent): ShareIntent => (intent.path === from ? { ...intent, path: to } : intent);
    this.#unfinished = this.#unfinished.map((one) => ({ ...one, intent: moved(one.intent) }));
    this.#neverArrived = this.#neverArrived.map(moved);
    this.#intents.follow(from, to);
  }

  async #textAt(path: string): Promise<string> {
    const { notes } = this.edge;
    return notes.find(path) === undefined ? '' : notes.read(path);
  }

  #forget(id: string): void {
    this.#intents.forget((intent) => intent.id === id);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function sharedSentence({ audience, channel }: SharePlan, isRecorded: boolean): string {
  const whom = words.share.audiences[audience].toLocaleLowerCase();
  const way = words.share.channels[channel] ?? channel;
  if (channel === 'clipboard') return isRecorded ? words.share.copied(whom) : words.share.copiedAgain(whom);
  return isRecorded ? words.share.shared(whom, way) : words.share.sharedAgain(whom, way);
}
