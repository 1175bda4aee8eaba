import type { Component } from 'obsidian';

/** Milliseconds in sight and unmoved after which a list was seen. */
const TO_BE_SEEN = 5000;

/** Tells when a list has been before somebody's eyes for some seconds: when it came to rest, and its window and its tab are shown. */
export class SeenSoon {
  #timer: number | undefined;

  constructor(private readonly container: HTMLElement, life: Component, private readonly seen: () => void) {
    life.registerDomEvent(container.doc, 'scroll', () => this.again(), { capture: true, passive: true });
    life.register(() => window.clearTimeout(this.#timer));
  }

  /** Something else is in sight: the seconds begin anew. */
  again(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (!this.container.doc.hidden && this.container.isShown()) this.seen();
    }, TO_BE_SEEN);
  }
}
