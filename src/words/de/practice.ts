import type { english } from '../en';
import type { Translated } from '../translated';

const list = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} oder ${items.at(-1) ?? ''}`);

/** Texts of the room `practice` in German. */
export const practice: Translated<typeof english.practice> = {
  dailyFill: 'Tagesnotiz: Platzhalter der Vorlage füllen',
  filled: (count) => (count === 1 ? 'Ein Platzhalter wurde gefüllt.' : `${count} Platzhalter wurden gefüllt.`),
  noTokens: 'In dieser Notiz stehen keine Platzhalter.',
  unknownTokens: (note, tokens) => `„${note}“ fragt nach etwas Unbekanntem; es bleibt stehen, wie es ist: ${tokens.join(' ')}`,
  tokenProblem: (token, problem) => `{{${token}}} ließ sich nicht füllen: ${problem}`,
  cannotFill: (note, problem) => `Die Platzhalter in „${note}“ wurden nicht gefüllt: ${problem}`,
  propertyCannotHold: 'Ein Platzhalter steht mitten im Text einer Eigenschaft. Lass ihn der ganze Wert sein, oder setze den Wert in Anführungszeichen.',
  saidTokens: (note, count) =>
    `${count === 1 ? 'Ein Platzhalter' : `${count} Platzhalter`} in „${note}“ ${count === 1 ? 'blieb' : 'blieben'} stehen: ${count === 1 ? 'Er gehört' : 'Sie gehören'} zu dem, was jemand gesagt hat, etwa in einem Zitat, einem Gedanken oder einem Verlauf.`,
  isTemplate: (note) => `„${note}“ ist eine Vorlage; ihre Platzhalter bleiben für die Notizen, die daraus entstehen.`,

  insertBlocks: 'Practice: Abschnitte in eine Vorlage einfügen',
  insertTitle: 'Abschnitte für eine Vorlage',
  insertExplain: 'Jeder Abschnitt kommt ans Ende der Vorlage. Die Wörter in Klammern werden in jeder Notiz, die daraus entsteht, einmal ersetzt.',
  insertTemplate: 'Vorlage',
  insertSections: 'Abschnitte',
  insertButton: 'Einfügen',
  insertCancel: 'Abbrechen',
  insertNothing: 'Bitte wähle mindestens einen Abschnitt.',
  insertedBefore: (template) => `„${template}“ hat diese Abschnitte schon.`,
  sectionsInserted: (template, headings) => `In „${template}“ eingefügt: ${headings.join(', ')}.`,
  templateLeftOpen: (template) => `In „${template}“ wurde nichts eingefügt: Am Ende ist noch ein Codeblock oder ein Kommentar offen. Bitte schließe ihn zuerst.`,
  noTemplate: 'Noch gibt es keine Vorlage. Lege eine Notiz im Ordner für Vorlagen an, oder wähle in den Einstellungen der Tagesnotizen eine Vorlage, und versuche es noch einmal.',
  sectionHeadings: {
    'serendipity:spark': 'Etwas Unerwartetes',
    'sense:queue': 'Wartet auf ein Wort von mir',
    'sense:prompt': 'Eine Frage',
    'share:ready': 'Bereit zum Weitergeben',
    'ties:due': 'Jemand freut sich vielleicht, von mir zu hören',
    'practice:week': 'Meine Woche bisher',
  },

  showMissing: (kinds) => `Dieser Block sagt nicht, was er zeigen soll. Schreibe „show: ${kinds[0] ?? ''}“; erlaubt sind ${list(kinds)}.`,
  valueNotAllowed: (key, value, allowed) => `„${key}: ${value}“ gibt es hier nicht. Erlaubt für ${key}: ${list(allowed)}.`,
  keyNotAllowed: (key, value, show, allowed) => `„${key}: ${value}“ gibt es hier nicht. Zusammen mit „show: ${show}“ sind diese Angaben erlaubt: ${list(allowed)}.`,
  keyTwice: (key) => `„${key}“ steht hier zweimal. Bitte behalte eine der Zeilen.`,
  limitNotAllowed: (value, most) => `„limit: ${value}“ geht nicht. Erlaubt für limit: eine ganze Zahl von 1 bis ${most}.`,
  folderEmpty: (value) => `„folder: ${value}“ nennt keinen Ordner. Erlaubt für folder: der Pfad eines Ordners, etwa Projekte/2026.`,
  lineNotAllowed: (line) => `„${line}“ lässt sich nicht lesen. Jede Zeile ist ein Wort, ein Doppelpunkt und ein Wert, etwa „show: queue“.`,

  emptyQueue: 'Kein Zitat wartet auf einen Gedanken.',
  emptyIn: (label, folder) => `${label}: nichts in „${folder}“.`,
  emptySpark: 'Noch nichts Unerwartetes.',
  emptyLinks: 'Noch nichts Unerwartetes für diese Notiz.',
  emptyDue: 'Niemand wartet darauf, von dir zu hören.',
  emptyDormant: 'Zu niemandem ist der Kontakt lange her.',
  emptyReady: 'Noch ist nichts bereit zum Weitergeben. Das kommt, sobald du deinen Gedanken geschrieben hast.',
  emptyHistory: 'Noch wurde nichts geteilt.',
  dateNotAllowed: (value) => `„date: ${value}“ ist kein Tag. Erlaubt für date: ein Tag wie 2026-11-21.`,
  blockLabel: {
    queue: 'Zitate, die auf einen Gedanken warten', spark: 'Unerwartete Paare von Notizen', links: 'Unerwartete Links dieser Notiz', 'ties-due': 'Menschen, mit denen du in Verbindung bleibst',
    'ties-dormant': 'Menschen, von denen du lange nichts gehört hast', ready: 'Bereit zum Weitergeben', history: 'Was geteilt wurde', week: 'Die Woche', roles: 'Die Rolle der Woche', spaces: 'Die drei Räume',
  },
  blockProblem: (problem) => `Dieser Block ließ sich nicht zeigen: ${problem}`,
  reading: 'Deine Notizen werden gelesen …',

  settingsHeading: 'Tagesnotizen',
  fillDailySetting: 'Platzhalter in neuen Notizen füllen',
  fillDailySettingHint: 'Platzhalter wie {{sense:queue}} in einer Vorlage werden einmal gefüllt, wenn auf diesem Gerät eine Notiz daraus entsteht.',
  weekHeading: 'Deine Woche',
  reviewPlaceSetting: 'Der Wochenrückblick kommt in',
  reviewPlaceSettingHint: 'Wo es keine Wochennotizen gibt, ist die Tagesnotiz von heute die Wochennotiz.',
  reviewPlaces: { 'weekly-note': 'Die Wochennotiz', 'daily-note': 'Die Tagesnotiz von heute', 'active-note': 'Die offene Notiz' },
  reviewQuestionsSetting: 'Fragen des Wochenrückblicks',
  reviewQuestionsSettingHint: 'Eine je Zeile; jede bekommt eine Überschrift mit Platz für deine Antwort.',
  rolesPage: 'Wie Rollen berechnet werden',
  rolesPageHint: 'Jede Zahl der Berechnung. Sie sind Vereinbarungen dieses Plugins, und du kannst sie ändern.',
  weightWrong: 'Bitte schreibe eine Zahl, die nicht unter 0 liegt.',
};
