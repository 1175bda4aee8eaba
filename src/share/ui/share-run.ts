import { fail, type Day, type Result } from '../../base';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import {
  canRecord, carryOut, intentOf, isPrivateNote, isSameItem, leavesTheSame, parcelOf,
  type Asked, type LedgerLine, type Outcome, type ShareChannel, type ShareIntent, type SharePlan,
} from '..';
import { InterruptedShares } from './interrupted-shares';
import { keptShares, keptWithdrawals, type KeptIntents } from './kept-intents';
import { NoteLedgers } from './note-ledgers';
import { readNow } from './plan-now';
import { TakingBack } from './taking-back';
import { WaysOut } from './ways-out';

/** Makes a plan anew, from what the notes say in this moment. */
type Anew = () => Promise<Result<SharePlan>>;

/**
 * Carries plans out. Before a channel acts, the intent is kept on this device, and it goes once the ledger says what
 * happened: after a crash at any point a share was not begun, is done, or is offered for completion.
 */
export class ShareRun {
  /** What was cut off, to be asked about. */
  readonly interrupted: InterruptedShares;
  readonly takingBack: TakingBack;
  readonly #intents: KeptIntents<ShareIntent>;
  /** By what a channel would keep: the latest share of it that has not ended. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #ledgers: NoteLedgers;
  readonly #ways: WaysOut;

  constructor(
    private readonly edge: Edge,
    kept: DraftStore,
    channels: () => readonly ShareChannel[],
    /** Asks the user whether to go on, with the channel's question. */
    insist: (question: string) => Promise<boolean>,
    /** Tells that something went to a person, whose path or name it is. */
    wasInTouch: (who: string, day: Day) => Promise<void>,
  ) {
    this.#intents = keptShares(kept);
    this.#ledgers = new NoteLedgers(edge);
    this.#ways = new WaysOut(channels, insist);
    this.interrupted = new InterruptedShares({ edge, ways: this.#ways, ledgers: this.#ledgers, intents: this.#intents, wasInTouch });
    this.takingBack = new TakingBack({ edge, ways: this.#ways, ledgers: this.#ledgers, kept: keptWithdrawals(kept) });
  }

  /**
   * Sends exactly what a plan says, if in the moment of sending it would still be planned so. Gives back a sentence when
   * nothing was shared, or when it was not recorded.
   */
  async carryOut(plan: SharePlan, to: readonly string[], anew: Anew): Promise<string | undefined> {
    const channel = this.channel(plan.channel);
    if (channel === undefined) return words.share.noSuchWay(plan.channel);
    return channel.keeping === undefined ? this.#carriedOut(plan, channel, to, anew) : this.#inTurn(plan, () => this.#carriedOut(plan, channel, to, anew));
  }

  // Of two windows that share one thing at the same time, the second finds what the first has put there.
  #inTurn<T>({ key, channel, audience }: SharePlan, act: () => Promise<T>): Promise<T> {
    const item = [key, channel, audience].join('\n');
    const done = (this.#underWay.get(item) ?? Promise.resolve()).then(act);
    // How it went is told to whoever asked for it.
    const over = done.then(() => undefined, () => undefined).finally(() => this.#underWay.get(item) === over && this.#underWay.delete(item));
    this.#underWay.set(item, over);
    return done;
  }

  async #carriedOut(plan: SharePlan, channel: ShareChannel, to: readonly string[], anew: Anew): Promise<string | undefined> {
    const { edge } = this;
    if (edge.notes.find(plan.path) === undefined) return words.notes.missing(plan.path);
    const text = await edge.notes.read(plan.path);
    const recordable = canRecord(text, edge.settings().properties);
    if (!recordable.ok) return recordable.problem;
    const intent = await this.#intended(plan, channel, to, text);
    const problem = await this.interrupted.during(intent, () => this.#send(plan, channel, intent, to, anew));
    // What was shared anew is not to be taken back any more.
    if (this.takingBack.unfinished.length > 0) await this.takingBack.review();
    return problem;
  }

  async #intended(plan: SharePlan, channel: ShareChannel, to: readonly string[], text: string): Promise<ShareIntent> {
    const { keeping } = channel;
    const [at, others] = [this.edge.clock(), this.#intents.all()];
    const standing = await keeping?.find(plan.key, plan.audience);
    const intent = intentOf(plan, at, others, keeping === undefined ? {} : { digest: keeping.digestOf(parcelOf(plan, at, to)), ...(standing === undefined ? {} : { stood: standing.digest }) });
    const isAgain = this.#ledgers.isRecorded(text, intent, standing ?? {}) || others.some((other) => isSameItem(other, intent));
    return isAgain ? { ...intent, again: true } : intent;
  }

  async #send(plan: SharePlan, channel: ShareChannel, intent: ShareIntent, to: readonly string[], anew: Anew): Promise<string | undefined> {
    const { edge } = this;
    const outcome = await this.#ways.asked((insist) => this.#sendNow(plan, channel, intent.id, { to, insist }, anew));
    if (!outcome.ok) {
      // What could not be put back after a failure half-way is asked about.
      const became = await this.interrupted.failed(intent);
      return became === 'half-way' ? words.share.stoppedHalfWay(words.share.channels[channel.id] ?? channel.id) : outcome.problem;
    }
    const path = this.interrupted.pathOf(intent);
    const before = await this.#ledgers.textAt(path);
    const problem = await this.interrupted.record(outcome.value.record, intent);
    if (problem !== undefined) return problem;
    edge.say(sharedSentence(plan, (await this.#ledgers.textAt(path)) !== before));
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
    this.#intents.amend(id, { begun: true });
    const sent = await carryOut(plan, channel, edge.clock(), how);
    // While the user is asked, nothing has gone out.
    if (!sent.ok && 'asks' in sent) this.#intents.amend(id, { begun: false });
    return sent;
  }

  /** Takes back what a channel keeps, and says so in the ledger; gives back a sentence where that failed. */
  async withdraw(path: string, line: LedgerLine): Promise<string | undefined> {
    const problem = await this.takingBack.withdraw(path, line);
    // What was cut off on its way to the same place stands there no more.
    if (this.#intents.all().length > 0) await this.interrupted.review();
    return problem;
  }

  /** Looks at what was cut off before the app was closed. */
  async review(): Promise<void> {
    await this.interrupted.review();
    await this.takingBack.review();
  }

  channel(id: string): ShareChannel | undefined {
    return this.#ways.channel(id);
  }
}

function sharedSentence({ audience, channel }: SharePlan, isRecorded: boolean): string {
  const whom = words.share.audiences[audience].toLocaleLowerCase();
  const way = words.share.channels[channel] ?? channel;
  if (channel === 'clipboard') return isRecorded ? words.share.copied(whom) : words.share.copiedAgain(whom);
  return isRecorded ? words.share.shared(whom, way) : words.share.sharedAgain(whom, way);
}
