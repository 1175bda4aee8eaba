import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { keptAfter, keptFor, NOTHING_KEPT } from './kept-links';
import { LinksPanel } from './links-panel';
import type { LinksParts } from './links-parts';

/** The Links tab, and how it is asked for a note. */
interface LinksTab extends SidebarTab {
  /** Before the tab is shown for a note: a pin or a pause of another one ends. */
  turnTo(path: string): void;
}

/**
 * The Links tab: what the active note should meet, with the reason. What was pinned, paused and asked for beyond the usual is there again
 * after a visit to another tab.
 */
export function linksTab(parts: LinksParts): LinksTab {
  const panels = new Set<LinksPanel>();
  let kept = NOTHING_KEPT;
  parts.edge.onNote((event) => {
    kept = keptAfter(kept, event);
    panels.forEach((panel) => panel.follow(event));
  });
  parts.edge.onSettings(() => panels.forEach((panel) => panel.refit()));
  return {
    id: 'links',
    icon: 'waypoints',
    title: () => words.serendipity.tabTitle,
    turnTo(path) {
      kept = keptFor(kept, path);
      panels.forEach((panel) => panel.turnTo(path));
    },
    mount(container, life) {
      const panel = new LinksPanel(parts, container, life, kept);
      kept = NOTHING_KEPT;
      panels.add(panel);
      life.register(() => {
        panels.delete(panel);
        kept = panel.kept;
      });
      panel.start();
    },
  };
}
