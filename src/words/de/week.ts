import type { english } from '../en';
import type { Translated } from '../translated';

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
const count = (number: number, one: string, many: string): string => (number === 0 ? '' : `${number} ${number === 1 ? one : many}`);
const figure = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');
const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** Texts about the user's own week, in German. The four roles keep the names by which they are known. */
export const week = {
  figure,
  percent,
  named: (id) => `Woche ${Number(id.slice(-2))}, ${id.slice(0, 4)}`,
  roles: { catalyst: 'Catalyst', 'catalyst-leaning': 'Auf dem Weg zum Catalyst', expert: 'Expert', connector: 'Connector', consumer: 'Consumer' },
  roleSaid: {
    catalyst: 'Du hast viel aus dem gemacht, was hereinkam, und es in deinen Räumen weitergegeben',
    'catalyst-leaning': 'Du hast viel aus dem gemacht, was hereinkam, und viel weitergegeben',
    expert: 'im Stillen weiterdenken – du hast viel aus dem gemacht, was hereinkam, und es reift bei dir',
    connector: 'weiterreichen – du hast vieles zu anderen gebracht',
    consumer: 'vor allem suchen – du hast aufgenommen und lässt es sich setzen',
  },
  roleLine: (name, said) => `${name}: ${said}.`,
  noRole: 'In dieser Woche steht wenig in den Notizen, zu wenig, um darin eine Rolle zu sehen.',
  noRoleInFour: 'In diesen vier Wochen steht wenig in den Notizen, zu wenig, um darin eine Rolle zu sehen.',
  fourWeeks: (said) => `Über vier Wochen – ${said}`,

  cameIn: 'Hereingekommen',
  made: 'Daraus gemacht',
  wentOut: 'Hinausgegangen',
  cameBack: 'Zurückgekommen',
  line: (title, what) => `${title}: ${what}.`,
  nothing: 'nichts notiert',
  cameInWhat: (quotes, byWay, received) => joined([
    count(quotes, 'Zitat', 'Zitate') + (quotes > 0 && byWay > 0 ? ` (${byWay} durch andere Menschen)` : ''),
    received === 0 ? '' : `${received}-mal etwas von anderen bekommen`,
  ]),
  madeWhat: (takes, ownWords, ways, tried, insights, errors, changes) => joined([
    count(takes, 'Gedanke', 'Gedanken') + (takes > 0 ? ` mit ${ownWords} eigenen Wörtern` : '') + (ways.length > 0 ? ` (${ways.join(', ')})` : ''),
    count(tried, 'Idee ausprobiert', 'Ideen ausprobiert'), count(insights, 'Einsicht', 'Einsichten'), count(errors, 'Fehler vermieden', 'Fehler vermieden'),
    count(changes, 'Gewohnheit verändert', 'Gewohnheiten verändert'),
  ]),
  way: (name, number) => `${name} ${number}`,
  wentOutWhat: (shares, audiences, gave, introductions) => joined([
    shares === 0 ? '' : `${shares}-mal geteilt${audiences.length > 0 ? ` (${audiences.join(', ')})` : ''}`,
    gave === 0 ? '' : `${gave}-mal jemandem etwas gegeben`, introductions === 0 ? '' : `${introductions}-mal Menschen zusammengebracht`,
  ]),
  cameBackWhat: (replies, thanks, opportunities) => joined([
    count(replies, 'Antwort', 'Antworten'), thanks === 0 ? '' : `${thanks}-mal Dank`, count(opportunities, 'Gelegenheit', 'Gelegenheiten'),
  ]),

  weightNames: {
    filter: 'Ein Gedanke, der auswählt', validate: 'Ein Gedanke, der prüft', present: 'Ein Gedanke, der darstellt', synthesise: 'Ein Gedanke, der verbindet',
    customise: 'Ein Gedanke, der zuschneidet', apply: 'Ein Gedanke, der anwendet', noWay: 'Ein Gedanke, der keine Art nennt', mostOfNote: 'Das meiste, was eine Notiz in einer Woche zählt',
    halfSense: 'So viel Gemachtes liegt auf halber Höhe', halfShare: 'So viel Geteiltes liegt auf halber Breite', exchange: 'Ein Austausch mit einem Menschen', mostOfExchanges: 'Das meiste, was Austausch in einer Woche zählt',
    introduction: 'Zwei Menschen zusammengebracht', high: 'Eine Achse ist hoch ab', margin: 'So weit um diesen Wert bleibt sie, wie sie war', leastEvents: 'Ereignisse, die eine Rolle braucht', halfLife: 'Wochen, nach denen eine Woche halb zählt',
    catalystSpaces: 'Räume, die ein Catalyst erreicht', catalystIntroductions: 'So oft bringt ein Catalyst Menschen zusammen', noiseFrom: 'So oft geteilt, bis vom Rauschen die Rede ist',
  },
  computation: {
    sense: (sense, commentaries, notes, most) =>
      `Gemachtes zählt ${figure(sense)}: ${count(commentaries, 'Gedanke', 'Gedanken') || 'kein Gedanke'} mit genügend eigenen Wörtern${notes > 0 ? ` in ${count(notes, 'Notiz', 'Notizen')}, jede zählt höchstens ${figure(most)}` : ''}.`,
    weights: (weights, least) => `Ein Gedanke zählt nach seinen Arten (${weights.join(', ')}), und unter ${least} eigenen Wörtern nicht.`,
    noWay: (weight) => `keine Art genannt ${figure(weight)}`,
    x: (sense, half, x) => `Auf der Achse ist das ${figure(sense)} / (${figure(sense)} + ${figure(half)}) = ${figure(x)}.`,
    share: (share, distinct, exchanges, each, most, introductions) =>
      `Geteiltes zählt ${figure(share)}: ${distinct} (jede Notiz einmal je Publikum), dazu ${figure(each)} für jeden Austausch mit Menschen, hier ${exchanges} (zusammen höchstens ${figure(most)}), und ${introductions === 0 ? 'niemand zusammengebracht' : `${introductions}-mal Menschen zusammengebracht`}.`,
    y: (share, half, y) => `Auf der Achse ist das ${figure(share)} / (${figure(share)} + ${figure(half)}) = ${figure(y)}.`,
    high: (high, low, top) => `Eine Achse ist hoch ab ${figure(high)}; zwischen ${figure(low)} und ${figure(top)} bleibt sie, wie sie in der Woche davor war.`,
    fourWeeks: (x, y, halfLife) => `Die vier Wochen zusammen liegen bei ${figure(x)} und ${figure(y)}; eine Woche zählt halb so viel wie eine, die um ${figure(halfLife)} Wochen jünger ist.`,
    least: (events, least) => `${events === 0 ? 'Nichts steht' : events === 1 ? '1 Ereignis steht' : `${events} Ereignisse stehen`} in den Notizen; von einer Rolle ist ab ${least} die Rede.`,
    catalyst: (spaces, introductions) => `Wer Catalyst ist, teilt auch in ${count(spaces, 'Raum', 'Räumen') || 'irgendeinem Raum'} und bringt Menschen zusammen (${introductions === 0 ? 'hier nicht nötig' : `${introductions}-mal`}); davor ist es der Weg dorthin.`,
  },
} satisfies Translated<typeof english.week>;
