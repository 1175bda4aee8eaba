import type { HoverParent, HoverPopover } from 'obsidian';
import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { addSeeAlso } from './add-see-also';
import { dragLink } from './drag-link';
import type { Hidden } from './hidden';
import { insertLink } from './insert-link';
import type { LinkActions } from './link-card';
import type { FoundLink } from './link-finder';
import type { ChangeFolders } from './links-parts';
import type { MessageAction, PassingMessage } from './passing-message';

export const HOVER_SOURCE = 'seek-sense-share-links';

/** What the actions work with. */
interface CardActionsParts {
  readonly edge: Edge;
  readonly hidden: Hidden;
  readonly message: PassingMessage;
  /** The note that the links are for. */
  readonly subject: () => string | undefined;
  readonly changeExcluded: ChangeFolders;
}

/** What can be done with a link of the Links tab. Each is said in a passing message, and can be undone there where that makes sense. */
export class CardActions implements LinkActions, HoverParent {
  hoverPopover: HoverPopover | null = null;

  constructor(private readonly parts: CardActionsParts) {}

  insert(link: FoundLink): void {
    const { edge, message, subject } = this.parts;
    const into = subject();
    if (into === undefined || !this.#isThere(link)) return;
    if (insertLink(edge.app, edge.notes, into, link.path)) message.show(words.serendipity.inserted(link.title));
    else edge.say(words.serendipity.noEditor(nameOf(into)));
  }

  seeAlso(link: FoundLink): void {
    const into = this.parts.subject();
    if (into !== undefined && this.#isThere(link)) void this.#addSeeAlso(into, link);
  }

  open(link: FoundLink, newTab: boolean): void {
    void this.parts.edge.open(link.path, newTab);
  }

  hidePair(link: FoundLink): void {
    const { hidden, message, subject } = this.parts;
    const into = subject();
    if (into !== undefined) message.show(words.serendipity.pairHidden(link.title), [undo(hidden.hidePair(into, link.path))]);
  }

  hideNote(link: FoundLink): void {
    const { hidden, message } = this.parts;
    message.show(words.serendipity.noteHidden(link.title), [undo(hidden.hideNote(link.path))]);
  }

  excludeFolder({ folder }: FoundLink): void {
    const { message, changeExcluded } = this.parts;
    void changeExcluded((now) => [...now, folder]);
    message.show(words.serendipity.folderExcluded(folder), [undo(() => void changeExcluded((now) => now.filter((excluded) => excluded !== folder)))]);
  }

  drag(link: FoundLink, event: DragEvent): void {
    const { edge: { app, notes }, subject } = this.parts;
    dragLink(app, event, link.path, notes.linkTo(link.path, subject() ?? ''));
  }

  hover(link: FoundLink, event: MouseEvent, targetEl: HTMLElement): void {
    const { edge, subject } = this.parts;
    edge.app.workspace.trigger('hover-link', { event, source: HOVER_SOURCE, hoverParent: this, targetEl, linktext: link.path, sourcePath: subject() ?? '' });
  }

  // No link is written that leads nowhere.
  #isThere({ path }: FoundLink): boolean {
    const { edge } = this.parts;
    const isThere = edge.notes.find(path) !== undefined;
    if (!isThere) edge.say(words.notes.missing(path));
    return isThere;
  }

  async #addSeeAlso(into: string, link: FoundLink): Promise<void> {
    const { edge, message } = this.parts;
    const added = await addSeeAlso(edge.notes, into, link.path);
    if (!added.ok) return edge.say(added.problem);
    const takeBack = async (): Promise<void> => {
      const taken = await added.value();
      if (!taken.ok) edge.say(taken.problem);
    };
    message.show(words.serendipity.seeAlsoAdded(link.title), [undo(() => void takeBack())]);
  }
}

function undo(run: () => void): MessageAction {
  return { label: words.serendipity.undo, run };
}
