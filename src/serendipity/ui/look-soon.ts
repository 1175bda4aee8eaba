import type { Component, Workspace } from 'obsidian';

/** Milliseconds after the tab came into sight. */
const AFTER_SHOWING = 150;

/** When the tab looks again: always after a pause, and only while it can be seen; what is missed then is made up for when it is shown. */
export class LookSoon {
  #timer: number | undefined;
  #isStale = false;

  /** `rests` tells whether what is shown is to stay; `look` is to say `begun` when it begins. */
  constructor(private readonly container: HTMLElement, life: Component, workspace: Workspace, private readonly rests: () => boolean, private readonly look: () => void) {
    const makeUp = (): void => {
      if (this.#isStale && !this.isWaiting) this.after(AFTER_SHOWING);
    };
    life.registerEvent(workspace.on('layout-change', makeUp));
    life.registerEvent(workspace.on('resize', makeUp));
    life.register(() => this.cancel());
  }

  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  /** Looks after so many milliseconds, which begin anew with every call. */
  after(delay: number): void {
    this.#isStale = true;
    if (this.rests() || !this.container.isShown()) return;
    this.cancel();
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      if (!this.rests()) this.look();
    }, delay);
  }

  /** A look began, asked for or not: what is shown will be up to date. */
  begun(): void {
    this.#isStale = false;
  }

  cancel(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
