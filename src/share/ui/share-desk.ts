import { dayOf, type Result } from '../../base';
import { nameOf, readProperties } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { isQuoteNote } from '../../seek';
import { overrideGate, passGate, passOwnWriting, type GateRule, type QuoteEntry } from '../../sense';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { canRecord, carryOut, isPrivateNote, planShare, privacyIn, withRecord, withoutLedger, type Shareable, type ShareChannel, type SharePlan } from '..';
import { ComposerModal } from './composer-modal';
import { GateModal } from './gate-modal';

/** What sharing needs from other rooms. */
export interface ShareNeeds {
  readonly edge: Edge;
  readonly directory: ContactDirectory;
  readonly channel: ShareChannel;
  /** The quote note at a path, as it stands now. */
  quoteAt(path: string): Promise<Result<QuoteEntry>>;
  /** Opens the take of a quote note; `afterwards` is called once it is saved. */
  writeTake(path: string, occasion: { hint: string; afterwards: () => void }): void;
}

/** The only way out of the vault: everything that is shared goes through the gate here, then through the composer. */
export class ShareDesk {
  constructor(private readonly needs: ShareNeeds) {}

  /** Shares whatever stands at a path: a quote with its take, or the user's own note. */
  async share(path: string): Promise<void> {
    const { notes } = this.needs.edge;
    if (notes.find(path) === undefined) this.needs.edge.say(words.notes.missing(path));
    else if (this.#saysQuote(path, await notes.read(path))) await this.shareQuote(path);
    else await this.#shareNote(path);
  }

  /** Reshares a quote. Without a take, the take is asked for first; the composer follows once it is written. */
  async shareQuote(path: string): Promise<void> {
    const entry = await this.needs.quoteAt(path);
    if (!entry.ok) {
      this.needs.edge.say(entry.problem);
      return;
    }
    const { quote, state } = entry.value;
    const passed = passGate(quote, state.take, this.#rule());
    if (passed.ok) this.#compose(passed.value, path);
    else this.#stopAtGate(entry.value, passed.problem);
  }

  async #shareNote(path: string): Promise<void> {
    const { edge } = this.needs;
    const text = withoutLedger(await edge.notes.read(path), edge.settings().share.sharedSection);
    const passed = passOwnWriting({ path, title: nameOf(path), text, isQuoteNote: this.#saysQuote(path, text) }, this.#rule());
    if (passed.ok) this.#compose(passed.value, path);
    else edge.say(passed.problem);
  }

  // What is typed a moment ago counts too, which the app's cache does not know yet.
  #saysQuote(path: string, text: string): boolean {
    const { edge } = this.needs;
    const names = edge.settings().properties;
    const written = readProperties(text);
    return isQuoteNote(edge.notes.properties(path), names) || (written.ok && isQuoteNote(written.value, names));
  }

  #stopAtGate(entry: QuoteEntry, problem: string): void {
    const { edge } = this.needs;
    const writeTake = (): void => this.needs.writeTake(entry.path, { hint: problem, afterwards: () => void this.shareQuote(entry.path) });
    if (!this.#rule().mayOverride) {
      writeTake();
      return;
    }
    new GateModal(edge.app, problem, {
      writeTake,
      override: (reason) => {
        const passed = overrideGate(entry.quote, reason, this.#rule());
        if (!passed.ok) return passed.problem;
        this.#compose(passed.value, entry.path);
        return undefined;
      },
    }).open();
  }

  #compose(material: Shareable, path: string): void {
    const { edge, directory, channel } = this.needs;
    const { share, properties } = edge.settings();
    const choice = { path, audience: share.firstAudience, recipients: [], format: share.format, channel: channel.id };
    new ComposerModal(edge.app, choice, {
      directory,
      plan: (chosen) => planShare(material, chosen, privacyIn(path, edge.notes, share, properties), isPrivateNote(path, edge.notes, share, properties)),
      share: (plan) => this.#carryOut(plan),
    }).open();
  }

  async #carryOut(plan: SharePlan): Promise<string | undefined> {
    const { edge, channel } = this.needs;
    const recordable = canRecord(await edge.notes.read(plan.path), edge.settings().properties);
    if (!recordable.ok) return recordable.problem;
    const record = await carryOut(plan, channel, dayOf(edge.clock()));
    if (!record.ok) return record.problem;
    const { share, properties: names } = edge.settings();
    const format = { names, sharedSection: share.sharedSection, linkTo: (path: string, from: string) => edge.notes.linkTo(path, from) };
    const written = await edge.notes.change(plan.path, (text) => withRecord(text, record.value, format));
    // The same once more is recorded once: pressing the button again is the way to mend it.
    if (!written.ok) return words.share.copiedNotRecorded(written.problem);
    edge.say(words.share.copied(words.share.audiences[plan.audience].toLocaleLowerCase()));
    return undefined;
  }

  #rule(): GateRule {
    const { leastOwnWords, mayOverride } = this.needs.edge.settings().sense;
    return { leastOwnWords, mayOverride };
  }
}
