const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
const count = (number: number, one: string, many: string): string => (number === 0 ? '' : `${number} ${number === 1 ? one : many}`);
const figure = (value: number): string => String(Math.round(value * 100) / 100);
const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** Texts about the user's own week: what came in, what was made of it, what went out, and the role that shows in it. */
export const week = {
  figure,
  percent,
  named: (id: string) => `Week ${Number(id.slice(-2))} of ${id.slice(0, 4)}`,
  roles: { catalyst: 'Catalyst', 'catalyst-leaning': 'Catalyst-leaning', expert: 'Expert', connector: 'Connector', consumer: 'Consumer' },
  /** What a role is like; none is better than another. */
  roleSaid: {
    catalyst: 'you made much of what came in, and passed it on across your spaces',
    'catalyst-leaning': 'you made much of what came in, and passed much on',
    expert: 'mulling privately – you made much of what came in, and it ripens with you',
    connector: 'passing on – you brought much to others',
    consumer: 'mostly seeking – you took in, and let it settle',
  },
  roleLine: (name: string, said: string) => `${name}: ${said}.`,
  noRole: 'Little was noted this week, too little to see a role in it.',
  noRoleInFour: 'Little was noted in these four weeks, too little to see a role in them.',
  fourWeeks: (said: string) => `Over four weeks – ${said}`,

  cameIn: 'Came in',
  made: 'What you made of it',
  wentOut: 'Went out',
  cameBack: 'Came back',
  line: (title: string, what: string) => `${title}: ${what}.`,
  nothing: 'nothing noted',
  cameInWhat: (quotes: number, byWay: number, received: number) => joined([
    count(quotes, 'quote', 'quotes') + (quotes > 0 && byWay > 0 ? ` (${byWay} by way of people)` : ''),
    received === 0 ? '' : `${count(received, 'thing', 'things')} that people gave you`,
  ]),
  madeWhat: (takes: number, ownWords: number, ways: readonly string[], tried: number, insights: number, errors: number, changes: number) => joined([
    count(takes, 'take', 'takes') + (takes > 0 ? ` with ${ownWords} words of your own` : '') + (ways.length > 0 ? ` (${ways.join(', ')})` : ''),
    count(tried, 'idea tried', 'ideas tried'), count(insights, 'insight', 'insights'), count(errors, 'error avoided', 'errors avoided'),
    count(changes, 'change of practice', 'changes of practice'),
  ]),
  way: (name: string, number: number) => `${name} ${number}`,
  wentOutWhat: (shares: number, audiences: readonly string[], gave: number, introductions: number) => joined([
    count(shares, 'share', 'shares') + (audiences.length > 0 ? ` (${audiences.join(', ')})` : ''),
    count(gave, 'thing given to a person', 'things given to people'), count(introductions, 'introduction', 'introductions'),
  ]),
  cameBackWhat: (replies: number, thanks: number, opportunities: number) => joined([
    count(replies, 'reply', 'replies'), count(thanks, 'word of thanks', 'words of thanks'), count(opportunities, 'opportunity', 'opportunities'),
  ]),

  weightNames: {
    filter: 'A commentary that filters', validate: 'A commentary that validates', present: 'A commentary that presents', synthesise: 'A commentary that synthesises',
    customise: 'A commentary that customises', apply: 'A commentary that applies', noWay: 'A commentary that names no way', mostOfNote: 'The most that one note counts in a week',
    halfSense: 'Sense-making that lies half-way up', halfShare: 'Sharing that lies half-way to the right', exchange: 'An exchange with a person', mostOfExchanges: 'The most that exchanges count in a week',
    introduction: 'An introduction', high: 'An axis is high from', margin: 'Around there it stays as it was, on either side', leastEvents: 'Events that a role needs', halfLife: 'Weeks after which a week counts half',
    catalystSpaces: 'Spaces that a Catalyst reaches', catalystIntroductions: 'Introductions that a Catalyst makes', noiseFrom: 'Shares from which on noise is told',
  },
  /** The computation, step by step. */
  computation: {
    sense: (sense: number, commentaries: number, notes: number, most: number) =>
      `Sense-making adds up to ${figure(sense)}: ${count(commentaries, 'commentary', 'commentaries') || 'no commentary'} with enough own words${notes > 0 ? ` in ${count(notes, 'note', 'notes')}, no note counting more than ${figure(most)}` : ''}.`,
    weights: (weights: readonly string[], least: number) => `A commentary counts by its ways (${weights.join(', ')}), and nothing below ${least} own words.`,
    noWay: (weight: number) => `no way named ${figure(weight)}`,
    x: (sense: number, half: number, x: number) => `On its axis that is ${figure(sense)} / (${figure(sense)} + ${figure(half)}) = ${figure(x)}.`,
    share: (share: number, distinct: number, exchanges: number, each: number, most: number, introductions: number) =>
      `Sharing adds up to ${figure(share)}: ${distinct} (each note once for an audience), plus ${figure(each)} for each of ${exchanges} exchanges with people (at most ${figure(most)}), plus ${count(introductions, 'introduction', 'introductions') || 'no introduction'}.`,
    y: (share: number, half: number, y: number) => `On its axis that is ${figure(share)} / (${figure(share)} + ${figure(half)}) = ${figure(y)}.`,
    high: (high: number, low: number, top: number) => `An axis is high from ${figure(high)} on; between ${figure(low)} and ${figure(top)} it stays as it was in the week before.`,
    fourWeeks: (x: number, y: number, halfLife: number) => `The four weeks together lie at ${figure(x)} and ${figure(y)}; a week counts half as much as one that is ${figure(halfLife)} weeks younger.`,
    least: (events: number, least: number) => `${count(events, 'thing was', 'things were') || 'Nothing was'} noted; a role is told from ${least} on.`,
    catalyst: (spaces: number, introductions: number) => `A Catalyst also shares in ${count(spaces, 'space', 'spaces') || 'any space'} and brings people together (${count(introductions, 'introduction', 'introductions') || 'no introduction needed'}); before that it is Catalyst-leaning.`,
  },
};
