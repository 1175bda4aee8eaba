import { BasesView, ItemView, type QueryController, type WorkspaceLeaf } from 'obsidian';
import { words } from '../../words';
import type { SpacesNeeds } from './spaces-people';
import { drawSpaces } from './spaces-picture';

export const SPACES_VIEW = 'seek-sense-share-spaces';

/** The three spaces in a pane of their own. */
export class SpacesView extends ItemView {
  override icon = 'target';

  constructor(leaf: WorkspaceLeaf, private readonly needs: SpacesNeeds) {
    super(leaf);
  }

  override getViewType(): string {
    return SPACES_VIEW;
  }

  override getDisplayText(): string {
    return words.ties.spacesLabel;
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.empty();
    this.contentEl.addClass('sss-spaces-view');
    drawSpaces(this.contentEl, this, this.needs);
    return Promise.resolve();
  }
}

/** The three spaces as a view of a base: only the people that the base's filters let through. */
export class SpacesBasesView extends BasesView {
  override type = SPACES_VIEW;
  readonly #container: HTMLElement;
  #redraw: (() => void) | undefined;

  constructor(controller: QueryController, container: HTMLElement, private readonly needs: SpacesNeeds) {
    super(controller);
    this.#container = container.createDiv();
  }

  override onDataUpdated(): void {
    if (this.#redraw === undefined) this.#redraw = drawSpaces(this.#container, this, this.needs, { only: () => new Set(this.data.data.map(({ file }) => file.path)) });
    else this.#redraw();
  }

  override onunload(): void {
    this.#container.remove();
  }
}
