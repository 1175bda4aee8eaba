/** Long work, cut into steps: each `yield` is a place where it may rest. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does long work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does long work with a chance to rest after each step; `breathe` decides when it is time. */
export async function inSlices<T>(steps: Steps<T>, breathe: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}
