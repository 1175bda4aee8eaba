import { dayOf } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { isSameWithdrawal, keyIn, withdrawalOf, type LedgerLine, type Withdrawal } from '..';
import type { KeptIntents } from './kept-intents';
import type { NoteLedgers } from './note-ledgers';
import type { WaysOut } from './ways-out';

/** What taking back needs. */
interface TakingBackNeeds {
  readonly edge: Edge;
  readonly ways: WaysOut;
  readonly ledgers: NoteLedgers;
  readonly kept: KeptIntents<Withdrawal>;
}

/**
 * Takes back what channels keep. Before one acts, that is kept on this device, and it goes once the ledger says so: after
 * a crash at any point it was not begun, is done, or is offered to be finished.
 */
export class TakingBack {
  readonly #listeners = new Set<() => void>();
  readonly #running = new Set<string>();
  #unfinished: readonly Withdrawal[] = [];

  constructor(private readonly needs: TakingBackNeeds) {
    needs.edge.onNote((event) => {
      if (event.kind !== 'renamed') return;
      const [from, to] = [event.from, event.note.path];
      this.#unfinished = this.#unfinished.map((one) => (one.path === from ? { ...one, path: to } : one));
      needs.kept.follow(from, to);
    });
  }

  /** What was cut off on the way: gone there, or gone in part, and the ledger does not say so. To be asked after `review`. */
  get unfinished(): readonly Withdrawal[] {
    return this.#unfinished;
  }

  /** Takes back what a line of a ledger tells of. Gives back a sentence when it was not taken back, or not noted. */
  async withdraw(path: string, { entry: { channel, audience, address } }: LedgerLine): Promise<string | undefined> {
    const key = keyIn(address);
    if (this.needs.ways.keeping(channel) === undefined || key === undefined) return words.share.nothingToWithdraw;
    // A way that was switched off may be on again.
    if (this.needs.kept.all().length > 0) await this.review();
    const asked = withdrawalOf({ path, audience, channel, key, day: dayOf(this.needs.edge.clock()) });
    // What was cut off before is finished with its own day.
    return this.#carriedOut(this.#unfinished.find((one) => isSameWithdrawal(one, asked)) ?? asked);
  }

  /** Finishes what was cut off: its place first, then the ledger, with the day on which it was begun. */
  async complete(withdrawal: Withdrawal): Promise<void> {
    const problem = await this.#carriedOut(withdrawal);
    if (problem !== undefined) this.needs.edge.say(problem);
  }

  /** Looks at what was interrupted: what still stands was not begun, or was shared anew; what the ledger tells is done. */
  async review(): Promise<void> {
    const unfinished: Withdrawal[] = [];
    for (const one of this.needs.kept.all().filter(({ id }) => !this.#running.has(id))) {
      // A way that is switched off for now tells nothing.
      if (this.needs.ways.keeping(one.channel) === undefined) continue;
      if (await this.#isHalfWay(one)) unfinished.push(one);
      else this.needs.kept.forget(({ id }) => id === one.id);
    }
    this.#unfinished = unfinished;
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #carriedOut(withdrawal: Withdrawal): Promise<string | undefined> {
    this.#running.add(withdrawal.id);
    this.needs.kept.keep(withdrawal);
    let problem: string | undefined;
    try {
      problem = await this.#takenBack(withdrawal);
    } finally {
      this.#running.delete(withdrawal.id);
    }
    await this.review();
    return problem !== undefined && this.#unfinished.some(({ id }) => id === withdrawal.id) ? words.share.withdrawHalfWay(problem) : problem;
  }

  async #takenBack(withdrawal: Withdrawal): Promise<string | undefined> {
    const { edge, ways, ledgers, kept } = this.needs;
    const { key, audience, channel, day } = withdrawal;
    const keeping = ways.keeping(channel);
    if (keeping === undefined) return words.share.nothingToWithdraw;
    const done = await ways.takeBack(keeping, key, audience, edge.clock());
    if (!done.ok) return done.problem;
    // The note may have another name by now.
    const present = kept.all().find(({ id }) => id === withdrawal.id) ?? withdrawal;
    // Where it is gone, its share history is gone with it.
    const isThere = edge.notes.find(present.path) !== undefined;
    if (isThere) {
      const written = await ledgers.withdraw(present.path, { key, audience }, day);
      if (!written.ok) return written.problem;
    }
    kept.forget((one) => isSameWithdrawal(one, present));
    edge.say(isThere ? words.share.withdrawn : words.share.withdrawnNoteGone);
    return undefined;
  }

  async #isHalfWay({ path, key, audience, channel }: Withdrawal): Promise<boolean> {
    const { edge: { notes }, ways, ledgers } = this.needs;
    if ((await ways.keeping(channel)?.find(key, audience)) !== undefined) return false;
    return notes.find(path) === undefined || ledgers.standing(await notes.read(path), { key, audience }).length > 0;
  }
}
