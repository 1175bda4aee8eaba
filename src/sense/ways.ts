/** Ways of adding value to what one found: Ross Dawson's five, as Harold Jarche uses them, and to apply it. */
export const WAYS = ['filter', 'validate', 'synthesise', 'present', 'customise', 'apply'] as const;

/** One way of sense-making. */
export type Way = (typeof WAYS)[number];

/** Reads ways from a property's values; unknown ones are left out. */
export function readWays(values: readonly string[]): Way[] {
  return WAYS.filter((way) => values.some((value) => value.toLowerCase() === way));
}
