import type { Component } from 'obsidian';
import type { LinksParts } from './links-parts';
import { onSelectionRest, selectedPassage } from './selected-passage';
import type { Subject } from './shown-links';

/** Milliseconds after the last key, after switching notes, after the tab came into sight, and between looks while the index grows. */
const AFTER_TYPING = 400;
const AFTER_TYPING_SPARING = 1500;
const AFTER_SWITCHING = 150;
const AFTER_SHOWING = 150;
const WHILE_INDEXING = 3000;

/** For what the tab looks again. */
interface LookSoonParts extends Pick<LinksParts, 'edge' | 'index'> {
  readonly container: HTMLElement;
  /** What was asked for last. */
  readonly asked: () => Subject | undefined;
  /** Whether what is shown is to stay. */
  readonly rests: () => boolean;
  /** Is to say `begun` when it begins. */
  readonly look: () => void;
}

/**
 * When the tab looks again: when the active note, its text, what is selected in it, or the index changed, always after a pause, and only
 * while it can be seen; what is missed then is made up for when it is shown.
 */
export class LookSoon {
  #timer: number | undefined;
  #isStale = false;
  #wasAnswering: boolean;

  constructor(life: Component, private readonly parts: LookSoonParts) {
    const { container, edge: { app }, index, asked } = parts;
    const { workspace } = app;
    this.#wasAnswering = index.isAnswering;
    // What comes into sight gets a size, whoever shows it: a tab, a sidebar, or a drawer on a phone.
    const sizes = new ResizeObserver(() => {
      if (this.#isStale && this.#timer === undefined) this.#after(AFTER_SHOWING);
    });
    sizes.observe(container);
    life.register(() => sizes.disconnect());
    life.registerEvent(workspace.on('file-open', () => this.afterSwitching()));
    life.registerEvent(workspace.on('editor-change', (_, { file }) => {
      if (file?.path === asked()?.path) this.#after(index.isSparing ? AFTER_TYPING_SPARING : AFTER_TYPING);
    }));
    onSelectionRest(app, life, container.doc, () => {
      const subject = asked();
      if (subject !== undefined && selectedPassage(app, subject.path) !== subject.passage) this.now();
    });
    life.register(index.onStatus(() => this.#onIndex()));
    life.register(() => this.cancel());
  }

  /** Looks as soon as what happens now is over. */
  now(): void {
    this.#after(0);
  }

  /** Looks a moment after another note was turned to: more may come with it. */
  afterSwitching(): void {
    this.#after(AFTER_SWITCHING);
  }

  /** A look began, asked for or not: what is shown will be up to date. */
  begun(): void {
    this.#isStale = false;
  }

  cancel(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Looks after so many milliseconds, which begin anew with every call. */
  #after(delay: number): void {
    const { container, rests, look } = this.parts;
    this.#isStale = true;
    if (rests() || !container.isShown()) return;
    this.cancel();
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      if (!rests()) look();
    }, delay);
  }

  // The index takes every saved edit in: what that changes can wait until the typing rests.
  #onIndex(): void {
    const { isAnswering, status } = this.parts.index;
    const beginsToAnswer = isAnswering && !this.#wasAnswering;
    this.#wasAnswering = isAnswering;
    if (beginsToAnswer || !isAnswering) this.now();
    else if (status.phase !== 'reading') this.#after(AFTER_TYPING);
    else if (this.#timer === undefined) this.#after(WHILE_INDEXING);
  }
}
