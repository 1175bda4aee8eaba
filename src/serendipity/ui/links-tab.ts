import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { LinksPanel } from './links-panel';
import type { LinksParts } from './links-parts';

/** The Links tab: what the active note should meet, with the reason. */
export function linksTab(parts: LinksParts): SidebarTab {
  const panels = new Set<LinksPanel>();
  parts.edge.onNote((event) => panels.forEach((panel) => panel.follow(event)));
  parts.edge.onSettings(() => panels.forEach((panel) => panel.refit()));
  return {
    id: 'links',
    icon: 'waypoints',
    title: () => words.serendipity.tabTitle,
    mount(container, life) {
      const panel = new LinksPanel(parts, container, life);
      panels.add(panel);
      life.register(() => panels.delete(panel));
      panel.start();
    },
  };
}
