import { ItemView, type WorkspaceLeaf } from 'obsidian';
import type { Edge } from '../../../obsidian/edge';
import { showView } from '../../../obsidian/show-view';
import { words } from '../../../words';
import { Dashboard, type DashboardNeeds } from './dashboard';

const DASHBOARD_VIEW = 'seek-sense-share-practice';

/** The dashboard in a pane of its own. */
class DashboardView extends ItemView {
  override icon = 'compass';

  constructor(leaf: WorkspaceLeaf, private readonly needs: DashboardNeeds) {
    super(leaf);
  }

  override getViewType(): string {
    return DASHBOARD_VIEW;
  }

  override getDisplayText(): string {
    return words.dashboard.title;
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.empty();
    void new Dashboard(this.contentEl, this, this.needs).draw();
    return Promise.resolve();
  }
}

/** Registers the view and the command that opens it, in the pane where it is open already. */
export function addDashboard({ app, plugin }: Edge, needs: DashboardNeeds): void {
  plugin.registerView(DASHBOARD_VIEW, (leaf) => new DashboardView(leaf, needs));
  plugin.addCommand({
    id: 'practice-open',
    name: words.dashboard.open,
    callback: () => void showView(app, DASHBOARD_VIEW),
  });
}
