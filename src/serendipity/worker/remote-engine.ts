import { reasonOf } from '../../base';
import { words } from '../../words';
import type { Answer, Given, Reply, Request, ServiceName } from './protocol';

interface Waiting {
  readonly name: ServiceName;
  settle(answer: unknown): void;
  refuse(problem: Error): void;
}

/** The other end of a `ServedEngine`: asks by messages and matches the replies. Every promise it gives out is settled. */
export class RemoteEngine {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #broken: string | undefined;

  /** `post` carries a message to the served engine, or throws when there is no way to it. */
  constructor(private readonly post: (request: Request) => void) {}

  /** How many requests wait for their reply. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Asks for a service. Rejects with an error whose message is a sentence for the user. */
  ask<Name extends ServiceName>(name: Name, ...given: Given<Name>): Promise<Answer<Name>> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) return reject(new Error(this.#broken));
      const id = ++this.#lastId;
      this.#waiting.set(id, { name, settle: (answer) => resolve(answer as Answer<Name>), refuse: reject });
      try {
        this.post({ id, name, given });
      } catch (error) {
        this.receive({ id, problem: reasonOf(error) });
      }
    });
  }

  /** Takes a reply in. */
  receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.id);
    if ('problem' in reply) waiting.refuse(new Error(words.serendipity.indexFailed(waiting.name, reply.problem)));
    else waiting.settle(reply.answer);
  }

  /** The served engine is gone: whatever waits, and whatever will be asked, is refused with this sentence. */
  close(sentence: string): void {
    this.#broken ??= sentence;
    for (const waiting of this.#waiting.values()) waiting.refuse(new Error(this.#broken));
    this.#waiting.clear();
  }
}
