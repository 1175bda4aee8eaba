/** Long work in steps of a millisecond or so. Between two steps everything is sound: whoever carries it out may pause and answer questions there. */
export type Steps<Result = void> = Generator<void, Result>;

/** Awaited between two steps: hands the thread back where the last pause lies some milliseconds back, resolves at once otherwise. */
export type Breathe = () => Promise<void>;

/** Carries work out without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Carries work out with pauses; at once where there is nothing to breathe with. */
export async function withPauses<Result>(steps: Steps<Result>, breathe: Breathe | undefined): Promise<Result> {
  if (breathe === undefined) return atOnce(steps);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await breathe();
  }
}
