/**
 * Which rows of a long list have to be there, while the others are only space. Heights are in pixels, as they were measured, or
 * guessed from those that were.
 */
export class ListWindow {
  #heights: (number | undefined)[] = [];

  constructor(private readonly guess: number) {}

  /** Begins anew with so many rows, and with the heights that are known already. */
  reset(count: number, known: (row: number) => number | undefined = () => undefined): void {
    this.#heights = Array.from({ length: count }, (_, row) => known(row));
  }

  /** The height of a row as it was measured; undefined where it was not. */
  known(row: number): number | undefined {
    return this.#heights[row];
  }

  measured(row: number, height: number): void {
    if (row < this.#heights.length) this.#heights[row] = height;
  }

  get #usual(): number {
    const known = this.#heights.filter((height) => height !== undefined);
    return known.length === 0 ? this.guess : known.reduce((sum, height) => sum + height, 0) / known.length;
  }

  /** The height of the rows from `from` to before `to`. */
  height(from: number, to: number): number {
    const usual = this.#usual;
    return this.#heights.slice(from, to).reduce<number>((sum, height) => sum + (height ?? usual), 0);
  }

  /** The rows [first, end) that touch the stretch between two distances from the top of the list; always at least one. */
  rows(top: number, bottom: number): { readonly first: number; readonly end: number } {
    const usual = this.#usual;
    const count = this.#heights.length;
    let first = 0;
    let at = 0;
    while (first < count - 1 && at + (this.#heights[first] ?? usual) < top) at += this.#heights[first++] ?? usual;
    let end = first;
    while (end < count && (end === first || at < bottom)) at += this.#heights[end++] ?? usual;
    return { first, end };
  }
}
