import { dayOf, fail, inSlices, ok, reasonOf, type Day, type Result } from '../../base';
import { listProperty, nameOf, readProperties, type Properties, type PropertyNames } from '../../note';
import { breathing } from '../../obsidian/breathe';
import { draftAbout, type DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { openSettings } from '../../obsidian/open-settings';
import { keepTyped } from '../../obsidian/parts/keep-typed';
import { isQuoteNote } from '../../seek';
import { overrideGate, passGate, passNudged, passingOwnWriting, type GateRule, type OwnWriting, type QuoteEntry } from '../../sense';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import {
  AUDIENCES, choiceOf, endedOn, holdOn, isEarly, keptFrom, keptShown, keyInLedger, notFor, parcelOf, readAudiences, readCopy, readLedger, withoutLedger,
  type Shareable, type ShareChannel, type ShareChoice, type SharePlan,
} from '..';
import { ComposerModal, type Composed, type Unsent } from './composer-modal';
import { GateModal } from './gate-modal';
import { planFromCache, planFromNotes, readNow } from './plan-now';
import type { ShareRun } from './share-run';
import { sharedBefore } from './shared-before';

/** What sharing needs from other rooms. */
export interface ShareNeeds {
  readonly edge: Edge;
  readonly directory: ContactDirectory;
  /** The ways out of the vault, the usual one first. */
  channels(): readonly ShareChannel[];
  /** The quote note at a path, as it stands now. */
  quoteAt(path: string): Promise<Result<QuoteEntry>>;
  /** Whether more quotes go by the title of the one at a path. */
  isOneOfSeveral(path: string): boolean;
  /** Opens the take of a quote note; `afterwards` is called once it is saved. */
  writeTake(path: string, occasion: { hint: string; afterwards: () => void }): void;
}

/** What a way into the composer proposes; the user may choose otherwise. */
type Proposal = Partial<Pick<ShareChoice, 'audience' | 'channel' | 'recipients'>>;

/** The only way out of the vault: everything that is shared goes through the gate here, then through the composer. */
export class ShareDesk {
  constructor(private readonly needs: ShareNeeds, private readonly run: ShareRun, private readonly drafts: DraftStore) {}

  /** Shares whatever stands at a path: a quote with its take, or the user's own note. */
  async share(path: string, proposal: Proposal = {}): Promise<void> {
    const { notes } = this.needs.edge;
    if (notes.find(path) === undefined) this.needs.edge.say(words.notes.missing(path));
    else if (this.#saysQuote(path, await notes.read(path))) await this.shareQuote(path, proposal);
    else await this.#shareNote(path, proposal);
  }

  /** Reshares a quote. Without a take, the take is asked for first; the composer follows once it is written. */
  async shareQuote(path: string, proposal: Proposal = {}): Promise<void> {
    const entry = await this.needs.quoteAt(path);
    if (!entry.ok) {
      this.needs.edge.say(entry.problem);
      return;
    }
    const { quote, state } = entry.value;
    // Below a heading of the first level the share history would count as part of the take.
    const take = { ...state.take, text: withoutLedger(state.take.text, this.needs.edge.settings().share.sharedSection) };
    const passed = passGate(quote, take, this.#rule());
    if (passed.ok) this.#compose(passed.value, path, proposal);
    else this.#stopAtGate({ ...entry.value, state: { ...state, take } }, passed.problem, proposal);
  }

  /** What would leave if a note were shared now, as the settings have it; the gate's sentence where nothing may. Changes nothing. */
  async preview(path: string): Promise<Result<SharePlan>> {
    const { notes } = this.needs.edge;
    if (notes.find(path) === undefined) return fail(words.notes.missing(path));
    const [channel] = this.needs.channels();
    if (channel === undefined) return fail(words.share.noSuchWay(''));
    const material = this.#saysQuote(path, await notes.read(path)) ? await this.#sensedQuoteAt(path) : await this.#ownWritingAt(path);
    if (!material.ok) return material;
    const composed = await this.#planned(material.value, this.#firstChoice(path, channel));
    return composed.ok ? ok(composed.value.plan) : composed;
  }

  async #sensedQuoteAt(path: string): Promise<Result<Shareable>> {
    const entry = await this.needs.quoteAt(path);
    if (!entry.ok) return entry;
    const { quote, state } = entry.value;
    return passGate(quote, { ...state.take, text: withoutLedger(state.take.text, this.needs.edge.settings().share.sharedSection) }, this.#rule());
  }

  async #ownWritingAt(path: string): Promise<Result<OwnWriting>> {
    const { edge } = this.needs;
    const text = withoutLedger(await edge.notes.read(path), edge.settings().share.sharedSection);
    // A copy from a commons is somebody's gift, not the user's own writing: taken in, it becomes a quote and goes by the gate.
    if (readCopy(text) !== undefined) return fail(words.share.copyGoesByGate(nameOf(path)));
    return inSlices(passingOwnWriting({ path, title: nameOf(path), text, isQuoteNote: this.#saysQuote(path, text) }, this.#rule()), breathing());
  }

  #firstChoice(path: string, channel: ShareChannel): ShareChoice {
    const { edge } = this.needs;
    const { share, properties: names } = edge.settings();
    const kept = readAudiences(notFor(edge.notes.properties(path), names, dayOf(edge.clock())));
    // The usual audience, unless the note is kept from it: then the nearest that it may meet.
    const audience = kept.includes(share.firstAudience) ? (AUDIENCES.find((one) => !kept.includes(one)) ?? share.firstAudience) : share.firstAudience;
    return { path, audience, recipients: [], format: formatFor(channel, share.format), channel: channel.id };
  }

  async #shareNote(path: string, proposal: Proposal): Promise<void> {
    const { edge } = this.needs;
    const passed = await this.#ownWritingAt(path);
    if (passed.ok) this.#compose(passed.value, path, proposal);
    else edge.say(passed.problem);
  }

  // What is typed a moment ago counts too, which the app's cache does not know yet.
  #saysQuote(path: string, text: string): boolean {
    const { edge } = this.needs;
    const names = edge.settings().properties;
    const written = readProperties(text);
    return isQuoteNote(edge.notes.properties(path), names) || (written.ok && isQuoteNote(written.value, names));
  }

  #stopAtGate(entry: QuoteEntry, problem: string, proposal: Proposal): void {
    const { edge } = this.needs;
    const pathNow = followedNote(entry.path, edge.app);
    const writeTake = (): void => this.needs.writeTake(pathNow(), { hint: problem, afterwards: () => void this.shareQuote(pathNow(), proposal) });
    const rule = this.#rule();
    if (rule.strictness !== 'nudge' && !rule.mayOverride) {
      writeTake();
      return;
    }
    new GateModal(edge.app, problem, {
      writeTake,
      ...(rule.strictness === 'nudge' ? { goOn: () => this.#goOn({ ...entry, path: pathNow() }, proposal) } : {}),
      keep: (form) => keepTyped(form, this.drafts, () => draftAbout('gate', pathNow())),
      override: (reason) => {
        const passed = overrideGate(entry.quote, reason, this.#rule());
        if (!passed.ok) return passed.problem;
        this.#compose(passed.value, pathNow(), proposal);
        return undefined;
      },
    }).open();
  }

  #goOn({ quote, state, path }: QuoteEntry, proposal: Proposal): void {
    const passed = passNudged(quote, state.take, this.#rule());
    if (passed.ok) this.#compose(passed.value, path, proposal);
    else this.needs.edge.say(passed.problem);
  }

  #compose(material: Shareable, path: string, proposal: Proposal): void {
    const { edge, directory } = this.needs;
    const { share } = edge.settings();
    const channels = this.needs.channels();
    const channel = channels.find(({ id }) => id === proposal.channel) ?? channels[0];
    if (channel === undefined) return;
    const first = this.#firstChoice(path, channel);
    const choice = { ...first, audience: proposal.audience ?? first.audience, recipients: proposal.recipients ?? first.recipients };
    const pathNow = followedNote(path, edge.app);
    const here = <Thing extends object>(thing: Thing): Thing => ('path' in thing ? { ...thing, path: pathNow() } : thing);
    new ComposerModal(edge.app, choice, {
      directory, channels,
      formatFor: (chosen) => formatFor(chosen, share.format),
      plan: (chosen) => this.#planned(here(material), here(chosen)),
      keep: (form) => keepTyped(form, this.drafts, () => draftAbout('early', pathNow())),
      share: (plan) => this.#share(here(material), here(plan)),
      say: (sentence) => edge.say(sentence),
      openSettings: () => {
        if (!openSettings(edge)) edge.say(words.share.namelessWhere);
      },
    }).open();
  }

  // What was planned a while ago goes only as it would be planned now.
  async #share(material: Shareable, plan: SharePlan): Promise<Unsent | undefined> {
    let composed: Result<Composed> | undefined;
    try {
      const problem = await this.run.carryOut(plan, this.#mailTo(plan), async () => {
        composed = await this.#planned(material, choiceOf(plan), 'sending');
        return composed.ok ? ok(composed.value.plan) : composed;
      });
      return problem === undefined ? undefined : { problem, ...(composed === undefined ? {} : { composed }) };
    } catch (error) {
      return { problem: words.share.brokeOff(reasonOf(error)) };
    }
  }

  // Looks, and changes nothing: what would leave, and what the user should know before.
  async #planned(material: Shareable, choice: ShareChoice, when: 'choosing' | 'sending' = 'choosing'): Promise<Result<Composed>> {
    const { edge, directory } = this.needs;
    const { share, properties: names } = edge.settings();
    if (edge.notes.find(choice.path) === undefined) return fail(words.notes.missing(choice.path));
    const [make, read] = when === 'sending' ? [planFromNotes, await readNow(choice.path, edge.notes)] as const : [planFromCache, ok(await edge.notes.read(choice.path))] as const;
    if (!read.ok) return read;
    const text = read.value;
    const today = dayOf(edge.clock());
    const written = readProperties(text);
    const properties = written.ok ? written.value : edge.notes.properties(choice.path);
    const kept = keptFrom(notFor(properties, names, today), choice.audience, choice.recipients, (name) => (directory.find(name) ?? directory.findCommunity(name))?.path);
    if (kept.length > 0) return { ok: false, problem: words.share.keptFrom(kept.join(', '), names.notFor) };
    const channel = this.run.channel(choice.channel);
    if (channel === undefined) return { ok: false, problem: words.share.noSuchWay(choice.channel) };
    const ledger = readLedger(text, share.sharedSection);
    const isOneOfSeveral = this.needs.isOneOfSeveral(choice.path);
    const plan = await make({ material, choice, text, key: keyInLedger(ledger, choice.channel, choice.audience), isOneOfSeveral }, { notes: edge.notes, share, names });
    if (!plan.ok) return plan;
    return ok({
      plan: plan.value,
      preview: channel.preview(parcelOf(plan.value, edge.clock(), this.#mailTo(plan.value))),
      isNameless: channel.namesGiver === true && share.byline.trim() === '',
      ...(channel.limit === undefined ? {} : { limit: channel.limit }),
      told: heldSentences(properties, names, today),
      before: (isWanted) => sharedBefore(ledger, plan.value, channel, isWanted),
      isEarly: share.askBeforeNetwork && isEarly(ledger, choice.audience, today, share.waitDays),
    });
  }

  #mailTo({ recipients }: SharePlan): string[] {
    return recipients.flatMap(({ path }) => (path === undefined ? [] : (this.needs.directory.at(path)?.email ?? [])));
  }

  #rule(): GateRule {
    const { sense, share } = this.needs.edge.settings();
    const { leastOwnWords, mayOverride, strictness } = sense;
    const myself = share.byline.trim() === '' ? undefined : this.needs.directory.find(share.byline);
    return { leastOwnWords, mayOverride, strictness, userName: share.byline, userAliases: myself === undefined ? [] : [myself.name, ...myself.aliases] };
  }
}

// What the user usually puts on the clipboard is their choice; every other way has a form that fits it.
function formatFor(channel: ShareChannel, usual: ShareChoice['format']): ShareChoice['format'] {
  return channel.id === 'clipboard' && channel.formats.includes(usual) ? usual : (channel.formats[0] ?? 'plain');
}

// What was kept from somebody until a day goes to them from then on: whoever shares it is told so.
function heldSentences(properties: Properties, names: PropertyNames, today: Day): string[] {
  const [ended, kept] = [endedOn(properties, names, today), keptShown(listProperty(properties, names.notFor))];
  if (ended !== undefined && kept.length > 0) return [words.share.keptUntil(kept, ended)];
  return holdOn(properties, names, today) === undefined ? [] : [words.share.heldNow];
}
