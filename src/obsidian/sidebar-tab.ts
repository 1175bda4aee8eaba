import type { Component } from 'obsidian';

/** One tab of the sidebar view. */
export interface SidebarTab {
  readonly id: string;
  /** A lucide icon's name. */
  readonly icon: string;
  title(): string;
  /** Draws the tab into an empty element and keeps it up to date until `life` is unloaded. */
  mount(container: HTMLElement, life: Component): void;
}
