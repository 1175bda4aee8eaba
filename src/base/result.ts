/** What a fallible step gives back: the value, or a plain sentence that names what is wrong and where. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** A step that went well. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A step that did not: `problem` is one sentence a person can act on. */
export function fail(problem: string): Result<never> {
  return { ok: false, problem };
}
