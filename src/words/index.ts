export { VAULT_NAME_SETTINGS, vaultNamesIn } from './vault-names';
export { languageOf, speak, words } from './words';
