/** Texts of the room `serendipity`. */
export const serendipity = {
  sharedIdeas: (ideas: readonly string[]) => (ideas.length === 1 ? `both speak of ${ideas[0] ?? ''}` : `shared ideas: ${ideas.join(', ')}`),
  sameIdea: (here: string, there: string) => (here.toLowerCase() === there.toLowerCase() ? there : `${here} / ${there}`),
  namedHere: (name: string) => `this note mentions "${name}"`,
  namedThere: (name: string) => `it mentions "${name}"`,
  linksApart: (links: number, via: string) => `${links} links apart, via [[${via}]]`,
  unconnected: 'no way of links between them',
  otherFolder: (folder: string) => `in another folder, ${folder}`,
  rootFolder: 'the top of the vault',
  unopenedFor: (time: string) => `not opened for ${time}`,
  unmodifiedFor: (time: string) => `not changed for ${time}`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  months: (months: number) => (months === 1 ? '1 month' : `${months} months`),
  years: (years: number) => (years === 1 ? '1 year' : `${years} years`),
};
