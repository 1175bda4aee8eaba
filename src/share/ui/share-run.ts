import { dayOf, type Day } from '../../base';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import {
  canRecord, carryOut, intentOf, isPrivateNote, ledgerLinesOf, parcelOf, recordAfterwards, withRecord, withWithdrawn,
  keyIn, type Audience, type Delivery, type Keeping, type LedgerFormat, type LedgerLine, type Receipt, type ShareChannel, type ShareIntent, type SharePlan, type ShareRecord,
} from '..';
import { KeptIntents } from './kept-intents';

/** A share that was begun before the app was closed and may have gone out, with what its channel says of it. */
export interface Unfinished {
  readonly intent: ShareIntent;
  readonly receipt: Receipt;
}

/** What a channel says of an intent: undefined where nothing stands, `isEarlier` where another version than the intent's stands. */
type Answer = { readonly receipt: Receipt; readonly isEarlier: boolean } | undefined;

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

  /** Gives back a sentence when nothing was shared, or when it was not recorded. */
  async carryOut(plan: SharePlan, to: readonly string[]): Promise<string | undefined> {
    const { edge } = this;
    const channel = this.channel(plan.channel);
    if (channel === undefined) return words.share.noSuchWay(plan.channel);
    const { share, properties } = edge.settings();
    if (edge.notes.find(plan.path) === undefined) return words.notes.missing(plan.path);
    const text = await edge.notes.read(plan.path);
    // The window may have stood open while the note was made private, be it a moment ago.
    if (isPrivateNote(plan.path, edge.notes, share, properties, text)) return words.share.notePrivate;
    const recordable = canRecord(text, properties);
    if (!recordable.ok) return recordable.problem;
    const intent = intentOf(plan, edge.clock(), channel.keeping?.digestOf(parcelOf(plan, edge.clock(), to)));
    this.#running.add(intent.id);
    this.#intents.keep(intent);
    try {
      return await this.#send(plan, channel, intent, to);
    } finally {
      this.#running.delete(intent.id);
      if (this.#unfinished.length + this.#neverArrived.length > 0) await this.review();
    }
  }

  async #send(plan: SharePlan, channel: ShareChannel, intent: ShareIntent, to: readonly string[]): Promise<string | undefined> {
    const { edge } = this;
    let outcome = await carryOut(plan, channel, edge.clock(), { to });
    if (!outcome.ok && 'asks' in outcome && (await this.insist(outcome.problem))) outcome = await carryOut(plan, channel, edge.clock(), { to, insist: true });
    if (!outcome.ok) {
      this.#forget(intent.id);
      return outcome.problem;
    }
    const problem = await this.#record(outcome.value.record, intent);
    if (problem !== undefined) return problem;
    const audience = words.share.audiences[plan.audience].toLocaleLowerCase();
    edge.say(channel.id === 'clipboard' ? words.share.copied(audience) : words.share.shared(audience, words.share.channels[channel.id] ?? channel.id));
    if (outcome.value.advice !== undefined) edge.say(outcome.value.advice);
    return undefined;
  }

  // The same once more is recorded once: pressing the button again is the way to mend it.
  async #record(record: ShareRecord, intent: ShareIntent): Promise<string | undefined> {
    const written = await this.edge.notes.change(record.path, (text) => withRecord(text, record, this.#format()));
    if (!written.ok) return record.channel === 'clipboard' ? words.share.copiedNotRecorded(written.problem) : words.share.sharedNotRecorded(written.problem);
    // A new version that was cut off at the same place is overtaken by this one.
    this.#intents.forget((one) => one.id === intent.id || (isSameItem(one, intent) && this.#neverArrived.some(({ id }) => id === one.id)));
    for (const { path, name } of record.recipients) await this.wasInTouch(path ?? name, record.day);
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
    const finished = await this.channel(intent.channel)?.keeping?.finish?.(intent.audience);
    const problem = finished?.ok === false ? finished.problem : await this.#record(recordAfterwards(intent, receipt), intent);
    if (problem !== undefined) this.edge.say(problem);
    await this.review();
  }

  /** The user says that it did not go out: what stands half-way is taken away, unless an earlier share stands there. */
  async dismiss({ intent }: Unfinished): Promise<void> {
    const { edge } = this;
    if (edge.notes.find(intent.path) === undefined) {
      // Nothing is left to tell whether an earlier share stands there: it stays.
      this.#forget(intent.id);
      return this.review();
    }
    const standing = ledgerLinesOf(await edge.notes.read(intent.path), edge.settings().share.sharedSection);
    const isNew = !standing.some(({ entry }) => entry.withdrawn === undefined && keyIn(entry.address) === intent.key && entry.audience === intent.audience);
    const { keeping } = this.channel(intent.channel) ?? {};
    const taken = isNew && keeping !== undefined ? await this.#takeBack(keeping, intent.key, intent.audience) : undefined;
    if (taken?.ok === false) edge.say(taken.problem);
    else this.#forget(intent.id);
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

  /** Takes away what a channel keeps; where it asks, the user answers. */
  async #takeBack(keeping: Keeping, key: string, audience: Audience): Promise<Delivery> {
    const { edge } = this;
    const done = await keeping.withdraw(key, audience, edge.clock(), false);
    return !done.ok && 'asks' in done && (await this.insist(done.problem)) ? keeping.withdraw(key, audience, edge.clock(), true) : done;
  }

  async #answerOf(intent: ShareIntent): Promise<Answer> {
    const { notes } = this.edge;
    if (notes.find(intent.path) === undefined) return undefined;
    const { keeping } = this.channel(intent.channel) ?? {};
    const standing = await keeping?.find(intent.key, intent.audience);
    if (keeping !== undefined && standing === undefined) return undefined;
    const receipt = standing ?? {};
    const text = await notes.read(intent.path);
    const written = withRecord(text, recordAfterwards(intent, receipt), this.#format());
    return written.ok && written.value === text ? undefined : { receipt, isEarlier: standing !== undefined && standing.digest !== intent.digest };
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

  #forget(id: string): void {
    this.#intents.forget((intent) => intent.id === id);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isSameItem(left: ShareIntent, right: ShareIntent): boolean {
  return left.key === right.key && left.channel === right.channel && left.audience === right.audience;
}
