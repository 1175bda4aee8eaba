import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { words } from '../../words';
import { SPACES_VIEW } from '..';
import type { SpacesNeeds } from './spaces-people';
import { drawSpaces } from './spaces-picture';

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
