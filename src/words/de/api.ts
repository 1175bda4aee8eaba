import type { english } from '../en';
import type { Translated } from '../translated';

/** Texts of the script interface and the command line, in German. */
export const api: Translated<typeof english.api> = {
  noQuote: 'Ein Zitat ist ein Objekt wie { text: "…", author: "…" }.',
  noText: (key) => `„${key}“ des Zitats muss ein Text sein.`,
  noPath: 'Der Pfad einer Notiz fehlt.',
  limitWrong: (value, most) => `Die Grenze ${value} geht nicht. Erlaubt ist eine ganze Zahl von 1 bis ${most}.`,
  dayWrong: (value) => `„${value}“ ist kein Tag. Erlaubt ist ein Tag wie 2026-11-21.`,
  cli: {
    capture: 'Öffnet das ausgefüllte Fenster zum Festhalten',
    take: 'Öffnet den Gedanken zu einer Zitatnotiz',
    queue: 'Zitate, die auf einen Gedanken warten',
    related: 'Unerwartete Links einer Notiz',
    'ties-due': 'Menschen, die sich vielleicht freuen, von dir zu hören',
    'share-preview': 'Was hinausginge, wenn eine Notiz geteilt würde; nichts wird geteilt',
    week: 'Was in einer Woche hereinkam, was du daraus gemacht hast und was hinausging',
  },
  flagPath: 'Pfad oder Name einer Notiz',
  flagText: 'Das Zitat',
  flagUrl: 'Adresse der Quelle',
  flagTitle: 'Titel der Quelle',
  flagAuthor: 'Wer es gesagt hat',
  flagVia: 'Wer dich dorthin geführt hat',
  flagLimit: 'Höchstens so viele, 1 bis 50',
  flagDate: 'Ein Tag, YYYY-MM-DD; heute, wenn er fehlt',
};
