import { Column } from './arena';

/** No edge, or no list. */
export const NONE = -1;

/** Doubly linked lists of edges threaded through typed arrays: taking an edge out of any list costs the same in a vault of any size. */
export class EdgeLists {
  private readonly heads = new Column(NONE);
  private readonly next = new Column(NONE);
  private readonly previous = new Column(NONE);

  head(list: number): number {
    return this.heads.get(list);
  }

  after(edge: number): number {
    return this.next.get(edge);
  }

  insert(list: number, edge: number): void {
    const head = this.heads.get(list);
    this.next.set(edge, head);
    this.previous.set(edge, NONE);
    if (head !== NONE) this.previous.set(head, edge);
    this.heads.set(list, edge);
  }

  take(list: number, edge: number): void {
    const next = this.next.get(edge);
    const previous = this.previous.get(edge);
    if (previous === NONE) this.heads.set(list, next);
    else this.next.set(previous, next);
    if (next !== NONE) this.previous.set(next, previous);
  }

  get bytes(): number {
    return this.heads.bytes + this.next.bytes + this.previous.bytes;
  }
}
