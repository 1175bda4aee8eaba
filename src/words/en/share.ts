/** Texts of the room `share`. */
export const share = {
  sharedSection: 'Shared',
  via: (person: string) => `via ${person}`,
  privatePlaceholder: '[…]',
  notePrivate: 'This note is private: its folder, its tag or its "private" property keeps it in the vault.',
  nothingLeft: 'Nothing is left to share: everything in this note stays private.',
};
