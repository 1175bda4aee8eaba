/** Texts of the settings and the product as a whole. */
export const settings = {
  productName: 'Seek Sense Share',
  openSidebar: 'Open sidebar',
  unreadable: (reason: string) => `The settings of Seek Sense Share could not be read (${reason}). The defaults are in force, and nothing is saved until the file data.json is readable again.`,
  notSaved: (reason: string) => `The setting could not be saved (${reason}). What was in force before still is.`,
  draftNotKept: (reason: string) => `What you are typing cannot be kept as a draft on this device (${reason}). It is safe once you save it.`,
  propertiesPage: 'Property names',
  propertyNameWrong: 'A property name starts with a letter and has no punctuation that YAML uses.',
  propertiesDescription: 'What each property is called in this vault. Notes that exist keep the names they have.',
};
