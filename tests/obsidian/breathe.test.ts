import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breathing, inTurns } from '../../src/obsidian/breathe';

/** The messages that wait to be handed over, each in a task of its own. */
let waiting: (() => void)[];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('MessageChannel', class {
    readonly port1 = { onmessage: (): void => undefined, close: (): void => undefined };
    readonly port2 = { postMessage: (): void => void waiting.push(() => this.port1.onmessage()) };
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Hands over the next message, and lets everything run that follows from it. */
async function nextTask(): Promise<void> {
  waiting.shift()?.();
  for (let at = 0; at < 10; at++) await Promise.resolve();
}

describe('turns', () => {
  it('come one a task, in their order, however many wait', async () => {
    const went: string[] = [];
    const myTurn = inTurns();
    for (const name of ['first', 'second', 'third']) void myTurn().then(() => went.push(name));
    await nextTask();
    expect(went).toEqual([]);
    for (const expected of [['first'], ['first', 'second'], ['first', 'second', 'third']]) {
      expect(waiting).toHaveLength(1);
      await nextTask();
      expect(went).toEqual(expected);
    }
    expect(waiting).toHaveLength(0);
  });
});

describe('a breath', () => {
  it('is drawn only when the thread was used for long', async () => {
    let now = 0;
    const breathe = breathing(() => now);
    await breathe();
    expect(waiting).toHaveLength(0);
    now = 9;
    const pause = breathe();
    expect(waiting).toHaveLength(1);
    await nextTask();
    await pause;
    now = 12;
    await breathe();
    expect(waiting).toHaveLength(0);
  });
});
