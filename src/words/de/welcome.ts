import type { english } from '../en';
import type { Translated } from '../translated';

/** Texts of the welcome in German. */
export const welcome: Translated<typeof english.welcome> = {
  command: 'Willkommen öffnen',
  title: 'Willkommen bei Seek – Sense – Share',
  intro: 'Behalte, was dich bewegt, sag in eigenen Worten, was du daraus machst, und gib es weiter. Alles steht in deinen eigenen, einfachen Notizen. Sieh dir bitte die Namen unten an; alles andere ist freiwillig, und nichts wird geschrieben, bevor du es wählst.',
  fields: {
    'seek.folder': 'Ordner für Zitate',
    'ties.folder': 'Ordner für Menschen',
    'ties.communityFolder': 'Ordner für Gemeinschaften',
    'sense.takeSection': 'Überschrift deines Gedankens',
    'share.sharedSection': 'Überschrift des Verlaufs beim Teilen',
    'ties.interactionsSection': 'Überschrift der Begegnungen',
    'ties.practiceChangesSection': 'Überschrift der Veränderungen durch Gemeinschaften',
  },
  offers: 'Wenn du magst',
  offer: {
    samples: 'Drei Beispielnotizen zum Ausprobieren anlegen',
    bases: 'Bases für Kontakte, Gemeinschaften, Zitate und Geteiltes anlegen',
    blocks: 'Eine Vorlage wählen, die Abschnitte bekommt (nächster Schritt)',
  },
  setUp: 'Einrichten',
  notNow: 'Nicht jetzt',
  takeBack: 'Angelegtes zurücknehmen',
  fieldEmpty: (label) => `„${label}“ braucht einen Namen.`,
  done: 'Eingerichtet. „Willkommen öffnen“ nimmt Angelegtes zurück.',
  takenBack: 'Die Einrichtung ist zurückgenommen. Angelegte Dateien liegen im Papierkorb.',
  takenBackBut: (kept) => `Die Einrichtung ist zurückgenommen. Angelegte Dateien liegen im Papierkorb. In Gebrauch oder seither geändert und darum geblieben: ${kept}.`,
  samples: {
    folder: 'Seek Sense Share Beispiele',
    waiting: 'Seneca - Die Menschen lernen, indem sie lehren',
    waitingText: 'Die Menschen lernen, indem sie lehren.',
    take: 'Unser gemeinsamer Ordner ist so eine Sammlung. Was wäre, wenn jede und jeder von uns einmal in der Woche einen Satz dazu schriebe, was ein Dokument darin bedeutet, statt noch eines abzulegen?',
    person: 'Jemand, von dem ich lerne',
    interaction: 'ein Hinweis auf ein Buch',
  },
};
