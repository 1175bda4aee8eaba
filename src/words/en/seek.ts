/** Texts of the room `seek`. */
export const seek = {
  emptyQuote: 'There is no quote yet. Paste or type the words you want to keep.',
  nothingQuoted: 'Nothing is quoted in this note. A quote stands in a blockquote or in a > [!quote] callout.',
  untitledQuote: 'Quote',
  via: (person: string) => `via ${person}`,
};
