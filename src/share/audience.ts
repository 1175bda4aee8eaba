/** The three spaces, from the closest outwards: early ideas go to those who are near first. */
export const AUDIENCES = ['team', 'community', 'network'] as const;

/** With whom something is shared. */
export type Audience = (typeof AUDIENCES)[number];

/** Reads audiences from a property's values, in the order of the ladder; unknown ones are left out. */
export function readAudiences(values: readonly string[]): Audience[] {
  return AUDIENCES.filter((audience) => values.some((value) => value.toLowerCase() === audience));
}

/** A person or a community something is shared with; `path` is its note, when it has one. */
export interface Recipient {
  readonly name: string;
  readonly path?: string;
}
