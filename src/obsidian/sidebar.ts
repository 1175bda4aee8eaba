import type { Plugin } from 'obsidian';
import { words } from '../words';
import type { SidebarTab } from './sidebar-tab';
import { SIDEBAR_VIEW, SidebarView } from './sidebar-view';

/** The sidebar as a whole: registered once, opened from ribbon, command or by a room that wants to show its tab. */
export class Sidebar {
  readonly #tabs: SidebarTab[] = [];

  constructor(private readonly plugin: Plugin) {}

  /** Registers the view with its tabs, the ribbon icon and the command. */
  furnish(tabs: readonly SidebarTab[]): void {
    this.#tabs.push(...tabs);
    const { plugin } = this;
    plugin.registerView(SIDEBAR_VIEW, (leaf) => new SidebarView(leaf, this.#tabs));
    plugin.addRibbonIcon('sprout', words.settings.productName, () => void this.show());
    plugin.addCommand({ id: 'open-sidebar', name: words.settings.openSidebar, callback: () => void this.show() });
  }

  /** Opens the sidebar; on a tab, when its id is given. */
  async show(id?: string): Promise<void> {
    const leaf = await this.plugin.app.workspace.ensureSideLeaf(SIDEBAR_VIEW, 'right', { active: true, reveal: true });
    if (id !== undefined && leaf.view instanceof SidebarView) leaf.view.show(id);
  }
}
