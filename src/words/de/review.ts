import type { english } from '../en';
import type { Translated } from '../translated';

/** Texts of the weekly review in German. */
export const review: Translated<typeof english.review> = {
  insert: 'Practice: Wochenrückblick einfügen',
  heading: (week) => `Wochenrückblick · ${week}`,
  questions: [
    'Was hat mich überrascht?',
    'Was sehe oder mache ich jetzt anders?',
    'Wo probiere ich nächste Woche etwas aus?',
    'Wem möchte ich danken, oder wen zusammenbringen?',
  ],
  cameIn: (what) => `**Hereingekommen:** ${what}`,
  made: (what) => `**Was ich daraus gemacht habe:** ${what}`,
  wentOut: (what) => `**Hinausgegangen:** ${what}`,
  cameBack: (what) => `**Zurückgekommen:** ${what}`,
  helped: (people) => `**Wer geholfen hat:** ${people.length === 0 ? 'in dieser Woche ist niemand notiert' : people.join(', ')}`,
  sparks: '**Drei Funken**',
  suggestion: (what) => `**Ein Vorschlag:** ${what}`,
  more: (number) => `und ${number} weitere`,
  via: (who) => `durch ${who}`,
  suggest: {
    take: (link) => `${link} wartet auf ein Wort von dir.`,
    share: (link) => `${link} hat eine Weile geruht. Wer könnte es brauchen?`,
    thank: (link) => `${link} hat dir in dieser Woche etwas gegeben und hört vielleicht gern, was daraus wurde.`,
    due: (link) => `${link} freut sich vielleicht, von dir zu hören.`,
    none: 'Es gibt nichts zu tun. Lass es reifen.',
  },
  written: (note) => `Der Wochenrückblick steht in „${note}“.`,
  updated: (note) => `Der Wochenrückblick in „${note}“ ist auf dem neuesten Stand; deine Antworten sind, wie sie waren.`,
  noActiveNote: 'Öffne die Notiz, in die der Wochenrückblick soll, oder wähle in den Einstellungen einen anderen Ort.',
  isTemplate: (note) => `„${note}“ ist eine Vorlage; darum wird kein Wochenrückblick hineingeschrieben.`,
};
