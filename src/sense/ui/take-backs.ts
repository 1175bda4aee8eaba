/** What can be taken back, the latest first; each once, by whichever button or key asks first. */
export class TakeBacks {
  readonly #steps: (() => Promise<void>)[] = [];

  /**
   * Remembers a step and gives back what takes it back. `back` resolves to false when that failed and may be tried again;
   * `used` is called when it is asked for once more.
   */
  add(back: () => Promise<boolean>, used: () => void): () => Promise<void> {
    const step = async (): Promise<void> => {
      const at = this.#steps.indexOf(step);
      if (at < 0) return used();
      this.#steps.splice(at, 1);
      if (!(await back())) this.#steps.push(step);
    };
    this.#steps.push(step);
    return step;
  }

  /** Takes back the latest step that was not taken back yet; undefined when there is none. */
  get latest(): (() => Promise<void>) | undefined {
    return this.#steps.at(-1);
  }
}
