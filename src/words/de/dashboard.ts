import type { english } from '../en';
import type { Translated } from '../translated';
import { week } from './week';

const { figure, percent } = week;
const some = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Texts of the dashboard in German. */
export const dashboard: Translated<typeof english.dashboard> = {
  open: 'Practice: Übersicht öffnen',
  title: 'Deine Praxis',
  reading: 'Deine Notizen werden gelesen …',
  empty: 'Hier siehst du dein eigenes Seek – Sense – Share über die Wochen. Es wird aus deinen Notizen gelesen; halte ein erstes Zitat fest, und es beginnt.',
  capture: 'Aus der Zwischenablage festhalten',
  weekRange: (from, to) => `${from} – ${to}`,
  earlier: 'Frühere Woche',
  later: 'Spätere Woche',
  thisWeek: 'Diese Woche',
  review: 'Wochenrückblick schreiben',
  computed: 'So wird das berechnet',
  asTable: 'Als Tabelle',
  weekShort: (id) => `W${id.slice(-2)}`,
  weekColumn: 'Woche',
  none: 'keine',

  roleTitle: 'Wo du stehst',
  roleLabel: (said, trail) => `Die vier Rollen als Feld: nach oben, wie viel aus den Dingen gemacht wird; nach rechts, wie viel geteilt wird. ${said} ${trail}`,
  trail: (weeks) => (weeks.length === 0 ? '' : `Die Wochen bisher: ${weeks.join(', ')}.`),
  trailWeek: (id, role) => `${id} ${role}`,
  roleLead: 'Der große Punkt ist diese Woche, die Linie führt durch die Wochen davor. Keine Ecke ist besser als eine andere.',
  roleLeadNoDot: 'In dieser Woche steht zu wenig in den Notizen für einen Punkt; die Linie führt durch die Wochen davor. Keine Ecke ist besser als eine andere.',
  roleLeadNoDots: 'In diesen Wochen steht zu wenig in den Notizen für einen Punkt. Keine Ecke ist besser als eine andere.',
  axisSense: 'daraus gemacht →',
  axisShare: 'geteilt →',
  pointSaid: (id, x, y, role) => `${id}: daraus gemacht ${figure(x)}, geteilt ${figure(y)}${role === '' ? '' : `, ${role}`}`,
  roleColumns: ['Woche', 'Daraus gemacht', 'Geteilt', 'Rolle'],
  among: (notes) => `Hier zählt nur, was ${notes === 1 ? 'eine Notiz erzählt: die' : `${notes} Notizen erzählen: die`}, die diese Base zeigt.`,
  amongNothing: (notes) => `${notes === 1 ? 'Die eine Notiz dieser Base erzählt' : `Die ${notes} Notizen dieser Base erzählen`} noch von nichts: nichts wurde festgehalten, durchdacht oder geteilt.`,
  trailLength: 'Wie weit die Spur zurückreicht',
  trailWeeks: (weeks) => `${weeks} Wochen`,

  flowTitle: 'Herein und hinaus',
  flowSaid: (cameIn, wentOut) => `In zwölf Wochen ${cameIn === 1 ? 'kam 1 Sache' : `kamen ${cameIn} Sachen`} herein, und ${wentOut === 1 ? '1 ging' : `${wentOut} gingen`} hinaus.`,
  flowLabel: (said) => `Säulen je Woche und Raum: was hinausging über der Linie, was hereinkam darunter. ${said}`,
  origins: { team: 'Team', community: 'Gemeinschaft', network: 'Netzwerk', reading: 'Eigenes Lesen' },
  up: 'hinaus',
  down: 'herein',
  flowColumns: (spaces, origins) => ['Woche', ...spaces.map((space) => `Hinaus: ${space}`), ...origins.map((origin) => `Herein: ${origin}`)],

  giveTitle: 'Geben und Nehmen',
  giveSaid: (gave, received) => `In zwölf Wochen hast du ${gave}-mal gegeben und ${received}-mal bekommen.`,
  giveLabel: (said) => `Balken je Raum: gegeben und bekommen. ${said}`,
  gave: 'Gegeben',
  received: 'Bekommen',
  giveColumns: ['Raum', 'Gegeben', 'Bekommen'],
  peopleTitle: (direction, space) => `${space}, ${direction}`,

  queueTitle: 'Zitate, die warten',
  queueCounting: 'Deine Zitate werden durchgesehen …',
  queueSaid: (count) => (count === 0 ? 'Kein Zitat wartet auf einen Gedanken.' : `${some(count, 'Zitat wartet', 'Zitate warten')} auf einen Gedanken und ${count === 1 ? 'darf' : 'dürfen'} weiter warten.`),
  queueLabel: (said) => `Balken danach, wie lange Zitate schon warten. ${said}`,
  ages: ['Bis zu einer Woche', 'Bis zu einem Monat', 'Bis zu drei Monaten', 'Bis zu einem Jahr', 'Länger'],
  queueColumns: ['Wartet', 'Zitate'],

  takesTitle: 'Deine Gedanken',
  takesSaid: (count, median) => (count === 0 ? 'Kein Gedanke in diesen zwölf Wochen.' : `${some(count, 'Gedanke', 'Gedanken')} in zwölf Wochen; die Hälfte ist länger als ${median} Wörter.`),
  lengthsLabel: (said) => `Balken nach der Länge der Gedanken. ${said}`,
  lengths: ['Bis zu 24 Wörter', '25 bis 49', '50 bis 99', '100 bis 199', '200 und mehr'],
  lengthColumns: ['Eigene Wörter', 'Gedanken'],
  waysTitle: 'Wie du Sinn stiftest',
  waysSaid: (named) => (named.length === 0 ? 'In diesen zwölf Wochen wurde keine Art genannt.' : `Am häufigsten: ${named.join(', ')}.`),
  waysLabel: (said) => `Balken je Art, Sinn zu stiften. ${said}`,
  noWay: 'Keine Art genannt',
  wayColumns: ['Art', 'Gedanken'],

  noiseTitle: 'Signal und Rauschen',
  noiseSaid: (shares, bare) => `In zwölf Wochen ${shares}-mal geteilt; ${bare === 0 ? 'immer mit eigenen Worten davor' : `${bare}-mal ohne eigene Worte davor (${percent(bare / shares)})`}.`,
  noiseFew: (shares, from) => `In zwölf Wochen ${shares === 0 ? 'nichts' : `${shares}-mal`} geteilt; ab ${from}-mal steht hier, wie viel mit eigenen Worten hinausging.`,
  noiseLabel: (said) => `Säulen je Woche: mit und ohne eigene Worte davor geteilt. ${said}`,
  withTake: 'Mit eigenen Worten',
  bare: 'Ohne',
  noiseColumns: ['Woche', 'Mit eigenen Worten', 'Ohne'],

  harvestTitle: 'Was daraus wurde',
  harvestSaid: (tried, insights, errors, changes) =>
    `In zwölf Wochen: ${some(tried, 'Idee ausprobiert', 'Ideen ausprobiert')}, ${some(insights, 'Einsicht', 'Einsichten')}, ${errors} Fehler vermieden, ${some(changes, 'Gewohnheit verändert', 'Gewohnheiten verändert')}.`,
  harvestEmpty: 'Was du ausprobierst, anders siehst oder vermeidest, kann in jeder Notiz im Abschnitt für Ausprobiertes stehen; hier kommt es zusammen.',
  fruits: { tried: 'Ausprobiert', insight: 'Einsicht', 'error-avoided': 'Fehler vermieden', changed: 'Gewohnheit verändert' },

  unusedTitle: 'Gedanken, die ruhen',
  unusedSaid: (count, days) => (count === 0 ? 'Jeder Gedanke, der älter als vier Wochen ist, wurde geteilt, angewendet oder verlinkt.' : `Gedanken, die älter als ${days} Tage sind und noch nicht geteilt, angewendet oder verlinkt wurden. Vielleicht ist einer davon reif.`),
};
