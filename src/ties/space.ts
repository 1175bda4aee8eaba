/** The spaces in which one knows a person, from weak ties to strong ones. */
export const SPACES = ['network', 'community', 'team'] as const;
export type Space = (typeof SPACES)[number];

/** Reads a property's value as a space. Whoever is in none is a weak tie, so everything else counts as the network. */
export function readSpace(value: string | undefined): Space {
  const word = value?.trim().toLowerCase();
  return SPACES.find((space) => space === word) ?? 'network';
}
