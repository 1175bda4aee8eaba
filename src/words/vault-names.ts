/**
 * Settings that become names in notes and folders, with what they are called in each language. They are no part of the
 * translations: what a section is called must not change when somebody switches the language of the app, or opens the
 * vault on a device that speaks another one. The welcome proposes them, and they are stored once they are chosen.
 */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    'seek.folder': 'Zitate',
    'seek.heading': 'Zitate',
    'sense.takeSection': 'Mein Gedanke dazu',
    'share.sharedSection': 'Geteilt',
    'ties.folder': 'Menschen',
    'ties.communityFolder': 'Gemeinschaften',
    'ties.interactionsSection': 'Begegnungen',
    'ties.practiceChangesSection': 'Was sich in der Praxis geändert hat',
  },
};

/** The settings that become names in the vault. */
export const VAULT_NAME_SETTINGS: readonly string[] = Object.keys(NAMES['de'] ?? {});

/** What to propose for them in a language; nothing where the defaults, which are English, serve. */
export function vaultNamesIn(language: string): Readonly<Record<string, string>> {
  return NAMES[language.toLowerCase()] ?? NAMES[language.split(/[-_]/)[0]?.toLowerCase() ?? ''] ?? {};
}
