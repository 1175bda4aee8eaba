import { dayOf, readWebAddress } from '../../base';
import { draftAbout, type DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { keepTyped } from '../../obsidian/parts/keep-typed';
import type { RowAction } from '../../obsidian/parts/row-list';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { keyIn, ledgerLinesOf, withResponse, type Clipboard, type HistoryEntry, type LedgerEntry, type LedgerLine } from '..';
import { asksToWithdraw } from './insist-modal';
import { ChooseShareModal } from './choose-share-modal';
import { ResponseModal } from './response-modal';
import type { ShareDesk } from './share-desk';
import type { ShareRun } from './share-run';
import { shareShown } from './share-shown';

/** What can be done with a share that stands: a new version, taking it back, logging what came back. */
export class AfterShareDesk {
  constructor(
    private readonly edge: Edge,
    private readonly directory: ContactDirectory,
    private readonly desk: ShareDesk,
    private readonly run: ShareRun,
    private readonly drafts: DraftStore,
    private readonly clipboard: Clipboard,
  ) {}

  /** What a line of the share history offers: an answer always, the rest where something stands that can be reached. */
  actionsOf(entry: HistoryEntry): RowAction[] {
    const { path, address, audience, channel } = entry;
    const web = address !== undefined && readWebAddress(address) !== undefined ? address : undefined;
    return [
      { label: words.share.responseTitle, icon: 'reply', run: () => void this.logResponse(path) },
      ...(web === undefined ? [] : [{ label: words.share.copyLink, icon: 'link', run: () => void this.#copy(web) }]),
      ...(!this.#stands(entry) ? [] : [
        { label: words.share.updateThere, icon: 'refresh-cw', run: () => void this.desk.share(path, { audience, channel }) },
        { label: words.share.withdrawDo, icon: 'undo-2', run: () => void this.withdraw(path, address) },
      ]),
    ];
  }

  /** Opens the composer with the place at which an earlier version stands. */
  async update(path: string): Promise<void> {
    await this.#choose(path, (now, { entry: { audience, channel } }) => void this.desk.share(now, { audience, channel }));
  }

  /** Takes back what stands at an address, or what the user chooses where several things stand, after a question. */
  async withdraw(path: string, address?: string): Promise<void> {
    await this.#choose(path, (now, line) => void this.#withdraw(now, line), address);
  }

  async logResponse(path: string): Promise<void> {
    const { edge, directory } = this;
    const pathNow = followedNote(path, edge.app);
    const shares = (await this.#lines(path)).reverse();
    if (shares.length === 0) return edge.say(words.share.notSharedYet);
    new ResponseModal(edge.app, {
      directory, shares, today: dayOf(edge.clock()),
      keep: (form) => keepTyped(form, this.drafts, () => draftAbout('response', pathNow())),
      save: async (share, response) => {
        const { sharedSection } = edge.settings().share;
        const written = await edge.notes.change(pathNow(), (text) => withResponse(text, share.text, response, sharedSection, (to) => edge.notes.linkTo(to, pathNow())));
        if (!written.ok) return written.problem;
        if (response.from !== undefined) await directory.wasInTouch(response.from.path ?? response.from.name, response.day);
        edge.say(words.share.responseLogged);
        return undefined;
      },
    }).open();
  }

  #stands({ withdrawn, address, channel }: LedgerEntry): boolean {
    return withdrawn === undefined && keyIn(address) !== undefined && this.run.channel(channel)?.keeping !== undefined;
  }

  async #copy(address: string): Promise<void> {
    const copied = await this.clipboard.write({ text: address });
    this.edge.say(copied.ok ? words.share.linkCopied : words.share.linkNotCopied);
  }

  /** `then` is given the path of the note as it is called once the user has chosen. */
  async #choose(path: string, then: (path: string, line: LedgerLine) => void, address?: string): Promise<void> {
    const pathNow = followedNote(path, this.edge.app);
    const standing = (await this.#lines(path)).filter(({ entry }) => this.#stands(entry) && (address === undefined || entry.address === address));
    const [only] = standing;
    if (only === undefined) this.edge.say(words.share.nothingToWithdraw);
    else if (standing.length === 1) then(path, only);
    else new ChooseShareModal(this.edge.app, standing, (line) => then(pathNow(), line)).open();
  }

  async #withdraw(path: string, line: LedgerLine): Promise<void> {
    const pathNow = followedNote(path, this.edge.app);
    if (!(await asksToWithdraw(this.edge.app, shareShown(line.entry)))) return;
    const problem = await this.run.withdraw(pathNow(), line);
    if (problem !== undefined) this.edge.say(problem);
  }

  async #lines(path: string): Promise<LedgerLine[]> {
    return ledgerLinesOf(await this.edge.notes.read(path), this.edge.settings().share.sharedSection);
  }
}
