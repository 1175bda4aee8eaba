export { VAULT_NAME_SETTINGS, vaultNamesIn } from './vault-names';
export { type PartialWords, type Translated, type Words } from './translated';
export { languageOf, speak, words } from './words';
