import { week } from './week';

const { figure, percent } = week;
const some = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Texts of the dashboard. */
export const dashboard = {
  open: 'Practice: open dashboard',
  title: 'Your practice',
  reading: 'Reading your notes…',
  empty: 'Here you will see your own Seek – Sense – Share over the weeks. It is read from your notes; keep a first quote, and it begins.',
  capture: 'Capture from clipboard',
  weekRange: (from: string, to: string) => `${from} – ${to}`,
  earlier: 'Earlier week',
  later: 'Later week',
  thisWeek: 'This week',
  review: 'Write the weekly review',
  computed: 'How this is computed',
  asTable: 'As a table',
  weekShort: (id: string) => `W${id.slice(-2)}`,
  weekColumn: 'Week',
  none: 'none',

  roleTitle: 'Where you stand',
  roleLabel: (said: string, trail: string) => `The four roles as a field: upwards, how much is made of things; to the right, how much is shared. ${said} ${trail}`,
  trail: (weeks: readonly string[]) => (weeks.length === 0 ? '' : `The weeks so far: ${weeks.join(', ')}.`),
  trailWeek: (id: string, role: string) => `${id} ${role}`,
  roleLead: 'The large dot is this week, the line leads through the weeks before. No corner is better than another.',
  axisSense: 'made of it →',
  axisShare: 'shared →',
  pointSaid: (week: string, x: number, y: number, role: string) => `${week}: made of it ${figure(x)}, shared ${figure(y)}${role === '' ? '' : `, ${role}`}`,
  roleColumns: ['Week', 'Made of it', 'Shared', 'Role'],
  among: (notes: number) => `Only what ${some(notes, 'note tells', 'notes tell')} counts here: those that this base shows.`,
  amongNothing: (notes: number) => `${notes === 1 ? 'The one note of this base tells' : `The ${notes} notes of this base tell`} of nothing yet: nothing was kept, made of it, or shared.`,
  trailLength: 'How far the trail goes back',
  trailWeeks: (weeks: string) => `${weeks} weeks`,

  flowTitle: 'In and out',
  flowSaid: (cameIn: number, wentOut: number) => `In twelve weeks ${some(cameIn, 'thing', 'things')} came in and ${some(wentOut, 'thing', 'things')} went out.`,
  flowLabel: (said: string) => `Columns by week: what went out above the line, what came in below it, by space. ${said}`,
  origins: { team: 'Team', community: 'Community', network: 'Network', reading: 'Own reading' },
  up: 'out',
  down: 'in',
  flowColumns: (spaces: readonly string[], origins: readonly string[]) => ['Week', ...spaces.map((space) => `Out: ${space}`), ...origins.map((origin) => `In: ${origin}`)],

  giveTitle: 'Give and receive',
  giveSaid: (gave: number, received: number) => `In twelve weeks you gave ${some(gave, 'time', 'times')} and received ${some(received, 'time', 'times')}.`,
  giveLabel: (said: string) => `Bars by space: given and received. ${said}`,
  gave: 'Gave',
  received: 'Received',
  giveColumns: ['Space', 'Gave', 'Received'],
  peopleTitle: (direction: string, space: string) => `${space}, ${direction}`,

  queueTitle: 'Quotes that wait',
  queueCounting: 'Looking through your quotes…',
  queueSaid: (count: number) => (count === 0 ? 'No quote waits for a take.' : `${some(count, 'quote waits', 'quotes wait')} for a take, and may go on waiting.`),
  queueLabel: (said: string) => `Bars by how long quotes have been waiting. ${said}`,
  ages: ['Up to a week', 'Up to a month', 'Up to three months', 'Up to a year', 'Longer'],
  queueColumns: ['Waiting', 'Quotes'],

  takesTitle: 'Your takes',
  takesSaid: (count: number, median: number) => (count === 0 ? 'No take in these twelve weeks.' : `${some(count, 'take', 'takes')} in twelve weeks; half of them are longer than ${median} words.`),
  lengthsLabel: (said: string) => `Bars by length of takes. ${said}`,
  lengths: ['Up to 24 words', '25 to 49', '50 to 99', '100 to 199', '200 and more'],
  lengthColumns: ['Own words', 'Takes'],
  waysTitle: 'Ways of sense-making',
  waysSaid: (named: readonly string[]) => (named.length === 0 ? 'No way was named in these twelve weeks.' : `Most often: ${named.join(', ')}.`),
  waysLabel: (said: string) => `Bars by way of sense-making. ${said}`,
  noWay: 'No way named',
  wayColumns: ['Way', 'Takes'],

  noiseTitle: 'Signal and noise',
  noiseSaid: (shares: number, bare: number) => `${some(shares, 'share', 'shares')} in twelve weeks; ${bare === 0 ? 'each had your own words before it' : `${some(bare, 'one', 'of them')} without your own words before it (${percent(bare / shares)})`}.`,
  noiseFew: (shares: number, from: number) => `${shares === 0 ? 'No share' : some(shares, 'share', 'shares')} in twelve weeks; from ${from} on it is told how many went out with your own words.`,
  noiseLabel: (said: string) => `Columns by week: shares with and without words of your own before them. ${said}`,
  withTake: 'With your own words',
  bare: 'Without',
  noiseColumns: ['Week', 'With your own words', 'Without'],

  harvestTitle: 'What came of it',
  harvestSaid: (tried: number, insights: number, errors: number, changes: number) =>
    `In twelve weeks: ${some(tried, 'idea tried', 'ideas tried')}, ${some(insights, 'insight', 'insights')}, ${some(errors, 'error avoided', 'errors avoided')}, ${some(changes, 'change of practice', 'changes of practice')}.`,
  harvestEmpty: 'What you try, see differently or avoid can be noted below "Applied" in any note; it is gathered here.',
  fruits: { tried: 'Tried', insight: 'Insight', 'error-avoided': 'Error avoided', changed: 'Practice changed' },

  unusedTitle: 'Takes at rest',
  unusedSaid: (count: number, days: number) => (count === 0 ? 'Every take that is older than four weeks has been shared, applied or linked.' : `Takes older than ${days} days that were not shared, applied or linked yet. Perhaps one of them is ripe.`),
};
