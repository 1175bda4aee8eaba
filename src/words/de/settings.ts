import type { english } from '../en';
import type { Translated } from '../translated';

/** Texts of the settings and the product as a whole, in German. */
export const settings: Translated<typeof english.settings> = {
  openSidebar: 'Seitenleiste öffnen',
  unreadable: (reason) => `Die Einstellungen von Seek Sense Share ließen sich nicht lesen (${reason}). Es gelten die Vorgaben, und nichts wird gespeichert, bis die Datei data.json wieder lesbar ist.`,
  notSaved: (reason) => `Die Einstellung ließ sich nicht speichern (${reason}). Es gilt weiter, was vorher galt.`,
  draftNotKept: (reason) => `Was du gerade schreibst, kann auf diesem Gerät nicht als Entwurf bewahrt werden (${reason}). Sobald du speicherst, ist es sicher.`,
  propertiesPage: 'Namen der Eigenschaften',
  propertyNameWrong: 'Der Name einer Eigenschaft beginnt mit einem Buchstaben und enthält keine Zeichen, die YAML braucht.',
  propertiesDescription: 'Wie jede Eigenschaft in diesem Vault heißt. Vorhandene Notizen behalten ihre Namen.',
};
