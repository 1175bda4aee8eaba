import { Component, ItemView, setIcon, type WorkspaceLeaf } from 'obsidian';
import { words } from '../words';
import type { SidebarTab } from './sidebar-tab';

export const SIDEBAR_VIEW = 'seek-sense-share';

/** The sidebar: four tabs, one of them mounted at a time. Follows the ARIA tabs pattern. */
export class SidebarView extends ItemView {
  #shown: Component | undefined;
  #current: string;
  readonly #buttons = new Map<string, HTMLElement>();
  #panel: HTMLElement | undefined;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly tabs: readonly SidebarTab[],
  ) {
    super(leaf);
    this.icon = 'sprout';
    this.#current = tabs[0]?.id ?? '';
  }

  override getViewType(): string {
    return SIDEBAR_VIEW;
  }

  override getDisplayText(): string {
    return words.settings.productName;
  }

  override async onOpen(): Promise<void> {
    this.contentEl.addClass('sss-sidebar');
    const bar = this.contentEl.createDiv({ cls: 'sss-tabs', attr: { role: 'tablist', 'aria-label': words.settings.productName } });
    for (const tab of this.tabs) this.#drawButton(bar, tab);
    this.#panel = this.contentEl.createDiv({ cls: 'sss-panel', attr: { role: 'tabpanel' } });
    this.registerDomEvent(bar, 'keydown', (event) => this.#moveBetweenTabs(event));
    this.show(this.#current);
  }

  override async onClose(): Promise<void> {
    this.#unmount();
  }

  override getState(): Record<string, unknown> {
    return { tab: this.#current };
  }

  override async setState(state: unknown, result: Parameters<ItemView['setState']>[1]): Promise<void> {
    const tab = (state as { tab?: unknown } | null)?.tab;
    if (typeof tab === 'string' && tab !== this.#current) this.show(tab);
    await super.setState(state, result);
  }

  /** Shows a tab by its id; an unknown one changes nothing. */
  show(id: string): void {
    const tab = this.tabs.find((candidate) => candidate.id === id);
    if (tab === undefined) return;
    this.#current = id;
    if (this.#panel === undefined) return;
    for (const [key, button] of this.#buttons) {
      button.toggleClass('is-active', key === id);
      button.setAttrs({ 'aria-selected': String(key === id), tabindex: key === id ? '0' : '-1' });
    }
    this.#unmount();
    this.#panel.empty();
    this.#panel.setAttr('aria-label', tab.title());
    this.#shown = this.addChild(new Component());
    tab.mount(this.#panel.createDiv({ cls: `sss-tab sss-tab-${id}` }), this.#shown);
  }

  #drawButton(bar: HTMLElement, tab: SidebarTab): void {
    const button = bar.createEl('button', { cls: 'sss-tab-button clickable-icon', attr: { role: 'tab', 'data-tab': tab.id, type: 'button' } });
    setIcon(button.createSpan({ cls: 'sss-tab-icon' }), tab.icon);
    button.createSpan({ cls: 'sss-tab-title', text: tab.title() });
    this.registerDomEvent(button, 'click', () => {
      this.show(tab.id);
      this.app.workspace.requestSaveLayout();
    });
    this.#buttons.set(tab.id, button);
  }

  #moveBetweenTabs(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = this.tabs.findIndex(({ id }) => id === this.#current);
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    this.show(next.id);
    this.#buttons.get(next.id)?.focus();
  }

  #unmount(): void {
    if (this.#shown !== undefined) this.removeChild(this.#shown);
    this.#shown = undefined;
  }
}
